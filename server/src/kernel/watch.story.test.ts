// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { about, giveFeedback } from '@lilong/contracts/office';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { readConfig } from '../config.ts';
import { selectFeedback } from '../office/index.ts';
import { makeProgram, type Program } from '../program.ts';
import { fixedClock } from './clock.ts';
import { folderStore } from './filestore.ts';
import { migrateJobs } from './jobs.ts';
import { keysFrom } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'lilong-watch-'));
const keys = keysFrom(Buffer.alloc(32, 1));
const token = 'a-token-for-prometheus';
const logged: string[] = [];
let program: Program;
beforeAll(async () => {
  const db = await openTestDatabase();
  await migrateJobs(db);
  program = await makeProgram({
    db,
    clock: fixedClock('2026-03-02T01:00:00Z'),
    config: readConfig({
      DATA_DIR: folder,
      METRICS_TOKEN: token,
      LOG_LEVEL: 'info',
      UNIT_NAME: '南桥镇',
    }),
    keys,
    files: folderStore(join(folder, 'files')),
    demo: false,
    log: { write: (line: string) => logged.push(line) },
  });
});
afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  program.host.http.inject({ method: 'GET', url, headers, remoteAddress });
const post = (url: string, payload: object, remoteAddress: string) =>
  program.host.http.inject({ method: 'POST', url, payload, remoteAddress });

test('health is open to all and says only whether the database is reached', async () => {
  const reply = await get('/healthz', {}, '203.0.113.9');
  expect(reply.statusCode).toBe(200);
  expect(reply.json()).toEqual({ ok: true, database: 'reachable' });
});

test('figures are for this machine or the token, and for nobody behind a proxy', async () => {
  const codeOf = async (headers: Record<string, string>, from: string) =>
    (await get('/metrics', headers, from)).statusCode;
  const bearer = { authorization: `Bearer ${token}` };
  expect(await codeOf({}, '127.0.0.1')).toBe(200);
  expect(await codeOf({}, '::1')).toBe(200);
  expect(await codeOf(bearer, '203.0.113.9')).toBe(200);
  expect(await codeOf({}, '203.0.113.9')).toBe(404);
  expect(await codeOf({ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1')).toBe(404);
  expect(await codeOf({ authorization: 'Bearer a-token-for-nobody' }, '127.0.0.1')).toBe(404);
});

test('the figures name requests by their route, and what waits', async () => {
  await get('/api/places?q=secret');
  const text = (await get('/metrics')).payload;
  expect(text).toMatch(
    /lilong_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d/,
  );
  expect(text).toContain('lilong_audit_unsealed_rows 0');
  expect(text).toContain('lilong_live_listeners 0');
  expect(text).toContain('lilong_event_lag_seconds 0');
  expect(text).toMatch(/lilong_database\{kind="(embedded|server)"\} 1/);
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toContain('secret');
});

test('a request leaves one line with its number, route, status and time, and nothing personal', async () => {
  logged.length = 0;
  const reply = await get('/api/nowhere?phone=13800000000', {}, '203.0.113.77');
  const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    msg: 'request',
    reqId: reply.headers['x-request-id'],
    method: 'GET',
    status: 404,
    ms: expect.any(Number),
  });
  expect(logged.join()).not.toMatch(/13800000000|203\.0\.113\.77/);
});

test('a fault in the database is logged without what people said', async () => {
  const { db } = program.host;
  await db.run('alter table office.feedback add constraint curt check (length(words) < 3)');
  logged.length = 0;
  const said = { about: 'suggestion', words: '老张的电话是 13800000000' };
  const reply = await post(giveFeedback.path, said, '203.0.113.5');
  await db.run('alter table office.feedback drop constraint curt');
  expect(reply.statusCode).toBe(500);
  const fault = logged.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'fault');
  expect(fault.err).toMatchObject({ code: '23514', constraint: 'curt', table: 'feedback' });
  expect(fault.err.stack).toMatch(/^\s+at /);
  expect(logged.join()).not.toMatch(/13800000000|老张/);
});

test('the deployment says who runs it', async () => {
  const reply = (await get(about.path)).json();
  expect(reply).toMatchObject({ unit: '南桥镇', demo: false, hotline: '12345', filingNo: null });
});

test('feedback is kept with its contact sealed, ten times an hour from one address', async () => {
  const said = { about: 'suggestion', words: '字太小', contact: '13800000000' };
  const first = await post(giveFeedback.path, said, '203.0.113.1');
  expect(first.statusCode).toBe(200);
  const [kept] = await selectFeedback(program.host.db.kysely, 5);
  expect(kept).toMatchObject({ no: first.json().no, about: 'suggestion', words: '字太小' });
  expect(kept?.contact).not.toContain('13800000000');
  expect(keys.open(kept?.contact ?? '')).toBe('13800000000');
  const codes: number[] = [];
  for (let i = 0; i < 10; i++)
    codes.push((await post(giveFeedback.path, said, '203.0.113.1')).statusCode);
  expect(codes).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 429]);
  expect((await post(giveFeedback.path, said, '203.0.113.2')).statusCode).toBe(200);
});

test('a database that is gone is said', async () => {
  await program.host.db.kysely.destroy();
  const reply = await get('/healthz');
  expect(reply.statusCode).toBe(503);
  expect(reply.json()).toEqual({ ok: false, database: 'unreachable' });
});
