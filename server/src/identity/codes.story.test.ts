// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestCode, signInByCode, whoAmI } from '@lilong/contracts/identity';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { signature } from './sms.ts';

const secret = 'shared with the gateway';
/** The outside world: a gateway that takes short messages, or fails as often as it is told to. */
const gateway = createServer((request, response) => {
  if (silent !== undefined) {
    silent.push(() => response.writeHead(200).end());
    return;
  }
  if (failures > 0) {
    failures -= 1;
    response.writeHead(500).end();
    return;
  }
  received.push(request);
  response.writeHead(200).end();
});
let failures = 0;
/** Requests that the gateway has taken and does not answer yet; undefined when it answers at once. */
let silent: (() => void)[] | undefined;
let received: IncomingMessage[] = [];
let city: City;

beforeAll(async () => {
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo; // a TCP server has no other kind of address
  const SMS_URL = `http://127.0.0.1:${port}/send?to={phone}&text={text}`;
  city = await aCity({ settings: { SMS_URL, SMS_SECRET: secret } });
});
afterAll(async () => {
  await city.close();
  gateway.close();
});
afterEach(() => {
  received = [];
  city.clock.advance(25 * 3_600_000); // limits of one test are over in the next
});

async function lastMessage(): Promise<{ phone: string; text: string; request: IncomingMessage }> {
  await city.settleDown();
  const request = received.at(-1);
  const query = new URL(request?.url ?? '', 'http://gateway').searchParams;
  if (request === undefined) throw new Error('no message was sent');
  return { phone: query.get('to') ?? '', text: query.get('text') ?? '', request };
}
async function codeFor(phone: string): Promise<string> {
  await city.anyone().call(requestCode, { phone });
  return /\d{6}/.exec((await lastMessage()).text)?.[0] ?? '';
}
const enter = (phone: string, code: string) => city.anyone().call(signInByCode, { phone, code });
/** A code that is not `code`. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a resident signs in with the code that came by message, and is the same person next time', async () => {
  const phone = '13800000001';
  const reply = await city.anyone().call(requestCode, { phone });
  expect(reply).toEqual({ sentTo: '138****0001', validMinutes: 5, shown: null });
  const message = await lastMessage();
  expect(message.phone).toBe(phone);
  expect(message.text).toContain('5 分钟内有效');
  const code = /\d{6}/.exec(message.text)?.[0] ?? '';

  const lin = city.anyone();
  const me = await lin.call(signInByCode, { phone, code });
  expect(me).toMatchObject({ kind: 'resident', level: 1, post: null, posts: [], committee: null });
  city.clock.advance(60_000);
  expect((await enter(phone, await codeFor(phone))).account).toBe(me.account);

  city.clock.advance(29 * 24 * 3_600_000);
  expect((await lin.call(whoAmI, {})).me?.account).toBe(me.account);
  city.clock.advance(24 * 3_600_000);
  expect((await lin.call(whoAmI, {})).me).toBeNull();
});

test('neither number nor code is stored where it can be read', async () => {
  const phone = '13800000002';
  const code = await codeFor(phone);
  await enter(phone, code);
  const tables = ['identity.account', 'identity.code', 'identity.message', 'kernel.event'];
  for (const table of [...tables, 'kernel.audit', 'kernel.idempotency', 'pgboss.job']) {
    const kept = JSON.stringify(await city.asOwner(`select t::text as row from ${table} t`));
    expect(kept, table).not.toContain(phone);
    expect(kept, table).not.toMatch(new RegExp(`\\b${code}\\b`));
  }
});

test('the gateway can tell our requests from others’, and does not repeat them by mistake', async () => {
  await codeFor('13800000003');
  const { request } = await lastMessage();
  const { 'x-lilong-time': time, 'x-lilong-signature': signed, host } = request.headers;
  expect(signed).toBe(signature(secret, String(time), `http://${host}${request.url}`));
  await city.settleDown();
  expect(received).toHaveLength(1);
  expect(await city.asOwner('select no from identity.message')).toEqual([]);
});

test('a message that did not go out is tried again', async () => {
  failures = 1;
  const phone = '13800000004';
  await city.anyone().call(requestCode, { phone });
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
  const { text } = await lastMessage();
  await enter(phone, /\d{6}/.exec(text)?.[0] ?? '');
});

test('a message that did not go out is logged, counted and, after the last try, seen by operators', async () => {
  const figure = async (name: string) => {
    const { payload } = await city.host.http.inject('/metrics');
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(payload)?.[1]);
  };
  const before = await figure('lilong_delivery_failures');
  failures = 1;
  await city.anyone().call(requestCode, { phone: '13800000041' });
  await expect.poll(() => figure('lilong_delivery_failures'), { timeout: 20_000 }).toBe(before + 1);
  expect(await figure('lilong_dead_letters')).toBe(0);
  await city.asOwner(
    `insert into pgboss.job (name, data) values ('dead', '{"subscriber": "identity.send-message"}')`,
  );
  expect(await figure('lilong_dead_letters')).toBe(1);
  await city.asOwner("delete from pgboss.job where name = 'dead'");
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
});

test('a gateway that does not answer keeps nobody else waiting', async () => {
  silent = [];
  await city.anyone().call(requestCode, { phone: '13800000042' });
  await expect.poll(() => silent?.length, { timeout: 20_000 }).toBe(1);
  const began = performance.now();
  expect((await city.anyone().call(whoAmI, {})).me).toBeNull();
  await city.db.run('select 1');
  expect(performance.now() - began).toBeLessThan(2000); // the gateway has five seconds
  expect(await city.asOwner('select from identity.message')).toHaveLength(1);
  for (const answer of silent ?? []) answer();
  silent = undefined;
  await expect
    .poll(() => city.asOwner('select from identity.message'), { timeout: 20_000 })
    .toEqual([]);
});

test('a code is good once, for five minutes, for its own number', async () => {
  const phone = '13800000005';
  const first = await codeFor(phone);
  expect((await refusal(enter('13800000006', first))).code).toBe('auth.wrong-code');
  await enter(phone, first);
  expect((await refusal(enter(phone, first))).code).toBe('auth.code-expired');

  city.clock.advance(60_000);
  const second = await codeFor(phone);
  city.clock.advance(5 * 60_000 - 1);
  expect((await refusal(enter(phone, first))).code).toBe('auth.wrong-code'); // only the newest counts
  city.clock.advance(1);
  expect(await refusal(enter(phone, second))).toMatchObject({
    code: 'auth.code-expired',
    field: 'code',
  });
});

test('a code dies after five wrong tries', async () => {
  const phone = '13800000007';
  const code = await codeFor(phone);
  const tries = Array.from({ length: 5 }, () => refusal(enter(phone, wrong(code))));
  expect((await Promise.all(tries)).map((no) => no.code)).toEqual(
    Array<string>(5).fill('auth.wrong-code'),
  );
  expect((await refusal(enter(phone, code))).code).toBe('auth.code-expired');
});

test('one number gets a code a minute, five an hour and ten a day', async () => {
  const phone = '13800000008';
  let asked = 0;
  const ask = () => {
    asked += 1;
    return city.anyone(`10.0.0.${asked}`).call(requestCode, { phone });
  };
  await ask();
  expect(await refusal(ask())).toMatchObject({
    status: 429,
    code: 'auth.too-many',
    facts: { minutes: 1 },
  });
  for (let n = 1; n < 5; n += 1) {
    city.clock.advance(60_000);
    await ask();
  }
  city.clock.advance(60_000);
  expect((await refusal(ask())).facts).toEqual({ minutes: 55 });
  city.clock.advance(55 * 60_000);
  for (let n = 0; n < 5; n += 1) {
    await ask();
    city.clock.advance(60_000);
  }
  city.clock.advance(3_600_000);
  expect((await refusal(ask())).facts.minutes).toBeGreaterThan(60);
});

test('two requests at once for one number send one code', async () => {
  const phone = '13800000009';
  const ask = () => city.anyone().call(requestCode, { phone });
  const both = await Promise.allSettled([ask(), ask()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await lastMessage();
  expect(received).toHaveLength(1);
});

test('one address gets twenty codes an hour, for whatever numbers', async () => {
  const browser = city.anyone('10.1.2.3');
  for (let n = 10; n < 30; n += 1) await browser.call(requestCode, { phone: `138000000${n}` });
  expect((await refusal(browser.call(requestCode, { phone: '13800000099' }))).code).toBe(
    'auth.too-many',
  );
  await city.anyone('10.1.2.4').call(requestCode, { phone: '13800000099' });
  await city.settleDown();
});
