// SPDX-License-Identifier: Apache-2.0
import { Refused } from '@lilong/contracts/call';
import {
  type CatalogueRow,
  decideCatalogue,
  diffCatalogue,
  draftCatalogue,
  listCatalogue,
} from '@lilong/contracts/catalogue';
import type { InputOf } from '@lilong/contracts/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import type { Heard } from '../kernel/events.ts';
import { misfitOf } from './index.ts';
import { keyOf } from './shapes.ts';

let city: City;
let gu: Person; // system administrator
let shen: Person; // safety administrator
beforeAll(async () => {
  city = await aCity();
  gu = await city.person('顾', { as: 'system_admin' });
  shen = await city.person('沈', { as: 'safety_admin' });
});
afterAll(() => city.close());

type Draft = InputOf<typeof draftCatalogue>;
const hours = (value: number, effectiveFrom: string): Draft => ({
  kind: 'setting',
  key: 'similar_hours',
  name: '相似报事的时间',
  body: { value, unit: 'h' },
  effectiveFrom,
  source: '示例',
});
const approve = (no: number, who: Person = shen) =>
  who.call(decideCatalogue, { no, approve: true });
const rowsOf = async (kind: CatalogueRow['kind'], key: string) =>
  (await gu.call(listCatalogue, { kind, key })).rows;
const standing = async (kind: CatalogueRow['kind'], key: string) =>
  (await rowsOf(kind, key)).map(({ effectiveFrom, effectiveTo, status }) => [
    effectiveFrom,
    effectiveTo,
    status,
  ]);
const codeOf = async (asked: Promise<unknown>) => {
  const refused = await asked.then(() => undefined).catch((thrown: unknown) => thrown);
  return refused instanceof Refused ? refused.problem.code : 'no refusal';
};

test('every row that a deployment starts with fits the shape of its kind', async () => {
  const rows = await city.asOwner('select kind, key, body from kernel.catalogue');
  const misfits = rows.flatMap((row) => {
    const { kind, key, body } = row as {
      kind: CatalogueRow['kind'];
      key: string;
      body: Draft['body'];
    };
    const misfit = misfitOf(kind, body);
    const wanted = keyOf(kind, body) ?? key;
    return misfit === undefined && wanted === key ? [] : [{ kind, key, wanted, misfit }];
  });
  expect(misfits).toEqual([]);
  expect(rows.length).toBeGreaterThan(500);
});

test('a draft changes nothing until somebody else approves it, and then ends the row before', async () => {
  const { no } = await gu.call(draftCatalogue, hours(48, '2026-04-01'));
  expect(await standing('setting', 'similar_hours')).toEqual([
    ['2026-04-01', null, 'draft'],
    ['2026-01-01', null, 'approved'],
  ]);
  expect(await gu.call(diffCatalogue, { no })).toEqual({
    changes: [
      { path: 'body.value', before: '72', after: '48' },
      { path: 'effectiveFrom', before: '2026-01-01', after: '2026-04-01' },
      { path: 'nameEn', before: 'How recent a similar report is', after: null },
      { path: 'source', before: expect.stringContaining('示例'), after: '示例' },
    ],
    openCases: 0,
  });

  await approve(no);

  expect(await rowsOf('setting', 'similar_hours')).toMatchObject([
    { effectiveFrom: '2026-04-01', status: 'approved', authorName: '顾', approverName: '沈' },
    { effectiveFrom: '2026-01-01', effectiveTo: '2026-03-31', status: 'approved' },
  ]);
  const { db, now } = { db: city.db.kysely, now: city.clock() };
  const at = (day: string) =>
    city.host.catalogue.inForce(db, 'setting', 'similar_hours', day, now).then((row) => row?.body);
  expect(await at('2026-03-31')).toEqual({ value: 72, unit: 'h' });
  expect(await at('2026-04-01')).toEqual({ value: 48, unit: 'h' });
});

test('a row between two others is bounded by both, and one of the same day gives way', async () => {
  const { no } = await gu.call(draftCatalogue, hours(60, '2026-03-10'));
  await approve(no);
  const again = await gu.call(draftCatalogue, hours(61, '2026-03-10'));
  await approve(again.no);
  expect(await standing('setting', 'similar_hours')).toEqual([
    ['2026-04-01', null, 'approved'],
    ['2026-03-10', '2026-03-31', 'approved'],
    ['2026-03-10', '2026-03-31', 'retired'],
    ['2026-01-01', '2026-03-09', 'approved'],
  ]);
});

test('a category is retired by a last day', async () => {
  const [row] = await rowsOf('category', 'event-01-01');
  if (row === undefined) return expect.fail('no such category');
  const { kind, key, name, body } = row;
  const { no } = await gu.call(draftCatalogue, {
    ...{ kind, key, name, body, source: '示例' },
    effectiveFrom: '2026-03-02',
    effectiveTo: '2026-03-05',
  });
  await approve(no);
  const on = (day: string) =>
    city.host.catalogue.inForce(city.db.kysely, 'category', key, day, city.clock());
  expect(await on('2026-03-05')).toBeDefined();
  expect(await on('2026-03-06')).toBeUndefined();
});

test('a published year replaces the assumed one whole, and the subscribers hear of it', async () => {
  const heard: Heard[] = [];
  city.host.subscribers.on('catalogue.approved', 'test.heard', async (_, one) => {
    if (one.subject === 'calendar_year 2027') heard.push(one);
  });
  const body = {
    ...{ kind: 'year', year: 2027, status: 'published', source: '示例', work: [] },
    off: [
      { date: '2027-01-01', name: '元旦' },
      { date: '2027-02-05', name: '春节' },
    ],
  };
  const draft = { kind: 'calendar_year', key: '2027', name: '2027 年', source: '示例' } as const;
  const { no } = await gu.call(draftCatalogue, { ...draft, body, effectiveFrom: '2026-11-10' });
  expect((await gu.call(diffCatalogue, { no })).changes).toEqual([
    { path: 'body.off', before: null, after: '2027-01-01 元旦、2027-02-05 春节' },
    { path: 'body.status', before: 'assumed', after: 'published' },
    { path: 'effectiveFrom', before: '2027-01-01', after: '2026-11-10' },
    { path: 'source', before: expect.stringContaining('示例'), after: '示例' },
  ]);
  await approve(no);
  await city.settleDown();
  expect(await standing('calendar_year', '2027')).toEqual([
    ['2027-01-01', null, 'retired'],
    ['2026-11-10', null, 'approved'],
  ]);
  expect(heard).toMatchObject([
    { name: 'catalogue.approved', facts: { no, kind: 'calendar_year', key: '2027' } },
  ]);
});

test('hours of one organisation stand beside its own, and beside nobody else’s', async () => {
  const { no: organisation } = await city.organisation('黄浦区绿化和市容管理局');
  const written = (from: string, end: string): Draft => ({
    ...{ kind: 'office_hours', key: `${organisation}/${from}`, name: '绿化市容局工作时间' },
    body: {
      ...{ kind: 'office_hours', organisation, from, source: '示例' },
      spans: [
        ['08:00', '11:00'],
        ['14:00', end],
      ],
    },
    ...{ effectiveFrom: from, source: '示例' },
  });
  const first = await gu.call(draftCatalogue, written('2026-03-02', '18:00'));
  const fresh = await gu.call(diffCatalogue, first);
  expect(fresh.changes[0]).toEqual({
    ...{ path: 'body.organisation', before: null },
    after: expect.stringContaining('黄浦区绿化和市容管理局'),
  });
  expect(fresh.openCases).toBe(0); // it leads none
  await approve(first.no);
  const { no } = await gu.call(draftCatalogue, written('2026-04-01', '17:30'));
  expect((await gu.call(diffCatalogue, { no })).changes).toEqual([
    { path: 'body.spans', before: '14:00–18:00', after: '14:00–17:30' },
    { path: 'effectiveFrom', before: '2026-03-02', after: '2026-04-01' },
  ]);
  await approve(no);
});

test('another process forgets what it remembered', async () => {
  const other = await city.another();
  await other.host.http.ready();
  const now = city.clock();
  const value = async () => {
    const { catalogue, db } = other.host;
    const row = await catalogue.inForce(db.kysely, 'setting', 'extensions_max', '2026-03-02', now);
    return row?.body.value;
  };
  expect(await value()).toBe(1);
  const draft = {
    ...hours(2, '2026-03-02'),
    key: 'extensions_max',
    body: { value: 2, unit: '次' },
  };
  const { no } = await gu.call(draftCatalogue, draft);
  await approve(no);
  await expect.poll(value, { timeout: 5000 }).toBe(2);
});

/** HIV status and belief, however they are written. */
const nobodys = (name: string): [string, Partial<Draft>, string] => [
  `nobody may have ${name}`,
  {
    kind: 'label',
    ...{ key: /^[a-z_]+$/.test(name) ? name : 'some_label', name },
    body: {
      ...{ kind: 'shared', supplier: 'health', sensitivity: 3 },
      ...{ lookAgainDays: 0, validDays: 0, basis: '登记' },
    },
  },
  '谁都不得登记',
];

test.each<[string, Partial<Draft>, string]>([
  [
    'a limit that is none',
    { kind: 'limit', key: 'first_answer', body: { limit: '1 day' } },
    'limit',
  ],
  ['a field too many', { body: { value: 1, unit: 'h', colour: 'red' } }, 'colour'],
  ['a field missing', { body: { value: 1 } }, 'unit'],
  ['a day gone by', { effectiveFrom: '2026-03-01' }, '2026-03-02'],
  ['an end before the start', { effectiveTo: '2026-04-30' }, '2026-05-01'],
  [
    'a worked Friday',
    {
      kind: 'calendar_year',
      key: '2028',
      body: {
        ...{ kind: 'year', year: 2028, status: 'published', source: '示例' },
        off: [{ date: '2028-01-01', name: '元旦' }],
        work: [{ date: '2028-01-07', name: '元旦' }],
      },
    },
    '2028-01-07',
  ],
  [
    'a condition of no category',
    {
      kind: 'condition',
      key: 'event-99-99/1',
      body: {
        ...{ category: 'event-99-99', order: 1, limit: '1WD' },
        ...{ registerWhen: '看得见', closeWhen: '看不见' },
      },
    },
    'event-99-99',
  ],
  [
    'a label that nobody may have',
    {
      kind: 'label',
      key: 'faith',
      name: '宗教信仰',
      body: {
        ...{ kind: 'shared', supplier: 'civil', sensitivity: 4 },
        ...{ lookAgainDays: 0, validDays: 0, basis: '登记' },
      },
    },
    '宗教',
  ],
  ...['hiv_positive', '艾滋病感染者', '佛教居士', 'Muslim'].map(nobodys),
  [
    'a label of level 5 where they are off',
    {
      kind: 'label',
      ...{ key: 'correction', name: '社区矫正' },
      body: {
        ...{ kind: 'shared', supplier: 'police', sensitivity: 5 },
        ...{ lookAgainDays: 0, validDays: 92, basis: '社区矫正法' },
      },
    },
    'CASE_LABELS',
  ],
  [
    'hours of an organisation that is none',
    {
      kind: 'office_hours',
      key: '99999999/2026-05-01',
      body: {
        ...{ kind: 'office_hours', organisation: 99_999_999, from: '2026-05-01', source: '示例' },
        spans: [['08:00', '18:00']],
      },
    },
    '99999999',
  ],
  [
    'a key that is not its body’s',
    {
      kind: 'calendar_year',
      key: '2031',
      body: { kind: 'year', year: 2030, status: 'assumed', off: [], work: [], source: '示例' },
    },
    '2030',
  ],
])('a broken row is refused and says why: %s', async (_, given, blamed) => {
  const draft = { ...hours(1, '2026-05-01'), ...given };
  const refused = await gu.call(draftCatalogue, draft).catch((thrown: unknown) => thrown);
  if (!(refused instanceof Refused)) return expect.fail('it was taken');
  expect(refused.problem).toMatchObject({ code: 'catalogue.broken', status: 400 });
  expect(refused.problem.detail).toContain(blamed);
});

test('nobody approves what they drafted, decides twice, or decides without the office for it', async () => {
  const both = await city.person('陆', { as: 'system_admin' });
  const { no } = await both.call(draftCatalogue, hours(30, '2026-06-01'));
  await city.asOwner("update identity.post set role = 'safety_admin' where no = $1", [both.post]);
  await city.host.db.run(`select pg_notify('lilong_session', '${both.account}')`);
  await expect.poll(() => codeOf(approve(no, both)), { timeout: 5000 }).toBe('catalogue.own-draft');
  expect(await codeOf(approve(no, gu))).toBe('auth.denied');
  await shen.call(decideCatalogue, { no, approve: false });
  expect(await codeOf(approve(no))).toBe('catalogue.decided');
  expect(await codeOf(approve(99_999))).toBe('found.nothing');
});

test('staff see what is in force, administrators of the city also what is drafted, residents nothing', async () => {
  const { no } = await gu.call(draftCatalogue, hours(24, '2026-07-01'));
  const wang = await city.person('王', { as: 'dispatcher' });
  const street = await city.person('区管', { as: 'system_admin', at: '黄浦区' });
  const lin = await city.resident('林');
  const seen = async (who: Person) =>
    (await who.call(listCatalogue, { kind: 'setting', q: 'similar_h' })).rows.map((row) => row.no);
  expect(await seen(gu)).toContain(no);
  expect(await seen(shen)).toContain(no);
  expect(await seen(wang)).not.toContain(no);
  expect((await seen(wang)).length).toBeGreaterThan(1);
  expect(await seen(street)).not.toContain(no);
  const waiting = async (who: Person) =>
    (await who.call(listCatalogue, { kind: 'category' })).waiting.map(({ kind }) => kind);
  expect(await waiting(shen)).toContain('setting'); // told on the page of every kind
  expect([...(await waiting(wang)), ...(await waiting(street))]).toEqual([]);
  const offered = async (who: Person) =>
    (await who.call(listCatalogue, { kind: 'setting' })).mayDraft;
  expect(await Promise.all([gu, shen, wang, street].map(offered))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(await codeOf(street.call(draftCatalogue, hours(5, '2026-08-01')))).toBe('auth.denied');
  expect(await codeOf(wang.call(diffCatalogue, { no }))).toBe('auth.denied');
  expect(await codeOf(lin.call(listCatalogue, { kind: 'setting' }))).toBe('auth.denied');
});
