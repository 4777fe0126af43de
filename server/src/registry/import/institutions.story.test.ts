// SPDX-License-Identifier: Apache-2.0
// An operator brings in what the street office keeps of its institutions: once dry, once in earnest, cut off in the middle,
// and again after mending what was wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creditCheckOf } from '@lilong/contracts/id-number';
import {
  changeInstitution,
  institutionCard,
  listInstitutions,
} from '@lilong/contracts/registry-institutions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { workbook } from '../../../test/workbook.ts';
import { systemActor } from '../../kernel/actor.ts';
import { makeCtx } from '../../kernel/ctx.ts';
import { flush } from '../../kernel/flush.ts';
import { importRegistry, type Loaded, type Operate, type Wanted } from './run.ts';

const street = 310101002000000; // 南京东路街道
const lane = 310101002001000; // 云南中路居委会
const credit = (first17: string) => first17 + creditCheckOf(first17);
const property = credit('91310101MA1FP0001');

let city: City;
let min: Person;
let folder: string;
beforeAll(async () => {
  city = await aCity();
  min = await city.person('王敏', { as: 'committee_worker', at: lane });
  folder = mkdtempSync(join(tmpdir(), 'lilong-institutions-'));
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

const operate: Operate = (work) =>
  city.host.db.kysely.transaction().execute(async (tx) => {
    const gathered = makeCtx(city.host, tx, systemActor, city.clock(), 'load');
    const made = await work(gathered.ctx);
    await flush(tx, gathered, city.host.keys);
    return made;
  });
class Undone extends Error {}
/** A trial: all of it in one transaction, which is undone. */
async function tryIt(work: (operate: Operate) => Promise<Loaded>): Promise<Loaded> {
  let tried: Loaded | undefined;
  await operate(async (ctx) => {
    tried = await work((one) => one(ctx));
    throw new Undone();
  }).catch((fault: unknown) => {
    if (!(fault instanceof Undone)) throw fault;
  });
  if (tried === undefined) throw new Error('nothing was tried');
  return tried;
}
function load(name: string, rows: readonly (readonly string[])[], more: Partial<Wanted> = {}) {
  const file = join(folder, name);
  writeFileSync(file, workbook(rows));
  const wanted = { map: [], again: false, operator: 'op', dry: false, ...more };
  const all: Wanted = {
    ...{ kind: 'institutions', file, source: '街道办', under: street, ...wanted },
  };
  const work = (one: Operate) => importRegistry(one, all);
  return all.dry ? tryIt(work) : work(operate);
}
const titles =
  '机构名称,机构类别,所属居委,统一社会信用代码,办公电话,届满日期,负责人,负责人电话'.split(',');
const rows = [
  ['南京东路街道机构名册（示例）'],
  titles,
  [
    '云南大厦物业服务处',
    '物业',
    '云南中路居委会',
    property,
    '021-6322 1234',
    '',
    '周经理',
    '13900001234',
  ],
  ['云南小区业委会', '业主委员会', '云南中路居委会', '', '', '2027年5月1日', '', ''],
  ['某某公司', '驻区单位', '云南中路居委会', `${property.slice(0, 16)}OO`, '12', '', '', ''],
  ['某某社', '社', '云南中路居委会', '', '', '', '', ''],
  ['某某队', '活动团队', '没有的居委会', '', '', '', '', ''],
  ['云南小区业委会', '业委会', '云南中路居委会', '', '', '', '', ''],
];
const map = ['所属居委=居委会'];
const listed = async () => (await min.call(listInstitutions, { q: '云南' })).institutions;
const cardOf = async (name: string) => {
  const line = (await listed()).find((one) => one.name === name);
  return min.call(institutionCard, { institution: line?.institution ?? '' });
};

test('tried dry, then in earnest: good lines go in, each bad one is told by line, column and every reason', async () => {
  const tried = await load('机构.xlsx', rows, { map, dry: true });
  expect(tried.counts).toMatchObject({ read: 6, added: 2, faulty: 4 });
  expect(await listed()).toEqual([]);
  const loaded = await load('机构.xlsx', rows, { map });
  expect(loaded.counts).toEqual(tried.counts);
  const told = loaded.refused.map(({ at, title, say }) => [at, title, say('en').slice(0, 20)]);
  expect(told).toEqual([
    [5, '统一社会信用代码', 'The credit code is w'],
    [5, '办公电话', '** is no telephone. '],
    [6, '机构类别', '“社” is not known. Wr'],
    [7, '所属居委', expect.any(String)],
    [8, '机构名称', 'It says the same as '],
  ]);
  expect(readFileSync(loaded.report ?? '', 'utf8').split('\r\n')).toHaveLength(6);
  expect(await cardOf('云南大厦物业服务处')).toMatchObject({
    ...{ kind: 'property', placeName: '云南中路居委会', creditCode: property, credit: 'good' },
    ...{ phone: '021-63221234', source: '街道办' },
    members: [{ name: '周经理', position: '负责人', phone: '139****1234', person: null }],
  });
  expect(await cardOf('云南小区业委会')).toMatchObject({ kind: 'owners', termTo: '2027-05-01' });
});

test('again nothing is made twice; a new name of the same credit code is a change; what an office recorded stays', async () => {
  expect((await load('机构.xlsx', rows, { map })).knownSince).not.toBeNull();
  const again = await load('机构.xlsx', rows, { again: true }); // the mapping is remembered
  expect(again.counts).toMatchObject({ added: 0, changed: 0, same: 2, faulty: 4 });
  const { institution } = await cardOf('云南小区业委会');
  await min.call(changeInstitution, { institution, name: '云南小区业委会', phone: '021-55550001' });
  const renamed = await load('机构 2.xlsx', [
    ['机构名称', '类别', '居委会', '信用代码', '联系电话'],
    ['云南大厦物业服务中心', '物业', '310101002001', property, ''],
    ['云南小区业委会', '业委会', '云南中路居委会', '', '55559999'],
  ]);
  expect(renamed.counts).toMatchObject({ changed: 1, kept: 1, faulty: 0 });
  expect((await listed()).map(({ name, phone }) => [name, phone])).toEqual([
    ['云南小区业委会', '021-55550001'],
    ['云南大厦物业服务中心', '021-63221234'],
  ]);
});

test('cut off in the middle, the same command goes on: every good line in exactly once', async () => {
  const many = Array.from({ length: 2_300 }, (_, at) => [`合唱队 ${at}`, '团队', '']);
  const list = [
    ['名称', '类别', '负责人'],
    ['没有类别', '', ''],
    ...many.map(([name = '']) => [name, '活动团队', '队长甲']),
  ];
  let chunks = 0;
  const cut: Operate = (work) =>
    operate(async (ctx) => {
      const made = await work(ctx);
      chunks += 1;
      if (chunks > 4) throw new Error('the power is gone');
      return made;
    });
  const file = join(folder, '团队.xlsx');
  writeFileSync(file, workbook(list));
  const wanted: Wanted = {
    ...{ kind: 'institutions', file, source: '街道办', under: lane, map: [] },
    ...{ again: false, operator: 'op', dry: false },
  };
  await expect(importRegistry(cut, wanted)).rejects.toThrow('the power is gone');
  const { resumedAfter, counts } = await importRegistry(operate, wanted);
  expect(resumedAfter).toBeGreaterThan(0);
  expect(counts).toMatchObject({ read: 2_301, added: 2_300, faulty: 1 });
  const found = await city.asOwner(
    `select set_config('lilong.offices', '{[${lane},${lane}]}', true); select count(*)::int as institutions, (select count(*)::int from registry.member where name = '队长甲') as leaders from registry.institution where name like '合唱队 %'`,
  );
  expect(found.at(-1)).toEqual({ institutions: 2_300, leaders: 2_300 });
});
