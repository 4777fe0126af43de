// SPDX-License-Identifier: Apache-2.0
// Somebody leaves the hall and is told in time, by one message to the telephone of the account.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  callNext,
  counterDesk,
  moveTicket,
  sitAtWindow,
  takeTicket,
} from '@lilong/contracts/counters';
import { requestCode, signInByCode } from '@lilong/contracts/identity';
import { myReminders, remindMe } from '@lilong/contracts/reminders';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { remindAll } from './remind.ts';

const hall = '南京东路街道社区事务受理服务中心（示例）';

/** The outside world: a gateway that takes short messages. */
let said: string[] = [];
const gateway = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://gateway');
  said.push(`${searchParams.get('to')} ${searchParams.get('text')}`);
  response.writeHead(200).end();
});
let city: City;
let gu: Person;
let centre: number;
let window: number;
beforeAll(async () => {
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo; // a TCP server has no other kind of address
  const SMS_URL = `http://127.0.0.1:${port}/send?to={phone}&text={text}`;
  city = await aCity({ settings: { SMS_URL, SMS_SECRET: 'shared with the gateway' } });
  gu = await city.person('顾窗口', { as: 'counter_clerk', organisation: hall });
  const desk = await gu.call(counterDesk, {});
  centre = desk.centre;
  window = desk.windows[0]?.window ?? 0;
  await gu.call(sitAtWindow, { window });
});
afterAll(async () => {
  await city.close();
  gateway.close();
});

/** What the gateway was given since it was last asked. */
async function heard(): Promise<string[]> {
  await city.settleDown();
  const now = said;
  said = [];
  return now;
}
async function withPhone(phone: string) {
  const who = city.anyone();
  await who.call(requestCode, { phone });
  const [message = ''] = await heard();
  await who.call(signInByCode, { phone, code: /码 (\d{6})/.exec(message)?.[1] ?? '' });
  return who;
}
type Who = Awaited<ReturnType<typeof withPhone>>;
async function take(who: Who): Promise<{ ticket: string; number: string }> {
  city.clock.advance(60_000);
  const input = { centre, services: ['general'], by: 'phone' as const };
  return (await who.call(takeTicket, input)).ticket;
}
/** The next one is called and served. */
async function next(): Promise<void> {
  const { ticket } = await gu.call(callNext, { window, done: true });
  await gu.call(moveTicket, { ticket: ticket?.ticket ?? '', move: 'serve' });
  await remindAll(city.host);
}

test('whoever asked so is told once that two are before them, and not before', async () => {
  const lin = await withPhone('13800000071');
  for (let others = 0; others < 4; others += 1) await take(city.anyone());
  const { ticket, number } = await take(lin);
  const at = { ahead: 2 };
  expect(await lin.call(remindMe, { ticket, at })).toEqual({
    ...{ possible: true, reminders: [{ ticket, at }] },
  });
  await remindAll(city.host);
  await next();
  expect(await heard()).toEqual([]);
  await next();
  await remindAll(city.host);
  expect(await heard()).toEqual([
    `13800000071 【里弄】${number} 号：前面还有 2 位，请回${hall.replace('（示例）', '')}等叫号。`,
  ]);
  await next();
  expect(await heard()).toEqual([]);
  expect((await lin.call(myReminders, {})).reminders).toEqual([]);
  await next();
  await next();
});

test('who is called before that is told where to; who gave up is told nothing', async () => {
  const mei = await withPhone('13800000072');
  const { ticket, number } = await take(mei);
  await take(mei).then((one) => mei.call(remindMe, { ticket: one.ticket, at: { minutes: 5 } }));
  await mei.call(remindMe, { ticket, at: { ahead: 3 } });
  await gu.call(callNext, { window, done: true });
  await remindAll(city.host);
  expect((await heard()).sort()).toEqual([
    expect.stringContaining(`${number} 号叫到了，请到`),
    expect.stringContaining('下一个就是您'),
  ]);
  const { ticket: gone } = await take(mei);
  await mei.call(remindMe, { ticket: gone, at: { ahead: 20 } });
  await mei.call(remindMe, { ticket: gone, at: null });
  await remindAll(city.host);
  expect(await heard()).toEqual([]);
});

test('a ticket is its holder’s, a time is one of two, and who has no telephone is told that nothing goes out', async () => {
  const wu = await city.resident('吴阿姨');
  const { ticket } = await take(wu as unknown as Who);
  expect((await wu.call(myReminders, {})).possible).toBe(false);
  expect((await refusal(wu.call(remindMe, { ticket, at: { ahead: 3 } }))).code).toBe(
    'sms.not-sent',
  );
  const lin = await withPhone('13800000073');
  expect((await refusal(lin.call(remindMe, { ticket, at: { ahead: 3 } }))).code).toBe(
    'auth.denied',
  );
  const { ticket: own } = await take(lin);
  expect((await refusal(lin.call(remindMe, { ticket: own, at: {} }))).code).toBe('input.invalid');
});
