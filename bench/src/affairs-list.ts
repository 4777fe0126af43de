// SPDX-License-Identifier: Apache-2.0
// A reviewer's open list, twenty applications with clocks and the exact total, early in the life of a city and after
// years of it. What is open stays the same: a city that keeps up has more behind it, not more to do.
import type { Size } from './benches.ts';
import { CONNECTIONS } from './cases-report.ts';
import { fillApplications } from './fill-affairs.ts';
import { type Asked, askOnce, load } from './load.ts';
import { startProgram } from './programs.ts';
import { byTurns, type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

/** 黄浦区民政局 decides. */
const DISTRICT = 310101000000000;

export async function affairsList(city: City, size: Size): Promise<Found> {
  const [young, old] = [await city.town(), await city.town()];
  await fillApplications(young.owner, size.fewAffairs);
  await fillApplications(old.owner, size.manyAffairs);
  const [youngAsks, oldAsks] = [await inboxOf(young), await inboxOf(old)];
  const atYoung = await startProgram('serve', young);
  const atOld = await startProgram('serve', old);
  const total = await mustShowAll(old, atOld.port, oldAsks);
  await mustShowAll(young, atYoung.port, youngAsks);
  const run = (port: number, asked: Asked) => () =>
    load({ port, connections: CONNECTIONS, seconds: size.seconds, next: () => asked });
  const { many, few } = await byTurns(size.rounds, {
    many: run(atOld.port, oldAsks),
    few: run(atYoung.port, youngAsks),
  });
  for (const one of [atYoung, atOld]) await one.stop();
  for (const one of [young, old]) await one.close();
  return {
    figures: [
      figure('applications in the table', size.manyAffairs, ''),
      figure('open ones of the office', total, ''),
      figure('lists', many.perSecond, 'per s'),
      figure(`lists with ${size.fewAffairs} applications`, few.perSecond, 'per s'),
      figure('p99 at 16 connections', many.p99, 'ms'),
      figure(`p99 with ${size.fewAffairs} applications`, few.p99, 'ms'),
    ],
    ratio: many.perSecond / few.perSecond,
  };
}

async function inboxOf(town: Town): Promise<Asked> {
  const headers = await town.signIn('department_officer', DISTRICT);
  return { method: 'GET', path: '/api/affairs/applications?tab=mine', headers };
}

/** Twenty rows, soonest promise first, and the total that the table itself gives, else nothing is measured. */
async function mustShowAll(town: Town, port: number, asked: Asked): Promise<number> {
  const { body } = await askOnce(port, asked);
  const { affairs, total } = JSON.parse(body) as { affairs?: { dueAt: string }[]; total: number };
  const { rows } = await town.owner.run(`
    select count(*) as open from affairs.application where turn_org = (select min(no) from places.organisation where place = ${DISTRICT})
      and due_at is not null`);
  const dues = affairs?.map(({ dueAt }) => dueAt) ?? [];
  const sorted = dues.every((due, at) => at === 0 || (dues[at - 1] ?? '') <= due);
  if (dues.length !== 20 || !sorted || total !== Number(rows[0]?.open))
    throw new Error(`the list is not whole: ${body.slice(0, 500)}`);
  return total;
}
