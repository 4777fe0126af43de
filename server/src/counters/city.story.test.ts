// SPDX-License-Identifier: Apache-2.0
// All halls as they are now, and where to send somebody: the same figures as in the hall itself, by place or by way and wait.
import { centreCard, counterDesk, followTicket, takeTicket } from '@lilong/contracts/counters';
import { cityHalls, nearHalls } from '@lilong/contracts/counters-city';
import { closeEarly, setWindow } from '@lilong/contracts/counters-hall';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { liveOn } from './index.ts';
import { emptyHalls } from './on.ts';

const street = 310101002000000; // 南京东路街道
const district = 310101000000000; // 黄浦区

let city: City;
let manager: Person;
let centre: number;
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000' } });
  const organisation = '南京东路街道社区事务受理服务中心（示例）';
  manager = await city.person('陆主任', { as: 'centre_manager', organisation });
  const desk = await manager.call(counterDesk, {});
  centre = desk.centre;
  await manager.call(setWindow, { window: desk.windows[0]?.window ?? 0, open: true });
  for (let index = 0; index < 4; index++)
    await city.anyone().call(takeTicket, { centre, services: ['general'], by: 'kiosk' });
});
afterAll(() => city.close());

const halls = (input: Parameters<typeof ask>[0] = {}) => ask(input);
const ask = (input: { place?: number; service?: string; q?: string }) =>
  city.anyone().call(cityHalls, input);

test('every hall is in the list, in the order of places, with the figures of its own board', async () => {
  const all = await halls();
  expect(all.halls).toHaveLength(287);
  const places = all.halls.map(({ place }) => place);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  const own = all.halls.find((one) => one.centre === centre);
  const card = await city.anyone().call(centreCard, { centre });
  const line = card.services.find(({ service }) => service === 'general');
  expect(own).toMatchObject({
    ...{ waiting: 4, inLine: line?.waiting, forIt: line?.windows, wait: line?.wait },
    ...{ windows: 8, openWindows: 1, open: true, does: true, opens: null },
  });
  const veterans = await halls({ place: street, service: 'veterans' });
  expect(veterans.halls[0]).toMatchObject({ inLine: 0, forIt: 0, wait: { basis: 'none' } });
  expect((await halls({ place: district })).halls.length).toBeLessThan(20);
  expect((await halls({ q: '外滩' })).halls.length).toBeGreaterThan(0);
  expect((await refusal(halls({ service: 'nothing' }))).code).toBe('found.nothing');
  expect(JSON.stringify(all)).not.toMatch(/seat|account/);
});

test('what is known of the halls is kept: a hall is read anew where something is told of it, in whichever process', async () => {
  const waiting = async () =>
    (await halls()).halls.find((one) => one.centre === centre)?.waiting ?? 0;
  const before = await waiting();
  const payload = { services: ['general'], by: 'kiosk' };
  await city.anyone().call(takeTicket, { ...payload, centre, by: 'kiosk' });
  expect(await waiting()).toBe(before + 1);
  const { http } = (await city.another()).host;
  const url = `/api/counters/centres/${centre}/tickets`;
  expect((await http.inject({ method: 'POST', url, payload })).statusCode).toBe(200);
  await city.settleDown();
  await expect.poll(waiting).toBe(before + 2);
  await city.asOwner(`update counters.ticket set state = 'cancelled', ended_at = now() where no =
    (select max(no) from counters.ticket where centre = ${centre})`); // nobody tells of it
  expect(await waiting()).toBe(before + 2);
  city.clock.advance(60_000);
  expect(await waiting()).toBe(before + 1);
});

test('where one is served soonest: way and wait together, from a street by name or from a point', async () => {
  const near = (input: object) => city.anyone().call(nearHalls, input);
  const from = await near({ place: street });
  expect(from.halls).toHaveLength(6);
  const [first] = from.halls;
  expect(first).toMatchObject({ centre, late: false, way: { by: 'walk' } });
  expect(first?.minutes).toBe((first?.way.minutes ?? 0) + (first?.wait.minutes ?? 0));
  expect(from.halls.slice(1).every(({ minutes }) => minutes === null)).toBe(true);
  const { lon = 0, lat = 0 } = first?.point ?? {};
  expect((await near({ lon, lat })).halls[0]).toMatchObject({ centre, metres: 0 });
  expect((await near({})).halls).toEqual([]);
  await manager.call(closeEarly, { centre, why: '停电' });
  const shut = await near({ lon, lat });
  expect(shut.halls.find((one) => one.centre === centre)).toMatchObject({
    ...{ open: false, minutes: null, closes: null, opens: expect.any(String) },
  });
});

const waitingIn = (all: Awaited<ReturnType<typeof halls>>['halls']): number[] =>
  all.filter((one) => one.centre !== centre && one.waiting > 0).map((one) => one.centre);

test('in a demonstration people come to every hall that is open, are served, and are gone when it shuts; every day anew', async () => {
  const minutes = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 5) {
      await liveOn(city.host);
      city.clock.advance(5 * 60_000);
    }
  };
  await minutes(5);
  const { halls: begun } = await halls();
  expect(begun.filter(({ openWindows }) => openWindows > 0).length).toBeGreaterThan(280);
  const [busy = 0] = waitingIn(begun);
  const input = { centre: busy, services: ['general'], by: 'kiosk' as const };
  const mine = await city.anyone().call(takeTicket, input);
  expect(mine.ticket.ahead).toBeGreaterThan(0);
  await minutes(30);
  const told = await city.asOwner(`select count(*) filter (where state = 'done')::int as done,
    count(distinct centre) filter (where state = 'serving')::int as halls, max(calls)::int as calls from counters.ticket where token_hash like 'demonstration %'`);
  expect(told[0]).toMatchObject({
    halls: expect.toSatisfy((count: number) => count > 200),
    calls: 1,
  });
  expect(Number(told[0]?.done)).toBeGreaterThan(200);
  expect((await city.anyone().call(followTicket, { token: mine.token })).state).toBe('taken');
  city.clock.set(new Date('2026-03-02T15:00:00Z'));
  await minutes(5);
  expect(waitingIn((await halls()).halls)).toEqual([busy]); // whom nobody invented stays
  city.clock.set(new Date('2026-03-02T16:45:00Z'));
  await emptyHalls(city.host);
  city.clock.set(new Date('2026-03-03T02:00:00Z'));
  await minutes(20);
  const { halls: next } = await halls();
  expect(waitingIn(next).length).toBeGreaterThan(100);
  const own = next.find((one) => one.centre === centre);
  expect(own).toMatchObject({ waiting: expect.toSatisfy((count: number) => count > 2) });
  const { windows } = await manager.call(counterDesk, {});
  expect(windows.filter(({ number }) => number !== null)).toHaveLength(2);
});
