// SPDX-License-Identifier: Apache-2.0
// What a reporter does after the report: answer, add, take back, rate.
import { askReporter, getCase, moveCase } from '@lilong/contracts/case-work';
import {
  addPhotos,
  answerQuestion,
  meToo,
  myReport,
  myReports,
  rateReport,
  reportCase,
  withdrawReport,
} from '@lilong/contracts/cases';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aPhoto,
  closed,
  finished,
  lane,
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
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  lin = await city.resident('林阿婆');
  shen = await city.resident('老沈');
});
afterAll(() => city.close());

const codes = async (person: Person, ref: string) =>
  (await person.call(myReport, { ref })).timeline.map((entry) => entry.code);

test('the office asks, 林阿婆 answers in place, and no clock stops', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  const before = await rowOf(city, caseRef);
  await staff.wang.call(askReporter, { ref: caseRef, words: '在几号门口？' });
  const asked = await lin.call(myReport, { ref });
  expect(asked).toMatchObject({ report: { question: '在几号门口？' }, can: { answer: true } });
  expect(asked.timeline.at(-1)).toMatchObject({ code: 'asked', words: '在几号门口？' });
  const { due_at, answered_at, state } = await rowOf(city, caseRef);
  expect({ due_at, answered_at, state }).toEqual({
    due_at: before.due_at,
    answered_at: null, // a question is no answer
    state: 'reported',
  });

  await lin.call(answerQuestion, { ref, words: '12 号门口' });
  expect(await lin.call(myReport, { ref })).toMatchObject({
    report: { question: null },
    can: { answer: false },
  });
  const { flow } = await staff.wang.call(getCase, { ref: caseRef });
  expect(flow.at(-1)).toMatchObject({ move: 'answer', words: '12 号门口', byRole: 'resident' });
  expect(flow.at(-1)?.byName).toBeNull();
  expect(await refusedWith(lin.call(answerQuestion, { ref, words: '是 14 号' }))).toBe(
    'cases.changed',
  );
});

test('nobody answers, adds to or takes back what somebody else said', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  await shen.call(meToo, { caseRef, photos: [] }); // he may read the case, and yet
  await staff.wang.call(askReporter, { ref: caseRef, words: '在几号门口？' });
  const photos = [await aPhoto(shen)];
  expect(await refusedWith(shen.call(answerQuestion, { ref, words: '我家' }))).toBe(
    'found.nothing',
  );
  expect(await refusedWith(shen.call(addPhotos, { ref, photos }))).toBe('found.nothing');
  expect(await refusedWith(shen.call(withdrawReport, { ref }))).toBe('found.nothing');
  expect(await refusedWith(staff.wang.call(withdrawReport, { ref }))).toBe('found.nothing');
  expect(await rowOf(city, caseRef)).toMatchObject({ state: 'reported', reports: 2 });
});

test('photos are added, nine in all', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  const first = await aPhoto(lin);
  await lin.call(addPhotos, { ref, photos: [first] });
  const page = await lin.call(myReport, { ref });
  expect(page.photos.map(({ file }) => file)).toEqual([first]);
  expect(page.timeline.at(-1)?.code).toBe('photo_added');
  expect((await rowOf(city, caseRef)).photo).toBe(first);
  const seen = await staff.wang.call(getCase, { ref: caseRef });
  expect(seen.reports[0]?.photos.map(({ file }) => file)).toEqual([first]);

  const eight = await Promise.all(Array.from({ length: 8 }, () => aPhoto(lin)));
  await lin.call(addPhotos, { ref, photos: eight });
  expect(await refusedWith(lin.call(addPhotos, { ref, photos: [await aPhoto(lin)] }))).toBe(
    'input.invalid',
  );
  const foreign = await aPhoto(shen);
  const other = await lin.call(reportCase, rubbish);
  expect(await refusedWith(lin.call(addPhotos, { ref: other.ref, photos: [foreign] }))).toBe(
    'files.unknown',
  );
  expect((await lin.call(myReport, { ref: other.ref })).photos).toEqual([]);
});

test('the same photo sent twice at once is kept once', async () => {
  const bytes = await sharp({ create: { width: 7, height: 7, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  const sent = await Promise.all([1, 2, 3].map(() => lin.upload('photo', bytes)));
  expect(new Set(sent).size).toBe(1);
});

test('a report taken back ends its case; with another reporter the case goes on', async () => {
  const alone = await lin.call(reportCase, rubbish);
  await lin.call(withdrawReport, { ref: alone.ref });
  expect(await rowOf(city, alone.caseRef)).toMatchObject({
    state: 'not_accepted',
    outcome: 'withdrawn',
    due_at: null,
    reports: 0,
  });
  expect(await lin.call(myReport, { ref: alone.ref })).toMatchObject({
    report: { state: 'not_accepted' },
    can: { withdraw: false, rate: false },
  });

  const shared = await lin.call(reportCase, rubbish);
  const joined = await shen.call(meToo, { caseRef: shared.caseRef, photos: [] });
  const before = await rowOf(city, shared.caseRef);
  await lin.call(withdrawReport, { ref: shared.ref });
  expect(await rowOf(city, shared.caseRef)).toEqual({
    ...before,
    reports: 1,
    version: before.version + 1,
  });
  expect(await codes(shen, joined.ref)).not.toContain('withdrawn'); // his is not
  expect(await refusedWith(lin.call(withdrawReport, { ref: shared.ref }))).toBe('found.nothing');
  await shen.call(withdrawReport, { ref: joined.ref });
  expect((await rowOf(city, shared.caseRef)).state).toBe('not_accepted');
});

test('whoever took a report back is told nothing more of the case, and asked nothing', async () => {
  const pushed: number[] = [];
  const { live } = city.host;
  const tell = live.tell;
  live.tell = (news) => pushed.push(...news.flatMap(({ accounts }) => accounts));
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  await shen.call(meToo, { caseRef, photos: [] });
  await lin.call(withdrawReport, { ref });
  await city.settleDown();
  expect(pushed).toContain(lin.account);
  pushed.length = 0;
  await move(staff.wang, caseRef, 'decline', { reasonCode: 'not_public', reason: '已解决' });
  await city.settleDown();
  live.tell = tell;
  expect(pushed).toContain(shen.account);
  expect(pushed).not.toContain(lin.account);

  const page = await lin.call(myReport, { ref });
  expect(page).toMatchObject({
    report: { withdrawn: true, state: 'not_accepted', needsRating: false, solveDue: null },
    outcome: null,
    others: 0,
    can: { answer: false, add_photo: false, withdraw: false, rate: false },
  });
  expect(page.timeline.map((entry) => entry.code)).toEqual(['reported', 'withdrawn']);
  const { reports } = await lin.call(myReports, {});
  expect(reports.find((one) => one.ref === ref)).toMatchObject({ withdrawn: true });
});

test('the desk’s way to move a case is not the reporter’s', async () => {
  const shared = await lin.call(reportCase, rubbish);
  await shen.call(meToo, { caseRef: shared.caseRef, photos: [] });
  const { version } = await rowOf(city, shared.caseRef);
  const around = { ref: shared.caseRef, move: 'withdraw' as const, version };
  expect(await refusedWith(lin.call(moveCase, around))).toBe('auth.denied');
  expect(await rowOf(city, shared.caseRef)).toMatchObject({ state: 'reported', reports: 2 });
});

test('once registered, nothing is taken back', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  await move(staff.wang, caseRef, 'register', rubbishRule);
  expect(await refusedWith(lin.call(withdrawReport, { ref }))).toBe('cases.wrong-state');
  expect(await rowOf(city, caseRef)).toMatchObject({ state: 'pending_dispatch', reports: 1 });
});

test('林阿婆 is content: one grade, once, and the case stays closed', async () => {
  const { ref, caseRef } = await closed(staff, lin);
  expect((await lin.call(myReport, { ref })).report.needsRating).toBe(true);
  await lin.call(rateReport, { ref, solved: true, grade: 4, words: '蛮好' });
  const page = await lin.call(myReport, { ref });
  expect(page).toMatchObject({ rating: 4, solved: true, report: { needsRating: false } });
  expect(await refusedWith(lin.call(rateReport, { ref, solved: true, grade: 5 }))).toBe(
    'cases.rated',
  );
  expect(await rowOf(city, caseRef)).toMatchObject({ state: 'closed', round: 1 });
  expect((await staff.wang.call(getCase, { ref: caseRef })).rating).toBe(4);
});

test('not solved needs words, and starts round two under the street leader', async () => {
  const { ref, caseRef } = await closed(staff, lin);
  const bad = { ref, solved: false, grade: 1 };
  expect(await refusedWith(lin.call(rateReport, bad))).toBe('cases.need');
  await lin.call(rateReport, { ...bad, words: '第二天又堆满了' });
  expect(await rowOf(city, caseRef)).toMatchObject({
    state: 'pending_dispatch',
    round: 2,
    organisation: null,
    ended_at: null,
    outcome: null,
    solve_due: null,
  });
  const page = await staff.wang.call(getCase, { ref: caseRef });
  expect(page.line.can).not.toHaveProperty('dispatch');
  expect(
    await refusedWith(move(staff.wang, caseRef, 'dispatch', { organisation: staff.lead })),
  ).toBe('cases.adjudicate-first');
  await move(staff.gu, caseRef, 'rule', { organisation: staff.lead, reason: '加密清运' });
  await move(staff.zhao, caseRef, 'accept');
  await finished(staff, caseRef);
  expect((await lin.call(myReport, { ref })).report).toMatchObject({ round: 2, needsRating: true });
  await lin.call(rateReport, { ref, solved: true, grade: 5 }); // once in each round
  expect((await codes(lin, ref)).slice(-3)).toEqual(['checked', 'closed', 'rated']);
});

test('what the committee handled by itself is registered first in round two', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  await move(wu, caseRef, 'self_handle', { reason: '雨大没有拍', outcome: '扫干净了' });
  await lin.call(rateReport, { ref, solved: false, grade: 2, words: '只扫了一半' });
  expect(await rowOf(city, caseRef)).toMatchObject({ state: 'pending_register', round: 2 });
  expect(await refusedWith(move(staff.wang, caseRef, 'register', rubbishRule))).toBe('cases.need');
  await move(staff.wang, caseRef, 'register', { ...rubbishRule, words: '还剩一半，派清运队' });
  expect(
    await refusedWith(move(staff.wang, caseRef, 'dispatch', { organisation: staff.lead })),
  ).toBe('cases.adjudicate-first');
  await move(staff.gu, caseRef, 'rule', { organisation: staff.lead, reason: '交绿容' });
  expect((await rowOf(city, caseRef)).solve_due).toBeInstanceOf(Date);
});

test('an open case, one that was declined, and other people’s cannot be rated', async () => {
  const open = await lin.call(reportCase, rubbish);
  const grade = { solved: true, grade: 3 };
  expect(await refusedWith(lin.call(rateReport, { ref: open.ref, ...grade }))).toBe(
    'cases.wrong-state',
  );
  await move(staff.wang, open.caseRef, 'decline', { reasonCode: 'not_public', reason: '已解决' });
  expect(await refusedWith(lin.call(rateReport, { ref: open.ref, ...grade }))).toBe(
    'cases.wrong-state',
  );
  expect(await refusedWith(shen.call(rateReport, { ref: open.ref, ...grade }))).toBe(
    'found.nothing',
  );
});
