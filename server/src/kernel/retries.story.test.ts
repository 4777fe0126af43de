// SPDX-License-Identifier: Apache-2.0
import { getCase, moveCase } from '@lilong/contracts/case-work';
import { reportCase } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { sweep } from './sweep.ts';

let city: City;
let lin: Person;
beforeAll(async () => {
  city = await aCity();
  lin = await city.resident('林阿婆');
});
afterAll(() => city.close());

const said = {
  place: 310101002001000,
  address: '139 弄口',
  words: '弄口生活垃圾成堆',
  photos: [],
};
const cases = async () =>
  Number((await city.asOwner('select count(*) as count from cases.case'))[0]?.count);
const withKey = (key: string) => ({ 'idempotency-key': key });

test('a retry gets the first reply and opens nothing', async () => {
  const first = await lin.call(reportCase, said, withKey('one'));
  const before = await cases();
  expect(await lin.call(reportCase, said, withKey('one'))).toEqual(first);
  expect(await cases()).toBe(before);
});

test('sent five times at once it happens once', async () => {
  const before = await cases();
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => lin.call(reportCase, said, withKey('five'))),
  );
  expect(new Set(replies.map(({ ref }) => ref)).size).toBe(1);
  expect(await cases()).toBe(before + 1);
});

test('the same key with another body is refused, whatever would come of that body', async () => {
  await lin.call(reportCase, said, withKey('mine'));
  const refused = { problem: { code: 'retry.other-body' } };
  const other = { ...said, words: '别的话' };
  await expect(lin.call(reportCase, other, withKey('mine'))).rejects.toMatchObject(refused);
  const abroad = { ...said, point: { lon: 2.35, lat: 48.85 } };
  await expect(lin.call(reportCase, abroad, withKey('mine'))).rejects.toMatchObject(refused);
});

test('a move that was made is not refused to its retry for having been made', async () => {
  const wang = await city.person('王调度', { as: 'dispatcher', at: 310101002000000 });
  const { caseRef: ref } = await lin.call(reportCase, said);
  const { line } = await wang.call(getCase, { ref });
  const move = {
    ref,
    move: 'register' as const,
    version: line.version,
    category: 'event-01-11',
    condition: 1,
  };
  const first = await wang.call(moveCase, move, withKey('move'));
  expect(await wang.call(moveCase, move, withKey('move'))).toEqual(first);
  await expect(wang.call(moveCase, move)).rejects.toMatchObject({ problem: { status: 409 } });
});

test('a refusal is not remembered: trying again is a new attempt', async () => {
  const abroad = { ...said, point: { lon: 2.35, lat: 48.85 } };
  await expect(lin.call(reportCase, abroad, withKey('abroad'))).rejects.toMatchObject({
    problem: { code: 'places.outside' },
  });
  await expect(lin.call(reportCase, said, withKey('abroad'))).resolves.toBeDefined();
});

test('a key of somebody else is another key', async () => {
  const shen = await city.resident('楼上老沈');
  const first = await lin.call(reportCase, said, withKey('shared'));
  const second = await shen.call(reportCase, said, withKey('shared'));
  expect(second.ref).not.toBe(first.ref);
});

test('two nights later the reply is forgotten, not earlier', async () => {
  const first = await lin.call(reportCase, said, withKey('old'));
  city.clock.advance(47 * 3_600_000);
  await sweep(city.host);
  expect(await lin.call(reportCase, said, withKey('old'))).toEqual(first);
  city.clock.advance(2 * 3_600_000);
  await sweep(city.host);
  expect((await lin.call(reportCase, said, withKey('old'))).ref).not.toBe(first.ref);
});
