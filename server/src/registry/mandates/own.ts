// SPDX-License-Identifier: Apache-2.0
// Both of the two read what holds, and either ends it at once.
import type { endMandate, Mandate, ownMandates } from '@lilong/contracts/mandates';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { oneself } from '../own/bound.ts';
import { endGrantsOf } from '../own/guardian-queries.ts';
import { lookAs } from '../reach.ts';
import { lastDay, mandateCard } from './give.ts';
import {
  endMandates,
  holdsNow,
  type MandateEnd,
  mandateMatter,
  selectMandates,
} from './queries.ts';

export async function showMandates(ctx: Ctx): Promise<ReplyOf<typeof ownMandates>> {
  const { person } = await oneself(ctx);
  const rows = await selectMandates(
    ctx,
    sql<SqlBool>`(m.person = ${person.no} or m.helper = ${person.no}) and ${holdsNow(ctx)}`,
  );
  const [given, taken]: [Mandate[], Mandate[]] = [[], []];
  for (const row of rows) {
    if (row.person === person.no) given.push(await mandateCard(ctx, row, 'helper_name'));
    else taken.push(await mandateCard(ctx, row, 'name'));
  }
  ctx.note({ act: 'registry.own', subject: `person ${person.no}` });
  return { given, taken, lastDay: await lastDay(ctx) };
}

export async function endOne(
  ctx: Ctx,
  { mandate }: InputOf<typeof endMandate>,
): Promise<ReplyOf<typeof endMandate>> {
  const { person } = await oneself(ctx);
  const [row] = await selectMandates(
    ctx,
    sql<SqlBool>`m.no = ${mandate} and (m.person = ${person.no} or m.helper = ${person.no})`,
  );
  if (row === undefined) throw new Refusal('found.nothing', { what: 'mandate' });
  const why = row.person === person.no ? 'person' : 'helper';
  await endThose(ctx, sql<SqlBool>`m.no = ${mandate}`, why);
  return { done: true };
}

/** Those and their grants. The transaction states one of each two, and afterwards whom they were for. */
export async function endThose(
  ctx: Ctx,
  which: Expression<SqlBool>,
  why: MandateEnd,
): Promise<void> {
  const ended = await endMandates(ctx, which, why);
  if (ended.length === 0) return;
  await lookAs(ctx, { persons: [...new Set(ended.flatMap((one) => [one.person, one.helper]))] });
  await endGrantsOf(
    ctx,
    ended.map(({ no }) => mandateMatter(no)),
  );
  for (const { no, person } of ended)
    ctx.note({
      ...{ act: 'registry.mandate-ended', subject: `person ${person}` },
      facts: { mandate: no, why },
    });
}
