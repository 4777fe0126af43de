// SPDX-License-Identifier: Apache-2.0
// Two programs on one database: what happens at one is seen at the other, by whom it concerns.
import { reportCase } from '@lilong/contracts/cases';
import { actAs, endPost, signOut } from '@lilong/contracts/identity';
import { everyTopic } from '@lilong/contracts/office';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { insertTestPost } from '../../test/city-rows.ts';
import { listenOn, openStream, type Stream } from '../../test/stream.ts';
import type { Program } from '../program.ts';

const NANJING_EAST = 310101002000000;
const WAITAN = 310101013000000;
/** A committee of each street. */
const lanes = new Map([[NANJING_EAST, 310101002001000]]);
const soon = { timeout: 1000, interval: 10 }; // what screens are promised
const aWhile = 600; // ms; nothing arrives in it
let city: City;
let other: Program;
let url: string;
let lin: Person;
let streams: Stream[] = [];
beforeAll(async () => {
  city = await aCity();
  other = await city.another();
  url = await listenOn(other.host.http);
  await city.host.http.ready();
  lin = await city.resident('林阿婆');
  const below = `select no from places.place where parent = ${WAITAN} order by no limit 1`;
  lanes.set(WAITAN, Number((await city.asOwner(below))[0]?.no));
});
afterEach(() => {
  for (const stream of streams) stream.close();
  streams = [];
});
afterAll(() => city.close());

async function listens(cookie?: string): Promise<Stream> {
  const stream = await openStream(url, cookie);
  streams.push(stream);
  return stream;
}
/** Somebody reports in a street, at the program where nobody listens. */
function report(street: number, who = lin): Promise<unknown> {
  const said = { place: lanes.get(street) ?? 0, address: '弄口', words: '路灯不亮', photos: [] };
  return who.call(reportCase, said);
}
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** One post more, in a street, for somebody who has one. */
async function givePost({ account }: Person, place: number): Promise<number> {
  const office = await city.db.kysely
    .selectFrom('places.organisation')
    .where('place', '=', place)
    .where('kind', '=', 'grid_centre')
    .select('no')
    .executeTakeFirstOrThrow();
  const post = { account, role: 'dispatcher', organisation: office.no, place } as const;
  return insertTestPost(city.db.kysely, post, city.now);
}

test('a report at one program reaches the street’s dispatcher at the other within a second, and its reporter', async () => {
  const wang = await city.person('王调度', { as: 'dispatcher', at: NANJING_EAST });
  const [desk, phone] = [await listens(wang.cookie()), await listens(lin.cookie())];
  await report(NANJING_EAST);
  await expect.poll(() => desk.heard, soon).toContain('cases');
  await expect.poll(() => phone.heard, soon).toContain('my');
});

test('nothing arrives for a dispatcher elsewhere, for a neighbour, or for somebody who has not signed in', async () => {
  const zhao = await city.person('外滩赵调度', { as: 'dispatcher', at: WAITAN });
  const shen = await city.resident('楼上老沈');
  const elsewhere = [await listens(zhao.cookie()), await listens(shen.cookie())];
  expect((await listens()).status).toBe(204);
  await report(NANJING_EAST);
  await sleep(aWhile);
  expect(elsewhere.map(({ heard }) => heard)).toEqual([[], []]);
});

test('whoever switches posts hears of the new post, and no more of the old one', async () => {
  const qian = await city.person('两边跑的钱调度', { as: 'dispatcher', at: NANJING_EAST });
  const post = await givePost(qian, WAITAN);
  const desk = await listens(qian.cookie());
  await qian.call(actAs, { post });
  await report(WAITAN);
  await expect.poll(() => desk.heard, soon).toEqual(['cases']);
  await report(NANJING_EAST);
  await sleep(aWhile);
  expect(desk.heard).toEqual(['cases']);
});

test('a post that is ended hears nothing more; one’s own reports still', async () => {
  const safety = await city.person('郑安', { as: 'safety_admin' });
  const sun = await city.person('孙调度', { as: 'dispatcher', at: NANJING_EAST });
  const desk = await listens(sun.cookie());
  await safety.call(endPost, { post: sun.post ?? 0, reason: '调走了' });
  await expect.poll(() => desk.heard, soon).toEqual(['staff']);
  await report(NANJING_EAST);
  await sleep(aWhile);
  expect(desk.heard).toEqual(['staff']);
});

test('signing out everywhere ends the stream at every program', async () => {
  const li = await city.person('李调度', { as: 'dispatcher', at: NANJING_EAST });
  const desk = await listens(li.cookie());
  expect(desk.isOpen()).toBe(true);
  await li.call(signOut, { everywhere: true });
  await expect.poll(() => desk.isOpen(), soon).toBe(false);
  expect((await listens(li.cookie())).status).toBe(204);
});

test('whoever leaves is not counted any more', async () => {
  const before = other.host.live.listeners.size;
  const desk = await listens(lin.cookie());
  expect(other.host.live.listeners.size).toBe(before + 1);
  desk.close();
  await expect.poll(() => other.host.live.listeners.size, soon).toBe(before);
});

if (process.env.LILONG_TEST_DB === 'postgres') {
  test('a lost connection for news is made again: all look again, revoked sessions are gone, and news arrive', async () => {
    const [zhou, wu] = [await city.resident('周'), await city.resident('吴')];
    const phones = [await listens(zhou.cookie()), await listens(wu.cookie())];
    const [kept, revoked] = phones;
    const listenings = `select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`;
    // Asked in one go, so that nobody connects again in between.
    await city.asOwner(`delete from identity.session where account = ${wu.account}; ${listenings}`);
    await expect.poll(() => kept?.heard, { timeout: 10_000 }).toContain(everyTopic);
    await expect.poll(() => revoked?.isOpen(), soon).toBe(false);
    expect((await other.host.http.inject('/metrics')).payload).toContain('lilong_listening 1');
    await report(NANJING_EAST, zhou);
    await expect.poll(() => kept?.heard, soon).toContain('my');
  });
}
