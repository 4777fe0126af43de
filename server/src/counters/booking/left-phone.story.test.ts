// SPDX-License-Identifier: Apache-2.0
// Somebody without account leaves a telephone for one booking: they hear of a change by it, and it is gone with the booking.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  bookingPhone,
  bookTime,
  cancelHeldBooking,
  checkInHeld,
  deskBookings,
  followBooking,
  leavePhone,
} from '@lilong/contracts/booking';
import { listCentres } from '@lilong/contracts/counters';
import { hallPlan, planDays, previewPlan, withdrawPlan } from '@lilong/contracts/counters-hall';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCity, type City, type Person, startOfStories } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { missDays } from './fitting.ts';

const street = 310101013000000; // 外滩街道: its hall keeps hours
const hall = '外滩街道社区事务受理服务中心（示例）';
const number = '13912345678';

/** The outside world: a gateway that takes short messages. */
let said: string[] = [];
const gateway = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://gateway');
  said.push(`${searchParams.get('to')} ${searchParams.get('text')}`);
  response.end();
});
let city: City;
let manager: Person;
let centre: number;
beforeAll(async () => {
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo; // a TCP server has no other kind of address
  const SMS_URL = `http://127.0.0.1:${port}/send?to={phone}&text={text}`;
  const settings = { SESSION_HOURS: '10000', SMS_URL, SMS_SECRET: 'shared with the gateway' };
  city = await aCity({ settings });
  manager = await city.person('郑主任', { as: 'centre_manager', organisation: hall });
  const found = (await city.anyone().call(listCentres, { place: street })).centres;
  centre = found.find(({ kind }) => kind === 'centre')?.centre ?? 0;
});
beforeEach(async () => {
  city.clock.set(startOfStories);
  await city.asOwner('delete from counters.booking');
  said = [];
});
afterAll(async () => {
  await city.close();
  gateway.close();
});

const tuesday = '2026-03-03T02:00:00.000Z';
const today = '2026-03-02T02:00:00.000Z';
const afternoon = {
  ...{ from: '2026-03-03', to: '2026-03-03' },
  spans: [['13:00', '16:30']] as [string, string][],
};
const book = (phone?: string, at = tuesday, who = city.anyone()) =>
  who.call(bookTime, {
    ...{ centre, services: ['general'], at },
    ...(phone === undefined ? {} : { phone }),
  });
const follow = (token: string) => city.anyone().call(followBooking, { token });
const kept = async (): Promise<string[]> => {
  const rows = await city.asOwner(
    'select phone_sealed from counters.booking where phone_sealed is not null',
  );
  return rows.map((row) => String(row.phone_sealed));
};
async function heard(): Promise<string[]> {
  await city.settleDown();
  return said;
}

test('the hall moves the time: a message goes to the number that was left, and says when and where', async () => {
  const { token, booking } = await book(' 139 1234-5678 ');
  await book(); // who left nothing cannot be told
  await book('021-63221234', tuesday); // nor by a message to a fixed line
  expect(booking).toMatchObject({ phone: '139****5678', can: { leavePhone: true } });
  const { bookings } = await manager.call(previewPlan, { centre, days: afternoon });
  expect(bookings.map(({ told }) => told)).toEqual([true, false, false]);
  await manager.call(planDays, {
    ...{ centre, ...afternoon, why: '停电检修' },
    settle: { all: 'move', but: [] },
  });
  const moved = await follow(token);
  expect(moved).toMatchObject({ movedFrom: tuesday, fits: true, phone: '139****5678' });
  expect(await heard()).toEqual([
    expect.stringMatching(new RegExp(`^${number} 【里弄】外滩街道.*${moved.code}`)),
  ]);
  const { unfit } = await manager.call(deskBookings, { centre });
  expect(unfit.map((one) => one.told)).toEqual([false, true]); // the fixed line can be telephoned
  const [, reached] = unfit;
  const phone = await manager.call(bookingPhone, { booking: reached?.booking ?? '' });
  expect(phone).toEqual({ phone: '021-63221234' });
  for (const { plan } of (await manager.call(hallPlan, { centre })).days)
    await manager.call(withdrawPlan, { plan });
});

test('nothing of it stands open anywhere; it is taken back, and gone once they came, cancelled, or the day is over', async () => {
  const first = await book(number);
  const [sealed = ''] = await kept();
  expect(sealed).not.toContain(number);
  for (const table of ['kernel.event', 'kernel.audit', 'kernel.idempotency', 'counters.booking'])
    expect(
      await city.asOwner(`select 1 from ${table} t where to_jsonb(t)::text like '%${number}%'`),
    ).toEqual([]);
  const back = { token: first.token, phone: null };
  expect(await city.anyone().call(leavePhone, back)).toMatchObject({ phone: null });
  expect(await kept()).toEqual([]);
  const again = { token: first.token, phone: '13700000001' };
  expect(await city.anyone().call(leavePhone, again)).toMatchObject({ phone: '137****0001' });
  const cancelled = await city.anyone().call(cancelHeldBooking, { token: first.token });
  expect(cancelled).toMatchObject({ phone: null, can: { leavePhone: false } });
  expect(await kept()).toEqual([]);
  const comes = await book(number, today);
  await city.anyone().call(checkInHeld, { token: comes.token });
  expect(await kept()).toEqual([]);
  await book(number);
  city.clock.set(new Date('2026-03-03T16:43:00Z'));
  await missDays(city.host);
  expect(await kept()).toEqual([]);
});

test('what is no telephone is refused and names the field; with an account the account has one; a clerk writes it for somebody', async () => {
  expect(await refusal(book('1234'))).toMatchObject({ code: 'input.invalid', field: 'phone' });
  const lin = await city.resident('林阿婆');
  expect((await refusal(book(number, tuesday, lin))).code).toBe('input.invalid');
  const { token } = await lin.call(bookTime, { centre, services: ['general'], at: tuesday });
  expect((await refusal(city.anyone().call(leavePhone, { token, phone: number }))).code).toBe(
    'input.invalid',
  );
  expect((await follow(token)).can.leavePhone).toBe(false);
  const { booking } = await book(number, tuesday, manager);
  expect(booking.phone).toBe('139****5678');
});
