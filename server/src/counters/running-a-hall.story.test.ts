// SPDX-License-Identifier: Apache-2.0
// The manager of a hall: hours from a day on and single days, windows, the line as a whole, slips after an outage.
import {
  callNext,
  centreBoard,
  centreCard,
  counterDesk,
  followTicket,
  listCentres,
  sitAtWindow,
  takeTicket,
} from '@lilong/contracts/counters';
import {
  addWindow,
  closeEarly,
  enterSlip,
  hallPlan,
  moveLine,
  planDays,
  planWeek,
  previewPlan,
  retireWindow,
  sendHome,
  setWindow,
  withdrawPlan,
} from '@lilong/contracts/counters-hall';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

const other = 310101013000000; // 外滩街道
const minute = 60_000;
type Span = [string, string];
const noon: Span[] = [
  ['09:00', '11:30'],
  ['13:00', '17:00'],
];

let city: City;
let manager: Person;
let clerk: Person;
let centre: number;
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000' } });
  const hall = '外滩街道社区事务受理服务中心（示例）';
  clerk = await city.person('俞窗口', { as: 'counter_clerk', organisation: hall, at: other });
  manager = await city.person('陆主任', { as: 'centre_manager', organisation: hall, at: other });
  centre = (await manager.call(counterDesk, {})).centre;
});
afterAll(() => city.close());

const code = async (calling: Promise<unknown>) => (await refusal(calling)).code;
const at = (text: string) => city.clock.set(new Date(`${text}+08:00`));
const take = (services: string[]) =>
  city.anyone().call(takeTicket, { centre, services, by: 'kiosk' });
const week = (days: Span[], weekend: Span[] = []) => ({
  days: [...Array.from({ length: 5 }, () => days), weekend, weekend],
  ...{ worked: days, holiday: [] },
});
const line = async () => (await manager.call(counterDesk, {})).line;

test('a week is planned from a day on; nonsense is refused, and what was planned can be taken back', async () => {
  const plan = await manager.call(hallPlan, { centre });
  expect(plan).toMatchObject({ today: '2026-03-02', weeks: [], days: [] });
  expect(plan.calendar).toHaveLength(29);
  expect(plan.calendar[0]).toMatchObject({ date: '2026-03-02', weekday: 0, kind: 'plain' });
  const from = '2026-03-09';
  const wrong = (spans: Span[]) =>
    code(manager.call(planWeek, { centre, from, week: week(spans) }));
  expect(await wrong([['8:30', '16:30']])).toBe('counters.hours-time');
  expect(await wrong([['16:30', '08:30']])).toBe('counters.hours-order');
  expect(
    await wrong([
      ['08:30', '12:00'],
      ['11:30', '16:30'],
    ]),
  ).toBe('counters.hours-overlap');
  expect(await wrong([])).toBe('counters.hours-never');
  const past = { centre, from: '2026-03-01', week: week(noon) };
  expect(await code(manager.call(planWeek, past))).toBe('counters.plan-past');
  await manager.call(planWeek, { centre, from, week: week(noon, [['09:00', '11:00']]) });
  expect(await code(manager.call(planWeek, { centre, from, week: week(noon) }))).toBe(
    'counters.plan-there',
  );
  const [planned] = (await manager.call(hallPlan, { centre })).weeks;
  expect(planned).toMatchObject({ from, by: '陆主任', at: city.clock().toISOString() });
  const open = async () => (await city.anyone().call(centreCard, { centre })).open;
  expect(await open()).toBe(true);
  at('2026-03-06T12:00'); // the old week has no break at noon
  expect(await open()).toBe(true);
  at('2026-03-09T12:00');
  expect(await open()).toBe(false);
  expect(await code(take(['general']))).toBe('counters.closed');
  at('2026-03-14T10:30'); // Saturday
  expect(await open()).toBe(true);
  at('2026-05-09T10:30'); // a Saturday that is worked, 调休
  expect(await city.anyone().call(centreCard, { centre })).toMatchObject({ today: noon });
  at('2026-05-01T10:30'); // 劳动节
  expect(await city.anyone().call(centreCard, { centre })).toMatchObject({ today: [] });
  expect(await code(manager.call(withdrawPlan, { plan: planned?.plan ?? 0 }))).toBe(
    'counters.plan-began',
  );
});

test('single days are off, by whom and why; they may be taken back; who may not is refused', async () => {
  at('2026-05-11T09:30');
  const off = { centre, from: '2026-05-14', to: '2026-05-15', spans: [], why: '设备检修' };
  await manager.call(planDays, off);
  const again = manager.call(planDays, { ...off, from: '2026-05-15', to: '2026-05-18' });
  expect(await refusal(again)).toMatchObject({
    ...{ code: 'counters.plan-there', facts: { from: '2026-05-14', to: '2026-05-15' } },
  });
  expect(await code(manager.call(planDays, { ...off, to: '2026-05-13' }))).toBe(
    'counters.hours-order',
  );
  const card = await city.anyone().call(centreCard, { centre });
  expect(card.otherDays).toEqual([{ from: off.from, to: off.to, spans: [], why: off.why }]);
  at('2026-05-14T10:00');
  expect(await refusal(take(['general']))).toMatchObject({
    facts: { opens: expect.stringContaining('5月16日周六 ') },
  });
  const { days } = await manager.call(hallPlan, { centre });
  await manager.call(withdrawPlan, { plan: days[0]?.plan ?? 0 });
  expect(await city.anyone().call(centreCard, { centre })).toMatchObject({ open: true });
  const rows = await city.asOwner(
    'select kind, withdrawn_by is null as holds from counters.opening',
  );
  expect(rows).toEqual([
    { kind: 'week', holds: true },
    { kind: 'days', holds: false },
  ]);
  const [far] = (await city.anyone().call(listCentres, { place: 310101002000000 })).centres;
  for (const person of [clerk, manager]) {
    const elsewhere = person === manager ? (far?.centre ?? 0) : centre;
    expect(await code(person.call(planDays, { ...off, centre: elsewhere }))).toBe('auth.denied');
    expect(await code(person.call(hallPlan, { centre: elsewhere }))).toBe('auth.denied');
  }
});

test('a window is added, named, and taken away; its number is not given again', async () => {
  const { window } = await manager.call(addWindow, { centre, services: ['general'] });
  const named = async () => (await manager.call(counterDesk, {})).windows.map(({ name }) => name);
  expect(await named()).toContain('9号窗口');
  expect(await code(manager.call(setWindow, { window, name: '1号窗口' }))).toBe(
    'counters.window-named',
  );
  await manager.call(setWindow, { window, name: '帮办窗口', open: true });
  expect(await named()).toContain('帮办窗口');
  expect(await code(manager.call(retireWindow, { window }))).toBe('counters.window-open');
  await manager.call(setWindow, { window, open: false });
  await manager.call(retireWindow, { window });
  expect(await named()).not.toContain('帮办窗口');
  expect(await code(clerk.call(sitAtWindow, { window }))).toBe('found.nothing');
  await manager.call(addWindow, { centre, services: ['general'] });
  expect(await named()).toContain('10号窗口');
});

test('people in line are moved together and keep their places; moved back, it is as it was', async () => {
  const { windows } = await manager.call(counterDesk, {});
  const [first, seventh] = [windows[0]?.window ?? 0, windows[6]?.window ?? 0];
  await clerk.call(sitAtWindow, { window: first });
  const taken = [];
  for (const service of ['general', 'insurance', 'general']) {
    city.clock.advance(minute);
    taken.push((await take([service])).ticket);
  }
  const tickets = taken.map(({ ticket }) => ticket);
  const order = (await line()).map(({ number }) => number);
  const toVeterans = { centre, tickets, from: 'general', service: 'veterans' };
  expect(await code(manager.call(moveLine, toVeterans))).toBe('counters.no-window');
  await manager.call(setWindow, { window: seventh, open: true });
  const moved = await manager.call(moveLine, toVeterans);
  expect(moved.moved).toEqual([tickets[0], tickets[2]]);
  expect(moved.left).toEqual([{ number: taken[1]?.number, state: 'taken' }]);
  expect((await line()).map(({ number }) => number)).toEqual(order);
  const back = { centre, tickets: moved.moved, from: 'veterans', service: 'general' };
  await manager.call(moveLine, back);
  expect((await line()).map(({ matters }) => matters.map(({ service }) => service))).toEqual([
    ...[['general'], ['insurance'], ['general']],
  ]);
  await manager.call(moveLine, { centre, tickets: [tickets[1] ?? ''], toWindow: seventh });
  expect((await line())[1]).toMatchObject({ forWindow: '7号窗口' });
  const freed = await manager.call(moveLine, {
    ...{ centre, tickets: [tickets[1] ?? ''], toWindow: null },
  });
  expect(freed.before).toEqual([{ ticket: tickets[1], window: seventh }]); // it can be handed back
  expect((await line())[1]).toMatchObject({ forWindow: null });
  await clerk.call(callNext, { window: first });
  const late = await manager.call(moveLine, { centre, tickets, toWindow: seventh });
  expect(late.left).toEqual([{ number: taken[0]?.number, state: 'called' }]);
  expect(await code(clerk.call(moveLine, { centre, tickets, toWindow: seventh }))).toBe(
    'auth.denied',
  );
});

test('a slip stands where it was taken on paper, and never twice', async () => {
  const [now] = await line();
  const slip = { centre, number: '12', services: ['general', 'insurance'], time: '09:40' };
  expect(await manager.call(enterSlip, slip)).toMatchObject({ number: 'K012', ahead: 0 });
  expect((await line())[0]).toMatchObject({ number: 'K012', state: 'taken' });
  expect((await line())[1]?.number).toBe(now?.number);
  expect(await refusal(manager.call(enterSlip, { ...slip, number: 'k012' }))).toMatchObject({
    ...{ code: 'counters.slip-there', facts: { number: 'K012' } },
  });
  const like = (more: object) => code(manager.call(enterSlip, { ...slip, number: 'K9', ...more }));
  expect(await like({ number: 'A9' })).toBe('counters.slip-letter');
  expect(await like({ time: '18:00' })).toBe('counters.slip-future');
  expect(await like({ services: ['nothing'] })).toBe('found.nothing');
  const both = await Promise.allSettled(
    [1, 2].map(() => manager.call(enterSlip, { ...slip, number: 'K30', priority: 'elderly' })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await line())[0]).toMatchObject({ number: 'K030', priority: 'elderly' });
});

test('the hall shuts early: no more numbers, those in line are told, who remains may be sent home', async () => {
  const { token } = await take(['general']);
  const follow = () => city.anyone().call(followTicket, { token });
  expect((await follow()).closing).toBeNull();
  const close = (time: string) => manager.call(closeEarly, { centre, time, why: '停电' });
  expect(await code(close('17:00'))).toBe('counters.early-late');
  expect(await code(close('00:10'))).toBe('counters.plan-past');
  const early = await manager.call(previewPlan, { centre, early: { time: '10:15' } });
  expect(early).toMatchObject({ bookings: [], waiting: (await line()).length });
  expect(early.late).toBeGreaterThan(0); // in a quarter of an hour nobody gets through them all
  expect((await follow()).closing).toBeNull(); // nothing is kept
  await close('10:15');
  expect((await follow()).closing).toEqual({ at: '10:15', why: '停电' });
  expect(await city.anyone().call(centreBoard, { centre })).toMatchObject({
    ...{ open: true, closing: { at: '10:15' } },
  });
  expect(await code(close('10:14'))).toBe('counters.plan-there');
  at('2026-05-14T10:20');
  expect(await code(take(['general']))).toBe('counters.closed');
  const left = await line();
  expect(left.length).toBeGreaterThan(3);
  const sent = await manager.call(sendHome, { centre, tickets: left.map(({ ticket }) => ticket) });
  expect(sent.moved).toHaveLength(left.length);
  expect(await follow()).toMatchObject({ state: 'cancelled', closing: { at: '10:15' } });
  expect(await line()).toEqual([]);
});
