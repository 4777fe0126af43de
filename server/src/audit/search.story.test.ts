// SPDX-License-Identifier: Apache-2.0
import { auditHead, checkAudit, searchAudit } from '@lilong/contracts/audit';
import { type AuditKind, auditKinds } from '@lilong/contracts/audit-acts';
import { Refused } from '@lilong/contracts/call';
import { listCatalogue } from '@lilong/contracts/catalogue';
import { signOut } from '@lilong/contracts/identity';
import { giveFeedback } from '@lilong/contracts/office';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { sealOnce } from './index.ts';

let city: City;
let yan: Person; // auditor
let wang: Person;
let lin: Person;
beforeAll(async () => {
  city = await aCity();
  yan = await city.person('严审计', { as: 'auditor' });
  wang = await city.person('王调度', { as: 'dispatcher' });
  lin = await city.resident('林阿姨');
  await wang.call(giveFeedback, { about: 'suggestion', words: '字再大一点' });
  city.clock.advance(60_000);
  await lin.call(giveFeedback, { about: 'complaint', words: '找不到入口' });
  await wang.call(auditHead, {}).catch(() => undefined); // a refused attempt
});
afterAll(() => city.close());

const lines = async (wanted: Parameters<typeof yan.call<typeof searchAudit>>[1]) =>
  (await yan.call(searchAudit, wanted)).lines;
const codeOf = async (asked: Promise<unknown>) => {
  const refused = await asked.then(() => undefined).catch((thrown: unknown) => thrown);
  return refused instanceof Refused ? refused.problem.code : 'no refusal';
};

test('an auditor finds what somebody did by the name of the person or of the office', async () => {
  const [refusal, said] = await lines({ q: '王调度' });
  expect(said).toMatchObject({
    ...{ actorName: '王调度', role: 'dispatcher', act: 'office.feedback', outcome: 'done' },
    sealed: false,
  });
  expect(said?.organisationName).toContain('南京东路街道');
  expect(refusal).toMatchObject({ act: 'GET /api/audit/head', outcome: 'auth.denied' });
  const byOffice = await lines({ q: '南京东路街道', act: 'feedback' });
  expect(byOffice.map(({ no }) => no)).toEqual([said?.no]);
  expect(await lines({ q: '100%' })).toEqual([]);
});

test('a resident appears by role, without a name', async () => {
  const [said] = await lines({ act: 'office.feedback' });
  expect(said).toMatchObject({ actorName: null, role: 'resident', organisationName: null });
  expect(await lines({ q: '林阿姨' })).toEqual([]);
});

test('time and subject narrow the search, and pages follow each other', async () => {
  const all = await lines({ act: 'office.feedback' });
  expect(all).toHaveLength(2);
  const [later, earlier] = all;
  if (later === undefined) return expect.fail('nothing was found');
  const act = 'office.feedback';
  expect(await lines({ act, to: later.at })).toEqual([earlier]);
  expect(await lines({ act, from: later.at })).toEqual([later]);
  expect(await lines({ subject: later.subject ?? '' })).toEqual([later]);
  expect(await lines({ act, before: later.no })).toEqual([earlier]);
});

test('reading the audit is itself noted', async () => {
  await lines({ q: '王调度' });
  await city.settleDown();
  const [own] = await lines({ act: 'audit.search' });
  expect(own).toMatchObject({ actorName: '严审计', role: 'auditor', outcome: 'read' });
});

test('an auditor of a district sees only what happened there', async () => {
  const { no } = await city.place('黄浦区');
  await city.asOwner('update kernel.audit set place = $1 where act = $2 and subject = $3', [
    no,
    'office.feedback',
    (await lines({ act: 'office.feedback' }))[1]?.subject,
  ]);
  const seenBy = async (who: Person) =>
    (await who.call(searchAudit, { act: 'office.feedback' })).lines.length;
  expect(await seenBy(await city.person('黄浦审计', { as: 'auditor', at: '黄浦区' }))).toBe(1);
  expect(await seenBy(await city.person('徐汇审计', { as: 'auditor', at: '徐汇区' }))).toBe(0);
  expect(await seenBy(yan)).toBe(2);
});

test('nobody else reads it', async () => {
  const gu = await city.person('顾系统', { as: 'system_admin' });
  for (const who of [wang, lin, gu]) {
    expect(await codeOf(who.call(searchAudit, {}))).toBe('auth.denied');
    expect(await codeOf(who.call(checkAudit, {}))).toBe('auth.denied');
  }
  expect(await codeOf(city.anyone().call(searchAudit, {}))).toBe('auth.sign-in-first');
});

test('the chain is checked from the screen, and a fault is told in the reader’s language', async () => {
  await city.settleDown();
  const waiting = await yan.call(auditHead, {});
  expect(waiting).toMatchObject({ blocks: 0, head: null, at: null });
  expect(waiting.unsealed).toBeGreaterThan(3);
  await sealOnce(city.host);
  const head = await yan.call(auditHead, {});
  expect(head).toMatchObject({ blocks: 1, sealed: waiting.unsealed, unsealed: 0 });
  expect(head.head).toMatch(/^[0-9a-f]{64}$/);
  expect(await yan.call(checkAudit, {})).toMatchObject({ good: true, blocks: 1, faults: [] });
  expect((await lines({ act: 'office.feedback' }))[0]?.sealed).toBe(true);

  await city.asOwner("update kernel.audit set purpose = 'x' where no = 1");

  const { faults, good } = await yan.call(checkAudit, {});
  expect(good).toBe(false);
  expect(faults).toEqual([
    { kind: 'row-changed', block: 1, row: 1, detail: '第 1 行记录被改过（在第 1 块里）。' },
  ]);
  const english = await yan.call(checkAudit, {}, { 'accept-language': 'en' });
  expect(english.faults[0]?.detail).toBe('Row 1 was changed after it was sealed in block 1.');
});

test('the schedule seals by itself', async () => {
  const names = city.host.subscribers.schedules.map(({ name, cron }) => `${name} ${cron}`);
  expect(names).toContain('audit.seal * * * * *');
  await wang.call(listCatalogue, { kind: 'setting' });
  await wang.call(giveFeedback, { about: 'suggestion', words: '再来一条' });
  const before = (await yan.call(auditHead, {})).blocks;
  const schedule = city.host.subscribers.schedules.find(({ name }) => name === 'audit.seal');
  await schedule?.run(city.host);
  expect((await yan.call(auditHead, {})).blocks).toBe(before + 1);
});

test('each line is of one kind: a reading, a change, a coming or going, or refused', async () => {
  const jiang = await city.person('江调度', { as: 'dispatcher' });
  await jiang.call(giveFeedback, { about: 'suggestion', words: '按钮大一点' });
  await jiang.call(auditHead, {}).catch(() => undefined);
  await jiang.call(signOut, { everywhere: false });
  await lines({ q: '严审计' });
  await city.settleDown();
  const actsOf = async (kind: AuditKind, q: string) =>
    (await lines({ kind, q })).map(({ act }) => act);
  expect(await actsOf('write', '江调度')).toEqual(['office.feedback']);
  expect(await actsOf('sign_in', '江调度')).toEqual(['sign-out']);
  expect(await actsOf('refused', '江调度')).toEqual(['GET /api/audit/head']);
  expect(await actsOf('read', '江调度')).toEqual([]);
  expect(new Set(await actsOf('read', '严审计'))).toEqual(new Set(['audit.search']));
  const all = await lines({ to: city.clock().toISOString() });
  const kinds = await Promise.all(
    auditKinds.map((kind) => lines({ kind, to: city.clock().toISOString() })),
  );
  const numbers = kinds.flat().map(({ no }) => no);
  expect(numbers.sort((a, b) => b - a)).toEqual(all.map(({ no }) => no));
});
