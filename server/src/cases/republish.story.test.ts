// SPDX-License-Identifier: Apache-2.0
// A year is published: what was promised over its days is counted again, and every change is shown.

import { myReport, reportCase } from '@lilong/contracts/cases';
import { decideCatalogue, draftCatalogue } from '@lilong/contracts/catalogue';
import type { InputOf } from '@lilong/contracts/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inHand, move, rowOf, rubbish, staffOf } from '../../test/case-steps.ts';
import { aCity, type City } from '../../test/city.ts';

let city: City;
beforeAll(async () => {
  city = await aCity();
});
afterAll(() => city.close());

const off = (...dates: string[]) => dates.map((date) => ({ date, name: '元旦' }));

async function approved(draft: InputOf<typeof draftCatalogue>): Promise<void> {
  const qin = await city.person('秦系统', { as: 'system_admin' });
  const fu = await city.person('傅安全', { as: 'safety_admin' });
  const { no } = await qin.call(draftCatalogue, draft);
  await fu.call(decideCatalogue, { no, approve: true });
  await city.settleDown();
}

const publish = (year: number, days: ReturnType<typeof off>) =>
  approved({
    kind: 'calendar_year',
    key: String(year),
    name: `${year} 年`,
    source: '示例',
    effectiveFrom: `${year}-01-01`,
    body: {
      kind: 'year',
      year,
      status: 'published',
      off: days,
      work: [],
      source: '示例',
    },
  });

test('the notice for 2027 moves what was promised over its first days, and nothing else', async () => {
  city.clock.set('2026-12-28T02:00:00Z'); // a Monday
  const staff = await staffOf(city);
  const lin = await city.resident('林阿婆');
  const working = await inHand(staff, lin); // five working days: 29, 30, 31, then assumed ones
  const early = await lin.call(reportCase, rubbish); // one working day: 29
  city.clock.set('2026-12-31T02:00:00Z');
  const shen = await city.resident('老沈');
  const waiting = await shen.call(reportCase, rubbish); // one working day: perhaps 1 January
  expect(await rowOf(city, working.caseRef)).toMatchObject({
    solve_due: new Date('2027-01-04T16:00:00Z'), // 1 January counted
    solve_provisional: true,
    provisional: true,
  });
  expect(waiting).toMatchObject({ answerDue: '2027-01-01T16:00:00.000Z', provisional: true });
  const before = await rowOf(city, early.caseRef);

  await publish(2027, off('2027-01-01', '2027-01-02', '2027-01-03'));
  expect(await rowOf(city, working.caseRef)).toMatchObject({
    solve_due: new Date('2027-01-05T16:00:00Z'),
    due_at: new Date('2027-01-05T16:00:00Z'),
    solve_provisional: false,
    provisional: false,
  });
  expect(await rowOf(city, waiting.caseRef)).toMatchObject({
    answer_due: new Date('2027-01-04T16:00:00Z'),
    due_at: new Date('2027-01-04T16:00:00Z'),
    provisional: false,
  });
  expect(await rowOf(city, early.caseRef)).toEqual(before);

  const told = await shen.call(myReport, { ref: waiting.ref });
  expect(told.timeline.at(-1)).toMatchObject({
    code: 'promise_changed',
    facts: { until: '2027-01-04T16:00:00.000Z' },
  });
});

test('days that change nothing make a promise certain, without a word', async () => {
  city.clock.set('2027-12-27T02:00:00Z'); // a Monday
  const { caseRef } = await inHand(await staffOf(city), await city.resident('林阿婆'));
  const before = await rowOf(city, caseRef);
  expect(before).toMatchObject({
    due_at: new Date('2028-01-03T16:00:00Z'),
    solve_provisional: true,
  });
  await publish(2028, off('2028-01-01')); // a Saturday
  expect(await rowOf(city, caseRef)).toEqual({
    ...before,
    provisional: false,
    solve_provisional: false,
  });
});

test('what an organisation leads is counted by its own hours, where it has any', async () => {
  city.clock.set('2026-03-02T02:00:00Z'); // Monday, ten o’clock
  const staff = await staffOf(city);
  const lin = await city.resident('林阿婆');
  const until = async () => {
    const { caseRef } = await lin.call(reportCase, rubbish);
    await move(staff.wang, caseRef, 'register', { category: 'event-01-10', condition: 1 });
    await move(staff.wang, caseRef, 'dispatch', { organisation: staff.lead });
    const { solve_limit, solve_due } = await rowOf(city, caseRef);
    return [solve_limit, solve_due?.toISOString()];
  };
  expect(await until()).toEqual(['4WH', '2026-03-02T07:30:00.000Z']); // 09:00–12:00, 13:30–17:00

  await approved({
    kind: 'office_hours',
    key: `${staff.lead}/2026-03-02`,
    name: '绿化市容局的工作时间',
    source: '示例',
    effectiveFrom: '2026-03-02',
    body: {
      ...{ kind: 'office_hours', organisation: staff.lead, from: '2026-03-02', source: '示例' },
      spans: [
        ['08:00', '11:00'],
        ['14:00', '18:00'],
      ],
    },
  });
  expect(await until()).toEqual(['4WH', '2026-03-02T09:00:00.000Z']); // an hour, then three from 14:00
});
