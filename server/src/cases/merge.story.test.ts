// SPDX-License-Identifier: Apache-2.0
import { getCase, listCases, mergeCases, unmergeCase } from '@lilong/contracts/case-work';
import { meToo, myReport, type Receipt, reportCase } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  finished,
  hour,
  move,
  refusedWith,
  rowOf,
  rubbish,
  rubbishRule,
  type Staff,
  staffOf,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';

let city: City;
let staff: Staff;
let lin: Person;
let shen: Person;
let ding: Person;
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  lin = await city.resident('林阿婆');
  shen = await city.resident('老沈');
  ding = await city.resident('丁师傅');
});
afterAll(() => city.close());

const report = (person: Person, words: string): Promise<Receipt> =>
  person.call(reportCase, { ...rubbish, words });
const codes = async (person: Person, ref: string) =>
  (await person.call(myReport, { ref })).timeline.map((entry) => entry.code);

/** Whose screens were told to look again, since `after`. */
async function told(after: number): Promise<Set<number>> {
  const rows = await city.db.kysely
    .selectFrom('kernel.event')
    .select(['no', 'audience'])
    .where('name', '=', 'my.case')
    .where('no', '>', after)
    .execute();
  return new Set(rows.flatMap((row) => (row.audience as { accounts?: number[] }).accounts ?? []));
}
async function lastEvent(): Promise<number> {
  const row = await city.db.kysely
    .selectFrom('kernel.event')
    .select((of) => of.fn.max('no').as('no'))
    .executeTakeFirst();
  return Number(row?.no ?? 0);
}

test('three neighbours report one heap; one answer reaches all of them', async () => {
  const one = await report(lin, '弄口垃圾成堆');
  const two = await report(shen, '垃圾没人收');
  const three = await report(ding, '臭得很，是垃圾');
  const before = await lastEvent();
  await staff.wang.call(mergeCases, { ref: one.caseRef, others: [three.caseRef, two.caseRef] });

  expect(await told(before)).toEqual(new Set([lin.account, shen.account, ding.account]));
  expect(await rowOf(city, one.caseRef)).toMatchObject({ state: 'reported', reports: 3 });
  for (const other of [two, three])
    expect(await rowOf(city, other.caseRef)).toMatchObject({
      state: 'not_accepted',
      outcome: one.caseRef,
      due_at: null,
    });
  const page = await staff.wang.call(getCase, { ref: one.caseRef });
  expect(page.reports.map((said) => said.words)).toEqual([
    '弄口垃圾成堆',
    '垃圾没人收',
    '臭得很，是垃圾',
  ]);
  expect(page.merged).toEqual([
    { ref: two.caseRef, title: '垃圾没人收' },
    { ref: three.caseRef, title: '臭得很，是垃圾' },
  ]);
  expect(page.line.can.unmerge).toBe(true); // from the kept case, where the dispatcher sees that it was wrong
  expect((await staff.wang.call(getCase, { ref: two.caseRef })).undoUntil).toBeNull();

  await move(staff.wang, one.caseRef, 'register', rubbishRule);
  await move(staff.wang, one.caseRef, 'dispatch', { organisation: staff.lead });
  await move(staff.zhao, one.caseRef, 'accept');
  await finished(staff, one.caseRef);
  for (const [person, receipt] of [
    [lin, one] as const,
    [shen, two] as const,
    [ding, three] as const,
  ])
    expect(await person.call(myReport, { ref: receipt.ref })).toMatchObject({
      outcome: '今天上午已清运',
      others: 2,
      report: { state: 'closed', needsRating: true },
    });
});

test('a case merged by mistake is taken out again as it was', async () => {
  const one = await report(lin, '弄口垃圾成堆');
  const lamp = await report(shen, '12 号门口路灯不亮');
  await ding.call(meToo, { caseRef: lamp.caseRef, photos: [] });
  const kept = await rowOf(city, one.caseRef);
  const before = await rowOf(city, lamp.caseRef);
  await staff.wang.call(mergeCases, { ref: one.caseRef, others: [lamp.caseRef] });
  expect((await rowOf(city, one.caseRef)).reports).toBe(3);
  expect(await codes(shen, lamp.ref)).toEqual(['reported', 'merged']);

  const event = await lastEvent();
  await staff.wang.call(unmergeCase, { ref: lamp.caseRef });
  expect(await told(event)).toEqual(new Set([lin.account, shen.account, ding.account]));
  expect(await rowOf(city, lamp.caseRef)).toEqual({ ...before, version: before.version + 2 });
  expect(await rowOf(city, one.caseRef)).toEqual({ ...kept, version: kept.version + 2 });
  const words = async (ref: string) =>
    (await staff.wang.call(getCase, { ref })).reports.map((said) => said.words);
  expect(await words(one.caseRef)).toEqual(['弄口垃圾成堆']);
  expect(await words(lamp.caseRef)).toEqual(['12 号门口路灯不亮', null]);
  expect(await codes(lin, one.ref)).toEqual(['reported', 'merged', 'unmerged']);
  expect(await refusedWith(staff.wang.call(unmergeCase, { ref: lamp.caseRef }))).toBe(
    'cases.wrong-state',
  );
});

test('what was merged into a case follows it into the next, and comes out alone', async () => {
  const [a, b, c] = [await report(lin, '甲'), await report(shen, '乙'), await report(ding, '丙')];
  await staff.wang.call(mergeCases, { ref: b.caseRef, others: [a.caseRef] });
  await staff.wang.call(mergeCases, { ref: c.caseRef, others: [b.caseRef] });
  expect((await rowOf(city, c.caseRef)).reports).toBe(3);
  expect(await refusedWith(lin.call(getCase, { ref: a.caseRef }))).toBe('found.nothing');

  await staff.wang.call(unmergeCase, { ref: a.caseRef }); // it had gone into b, which is in c
  const reports = async () =>
    Promise.all([a, b, c].map(async ({ caseRef }) => (await rowOf(city, caseRef)).reports));
  expect(await reports()).toEqual([1, 2, 2]);
  expect((await rowOf(city, a.caseRef)).state).toBe('reported');
  expect((await rowOf(city, b.caseRef)).state).toBe('not_accepted');
  await staff.wang.call(unmergeCase, { ref: b.caseRef });
  expect(await reports()).toEqual([1, 1, 1]);
  expect((await lin.call(myReport, { ref: a.ref })).others).toBe(0);
});

test('the earliest promise of a first answer holds for all', async () => {
  const early = await report(lin, '弄口垃圾成堆');
  const { answer_due } = await rowOf(city, early.caseRef);
  city.clock.advance(24 * hour);
  const now = await staffOf(city);
  const late = await report(await city.resident('老沈'), '垃圾没人收');
  await now.wang.call(mergeCases, { ref: late.caseRef, others: [early.caseRef] });
  expect(await rowOf(city, late.caseRef)).toMatchObject({ answer_due, due_at: answer_due });
});

test('other streets, ended cases and the case itself are refused, and nothing changes', async () => {
  const { wang } = await staffOf(city);
  const lin = await city.resident('林阿婆');
  const one = await report(lin, '弄口垃圾成堆');
  const declined = await report(lin, '天上有云');
  await move(wang, declined.caseRef, 'decline', {
    reasonCode: 'not_public',
    reason: '不属于受理范围',
  });
  const far = await lin.call(reportCase, { ...rubbish, place: 310104003001000 });
  const merge = (...others: string[]) =>
    refusedWith(wang.call(mergeCases, { ref: one.caseRef, others }));
  const before = await rowOf(city, one.caseRef);

  expect(await merge(far.caseRef)).toBe('cases.not-same-street');
  expect(await merge(one.caseRef)).toBe('input.invalid');
  expect(await merge(declined.caseRef)).toBe('cases.wrong-state');
  const other = await report(lin, '垃圾没人收');
  expect(await merge(other.caseRef, declined.caseRef)).toBe('cases.wrong-state');
  expect(await rowOf(city, one.caseRef)).toEqual(before);
  expect((await rowOf(city, other.caseRef)).state).toBe('reported'); // all or nothing
  const staff = await staffOf(city);
  const call = { ref: one.caseRef, others: [other.caseRef] };
  expect(await refusedWith(staff.chen.call(mergeCases, call))).toBe('auth.denied');
  expect(await refusedWith(lin.call(mergeCases, call))).toBe('auth.denied');
});

test('two dispatchers merge the same two cases into each other: one of them does', async () => {
  const { wang } = await staffOf(city);
  const xu = (await staffOf(city)).wang;
  const lin = await city.resident('林阿婆');
  const [a, b] = [await report(lin, '甲'), await report(lin, '乙')];
  const both = await Promise.allSettled([
    wang.call(mergeCases, { ref: a.caseRef, others: [b.caseRef] }),
    xu.call(mergeCases, { ref: b.caseRef, others: [a.caseRef] }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  const { cases } = await wang.call(listCases, { bucket: 'register', limit: 300 });
  const open = cases.map((line) => line.ref).filter((ref) => [a.caseRef, b.caseRef].includes(ref));
  expect(open).toHaveLength(1);
});
