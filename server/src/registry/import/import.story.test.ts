// SPDX-License-Identifier: Apache-2.0
// An operator brings in what the police station gave: once dry, once in earnest, and again after mending what was wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idCheckOf } from '@lilong/contracts/id-number';
import { placeRange } from '@lilong/contracts/place-no';
import { homeCard, personCard } from '@lilong/contracts/registry';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { moveIn, moveOut } from '@lilong/contracts/registry-moves';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { type Cell, workbook } from '../../../test/workbook.ts';
import { systemActor } from '../../kernel/actor.ts';
import { makeCtx } from '../../kernel/ctx.ts';
import { flush } from '../../kernel/flush.ts';
import { lookOver } from '../reach.ts';
import { digestOf } from '../sealed.ts';
import { importRegistry, type Loaded, type Operate, type Wanted } from './run.ts';

const street = 310101002000000; // 南京东路街道
const lane = 310101002001000; // 云南中路居委会
const idOf = (first17: string) => first17 + idCheckOf(first17);
const grandmother = idOf('31010019480305102');
const son = idOf('31010019750610117');
const renter = idOf('34010019950610104');
const misspelt = `${renter.slice(0, 17)}${renter.endsWith('9') ? '8' : '9'}`;

let city: City;
let wu: Person;
let folder: string;
let door: string;
let otherDoor: string;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  folder = mkdtempSync(join(tmpdir(), 'lilong-load-'));
  const doors = await city.asOwner(
    `select line from places.address a where place = ${lane} and status = 'in_use'
       and (select count(*) from places.address b where b.line = a.line) = 1 order by no limit 2`,
  );
  [door = '', otherDoor = ''] = doors.map(({ line }) => String(line));
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

const titles =
  '姓名,性别,证件类型,证件号码,出生日期,联系电话,民族,户籍地,现住地址,室号,居住方式,与户主关系,备注'.split(
    ',',
  );
const line = (said: Readonly<Record<string, Cell>>): Cell[] =>
  titles.map((title) => said[title] ?? '');
/** Lines 3 and on; what is wrong with 5, 6, 9 and 10 stands beside them. */
const grandmotherSaid = { 姓名: '王小妹', 性别: '女', 证件类型: '身份证', 证件号码: grandmother };
const people = () => [
  ['南京东路街道实有人口（示例）'],
  titles,
  line({
    ...{ ...grandmotherSaid, 出生日期: { day: 17_597 }, 联系电话: '139 1234 5678', 民族: '汉' },
    ...{ 户籍地: '同住址', 现住地址: `上海市黄浦区${door}`, 室号: '501' },
    ...{ 居住方式: '承租人', 与户主关系: '户主', 备注: '听力不好' },
  }),
  line({
    ...{ 姓名: '王强', 证件类型: '居民身份证', 证件号码: son, 出生日期: '1975/6/10', 民族: '回族' },
    联系电话: '021-63501234',
    ...{ 户籍地: '同住址', 现住地址: `${door}501室`, 居住方式: '家属', 与户主关系: '儿子' },
  }),
  line({
    ...{ 姓名: '李婷', 性别: '女', 证件号码: misspelt, 联系电话: '13800001111' }, // the check digit
    ...{ 户籍地: '安徽省合肥市', 现住地址: `${door}502`, 居住方式: '租客' },
  }),
  line({ 姓名: '张三', 证件号码: { n: '3.1010119491210002E+17' }, 现住地址: `${door}502` }), // lost digits
  line({
    ...{ 姓名: 'Anna Smith', 性别: '女', 证件类型: '护照', 证件号码: 'E12345678' },
    ...{ 出生日期: '1988-02-29', 现住地址: `${door}503`, 居住方式: '租客' },
  }),
  line({
    姓名: '赵四',
    性别: '男',
    出生日期: '2019-09-01',
    现住地址: `${door}501`,
    居住方式: '借住',
  }),
  line({
    ...{ 姓名: '钱五', 性别: '男', 证件号码: idOf('31010119600101001'), 出生日期: '1961-01-01' },
    ...{ 联系电话: '021-0350 0000', 民族: '火星', 现住地址: '没有这条路1号' },
  }),
  line({ ...grandmotherSaid, 现住地址: `${door}501` }), // twice
];

/** As the command line does it. */
async function bring(file: string, more: Partial<Wanted> = {}): Promise<Loaded> {
  const { config, keys, catalogue, db } = city.host;
  const tools = { config, keys, catalogue, demo: false };
  const operate: Operate = (work) =>
    db.kysely.transaction().execute(async (tx) => {
      const gathered = makeCtx(tools, tx, systemActor, city.clock(), 'import');
      const made = await work(gathered.ctx);
      await flush(tx, gathered, keys);
      return made;
    });
  const wanted: Wanted = {
    kind: 'people',
    file,
    source: '示例派出所',
    under: street,
    map: [],
    again: false,
    operator: 'root',
    dry: false,
    ...more,
  };
  if (!wanted.dry) return importRegistry(operate, wanted);
  let loaded: Loaded | undefined;
  const undone = operate(async (ctx) => {
    loaded = await importRegistry((work) => work(ctx), wanted);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  return loaded as unknown as Loaded;
}
function written(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
const find = async (q: string) => (await wu.call(findInRegistry, { q })).people;
const count = (table: string) =>
  city.db.kysely.transaction().execute(async (tx) => {
    await lookOver({ db: tx, now: city.clock() }, [placeRange(street)]);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(`registry.${table}`)}`.execute(tx);
    return rows[0]?.n;
  });
const counts = async () =>
  Promise.all(['person', 'person_key', 'home', 'household', 'presence', 'batch'].map(count));

test('a dry run says what would happen and changes nothing', async () => {
  const file = written('居民.xlsx', workbook(people()));
  const before = await counts();
  const tried = await bring(file, { dry: true });
  expect(tried.counts).toEqual({ read: 8, added: 4, changed: 0, same: 0, kept: 0, faulty: 4 });
  expect(tried.unknown).toEqual(['备注']);
  expect(tried.report).toBe(`${file}.tried.csv`);
  expect(await counts()).toEqual(before);
});

test('good lines go in and are found; bad ones are told by line, column and reason, numbers masked', async () => {
  const { counts: done, refused, report } = await bring(join(folder, '居民.xlsx'));
  expect(done).toEqual({ read: 8, added: 4, changed: 0, same: 0, kept: 0, faulty: 4 });
  const told = refused.map(({ at, title, say }) => `${at} ${title} ${say('zh')}`);
  expect(told).toEqual([
    expect.stringMatching(/^5 证件号码 身份证号 340\*+104\d 不对/),
    expect.stringMatching(/^6 证件号码 .*丢了/),
    expect.stringMatching(/^9 出生日期 .*不一致/),
    expect.stringMatching(/^9 联系电话 021\*+0000 不是电话/),
    expect.stringMatching(/^9 民族 「火星」不认得/),
    expect.stringMatching(/^10 证件号码 和第 3 行/),
  ]);
  expect(told.join()).not.toContain(grandmother);
  const text = readFileSync(report ?? '', 'utf8');
  expect(text).toContain('原文件行号,没有收的原因');
  expect(text).toContain(`"=""${misspelt}"""`); // as a text, for Excel
  expect(await find('wxm')).toMatchObject([
    { name: '王小妹', standing: 'together', door: `${door}501室` },
  ]);
  const [grown] = await find('王强');
  const card = await wu.call(personCard, { person: grown?.person ?? 0 });
  expect(card).toMatchObject({ nation: '03', source: '示例派出所', bornOn: '1975-06-10' });
  expect(card.companions.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['王小妹', '赵四']),
  );
  expect(await find('5678')).toMatchObject([{ name: '王小妹' }]);
  expect(await find('6350 1234')).toMatchObject([{ name: '王强' }]); // a fixed line of the city
  expect(await find('anna')).toMatchObject([{ standing: 'from_abroad' }]);
  expect(await find('李婷')).toEqual([]);
});

test('the same file is known again; gone through once more it changes nothing', async () => {
  const before = await counts();
  const again = await bring(join(folder, '居民.xlsx'));
  expect(again.knownSince).toEqual(city.now);
  const through = await bring(join(folder, '居民.xlsx'), { again: true });
  expect(through.counts).toMatchObject({ added: 0, changed: 0, same: 4, faulty: 4 });
  expect(await counts()).toEqual(before);
});

test('the report, mended, is a file like any other', async () => {
  const report = join(folder, '居民.xlsx.refused.csv');
  const mended = readFileSync(report, 'utf8').replace(misspelt, renter);
  const { counts: done } = await bring(written('改好.csv', mended));
  expect(done).toMatchObject({ read: 4, added: 1, changed: 0, same: 1, faulty: 2 });
  expect(await find('李婷')).toMatchObject([{ standing: 'from_outside', door: `${door}502室` }]);
});

test('what a source calls its columns is said once', async () => {
  const lines = (phone: string) => `XM,SFZ,DZ,SJ\n李婷,${renter},${door}502,${phone}\n`;
  const file = written('a.csv', lines('13800002222'));
  await expect(bring(file)).rejects.toMatchObject({ key: 'load.no-titles' });
  const map = ['XM=姓名', 'SFZ=证件号码', 'DZ=address', 'SJ='];
  expect((await bring(file, { map })).counts).toMatchObject({ read: 1, same: 1 });
  const next = written('b.csv', lines('13800003333'));
  expect((await bring(next)).counts).toMatchObject({ read: 1, same: 1 });
  const other = bring(next, { source: '别人' });
  await expect(other).rejects.toMatchObject({ key: 'load.no-titles' });
  const phone = ['SJ=联系电话'];
  expect((await bring(next, { map: phone })).counts).toMatchObject({ changed: 1 });
  expect(await find('3333')).toMatchObject([{ name: '李婷' }]);
});

test('whoever has moved moves; what a worker recorded herself stays', async () => {
  const [tenant] = await find('李婷');
  const moved = `姓名,证件号码,地址,入住日期\n李婷,${renter},${otherDoor}301,2026-02-01\n`;
  expect((await bring(written('c.csv', moved))).counts).toMatchObject({ changed: 1 });
  const card = await wu.call(personCard, { person: tenant?.person ?? 0 });
  expect(card.presences).toMatchObject([
    { door: `${otherDoor}301室`, from: '2026-02-01', to: null },
    { door: `${door}502室`, to: '2026-03-02' },
  ]);
  const home = card.presences[0]?.home ?? '';
  await wu.call(moveOut, { person: tenant?.person ?? 0, on: '2026-03-01' });
  await wu.call(moveIn, {
    home,
    person: tenant?.person ?? 0,
    staysAs: 'guest',
    from: '2026-03-02',
  });
  const old = `姓名,证件号码,地址\n李婷,${renter},${door}502\n`;
  expect((await bring(written('d.csv', old))).counts).toMatchObject({ kept: 1, changed: 0 });
  expect(await find('李婷')).toMatchObject([{ door: `${otherDoor}301室` }]);
});

test('homes come in the same way, and a line that says no more leaves them as they are', async () => {
  const text = `房屋地址,室号,楼层,电梯,产权性质,房屋状态,建筑面积,居室数\n${door},501,5,无,售后公房,自住,58.6㎡,2\n${door},601,6层,无,公房,空关,,\n${door},7楼,,,,,,\n${door},,x,,别墅,,,\n`;
  const file = written('房屋.csv', text);
  const homes = { kind: 'homes' } as const;
  const { counts: done, refused } = await bring(file, homes);
  expect(done).toMatchObject({ read: 4, added: 2, changed: 1, faulty: 1 });
  expect(refused.map(({ at, title }) => [at, title])).toEqual([
    [5, '楼层'],
    [5, '产权性质'],
  ]);
  const [line] = (await wu.call(findInRegistry, { q: `${door}501室` })).homes;
  const card = await wu.call(homeCard, { home: line?.home ?? '' });
  expect(card).toMatchObject({ floor: 5, lift: false, tenure: 'sold_public', areaM2: 58.6 });
  expect((await bring(file, { ...homes, again: true })).counts).toMatchObject({
    added: 0,
    changed: 0,
    same: 3,
  });
});

test('what a file replaces stays: a card of an earlier day shows it', async () => {
  const [line] = (await wu.call(findInRegistry, { q: `${door}501室` })).homes;
  const home = line?.home ?? '';
  const higher = `房屋地址,室号,楼层\n${door},501,6\n`;
  expect((await bring(written('e.csv', higher), { kind: 'homes' })).counts.changed).toBe(1);
  const floors = [
    await wu.call(homeCard, { home }),
    await wu.call(homeCard, { home, at: '2026-03-01' }),
  ];
  expect(floors.map(({ floor, areaM2 }) => [floor, areaM2])).toEqual([
    [6, 58.6],
    [5, 58.6],
  ]);
  const [one] = await find('王强');
  const person = one?.person ?? 0;
  const nation = `姓名,证件号码,民族,地址\n王强,${son},满族,${door}501\n`;
  expect((await bring(written('f.csv', nation))).counts.changed).toBe(1);
  expect((await wu.call(personCard, { person })).nation).toBe('11');
  expect((await wu.call(personCard, { person, at: '2026-03-01' })).nation).toBe('03');
});

test('the numbers of a file open whose they are, and nothing else', async () => {
  const seen = (digests: Buffer[]) =>
    city.db.kysely.transaction().execute(async (tx) => {
      await lookOver({ db: tx, now: city.clock() }, [], { digests });
      const { rows } = await sql`select (select count(*)::int from registry.person_key) as keys,
        (select count(*)::int from registry.person) as people,
        (select count(*)::int from registry.presence) as presences`.execute(tx);
      return rows;
    });
  const { keys } = city.host;
  const held = [son, grandmother, misspelt].map((number) => digestOf(keys, 'id', number));
  expect(await seen(held)).toEqual([{ keys: 2, people: 0, presences: 0 }]);
  expect(await seen([])).toEqual([{ keys: 0, people: 0, presences: 0 }]);
});

test('each file is a line of the audit', async () => {
  const rows = await city.asOwner(
    `select distinct act, place from kernel.audit where act like 'registry.import%' order by act`,
  );
  expect(rows).toEqual([
    { act: 'registry.import', place: street },
    { act: 'registry.imported', place: street },
  ]);
});
