// SPDX-License-Identifier: Apache-2.0
// Times are booked: nobody holds what somebody holds, what is given up is free at once, and whoever comes is told where they stand.
import {
  bookableTimes,
  bookingPhone,
  bookTime,
  cancelBooking,
  cancelHeldBooking,
  checkInBooking,
  checkInByCode,
  checkInHeld,
  deskBookings,
  followBooking,
  moveBooking,
  moveHeldBooking,
  myBookings,
} from '@lilong/contracts/booking';
import {
  callNext,
  followTicket,
  listCentres,
  sitAtWindow,
  takeTicket,
} from '@lilong/contracts/counters';
import {
  hallPlan,
  planDays,
  previewPlan,
  setWindow,
  withdrawPlan,
} from '@lilong/contracts/counters-hall';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCity, type City, type Person, startOfStories } from '../../../test/city.ts';
import { ledgerFaults } from '../../../test/ledger-faults.ts';
import { refusal } from '../../../test/refusal.ts';
import { systemActor } from '../../kernel/actor.ts';
import { asSystem } from '../../kernel/serve.ts';
import { hallOf } from '../hall.ts';
import { forgetBookings } from '../on.ts';
import { bookLimit } from './book.ts';
import { missDays, refitAll } from './fitting.ts';

const street = 310101013000000; // 外滩街道: its hall keeps hours
const hall = '外滩街道社区事务受理服务中心（示例）';
const minute = 60_000;

let city: City;
let clerk: Person;
let manager: Person;
let centre: number;
let windows: readonly number[];
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000' } });
  clerk = await city.person('俞窗口', { as: 'counter_clerk', organisation: hall });
  manager = await city.person('郑主任', { as: 'centre_manager', organisation: hall });
  const found = (await city.anyone().call(listCentres, { place: street })).centres;
  centre = found.find(({ kind }) => kind === 'centre')?.centre ?? 0;
  const rows = await city.asOwner(
    `select no from counters."window" where centre = ${centre} order by ordinal`,
  );
  windows = rows.map(({ no }) => Number(no));
});
beforeEach(async () => {
  city.clock.set(startOfStories);
  await city.asOwner('delete from counters.booking; delete from counters.ticket');
});
afterAll(() => city.close());

let asked = 0;
/** Each from an address of its own. */
const somebody = () => {
  asked += 1;
  return city.anyone(`10.0.${Math.floor(asked / 250)}.${asked % 250}`);
};
/** 10:00 of Tuesday 3 March, or so many minutes later. */
const tuesday = (minutes = 0): string =>
  new Date(Date.parse('2026-03-03T02:00:00Z') + minutes * minute).toISOString();
const today = (minutes = 0): string =>
  new Date(Date.parse('2026-03-02T02:00:00Z') + minutes * minute).toISOString();
const book = (at: string, services = ['general']) =>
  somebody().call(bookTime, { centre, services, at });
const codeOf = async (calling: Promise<unknown>) => (await refusal(calling)).code;
const faults = () => ledgerFaults(city.db, centre);
async function leftAt(at: string, services = ['general']): Promise<number | undefined> {
  const day = at.slice(0, 10);
  const { times } = await city.anyone().call(bookableTimes, { centre, services, day });
  return times.find((one) => one.at === at)?.left;
}

test('times follow the hours, the windows and what is kept for walk-ins; a booking says nothing of anybody', async () => {
  const { days, day, times, every } = await city
    .anyone()
    .call(bookableTimes, { centre, services: ['veterans'] });
  expect([days.length, day, every]).toEqual([15, '2026-03-02', 15]);
  expect(days.find((one) => one.day === '2026-03-07')).toMatchObject({ open: true, left: 6 }); // a Saturday, half of twelve
  expect(times.filter(({ left }) => left > 0)).toHaveLength(14); // one window, every second of the 29 starts after 9:00
  const made = await book(tuesday(), ['general', 'insurance']);
  expect(made.booking).toMatchObject({
    ...{ state: 'booked', day: '2026-03-03', at: tuesday(), until: tuesday(30), fits: true },
    ...{ code: expect.stringMatching(/^\d{6}$/), can: { checkIn: false, move: true } },
  });
  const [row] = await city.asOwner('select account, token_hash from counters.booking');
  expect(row?.account).toBeNull();
  expect(row?.token_hash).not.toContain(made.token);
  expect(await city.asOwner(`select 1 from kernel.audit where act = 'counters.booked'`)).toEqual(
    [],
  );
  for (const at of [tuesday(1), tuesday(-26 * 60), tuesday(16 * 24 * 60), tuesday(6.5 * 60)])
    expect(await codeOf(book(at))).toBe('counters.book-time');
  expect(await codeOf(book(tuesday(), ['nothing']))).toBe('found.nothing');
});

test('sixty book one time at once: as many as there is room, the others a clean no; what is given up is free at once', async () => {
  const room = (await leftAt(tuesday())) ?? 0;
  expect(room).toBe(4); // of eight windows that do it, half
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => book(tuesday())));
  const won = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(won).toHaveLength(room);
  for (const one of all)
    if (one.status === 'rejected')
      expect(one.reason.problem).toMatchObject({ status: 409, code: 'counters.full' });
  expect(await leftAt(tuesday())).toBe(0);
  expect(await faults()).toEqual([]);
  const token = won[0]?.token ?? '';
  expect((await somebody().call(cancelHeldBooking, { token })).state).toBe('cancelled');
  expect(await leftAt(tuesday())).toBe(1);
  expect(await codeOf(somebody().call(cancelHeldBooking, { token }))).toBe(
    'counters.booking-state',
  );
  const again = await Promise.allSettled(Array.from({ length: 10 }, () => book(tuesday())));
  expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(new Set(won.map(({ booking }) => booking.code)).size).toBe(room);
  expect(await faults()).toEqual([]);
}, 60_000);

test('a rare matter keeps its window: whoever can go elsewhere does', async () => {
  const times = await city.anyone().call(bookableTimes, {
    ...{ centre, services: ['veterans'], day: '2026-03-03' },
  });
  const at = times.times.find(({ left }) => left === 1)?.at ?? '';
  const rooms = (await leftAt(at, ['general'])) ?? 0;
  for (let index = 1; index < rooms; index++) await book(at);
  expect([await leftAt(at, ['veterans']), await leftAt(at)]).toEqual([1, 1]);
  await book(at, ['veterans']);
  expect([await leftAt(at, ['veterans']), await leftAt(at)]).toEqual([0, 0]);
  expect(await faults()).toEqual([]);
});

test('moving holds the new time before the old one is free, and keeps the code', async () => {
  const { token, booking } = await book(tuesday());
  const moved = await somebody().call(moveHeldBooking, { token, at: tuesday(60) });
  expect(moved).toMatchObject({ at: tuesday(60), code: booking.code, booking: booking.booking });
  expect([await leftAt(tuesday()), await leftAt(tuesday(60))]).toEqual([4, 3]);
  const full = Array.from({ length: 4 }, () => book(tuesday(120)));
  await Promise.all(full);
  expect(await codeOf(somebody().call(moveHeldBooking, { token, at: tuesday(120) }))).toBe(
    'counters.full',
  );
  expect(await somebody().call(followBooking, { token })).toMatchObject({ at: tuesday(60) });
  const overItself = await somebody().call(moveHeldBooking, { token, at: tuesday(60) });
  expect(overItself.at).toBe(tuesday(60));
  expect(await faults()).toEqual([]);
});

const walkIn = () =>
  somebody().call(takeTicket, { centre, services: ['general'], by: 'kiosk' as const });

test('who comes in time stands before who came a quarter before it; who is late, or early, where they come', async () => {
  const inTime = await book(today());
  const early = await book(today(120));
  const late = await book(today());
  const first = await walkIn(); // 9:00
  expect(await somebody().call(checkInHeld, { token: early.token })).toMatchObject({
    ...{ came: 'early', ahead: 15, grace: 10, ticket: { ahead: 1, state: 'taken' } },
  });
  expect(await leftAt(today(120))).toBe(4); // given back
  city.clock.set(new Date(today(-5)));
  const second = await walkIn(); // 9:55
  const { due } = await asSystem(city.host, 'test', systemActor, (ctx) => hallOf(ctx, centre));
  const ten = { at: new Date(today()), left_over: ['general'] };
  expect(due).toEqual([ten, ten]); // estimates await them
  city.clock.set(new Date(today(8)));
  const spaced = `${inTime.booking.code.slice(0, 3)} ${inTime.booking.code.slice(3)}`;
  const came = await somebody().call(checkInByCode, { centre, code: spaced });
  expect(came).toMatchObject({ came: 'in_time', lateMinutes: 8, ticket: { ahead: 2 } });
  expect(await somebody().call(followTicket, { token: came.token })).toMatchObject({ ahead: 2 });
  city.clock.set(new Date(today(25)));
  const told = await clerk.call(checkInByCode, { centre, code: late.booking.code });
  expect(told).toMatchObject({ came: 'late', lateMinutes: 25, ticket: { ahead: 4 } });
  const follow = await somebody().call(followBooking, { token: late.token });
  expect(follow).toMatchObject({ state: 'came', ticket: { number: told.ticket.number } });
  await clerk.call(sitAtWindow, { window: windows[0] ?? 0 });
  const { ticket } = await clerk.call(callNext, { window: windows[0] ?? 0 });
  expect(ticket?.number).toBe(first.ticket.number);
  expect(second.ticket.number).toMatch(/^A/);
  expect(await codeOf(somebody().call(checkInHeld, { token: late.token }))).toBe(
    'counters.booking-state',
  );
  expect(await codeOf(somebody().call(checkInByCode, { centre, code: '000000' }))).toBe(
    'counters.no-code',
  );
  const tomorrow = await book(tuesday());
  expect(await codeOf(somebody().call(checkInHeld, { token: tomorrow.token }))).toBe(
    'counters.today-only',
  );
});

test('one account has three to come, however many it asks for at once; they are its own', async () => {
  const lin = await city.resident('林阿婆');
  const wu = await city.resident('吴阿姨');
  const input = { centre, services: ['general'] };
  const tries = Array.from({ length: 8 }, (_, index) =>
    lin.call(bookTime, { ...input, at: tuesday(index * 15) }),
  );
  const done = await Promise.allSettled(tries);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await codeOf(lin.call(bookTime, { ...input, at: tuesday(180) }))).toBe(
    'counters.book-most',
  );
  await lin.call(bookTime, { ...input, at: tuesday(180), unnamed: true });
  const { bookings } = await lin.call(myBookings, {});
  expect(bookings).toHaveLength(3);
  const booking = bookings[0]?.booking ?? '';
  for (const route of [cancelBooking, checkInBooking])
    expect(await codeOf(wu.call(route, { booking }))).toBe('auth.denied');
  const at = tuesday(240);
  expect((await lin.call(moveBooking, { booking, at })).at).toBe(at);
  expect((await clerk.call(deskBookings, { centre, day: '2026-03-03' })).bookings).toHaveLength(4);
  expect((await clerk.call(cancelBooking, { booking })).state).toBe('cancelled');
  await city.settleDown();
  const events = await city.asOwner(
    `select count(*)::int as named from kernel.event where name = 'booking.made' and by_account = ${lin.account}`,
  );
  expect(events[0]?.named).toBe(3);
});

test('an address does not book out a hall, a clerk books for many', async () => {
  const machine = city.anyone('10.9.9.9');
  let refused = 0;
  for (let index = 0; index < 40; index++)
    await machine
      .call(bookTime, { centre, services: ['general'], at: tuesday(24 * 60 + index * 15) })
      .catch(() => {
        refused += 1;
      });
  expect(refused).toBeGreaterThan(9);
  expect(() => bookLimit.count('10.9.9.9', city.clock())).toThrow();
  const { booking } = await clerk.call(bookTime, { centre, services: ['general'], at: tuesday() });
  const [row] = await city.asOwner(
    `select account from counters.booking where code = '${booking.code}'`,
  );
  expect(row?.account).toBeNull();
});

test('when windows or hours become fewer, who no longer fits is found and told, and still comes', async () => {
  const lin = await city.resident('林阿婆');
  const times = await city.anyone().call(bookableTimes, {
    ...{ centre, services: ['veterans'], day: '2026-03-03' },
  });
  const at = times.times.find(({ left }) => left === 1)?.at ?? '';
  await lin.call(bookTime, { centre, services: ['veterans'], at });
  const plain = await book(at);
  const veterans = windows[6] ?? 0;
  await manager.call(setWindow, { window: veterans, services: ['general', 'other'] });
  await city.settleDown();
  expect((await lin.call(myBookings, {})).bookings).toMatchObject([{ fits: false }]);
  expect((await manager.call(deskBookings, { centre })).unfit).toMatchObject([{ told: true, at }]);
  expect(await somebody().call(followBooking, { token: plain.token })).toMatchObject({
    fits: true,
  });
  await manager.call(setWindow, { window: veterans, services: ['veterans', 'other', 'general'] });
  await city.settleDown();
  expect((await lin.call(myBookings, {})).bookings).toMatchObject([{ fits: true }]);
  const spans: [string, string][] = [['13:00', '16:30']];
  const days = { from: '2026-03-03', to: '2026-03-03', spans };
  const { bookings } = await manager.call(previewPlan, { centre, days });
  expect(bookings.map(({ told }) => told)).toEqual([true, false]);
  await manager.call(planDays, { centre, ...days, why: '停电检修' });
  await city.settleDown();
  expect((await manager.call(deskBookings, { centre })).unfit).toHaveLength(2);
  expect(await codeOf(manager.call(previewPlan, { centre, days }))).toBe('counters.plan-there');
  const [told] = await city.asOwner(
    `select count(*)::int as told from kernel.event where name = 'booking.unfit' and audience->'accounts' @> '[${lin.account}]'`,
  );
  expect(told?.told).toBe(2);
  const { unfit } = await clerk.call(deskBookings, { centre });
  const [hers, nobodys] = [true, false].map((one) => unfit.find((row) => row.told === one));
  const phone = (of: typeof hers) => clerk.call(bookingPhone, { booking: of?.booking ?? '' });
  expect(await phone(nobodys)).toEqual({ phone: null }); // without an account nothing is known
  await city.asOwner(`update identity.account set invented = true where no = ${lin.account}`); // which gives a number
  expect((await phone(hers)).phone).toMatch(/^1\d{10}$/);
  expect((await lin.call(myBookings, {})).bookings).toMatchObject([
    { phonedAt: city.clock().toISOString() },
  ]);
  const [noted] = await city.asOwner(
    `select count(*)::int as noted from kernel.audit where act = 'counters.phoned' and subject = '${hers?.booking}'`,
  );
  expect(noted?.noted).toBe(1);
  const [planned] = (await manager.call(hallPlan, { centre })).days;
  await manager.call(withdrawPlan, { plan: planned?.plan ?? 0 });
  await refitAll(city.host);
  expect((await manager.call(deskBookings, { centre })).unfit).toEqual([]);
  expect(await codeOf(phone(hers))).toBe('counters.booking-fits'); // nothing is left to tell
});

test('whatever people do at once, the ledger stays exact', async () => {
  const sets = [['general'], ['veterans'], ['insurance', 'general'], ['assistance'], ['other']];
  const tokens: string[] = [];
  let seed = 20_260_302;
  const draw = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * most);
  };
  const counts = { done: 0, refused: 0 };
  const act = async (): Promise<void> => {
    const token = tokens[draw(tokens.length)] ?? '';
    const at = draw(3) === 0 ? today(draw(8) * 15) : tuesday(draw(4) * 15);
    const which = tokens.length < 5 ? 0 : draw(10);
    if (which < 6) {
      const made = await book(at, sets[draw(sets.length)]);
      tokens.push(made.token);
    } else if (which < 7) await somebody().call(cancelHeldBooking, { token });
    else if (which < 9) await somebody().call(moveHeldBooking, { token, at });
    else await somebody().call(checkInHeld, { token });
  };
  for (let round = 0; round < 25; round++) {
    city.clock.advance(3 * minute);
    const acts = await Promise.allSettled(Array.from({ length: 8 }, act));
    for (const one of acts) {
      if (one.status === 'fulfilled') counts.done += 1;
      else {
        expect(one.reason.problem).toMatchObject({ status: expect.toSatisfy(isClean) });
        counts.refused += 1;
      }
    }
    expect(await faults(), `round ${round}`).toEqual([]);
  }
  expect(counts.done).toBeGreaterThan(60);
  expect(counts.refused).toBeGreaterThan(20);
}, 120_000);
/** A no, or a token that nobody has yet. */
const isClean = (status: number): boolean => [400, 404, 409].includes(status);

test('who did not come has missed it; after 30 days bookings are forgotten', async () => {
  const lin = await city.resident('林阿婆');
  const { booking } = await lin.call(bookTime, { centre, services: ['general'], at: today() });
  city.clock.advance(24 * 60 * minute);
  await missDays(city.host);
  const [row] = await city.asOwner('select state from counters.booking');
  expect(row?.state).toBe('missed');
  expect((await lin.call(myBookings, {})).bookings).toEqual([]);
  await city.settleDown();
  city.clock.advance(31 * 24 * 60 * minute);
  await forgetBookings(city.host);
  const [left] = await city.asOwner(
    `select (select count(*)::int from counters.booking) as bookings, (select count(*)::int from counters.booked_unit) as units,
      (select count(*)::int from counters.slot) as starts, (select count(*)::int from kernel.event where subject = '${booking.booking}') as events`,
  );
  expect(left).toEqual({ bookings: 0, units: 0, starts: 0, events: 0 });
});
