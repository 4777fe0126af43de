// SPDX-License-Identifier: Apache-2.0
// docs/operations.md, followed: from an empty database to the first case on a dispatcher's desk.
import { fileURLToPath } from 'node:url';
import { enterCase, listCases, moveCase } from '@lilong/contracts/case-work';
import { decideCatalogue, draftCatalogue, listCatalogue } from '@lilong/contracts/catalogue';
import { decideDuties, importDuties } from '@lilong/contracts/duties';
import {
  changePassword,
  decidePost,
  importStaff,
  listStaff,
  signIn,
} from '@lilong/contracts/identity';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeFirstAdmins } from '../src/identity/index.ts';
import { type Browser, openBrowser } from './browser.ts';
import { breakGround, type Ground, type Site } from './deployment.ts';

const STREET = 310101002000000; // 南京东路街道, which runs a deployment of its own here
const COMMITTEE = 310101002001000;
const tree = fileURLToPath(new URL('../../data/shanghai-places.csv', import.meta.url));
const survey = (name: string): string =>
  fileURLToPath(new URL(`data/town/${name}`, import.meta.url));
const patience = 240_000;
let ground: Ground;
let town: Site;
let running: Awaited<ReturnType<Site['start']>>;
let stopped = false;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
beforeAll(async () => {
  ground = await breakGround();
  town = await ground.newSite('town');
});
afterAll(async () => {
  if (!stopped) await running?.stop();
  await ground.clear();
});

const anyone = (): Browser => openBrowser(running.host.http);
/** Signs in with a first password and chooses another, as everybody does. */
async function enter(login: string, first: string): Promise<Browser> {
  const browser = anyone();
  await browser.call(signIn, { login, password: first });
  const fresh = `${login} chose this one`;
  await browser.call(changePassword, { current: first, fresh });
  await browser.call(signIn, { login, password: fresh });
  return browser;
}
const administrators: Record<string, Browser> = {};
const as = (login: string): Browser => {
  const browser = administrators[login];
  if (browser === undefined) throw new Error(`${login} has not signed in`);
  return browser;
};

test('migrate and keys make a deployment that the doctor finds in order', async () => {
  expect((await town.lilong(['migrate'])).code).toBe(0);
  expect((await town.lilong(['keys', 'make'])).code).toBe(0);
  const { code, said } = await town.lilong(['doctor'], { TRUST_PROXY: 'true' });
  expect(said).toContain('first-admins');
  expect(code).toBe(0);
});

test('the town’s branch of the tree, its outlines, grids, roads and doors come in by file', async () => {
  const bring = (...args: string[]) => town.lilong(['places', 'import', ...args]);
  const branch = ['tree', tree, '--under', '310101002000', '--valid-from', '2023-01-01'];
  expect(await bring(...branch, '--dry')).toMatchObject({ code: 0 });
  expect(await bring(...branch)).toMatchObject({ code: 0 });
  const letGo = await town.hold();
  const surveyed = ['--datum', 'cgcs2000'];
  for (const [kind = '', file = '', ...datum] of [
    ['outlines', 'outlines.geojson', ...surveyed],
    ['grids', 'grids.geojson', ...surveyed],
    ['roads', 'roads.geojson', ...surveyed],
    ['addresses', 'addresses.csv', '--datum', 'gcj02'],
  ])
    expect(await bring(kind, survey(file), ...datum)).toMatchObject({ code: 0 });
  await letGo();
});

test('three first administrators are made once, and their passwords are shown once', async () => {
  const args = ['first-admins', '--place', '310101002000', '--organisation', '南京东路街道办事处'];
  const made = await town.lilong(args);
  const people = [...made.said.matchAll(/ {2}(system|safety|audit) {2}(\S+)$/gm)];
  expect(people.map(([, login]) => login)).toEqual(['system', 'safety', 'audit']);
  expect((await town.lilong(args)).code).toBe(1);
  expect((await town.lilong(['first-admins'])).code).toBe(2);
  running = await town.start();
  for (const [, login = '', password = ''] of people)
    administrators[login] = await enter(login, password);
  const again = makeFirstAdmins(running.host.db, running.host, running.host.clock(), {
    place: STREET,
    organisation: '南京东路街道办事处',
  });
  await expect(again).rejects.toMatchObject({ code: 'auth.staff-there' });
});

test('staff come in by one file and begin once the safety administrator has approved them', async () => {
  const csv = [
    'organisation,organisation_kind,place_code_or_name,phone,hours,name,login,role,range',
    '南京东路街道网格中心,网格中心,南京东路街道,021-55550000,24 小时,王调度,wang,网格调度员,',
    '云南中路居委会,居村委会,云南中路居委会,021-55550001,周一至周五,陈书记,chen,居委会干部,',
    '市容所,区级部门,南京东路街道,,,赵市容,zhao,部门承办人,',
  ].join('\n');
  const tried = await as('system').call(importStaff, { csv, dry: true });
  expect(tried).toMatchObject({ lines: 3, good: 3, faults: [], accounts: 3, posts: 3 });
  const done = await as('system').call(importStaff, { csv, dry: false });
  const waiting = await as('safety').call(listStaff, { waiting: true });
  expect(waiting.waiting).toBe(3);
  for (const { posts } of waiting.people)
    for (const { no, status } of posts)
      if (status === 'proposed') await as('safety').call(decidePost, { post: no, approve: true });
  for (const { login, password } of done.passwords)
    administrators[login] = await enter(login, password);
});

test('a responsibility list and a rule of the town’s own are in force the same day', async () => {
  const today = running.host.clock().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
  const csv = [
    '类别,地点,牵头单位,协办单位,生效日期,依据',
    'event-01-10,南京东路街道,市容所,,,本街道职责清单',
  ].join('\n');
  expect(await as('system').call(importDuties, { csv, dry: true })).toMatchObject({ drafts: 1 });
  const { batch } = await as('system').call(importDuties, { csv, dry: false });
  await as('safety').call(decideDuties, { batch: batch ?? 0, approve: true });
  // The screen offers drafting to whoever holds all that is administered here: a street, in this town.
  const offered = async (login: string) =>
    (await as(login).call(listCatalogue, { kind: 'setting' })).mayDraft;
  expect([await offered('system'), await offered('safety'), await offered('wang')]).toEqual([
    true,
    false,
    false,
  ]);
  const { no } = await as('system').call(draftCatalogue, {
    ...{ kind: 'setting', key: 'similar_metres', name: '相似报事的距离' },
    ...{ body: { value: 80, unit: 'm' }, effectiveFrom: today, source: '本街道规定' },
  });
  await as('safety').call(decideCatalogue, { no, approve: true });
});

test('the first case reaches the dispatcher, who sends it to whom the list names', async () => {
  const { caseRef } = await as('chen').call(enterCase, {
    ...{ place: COMMITTEE, address: '云南中路 100 弄门口', words: '垃圾没有清', photos: [] },
    ...{ category: 'event-01-10', channel: 'patrol', next: 'raise' },
  });
  const { cases, total } = await as('wang').call(listCases, { bucket: 'register' });
  expect([total, cases[0]?.ref]).toEqual([1, caseRef]);
  const registered = {
    ref: caseRef,
    move: 'register',
    category: 'event-01-10',
    condition: 1,
  } as const;
  await as('wang').call(moveCase, { ...registered, version: cases[0]?.version ?? 1 });
  expect(await as('wang').call(listCases, { bucket: 'dispatch' })).toMatchObject({ total: 1 });
});

test('the audit proves what was done, and the doctor misses nobody any more', async () => {
  await running.jobs.settleDown();
  const [sealing] = running.host.subscribers.schedules.filter(({ name }) => name === 'audit.seal');
  await sealing?.run(running.host);
  await running.stop();
  stopped = true;
  const verified = await town.lilong(['audit', 'verify']);
  expect([verified.code, verified.said]).toEqual([0, expect.stringContaining('审计链完好')]);
  expect((await town.lilong(['doctor'], { TRUST_PROXY: 'true' })).said).toContain(
    '三种管理员都有人',
  );
});

test('an administrator who forgot the password gets another one at the machine', async () => {
  const given = await town.lilong(['password', 'safety']);
  expect([given.code, given.said]).toEqual([0, expect.stringMatching(/^safety {2}\S{14}$/m)]);
  expect((await town.lilong(['password', 'nobody'])).code).toBe(1);
  expect((await town.lilong(['password'])).code).toBe(2);
  const kept = await town.asOwner(
    "select must_change from identity.account where login = 'safety'",
  );
  expect(kept).toEqual([{ must_change: true }]);
});
