// SPDX-License-Identifier: Apache-2.0
// A caller reads out a number: the case is found whatever its tab, by those who may read it.
import { enterCase, getCase, listCases, mergeCases } from '@lilong/contracts/case-work';
import { meToo, reportCase } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  closed,
  dispatched,
  lane,
  move,
  rubbish,
  type Staff,
  staffOf,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';

let city: City;
let staff: Staff;
let lin: Person;
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  lin = await city.resident('林阿婆');
});
afterAll(() => city.close());

const found = async (person: Person, q: string, bucket: 'mine' | 'ended' | 'open' = 'mine') => {
  const { cases, total, named } = await person.call(listCases, { q, bucket });
  return { refs: cases.map(({ ref }) => ref), total, named };
};

test('a resident’s R number finds its case in any tab, open or ended', async () => {
  const running = await dispatched(staff, lin); // with the department: not the dispatcher’s to act on
  const ended = await closed(staff, lin);
  for (const { ref, caseRef } of [running, ended]) {
    const named = { refs: [caseRef], total: 1, named: true };
    expect(await found(staff.wang, ref)).toEqual(named);
    expect(await found(staff.wang, caseRef)).toEqual(named);
    expect(await found(staff.wang, ` ${ref.toLowerCase()} `, 'ended')).toEqual(named);
  }
  const filtered = { q: running.ref, bucket: 'late', channel: 'phone' } as const;
  expect((await staff.wang.call(listCases, filtered)).cases).toHaveLength(1); // filters are left aside too
});

test('the R number of a neighbour who joined, or was merged, leads to the case that is handled', async () => {
  const one = await lin.call(reportCase, rubbish);
  const shen = await city.resident('老沈');
  const joined = await shen.call(meToo, { caseRef: one.caseRef, photos: [] });
  const other = await shen.call(reportCase, { ...rubbish, words: '垃圾还没收' });
  await staff.wang.call(mergeCases, { ref: one.caseRef, others: [other.caseRef] });
  for (const { ref } of [joined, other])
    expect((await found(staff.wang, ref, 'ended')).refs).toEqual([one.caseRef]);
  expect((await found(staff.wang, other.caseRef)).refs).toEqual([other.caseRef]); // its own number is itself
});

test('12345’s own number finds what came from there', async () => {
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const call = { ...rubbish, channel: 'hotline_12345', next: 'keep' } as const;
  const one = await wu.call(enterCase, { ...call, outsideNo: 'SH20260302-77' });
  await move(staff.wang, one.caseRef, 'decline', { reasonCode: 'duplicate', reason: '重复' });
  expect(await found(staff.wang, 'SH20260302-77')).toEqual({
    refs: [one.caseRef],
    total: 1,
    named: true,
  });
  expect(await found(staff.wang, 'SH20260302-7')).toMatchObject({ refs: [], named: false }); // whole or not at all
});

test('a number opens nothing to those who may not read the case', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  const far = await city.person('远调度', { as: 'dispatcher', at: 310104003000000 });
  const none = { refs: [], total: 0, named: false };
  for (const person of [far, staff.zhao])
    for (const q of [ref, caseRef]) expect(await found(person, q, 'open')).toEqual(none);
  const misheard = ref.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
  expect(await found(staff.wang, misheard, 'open')).toEqual(none);
});

test('words stay in their tab', async () => {
  const { caseRef } = await lin.call(reportCase, { ...rubbish, words: '窨井盖翘起来了' });
  expect(await found(staff.wang, '窨井盖')).toMatchObject({ refs: [caseRef], named: false });
  expect(await found(staff.wang, '窨井盖', 'ended')).toMatchObject({ refs: [], total: 0 });
  expect((await staff.wang.call(getCase, { ref: caseRef })).line.title).toContain('窨井盖');
});
