// SPDX-License-Identifier: Apache-2.0
// More time: asked for by the lead organisation, granted or refused by the street, ended by the clock.
import {
  askDelay,
  countBuckets,
  decideDelay,
  getCase,
  listCases,
} from '@lilong/contracts/case-work';
import { myReport, reportCase } from '@lilong/contracts/cases';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  dispatched,
  finished,
  hour,
  inHand,
  move,
  refusedWith,
  rowOf,
  rubbish,
  rubbishRule,
  staffOf,
  street,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person, startOfStories } from '../../test/city.ts';
import { resumePaused } from './resume.ts';

let city: City | undefined;
afterAll(() => city?.close());
/** Each story begins on Monday 2 March, 09:00; five working days end with Monday 9 March. */
beforeEach(async () => {
  city ??= await aCity();
  city.clock.set(startOfStories);
});
const due = '2026-03-09T16:00:00.000Z';
const thursday = '2026-03-12T15:59:59.000Z'; // the 12th, to its end
const reason = '要从外地调设备';

async function begin() {
  if (city === undefined) throw new Error('no city');
  const staff = await staffOf(city);
  const lin = await city.resident('林阿婆');
  const { ref, caseRef } = await inHand(staff, lin);
  const row = () => rowOf(city as City, caseRef);
  const requests = async () => (await staff.wang.call(getCase, { ref: caseRef })).requests;
  const ask = (kind: 'extension' | 'suspension', until: string) =>
    staff.zhao.call(askDelay, { ref: caseRef, kind, until, reason });
  const decide = async (grant: boolean) => {
    const no = (await requests()).at(-1)?.no ?? 0;
    return staff.wang.call(decideDelay, { ref: caseRef, no, grant, reason: '情况属实' });
  };
  return { city, staff, lin, ref, caseRef, row, requests, ask, decide };
}

test('an extension counts from the same start, and the reporter is told the new date', async () => {
  const { lin, ref, row, requests, ask, decide } = await begin();
  expect((await row()).solve_due?.toISOString()).toBe(due);
  await ask('extension', thursday);
  expect((await row()).solve_due?.toISOString()).toBe(due); // asking moves nothing
  expect((await lin.call(myReport, { ref })).timeline.map(({ code }) => code)).not.toContain(
    'delay_granted',
  );
  await decide(true);
  expect(await requests()).toMatchObject([{ kind: 'extension', status: 'granted', reason }]);
  expect(await row()).toMatchObject({
    extra: 3,
    extensions: 1,
    solve_due: new Date('2026-03-12T16:00:00Z'),
    due_at: new Date('2026-03-12T16:00:00Z'),
  });
  const page = await lin.call(myReport, { ref });
  expect(page.report.solveDue).toBe('2026-03-12T16:00:00.000Z');
  expect(page.timeline.at(-1)).toMatchObject({
    code: 'delay_granted',
    facts: { until: '2026-03-12T16:00:00.000Z' },
    words: '情况属实',
  });
});

test('a request is marked in the inbox and waits for the dispatcher until it is decided', async () => {
  const { staff, caseRef, ask, decide } = await begin();
  const mine = async () => (await staff.wang.call(countBuckets, {})).counts.mine ?? 0;
  const line = async () =>
    (await staff.wang.call(listCases, { bucket: 'mine', limit: 300 })).cases.find(
      ({ ref }) => ref === caseRef,
    );
  const before = await mine();
  expect(await line()).toBeUndefined();
  await ask('extension', thursday);
  expect(await line()).toMatchObject({ waits: 'extension' });
  expect(await mine()).toBe(before + 1);
  await decide(false);
  expect(await line()).toBeUndefined();
  expect(await mine()).toBe(before);

  await ask('suspension', '2026-04-01T15:59:59.000Z');
  const leaders = await staff.gu.call(listCases, { bucket: 'mine', limit: 300 });
  expect(leaders.cases).toMatchObject([{ ref: caseRef, waits: 'suspension' }]);
  await move(staff.zhao, caseRef, 'finish', { words: '已清运' });
  expect(await line()).toBeUndefined(); // the work is done: nobody needs more time
});

test('the page says how far an extension may reach, by the hour where the limit is in hours', async () => {
  const { city, staff, lin, caseRef, ask } = await begin();
  const page = (person: Person, ref: string) => person.call(getCase, { ref });
  const days = (await page(staff.zhao, caseRef)).extension;
  expect(days).toEqual({ latest: '2026-03-16T16:00:00.000Z', byHour: false });
  expect((await page(staff.wang, caseRef)).extension).toBeNull(); // not hers to ask
  await ask('extension', '2026-03-16T15:59:59.000Z');

  const lid = await lin.call(reportCase, { ...rubbish, words: '井盖没了' });
  await move(staff.wang, lid.caseRef, 'register', await anHourRule(city));
  await move(staff.wang, lid.caseRef, 'dispatch', { organisation: staff.lead });
  await move(staff.zhao, lid.caseRef, 'accept');
  const { extension, solveDue } = await page(staff.zhao, lid.caseRef);
  expect(extension?.byHour).toBe(true);
  const until = extension?.latest ?? '';
  expect(until > (solveDue ?? '')).toBe(true);
  await staff.zhao.call(askDelay, { ref: lid.caseRef, kind: 'extension', until, reason });
});

/** A condition of the catalogue whose limit is in hours. */
async function anHourRule(city: City): Promise<{ category: string; condition: number }> {
  const [row] = await city.asOwner(
    "select body from kernel.catalogue where kind = 'condition' and body->>'limit' = '2WH' order by key limit 1",
  );
  const body = row?.body as { category: string; order: number };
  return { category: body.category, condition: body.order };
}

test('one extension is all, unless the city sets another number; a refused one does not count', async () => {
  const { row, requests, ask, decide, staff, caseRef } = await begin();
  await ask('extension', thursday);
  expect(await refusedWith(ask('extension', thursday))).toBe('cases.delay-not-possible'); // one waits
  await decide(false);
  expect(await row()).toMatchObject({ extra: 0, extensions: 0, solve_due: new Date(due) });
  await ask('extension', thursday);
  await decide(true);
  expect((await requests()).map(({ status }) => status)).toEqual(['refused', 'granted']);
  const later = '2026-03-13T15:59:59.000Z';
  await expect(ask('extension', later)).rejects.toMatchObject({
    problem: { code: 'cases.delay-not-possible', facts: { why: 'used' } },
  });
  const no = (await requests())[1]?.no ?? 0;
  const twice = staff.wang.call(decideDelay, { ref: caseRef, no, grant: true, reason: '再批' });
  expect(await refusedWith(twice)).toBe('cases.changed');
  expect((await row()).extensions).toBe(1);
});

test('the original limit again is the most, and the day must be after the promise', async () => {
  const { ask, row } = await begin();
  const why = (facts: string) => ({
    problem: { code: 'cases.delay-not-possible', facts: { why: facts }, field: 'until' },
  });
  await expect(ask('extension', '2026-03-17T15:59:59Z')).rejects.toMatchObject(why('too_long'));
  await expect(ask('extension', '2026-03-09T15:59:59Z')).rejects.toMatchObject(why('past'));
  await expect(ask('extension', '2026-03-01T15:59:59Z')).rejects.toMatchObject(why('past'));
  await expect(ask('suspension', '2027-03-03T02:00:00Z')).rejects.toMatchObject(why('too_long'));
  expect(await row()).toMatchObject({ version: 4, solve_due: new Date(due) });
  await ask('extension', '2026-03-16T15:59:59Z'); // ten working days in all
});

test('once late, nothing can be asked; what was asked in time may be granted, and the miss stays', async () => {
  const { city, row, caseRef, ask } = await begin();
  await ask('extension', thursday);
  city.clock.set('2026-03-10T02:00:00Z');
  const { wang } = await staffOf(city);
  const [request] = (await wang.call(getCase, { ref: caseRef })).requests;
  const grant = { ref: caseRef, no: request?.no ?? 0, grant: true }; // who says yes need not say more
  await wang.call(decideDelay, grant);
  expect(await row()).toMatchObject({
    due_at: new Date('2026-03-12T16:00:00Z'),
    late_at: new Date(due),
  });
  city.clock.set('2026-03-13T02:00:00Z');
  const { zhao } = await staffOf(city);
  const late = { ref: caseRef, kind: 'suspension' as const, until: '2026-04-01T02:00:00Z', reason };
  await expect(zhao.call(askDelay, late)).rejects.toMatchObject({
    problem: { facts: { why: 'late' } },
  });
});

test('a suspended case waits without a promise and goes on by itself at its date', async () => {
  const { city, lin, ref, row, ask, decide, caseRef } = await begin();
  await ask('suspension', '2026-04-01T02:00:00Z');
  await decide(true);
  expect(await row()).toMatchObject({
    due_at: null,
    suspensions: 1,
    paused_from: startOfStories,
    paused_until: new Date('2026-04-01T02:00:00Z'),
  });
  const mine = await lin.call(myReport, { ref });
  expect(mine.report).toMatchObject({ dueAt: null, pausedUntil: '2026-04-01T02:00:00.000Z' });
  expect(mine.timeline.at(-1)).toMatchObject({
    code: 'suspended',
    facts: { until: '2026-04-01T02:00:00.000Z' },
  });
  city.clock.set('2026-04-01T01:59:00Z');
  await resumePaused(city.host);
  expect((await row()).due_at).toBeNull();

  city.clock.set('2026-04-03T08:00:00Z'); // the program was down for two days
  await resumePaused(city.host);
  await resumePaused(city.host); // a second process finds nothing to do
  // five days from 2 April: 2, 3, then after 清明 7, 8, 9
  const resumed = await row();
  expect(resumed).toMatchObject({
    paused_from: null,
    paused_until: null,
    due_at: new Date('2026-04-09T16:00:00Z'),
    pauses: [{ from: startOfStories.toISOString(), to: '2026-04-01T02:00:00.000Z' }],
    late_at: null,
  });
  const reader = await city.person('王调度', { as: 'dispatcher', at: street });
  const { flow } = await reader.call(getCase, { ref: caseRef });
  expect(flow.filter((entry) => entry.move === 'resumed')).toMatchObject([{ byRole: 'system' }]);
  const { zhao } = await staffOf(city);
  const again = {
    ref: caseRef,
    kind: 'suspension' as const,
    until: '2026-04-08T02:00:00Z',
    reason,
  };
  await expect(zhao.call(askDelay, again)).rejects.toMatchObject({
    problem: { facts: { why: 'used' } },
  });
});

test('only the lead organisation asks, only the street decides, only while the work is in hand', async () => {
  const { city, staff, row, lin } = await begin();
  const works = await city.organisation('黄浦区建设和管理委员会');
  const qian = await city.person('钱协办', { as: 'department_officer', organisation: works.no });
  const { caseRef } = await lin.call(reportCase, rubbish);
  await move(staff.wang, caseRef, 'register', rubbishRule);
  await move(staff.wang, caseRef, 'dispatch', {
    organisation: staff.lead,
    assisting: [works.no],
  });
  const asked = { ref: caseRef, kind: 'extension' as const, until: thursday, reason };
  await expect(qian.call(askDelay, asked)).rejects.toMatchObject({
    problem: { code: 'cases.delay-not-possible', facts: { why: 'lead' } },
  });
  expect(await refusedWith(staff.wang.call(askDelay, asked))).toBe('auth.denied');
  expect(await refusedWith(lin.call(askDelay, asked))).toBe('auth.denied');
  await staff.zhao.call(askDelay, asked);
  const [request] = (await staff.zhao.call(getCase, { ref: caseRef })).requests;
  const grant = { ref: caseRef, no: request?.no ?? 0, grant: true, reason: '好' };
  for (const person of [staff.zhao, qian, staff.chen, lin])
    expect(await refusedWith(person.call(decideDelay, grant))).toBe('auth.denied');
  expect(await refusedWith(staff.wang.call(decideDelay, { ...grant, no: grant.no + 1000 }))).toBe(
    'found.nothing',
  );
  await move(staff.zhao, caseRef, 'accept');
  await finished(staff, caseRef);
  await expect(staff.wang.call(decideDelay, grant)).rejects.toMatchObject({
    problem: { facts: { why: 'state' } },
  });
  const { reason: _, ...bare } = { ...grant, grant: false };
  expect(await refusedWith(staff.wang.call(decideDelay, bare))).toBe('input.invalid');
  await staff.wang.call(decideDelay, { ...grant, grant: false }); // a refusal is always possible
  expect((await row()).extensions).toBe(0);
});

test('what one organisation asked is not granted to the next', async () => {
  const { city, staff, lin } = await begin();
  const { caseRef } = await dispatched(staff, lin);
  await staff.zhao.call(askDelay, { ref: caseRef, kind: 'extension', until: thursday, reason });
  city.clock.advance(hour);
  await move(staff.zhao, caseRef, 'return', { ground: 'not_our_duty', reason: '不是我局职责' });
  const works = await city.organisation('黄浦区建设和管理委员会');
  await move(staff.wang, caseRef, 'dispatch', {
    organisation: works.no,
    words: '路面归建管委',
  });
  const [request] = (await staff.wang.call(getCase, { ref: caseRef })).requests;
  const grant = { ref: caseRef, no: request?.no ?? 0, grant: true, reason: '好' };
  await expect(staff.wang.call(decideDelay, grant)).rejects.toMatchObject({
    problem: { facts: { why: 'state' } },
  });
  expect(await rowOf(city, caseRef)).toMatchObject({ extra: 0, extensions: 0 });
});

test('work that is done while its case is suspended is done in time', async () => {
  const { city, row, ask, decide, caseRef } = await begin();
  await ask('suspension', '2026-04-01T02:00:00Z');
  await decide(true);
  city.clock.set('2026-03-20T02:00:00Z'); // the old promise was the 9th
  const { zhao } = await staffOf(city);
  await move(zhao, caseRef, 'finish', { words: '设备提前到了' });
  const { solve_due, solved_at, paused_until, late_at } = await row();
  expect({ solve_due, paused_until, late_at }).toEqual({
    solve_due: new Date('2026-03-27T16:00:00Z'), // five days after the 20th
    paused_until: null,
    late_at: null,
  });
  expect(solved_at).toEqual(new Date('2026-03-20T02:00:00Z'));
});
