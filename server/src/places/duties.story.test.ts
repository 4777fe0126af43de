// SPDX-License-Identifier: Apache-2.0
// The responsibility list: drafted by one, compared by both, decided by another; of one row or of a whole file.
import { Refused } from '@lilong/contracts/call';
import {
  decideDuties,
  diffDuties,
  draftDuty,
  importDuties,
  listDuties,
  listDutyDrafts,
} from '@lilong/contracts/duties';
import { correctOrganisation, listOrganisations } from '@lilong/contracts/places';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { systemActor } from '../kernel/actor.ts';
import { asSystem } from '../kernel/serve.ts';

const HUANGPU = 310101000000000;
const STREET = 310101002000000; // 南京东路街道
const today = '2026-03-02';
let city: City;
let gu: Person; // system administrator of the city
let shen: Person; // its safety administrator
let he: Person; // system administrator of 南京东路街道
let bao: Person; // its safety administrator
let wang: Person; // its dispatcher
beforeAll(async () => {
  city = await aCity();
  gu = await city.person('顾', { as: 'system_admin' });
  shen = await city.person('沈', { as: 'safety_admin' });
  he = await city.person('何', { as: 'system_admin', at: STREET });
  bao = await city.person('包', { as: 'safety_admin', at: STREET });
  wang = await city.person('王', { as: 'dispatcher', at: STREET });
});
afterAll(() => city.close());

const gas = '黄浦区燃气公司（示例）';
const crew = '南京东路街道环卫作业队（示例）';
const codeOf = async (asked: Promise<unknown>) => {
  const refused = await asked.then(() => undefined).catch((thrown: unknown) => thrown);
  return refused instanceof Refused ? refused.problem.code : 'no refusal';
};
const bring = (who: Person, lines: readonly string[], dry = false) =>
  who.call(importDuties, { csv: [header, ...lines].join('\n'), dry });
const header = '类别,地点,牵头单位,协办单位,生效日期,依据';
const approve = (batch: number, who: Person = shen) =>
  who.call(decideDuties, { batch, approve: true });
const held = async (category: string, place = STREET) =>
  (await wang.call(listDuties, { place, category })).duties
    .filter((duty) => duty.place === place)
    .map(({ leadName, validFrom, validTo }) => [leadName, validFrom, validTo]);

test('a draft is shown against the list in force, and changes nothing until somebody else approves it', async () => {
  const lead = (await city.organisation(crew)).no;
  const duty = { category: 'event-05-02', place: HUANGPU, lead, assisting: [] };
  const drafted = { ...duty, validFrom: '2026-04-01', source: '黄浦区纪要〔2026〕1号（示例）' };
  const { batch } = await gu.call(draftDuty, drafted);
  expect(await held('event-05-02', HUANGPU)).toEqual([[gas, '2023-01-01', null]]);
  const { rows, total } = await shen.call(diffDuties, { batch });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({ category: 'event-05-02', placeName: '黄浦区' });
  expect(rows[0]?.changes).toEqual([
    { path: 'assisting', before: '黄浦区应急管理局（示例）', after: null },
    { path: 'lead', before: gas, after: crew },
    { path: 'source', before: '示例', after: drafted.source },
    { path: 'validFrom', before: '2023-01-01', after: '2026-04-01' },
  ]);
  expect((await shen.call(listDutyDrafts, {})).batches).toMatchObject([
    { batch, authorName: '顾', rows: 1, mayDecide: true, ruling: null },
  ]);
  expect((await gu.call(listDutyDrafts, {})).batches).toMatchObject([{ batch, mayDecide: false }]);
  expect(await codeOf(approve(batch, gu))).toBe('auth.denied');
  await approve(batch);
  expect(await held('event-05-02', HUANGPU)).toEqual([
    [gas, '2023-01-01', '2026-03-31'],
    [crew, '2026-04-01', null],
  ]);
  expect(await codeOf(approve(batch))).toBe('catalogue.decided');
});

test('a draft that is refused never holds', async () => {
  const lead = (await city.organisation(gas)).no;
  const duty = { category: 'event-01-12', place: STREET, lead, assisting: [], validFrom: today };
  const before = await held('event-01-12');
  const { batch } = await he.call(draftDuty, { ...duty, source: '示例' });
  await bao.call(decideDuties, { batch, approve: false });
  expect(await held('event-01-12')).toEqual(before);
  expect((await bao.call(listDutyDrafts, {})).batches).toEqual([]);
});

test('a file becomes one batch of drafts: tried first, faults by line, and the same again is nothing new', async () => {
  const lines = [
    `event-05-02,南京东路街道,${gas},${crew},2026-05-01,街道清单（示例）`, // 2
    `event-01-17,310101002000,${crew},,,街道清单（示例）`, // 3
    `event-01-18,南京东路街道,待定,,,街道清单（示例）`, // 4: nobody has agreed
    `event-01-19,南京东路街道,${crew},,,街道清单（示例）`, // 5: two claim it
    `event-01-19,南京东路街道,${gas},,,街道清单（示例）`, // 6
    `event-99-99,南京东路街道,${crew},,,街道清单（示例）`, // 7
    `event-01-20,黄浦区,${crew},,,街道清单（示例）`, // 8: not his place
    `event-01-20,南京东路街道,没有的单位,,,街道清单（示例）`, // 9
    `event-01-20,南京东路街道,${crew},${crew},,街道清单（示例）`, // 10
    `event-01-20,南京东路街道,${crew},,2026-03-01,街道清单（示例）`, // 11
    `event-01-20,南京东路街道,${crew},,,`, // 12
    `event-01-20,南京东路街道,待定,${crew},,街道清单（示例）`, // 13
    `event-01-17,南京东路街道,${crew},,,街道清单（示例）`, // 14: as line 3
  ];
  const tried = await bring(he, lines, true);
  expect(tried).toMatchObject({ lines: 13, drafts: 5, same: 0, batch: null });
  expect(tried.faults.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
    '7 category import.unknown-category',
    '8 place import.outside',
    '9 lead import.unknown-organisation',
    '10 assisting import.assists-itself',
    '11 valid_from import.past',
    '12 source import.needed',
    '13 assisting import.assists-nobody',
    '14  import.twice',
  ]);
  expect((await bao.call(listDutyDrafts, {})).batches).toEqual([]);

  const { batch, drafts } = await bring(he, lines);
  expect([drafts, await held('event-01-17')]).toEqual([5, []]);
  expect(await bring(he, lines)).toMatchObject({ drafts: 0, same: 5, batch: null });
  const { rows, total } = await bao.call(diffDuties, { batch: batch ?? 0 });
  expect([total, rows.map(({ category }) => category)]).toEqual([
    4,
    ['event-01-17', 'event-01-18', 'event-01-19', 'event-05-02'],
  ]);
  expect(rows[2]?.changes.find(({ path }) => path === 'lead')?.after).toBe(`${crew} / ${gas}`);
  await approve(batch ?? 0, bao);
  expect(await held('event-01-17')).toEqual([[crew, today, null]]);
  expect(await held('event-01-18')).toEqual([[null, today, null]]);
  expect(await held('event-01-19')).toHaveLength(2);
  expect(await held('event-05-02')).toEqual([[gas, '2026-05-01', null]]);
  expect(await bring(he, lines.slice(1, 5))).toMatchObject({ drafts: 0, same: 4 });
});

test('a file that cannot be read is refused as a whole, in a sentence', async () => {
  const { faults, drafts } = await he.call(importDuties, { csv: 'a,b\n1,2', dry: false });
  expect([drafts, faults]).toEqual([
    0,
    [{ line: 0, field: '', code: 'import.no-header', detail: expect.stringContaining('表头') }],
  ]);
});

test('drafts are seen and decided by administrators of all their places only', async () => {
  const both = [
    `event-01-21,黄浦区,${gas},,,区清单（示例）`,
    `event-01-21,南京东路街道,${crew},,,区清单（示例）`,
  ];
  const { batch } = await bring(gu, both);
  const no = batch ?? 0;
  expect((await bao.call(listDutyDrafts, {})).batches).toEqual([]);
  expect(await codeOf(bao.call(diffDuties, { batch: no }))).toBe('found.nothing');
  expect(await codeOf(approve(no, bao))).toBe('found.nothing');
  expect(await codeOf(wang.call(listDutyDrafts, {}))).toBe('auth.denied');
  expect(await codeOf(bring(wang, both))).toBe('auth.denied');
  const { duties } = await wang.call(listDuties, { place: STREET, category: 'event-01-21' });
  expect(duties.map(({ source }) => source)).not.toContain('区清单（示例）');
  await shen.call(decideDuties, { batch: no, approve: false });
});

test('a ruling becomes a draft for the street’s list once, unless the list says so already', async () => {
  const lead = (await city.organisation(gas)).no;
  const committee = STREET + 1000;
  const ruled = (no: number, organisation: number) =>
    asSystem(city.host, 'test', systemActor, async (ctx) =>
      ctx.emit({
        ...{ name: 'case.ruled', street: 310101002, subject: `C310101002-${no}`, place: committee },
        facts: { ...ruling, organisation },
        audience: {},
      }),
    );
  const ruling = {
    category: 'event-01-22',
    place: committee,
    assisting: [],
    reason: '按条例第 5 条',
  };
  await ruled(77, lead);
  await ruled(77, lead); // heard twice
  await city.settleDown();
  const { batches } = await bao.call(listDutyDrafts, {});
  expect(batches).toMatchObject([{ authorName: null, ruling: 'C310101002-77', mayDecide: true }]);
  expect(await held('event-01-22')).toEqual([]);
  await approve(batches[0]?.batch ?? 0, bao);
  expect(await held('event-01-22')).toEqual([[gas, today, null]]);
  const { duties } = await wang.call(listDuties, { place: STREET, category: 'event-01-22' });
  expect(duties[0]?.source).toBe('C310101002-77 的裁定：按条例第 5 条');
  await ruled(78, lead); // what the list says already
  await city.settleDown();
  expect((await bao.call(listDutyDrafts, {})).batches).toEqual([]);
});

test('an organisation’s telephone and hours are corrected by the administrator of its place', async () => {
  const { no } = await city.organisation(crew);
  const said = { no, phone: '021-55550123', hours: '周一至周日 6:00–18:00' };
  expect(await codeOf(wang.call(correctOrganisation, said))).toBe('auth.denied');
  const beside = await city.person('孙', { as: 'system_admin', at: 310101013000000 });
  expect(await codeOf(beside.call(correctOrganisation, said))).toBe('auth.denied');
  await he.call(correctOrganisation, said);
  const { organisations } = await wang.call(listOrganisations, { place: STREET, q: crew });
  expect(organisations).toMatchObject([said]);
  expect(await codeOf(he.call(correctOrganisation, { ...said, no: 999_999 }))).toBe(
    'found.nothing',
  );
});

test('what is approved late begins on that day; what has ended meanwhile is named', async () => {
  const { batch: late } = await bring(he, [
    `event-01-25,南京东路街道,${crew},,2026-03-03,晚批（示例）`,
  ]);
  city.clock.set(new Date('2026-03-09T01:00:00Z'));
  const [hu, bai] = [
    await city.person('胡', { as: 'system_admin', at: STREET }),
    await city.person('白', { as: 'safety_admin', at: STREET }),
  ];
  wang = await city.person('王明', { as: 'dispatcher', at: STREET });
  await approve(late ?? 0, bai);
  expect(await held('event-01-25')).toEqual([[crew, '2026-03-09', null]]);

  await city.asOwner(`insert into places.organisation (kind, name, place, valid_from, generated)
    values ('crew', '将撤的队', ${STREET}, '2026-01-01', false)`);
  const { batch: gone } = await bring(hu, [`event-01-26,南京东路街道,将撤的队,,,示例`]);
  await city.asOwner(
    `update places.organisation set valid_to = '2026-03-08' where name = '将撤的队'`,
  );
  expect(await codeOf(approve(gone ?? 0, bai))).toBe('catalogue.broken');
  await bai.call(decideDuties, { batch: gone ?? 0, approve: false });
});
