// SPDX-License-Identifier: Apache-2.0
// Hours or windows become fewer: whom it unsettles is known before it is saved, what becomes of each is chosen and done, and told.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bookTime, deskBookings, followBooking, myBookings } from '@lilong/contracts/booking';
import { counterDesk, listCentres } from '@lilong/contracts/counters';
import {
  closeEarly,
  hallPlan,
  planDays,
  previewPlan,
  retireWindow,
  setWindow,
  withdrawPlan,
} from '@lilong/contracts/counters-hall';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCity, type City, type Person, startOfStories } from '../../../test/city.ts';
import { ledgerFaults } from '../../../test/ledger-faults.ts';
import { refusal } from '../../../test/refusal.ts';
import { refitAll } from './fitting.ts';

const street = 310101013000000; // 外滩街道: its hall keeps hours
const hall = '外滩街道社区事务受理服务中心（示例）';
const minute = 60_000;

/** Takes every message for sent. */
const gateway = createServer((_, reply) => reply.end());
let city: City;
let manager: Person;
let lin: Person;
let wang: Person;
let centre: number;
let windows: readonly number[];
beforeAll(async () => {
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo; // a TCP server has no other kind of address
  const sms = { SMS_URL: `http://127.0.0.1:${port}/{phone}{text}`, SMS_SECRET: 'shared with it' };
  const settings = { SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000', ...sms };
  city = await aCity({ settings });
  manager = await city.person('郑主任', { as: 'centre_manager', organisation: hall });
  lin = await city.resident('林阿婆');
  wang = await city.resident('王师傅');
  await city.asOwner(`update identity.account set invented = true where no = ${lin.account}`); // which gives a number
  const found = (await city.anyone().call(listCentres, { place: street })).centres;
  centre = found.find(({ kind }) => kind === 'centre')?.centre ?? 0;
  const desk = await manager.call(counterDesk, { centre });
  windows = desk.windows.map(({ window }) => window);
});
beforeEach(async () => {
  city.clock.set(startOfStories);
  await city.asOwner('delete from counters.booking');
});
afterAll(async () => {
  await city.close();
  gateway.close();
});

/** 10:00 of Tuesday 3 March, or so many minutes later. */
const tuesday = (minutes = 0): string =>
  new Date(Date.parse('2026-03-03T02:00:00Z') + minutes * minute).toISOString();
const afternoon = {
  ...{ from: '2026-03-03', to: '2026-03-03' },
  spans: [['13:00', '16:30']] as [string, string][],
};
const book = (who: Person, at: string, services = ['general']) =>
  who.call(bookTime, { centre, services, at });
let asked = 0;
const somebody = () => {
  asked += 1;
  return city.anyone(`10.2.0.${asked}`);
};
const mine = async (who: Person) => (await who.call(myBookings, {})).bookings[0];
const messages = async (): Promise<number> => {
  const [row] = await city.asOwner(
    `select count(*)::int as count from kernel.event where name = 'message.written'`,
  );
  return Number(row?.count);
};
async function takeBack(): Promise<void> {
  const { days } = await manager.call(hallPlan, { centre });
  for (const { plan } of days) await manager.call(withdrawPlan, { plan });
}

test('a morning is off: each booking is shown first; one is moved, one is asked to choose, one cannot be told', async () => {
  await book(lin, tuesday());
  await book(wang, tuesday(30));
  const nobodys = await somebody().call(bookTime, { centre, services: ['general'], at: tuesday() });
  const { bookings } = await manager.call(previewPlan, { centre, days: afternoon });
  expect(bookings.map(({ told, canKeep }) => [told, canKeep])).toEqual([
    [true, false],
    [false, false],
    [true, false],
  ]);
  const [hers, , his] = bookings;
  expect([hers?.moveTo, his?.moveTo, bookings[1]?.moveTo]).toEqual([
    ...[tuesday(180), tuesday(180), null],
  ]);
  const before = await messages();
  await manager.call(planDays, {
    ...{ centre, ...afternoon, why: '停电检修' },
    settle: { all: 'move', but: [{ booking: his?.booking ?? '', how: 'tell' }] },
  });
  expect(await mine(lin)).toMatchObject({
    ...{ at: tuesday(180), movedFrom: tuesday(), fits: true, state: 'booked' },
  });
  expect(await mine(wang)).toMatchObject({ at: tuesday(30), movedFrom: null, fits: false });
  const { token } = nobodys;
  expect(await somebody().call(followBooking, { token })).toMatchObject({ fits: false });
  expect((await manager.call(deskBookings, { centre })).unfit).toHaveLength(2);
  expect(await ledgerFaults(city.db, centre)).toEqual([]);
  expect(await messages()).toBe(before + 1); // to the one telephone that is known
  const heard = await city.asOwner(`select name, audience->'accounts'->>0 as who from kernel.event
    where name in ('booking.moved', 'booking.unfit') and audience->'accounts' <> '[]' order by name`);
  expect(heard).toEqual([
    { name: 'booking.moved', who: String(lin.account) },
    { name: 'booking.unfit', who: String(wang.account) },
  ]);
  await takeBack();
  expect(await mine(wang)).toMatchObject({ fits: true });
});

test('the only window for a matter stops doing it: the hall sees to who booked all the same, but not when it is shut', async () => {
  const veterans = windows[6] ?? 0;
  await book(lin, tuesday(), ['veterans']);
  const window = { window: veterans, services: ['general'] };
  const look = () => manager.call(previewPlan, { centre, window });
  const [hers] = (await look()).bookings;
  expect(hers).toMatchObject({ at: tuesday(), canKeep: true, moveTo: null, told: true });
  const gone = await manager.call(previewPlan, { centre, window: { window: veterans } });
  expect(gone.bookings).toEqual([hers]);
  await manager.call(setWindow, { ...window, settle: { all: 'keep', but: [] } });
  await city.settleDown();
  await refitAll(city.host);
  expect(await mine(lin)).toMatchObject({ fits: true, at: tuesday(), movedFrom: null });
  expect((await manager.call(deskBookings, { centre })).unfit).toEqual([]);
  await manager.call(planDays, { centre, ...afternoon, why: '停电检修' }); // without a word: told
  expect(await mine(lin)).toMatchObject({ fits: false });
  await takeBack();
  expect(await mine(lin)).toMatchObject({ fits: true });
  await manager.call(setWindow, { window: veterans, services: ['veterans', 'other', 'general'] });
});

test('a day is shut early, a window is taken away, a plan is taken back: whom each unsettles is known', async () => {
  const today = (minutes: number) =>
    new Date(Date.parse('2026-03-02T02:00:00Z') + minutes * minute).toISOString();
  await book(lin, today(180));
  const early = { time: '12:00' };
  const { bookings } = await manager.call(previewPlan, { centre, early });
  expect(bookings).toMatchObject([{ at: today(180), canKeep: false, moveTo: today(105) }]);
  await manager.call(closeEarly, {
    ...{ centre, ...early, why: '停电' },
    settle: { all: 'move', but: [] },
  });
  expect(await mine(lin)).toMatchObject({ at: today(105), movedFrom: today(180), fits: true });
  const saturday = { from: '2026-03-07', to: '2026-03-07' };
  await manager.call(planDays, { centre, ...saturday, spans: [['13:00', '16:00']], why: '加开' });
  const at = new Date('2026-03-07T06:00:00Z').toISOString();
  await book(wang, at);
  const { days } = await manager.call(hallPlan, { centre });
  const plan = days.find(({ from }) => from === saturday.from)?.plan ?? 0;
  const back = await manager.call(previewPlan, { centre, withdraw: plan });
  expect(back.bookings).toMatchObject([{ at, canKeep: false }]);
  await manager.call(withdrawPlan, { plan, settle: { all: 'move', but: [] } });
  expect(await mine(wang)).toMatchObject({ at: back.bookings[0]?.moveTo, movedFrom: at });
  const refused = async (draft: object) =>
    (await refusal(manager.call(previewPlan, { centre, ...draft }))).code;
  expect(await refused({ withdraw: plan })).toBe('found.nothing');
  expect(await refused({ window: { window: 1 } })).toBe('found.nothing'); // of another hall
  const plain = windows.at(-1) ?? 0;
  expect((await manager.call(previewPlan, { centre, window: { window: plain } })).bookings).toEqual(
    [],
  );
  await manager.call(retireWindow, { window: plain, settle: { all: 'keep', but: [] } });
  await city.asOwner(`delete from counters.opening; update counters.centre
    set hours = jsonb_build_object('working', hours->'working', 'rest', hours->'rest') where no = ${centre}`);
});

test('while a morning is moved others book the same afternoon: nobody holds what somebody holds', async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, (_, no) => city.resident(`住户${no}`)),
  );
  for (const [no, who] of people.entries())
    await book(who, tuesday(15 * (no % 3)), no % 2 === 0 ? ['general'] : ['general', 'insurance']);
  const { bookings } = await manager.call(previewPlan, { centre, days: afternoon });
  expect(bookings.map(({ moveTo }) => moveTo)).not.toContain(null);
  const wanted = bookings.map(({ moveTo }) => moveTo ?? '');
  const others = [...wanted, ...wanted, ...wanted].map((at, no) =>
    somebody()
      .call(bookTime, {
        centre,
        at,
        services: no % 3 === 0 ? ['insurance', 'general'] : ['general'],
      })
      .then(
        () => 'booked',
        ({ problem }) => problem?.code ?? 'fault',
      ),
  );
  const plan = manager.call(planDays, {
    ...{ centre, ...afternoon, why: '停电检修' },
    settle: { all: 'move', but: [] },
  });
  const told = await Promise.all([...others, plan.then(() => 'planned')]);
  expect(new Set(told)).toEqual(expect.toSatisfy(onlyThese));
  expect(told).toContain('planned');
  expect(await ledgerFaults(city.db, centre)).toEqual([]);
  for (const who of people) {
    const one = await mine(who);
    expect(one?.fits).toBe((one?.at ?? '') >= tuesday(180)); // moved, or told
  }
});
const onlyThese = (told: Set<string>): boolean =>
  [...told].every((one) =>
    ['planned', 'booked', 'counters.full', 'counters.book-time'].includes(one),
  );
