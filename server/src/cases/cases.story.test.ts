// SPDX-License-Identifier: Apache-2.0

import type { MoveInput } from '@lilong/contracts/case-work';
import { countBuckets, getCase, listCases, moveCase, moveMany } from '@lilong/contracts/case-work';
import { meToo, myReport, nearbyCases, reportCase, similarCases } from '@lilong/contracts/cases';
import { locate } from '@lilong/contracts/places';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';

let city: City;
beforeAll(async () => {
  city = await aCity();
});
afterAll(() => city.close());

const lane = 310101002001000; // 云南中路居委会
const street = 310101002000000; // 南京东路街道
const rubbish = {
  place: lane,
  address: '南京东路 139 弄口',
  words: '弄口生活垃圾成堆，有异味',
  photos: [],
};

/** One move, on the version that the person sees. */
async function move(
  person: Person,
  ref: string,
  name: MoveInput['move'],
  more: Partial<MoveInput> = {},
) {
  const { line } = await person.call(getCase, { ref });
  return person.call(moveCase, { ref, move: name, version: line.version, ...more });
}

test('a report travels from a resident to a confirmed, closed case', async () => {
  const lin = await city.resident('林阿婆');
  const wang = await city.person('王调度', { as: 'dispatcher', at: street });
  const chen = await city.person('陈核查', { as: 'checker', at: street });

  const receipt = await lin.call(reportCase, rubbish);
  expect(receipt.ref).toMatch(/^R310101002-\d+[\dX]$/);
  expect(receipt.answerDue).toBe('2026-03-03T16:00:00.000Z'); // one working day: the end of Tuesday

  const ref = receipt.caseRef;
  const registered = await move(wang, ref, 'register', { category: 'event-01-11', condition: 1 });
  expect(registered.state).toBe('pending_dispatch');
  expect(registered.solveDue).not.toBeNull();

  const { proposals } = await wang.call(getCase, { ref });
  expect(proposals[0]?.basis).toBe('duty');
  const organisation = proposals[0]?.organisation ?? 0;
  await move(wang, ref, 'dispatch', { organisation });

  const zhao = await city.person('赵承办', { as: 'department_officer', organisation });
  await move(zhao, ref, 'accept');
  await move(zhao, ref, 'finish', { words: '已清运，冲洗地面' });
  await move(chen, ref, 'pass');
  const closed = await move(wang, ref, 'close', {
    closing: '渣土已清运，场地已平整或覆盖',
    outcome: '今天上午已清运，每天加一次巡查',
  });
  expect(closed.state).toBe('closed');

  const page = await lin.call(myReport, { ref: receipt.ref });
  expect(page.timeline.map((entry) => entry.code)).toEqual([
    'reported',
    'registered',
    'promise',
    'dispatched',
    'accepted',
    'done',
    'checked',
    'closed',
  ]);
  expect(page.outcome).toBe('今天上午已清运，每天加一次巡查');
  expect(page.report.needsRating).toBe(true);
});

test('a neighbour sees neither the report nor the case of another', async () => {
  const lin = await city.resident('林阿婆');
  const neighbour = await city.resident('楼上老沈');
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  await expect(neighbour.call(myReport, { ref })).rejects.toMatchObject({
    problem: { code: 'found.nothing' },
  });
  await expect(neighbour.call(getCase, { ref: caseRef })).rejects.toMatchObject({
    problem: { code: 'found.nothing' },
  });
  await expect(neighbour.call(listCases, {})).rejects.toMatchObject({
    problem: { code: 'auth.denied' },
  });
});

test('the worker of its own committee sees it, the one of the next street does not', async () => {
  const lin = await city.resident('林阿婆');
  const { caseRef } = await lin.call(reportCase, rubbish);
  const own = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const other = await city.person('孙干部', { as: 'committee_worker', at: 310101013018000 });
  expect(
    (await own.call(listCases, { bucket: 'mine', limit: 300 })).cases.map((line) => line.ref),
  ).toContain(caseRef);
  expect((await other.call(listCases, { limit: 300 })).cases.map((line) => line.ref)).not.toContain(
    caseRef,
  );
});

test('of two dispatchers acting at once one succeeds, the other is shown what changed', async () => {
  const lin = await city.resident('林阿婆');
  const { caseRef: ref } = await lin.call(reportCase, rubbish);
  const wang = await city.person('王调度', { as: 'dispatcher', at: street });
  const xu = await city.person('徐调度', { as: 'dispatcher', at: street });
  const decline = {
    ref,
    version: 1,
    move: 'decline' as const,
    reasonCode: 'duplicate',
    reason: '已有同一件',
  };
  const register = {
    ref,
    version: 1,
    move: 'register' as const,
    category: 'event-01-11',
    condition: 1,
  };
  const both = await Promise.allSettled([
    wang.call(moveCase, register),
    xu.call(moveCase, decline),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
  expect(['cases.changed', 'cases.wrong-state']).toContain(lost.reason.problem.code);
});

test('the inbox is late first, then the soonest promise, with the exact total', async () => {
  const place = 310104003001000;
  const lin = await city.resident('林阿婆');
  const first = await lin.call(reportCase, { ...rubbish, place });
  city.clock.advance(24 * 3_600_000);
  const later = await city.resident('林阿婆'); // a session lasts twelve hours
  const second = await later.call(reportCase, { ...rubbish, place, words: '路灯不亮' });
  city.clock.advance(20 * 3_600_000);
  const wang = await city.person('王调度', { as: 'dispatcher', at: 310104003000000 });
  const { cases, total } = await wang.call(listCases, { bucket: 'register' });
  expect(cases.map((line) => [line.ref, line.lateness])).toEqual([
    [first.caseRef, 'late'],
    [second.caseRef, 'soon'],
  ]);
  expect(total).toBe(2);
  expect((await wang.call(countBuckets, {})).counts).toMatchObject({
    register: 2,
    late: 1,
    dispatch: 0,
  });
});

test('the same thing nearby is offered and joined, without its words', async () => {
  const lin = await city.resident('林阿婆');
  const shen = await city.resident('老沈');
  const point = { lon: 121.4781, lat: 31.2346 };
  const first = await lin.call(reportCase, { ...rubbish, point });
  const { similar } = await shen.call(similarCases, {
    place: lane,
    point: { lon: 121.4783, lat: 31.2346 },
    words: '垃圾堆在弄堂口，臭死了',
  });
  expect(similar.map((one) => one.ref)).toContain(first.caseRef);
  expect(similar.every((one) => one.words === null && one.photo === null)).toBe(true);
  const joined = await shen.call(meToo, { caseRef: first.caseRef, photos: [] });
  expect(joined.caseRef).toBe(first.caseRef);
  expect((await lin.call(myReport, { ref: first.ref })).others).toBe(1);
});

test('a case shows the grids that hold its point, and none without a point', async () => {
  const lin = await city.resident('林阿婆');
  const wang = await city.person('王调度', { as: 'dispatcher', at: street });
  const point = { lon: 121.4781, lat: 31.2346 };
  const { grids } = await city.anyone().call(locate, point);
  const pinned = await lin.call(reportCase, { ...rubbish, point });
  const page = await wang.call(getCase, { ref: pinned.caseRef });
  expect(page.grids).toEqual(grids.map(({ name }) => name));
  expect(page.grids).not.toEqual([]);
  const told = await lin.call(reportCase, rubbish);
  expect((await wang.call(getCase, { ref: told.caseRef })).grids).toEqual([]);
});

test('a case of a category that others may not see is in no list of others', async () => {
  const lin = await city.resident('林阿婆');
  const wang = await city.person('王调度', { as: 'dispatcher', at: street });
  const hidden = await lin.call(reportCase, { ...rubbish, words: '隔壁疑似群租，进出十几个人' });
  await move(wang, hidden.caseRef, 'register', { category: 'community-21-01', condition: 1 });
  const anyone = city.anyone();
  const { cases } = await anyone.call(nearbyCases, { place: lane });
  expect(cases.map((one) => one.ref)).not.toContain(hidden.caseRef);
  const asked = await lin.call(similarCases, {
    place: lane,
    words: '疑似群租，进出十几个人',
    category: 'community-21-01',
  });
  expect(asked.similar.map((one) => one.ref)).not.toContain(hidden.caseRef);
});

test('a report with a broken place, an empty mouth or a point abroad is refused by name', async () => {
  const lin = await city.resident('林阿婆');
  await expect(lin.call(reportCase, { ...rubbish, place: 310101002999000 })).rejects.toMatchObject({
    problem: { code: 'places.unknown', field: 'place' },
  });
  await expect(
    lin.call(reportCase, { place: lane, address: '弄口', photos: [] }),
  ).rejects.toMatchObject({ problem: { code: 'cases.say-something', field: 'words' } });
  await expect(
    lin.call(reportCase, { ...rubbish, point: { lon: 139.7, lat: 35.7 } }),
  ).rejects.toMatchObject({ problem: { code: 'places.outside' } });
  await expect(lin.call(reportCase, { ...rubbish, photos: [999_999] })).rejects.toMatchObject({
    problem: { code: 'files.unknown' },
  });
});

test('several at once: each succeeds or is refused by itself', async () => {
  const lin = await city.resident('林阿婆');
  const wang = await city.person('王调度', { as: 'dispatcher', at: street });
  const one = await lin.call(reportCase, rubbish);
  const two = await lin.call(reportCase, rubbish);
  const cases = [
    { ref: one.caseRef, version: 1 },
    { ref: two.caseRef, version: 7 },
  ];
  const done = await wang.call(moveMany, {
    cases,
    move: 'register',
    category: 'event-01-11',
    condition: 1,
  });
  expect(done.done).toEqual([one.caseRef]);
  expect(done.refused).toMatchObject([{ ref: two.caseRef, code: 'cases.changed' }]);
});
