// SPDX-License-Identifier: Apache-2.0
import { getCase, listCases, moveMany, superviseCase, undoMove } from '@lilong/contracts/case-work';
import { myReport, reportCase } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dispatched,
  finished,
  hour,
  inHand,
  minute,
  move,
  refusedWith,
  rowOf,
  rubbish,
  rubbishGone,
  rubbishRule,
  type Staff,
  staffOf,
  street,
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

test('王调度 registers, thinks again, and takes it back as it was', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  const before = await rowOf(city, caseRef);
  await move(staff.wang, caseRef, 'register', rubbishRule);
  city.clock.advance(59_000);

  const undone = await staff.wang.call(undoMove, { ref: caseRef });
  expect(undone).toEqual({ state: 'reported', version: 3 });
  expect(await rowOf(city, caseRef)).toEqual({ ...before, version: 3 });
  const page = await lin.call(myReport, { ref });
  expect(page.timeline.map((entry) => entry.code)).toEqual(['reported']);
  expect(page.report).toMatchObject({ solveDue: null, answeredAt: null, late: false });
  const { flow } = await staff.wang.call(getCase, { ref: caseRef });
  expect(flow.map((entry) => [entry.move, entry.kind])).toEqual([
    ['report', 'forward'],
    ['register', 'forward'],
    ['undo', 'revoke'],
  ]); // the log is only added to
  expect(await refusedWith(staff.wang.call(undoMove, { ref: caseRef }))).toBe('cases.undo-over');
});

test('a dispatch that is taken back leaves the department’s list', async () => {
  const { caseRef } = await dispatched(staff, lin);
  const lists = async () => (await staff.zhao.call(listCases, { limit: 300 })).cases;
  expect((await lists()).map((line) => line.ref)).toContain(caseRef);
  await staff.wang.call(undoMove, { ref: caseRef });
  expect((await lists()).map((line) => line.ref)).not.toContain(caseRef);
  const row = await rowOf(city, caseRef);
  expect(row).toMatchObject({ state: 'pending_dispatch', organisation: null, assisting: [] });
  expect(row.dispatched_at).toBeNull();
  expect(row.solve_due).toBeInstanceOf(Date); // promised at registration, and still so
  expect(row.stage_due).toBeInstanceOf(Date); // and somebody has to send it out before that
  expect(row.due_at).toEqual(row.stage_due);
});

test('after a minute, by somebody else, or once something happened since, it stays', async () => {
  const { caseRef } = await lin.call(reportCase, rubbish);
  await move(staff.wang, caseRef, 'register', rubbishRule);
  const registered = await rowOf(city, caseRef);
  const xu = await city.person('徐调度', { as: 'dispatcher', at: street });
  expect(await refusedWith(xu.call(undoMove, { ref: caseRef }))).toBe('cases.undo-over');
  expect(await refusedWith(staff.zhao.call(undoMove, { ref: caseRef }))).toBe('found.nothing');
  expect(await refusedWith(staff.chen.call(undoMove, { ref: caseRef }))).toBe('auth.denied');
  city.clock.advance(minute + 1);
  expect(await refusedWith(staff.wang.call(undoMove, { ref: caseRef }))).toBe('cases.undo-over');
  expect(await rowOf(city, caseRef)).toEqual(registered);

  await move(staff.wang, caseRef, 'dispatch', { organisation: staff.lead });
  await staff.gu.call(superviseCase, { ref: caseRef, kind: 'leader', words: '今天办好' });
  expect(await refusedWith(staff.wang.call(undoMove, { ref: caseRef }))).toBe('cases.undo-over');
  expect((await rowOf(city, caseRef)).state).toBe('pending_handle');
});

test('a close that is taken back is open again, and can be closed again', async () => {
  const { caseRef, ref } = await inHand(staff, lin);
  await finished(staff, caseRef);
  expect(await staff.wang.call(undoMove, { ref: caseRef })).toMatchObject({
    state: 'pending_close',
  });
  expect(await rowOf(city, caseRef)).toMatchObject({
    ended_at: null,
    outcome: null,
    closing: null,
  });
  expect((await lin.call(myReport, { ref })).report.needsRating).toBe(false);
  await move(staff.wang, caseRef, 'close', { closing: rubbishGone, outcome: '清运了' });
  expect((await lin.call(myReport, { ref })).outcome).toBe('清运了');
});

test('a missed promise stays missed, whatever is taken back', async () => {
  const { caseRef } = await lin.call(reportCase, rubbish);
  const { answer_due } = await rowOf(city, caseRef);
  city.clock.advance(48 * hour);
  const { wang } = await staffOf(city);
  await move(wang, caseRef, 'register', rubbishRule);
  await wang.call(undoMove, { ref: caseRef });
  const row = await rowOf(city, caseRef);
  expect(row).toMatchObject({ state: 'reported', answered_at: null, due_at: answer_due });
  expect(row.late_at).toEqual(answer_due);
});

test('several at once say until when they may be taken back, and each page says it too', async () => {
  const { wang, gu } = await staffOf(city); // the clock went past their sessions
  const xu = await city.resident('徐阿姨');
  const receipts = [await xu.call(reportCase, rubbish), await xu.call(reportCase, rubbish)];
  const cases = receipts.map(({ caseRef }) => ({ ref: caseRef, version: 1 }));
  const done = await wang.call(moveMany, { cases, move: 'register', ...rubbishRule });
  const until = new Date(city.clock().getTime() + minute).toISOString();
  expect(done).toMatchObject({ undoUntil: until, refused: [] });
  for (const ref of done.done) {
    expect((await wang.call(getCase, { ref })).undoUntil).toBe(until);
    expect((await gu.call(getCase, { ref })).undoUntil).toBeNull(); // somebody else’s move
    await wang.call(undoMove, { ref });
    expect((await rowOf(city, ref)).state).toBe('reported');
  }
  const none = await wang.call(moveMany, { cases, move: 'register', ...rubbishRule });
  expect(none).toMatchObject({ done: [], undoUntil: null }); // on versions that have passed
});
