// SPDX-License-Identifier: Apache-2.0
import {
  getCase,
  listCases,
  type MoveInput,
  moveCase,
  undoMove,
} from '@lilong/contracts/case-work';
import { reportCase } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { foldTally } from './tally.ts';

let city: City;
let lin: Person;
let dispatcher: Person;
let district: Person;
let nextDistrict: Person;
let wholeCity: Person;
const lane = 310101002001000; // 云南中路居委会
const street = 310101002000000; // 南京东路街道
const elsewhere = 310104003001000; // in 徐汇区

beforeAll(async () => {
  city = await aCity();
  lin = await city.resident('林阿婆');
  dispatcher = await city.person('王调度', { as: 'dispatcher', at: street });
  district = await city.person('黄区长', { as: 'district' });
  nextDistrict = await city.person('徐区长', { as: 'district', at: 310104000000000 });
  wholeCity = await city.person('市里', { as: 'city' });
});
afterAll(() => city.close());

const everyone = () => [dispatcher, district, nextDistrict, wholeCity];
const totals = () =>
  Promise.all(everyone().map(async (one) => (await one.call(listCases, {})).total));

/** The totals that screens show are those that counting gives. */
async function expectExact(): Promise<void> {
  const counted = [];
  for (const [first, span] of [
    [street, 1e6],
    [310101000000000, 1e9],
    [310104000000000, 1e9],
    [310000000000000, 1e13],
  ] as const) {
    const rows = await city.asOwner(
      `select count(*)::int as count from cases.case where ended_at is null and place between ${first} and ${first + span - 1}`,
    );
    counted.push(rows[0]?.count);
  }
  expect(await totals()).toEqual(counted);
}

async function report(): Promise<string> {
  const said = { place: lane, address: '139 弄口', words: '弄口生活垃圾成堆', photos: [] };
  return (await lin.call(reportCase, said)).caseRef;
}

async function act(ref: string, move: MoveInput['move'], more: Partial<MoveInput>): Promise<void> {
  const { line } = await dispatcher.call(getCase, { ref });
  await dispatcher.call(moveCase, { ref, move, version: line.version, ...more });
}

test('totals are exact while cases open, end, come back and move, folded or not', async () => {
  const [one = ''] = [await report(), await report(), await report()];
  expect(await totals()).toEqual([3, 3, 0, 3]);

  await foldTally(city.host);
  expect(await totals()).toEqual([3, 3, 0, 3]);

  await act(one, 'decline', {
    reasonCode: 'duplicate',
    reason: '已有同样的件',
    outcome: '不予立案',
  });
  expect(await totals()).toEqual([2, 2, 0, 2]);
  await dispatcher.call(undoMove, { ref: one });
  await expectExact();

  await city.asOwner(
    `update cases.case set place = ${elsewhere} where no = (select min(no) from cases.case)`,
  );
  expect(await totals()).toEqual([2, 2, 1, 3]);
  await Promise.all([foldTally(city.host), foldTally(city.host)]);
  await expectExact();
  expect(await city.asOwner('select count(*)::int as left from cases.tally_change')).toEqual([
    { left: 0 },
  ]);
});

test('reports that come while the tally is folded are neither lost nor counted twice', async () => {
  const before = (await totals())[3] ?? 0;
  await Promise.all([
    ...Array.from({ length: 12 }, report),
    ...Array.from({ length: 4 }, () => foldTally(city.host)),
  ]);
  expect((await totals())[3]).toBe(before + 12);
  await foldTally(city.host);
  await expectExact();
});

test('a page below the post is tallied, a committee and a filter are counted', async () => {
  const [all, ofStreet, ofLane, filtered] = await Promise.all([
    district.call(listCases, {}),
    district.call(listCases, { place: street }),
    district.call(listCases, { place: lane }),
    district.call(listCases, { state: 'reported' }),
  ]);
  expect([ofStreet.total, ofLane.total, filtered.total]).toEqual([all.total, all.total, all.total]);
  const outside = await district.call(listCases, { place: elsewhere });
  expect(outside).toMatchObject({ total: 0, cases: [] });
});
