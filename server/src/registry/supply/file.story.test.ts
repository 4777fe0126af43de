// SPDX-License-Identifier: Apache-2.0
// A department gives a file: good lines are taken as one batch, each bad one is told by its line, and nobody learns who is known.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personCard } from '@lilong/contracts/registry';
import {
  suppliedLabels,
  supplyByFile,
  supplyLabels,
  withdrawBatch,
  withdrawLabel,
  withdrawLabels,
} from '@lilong/contracts/registry-supply';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { workbook } from '../../../test/workbook.ts';
import { systemActor } from '../../kernel/actor.ts';
import { makeCtx } from '../../kernel/ctx.ts';
import { flush } from '../../kernel/flush.ts';
import type { Operate } from '../import/run.ts';
import { supplyFile } from './file.ts';

const supplier = '黄浦区民政局（示例）';
let city: City;
let civil: Person;
let wu: Person;
let known: Put;
let folder: string;
beforeAll(async () => {
  city = await aCity();
  civil = await city.person('赵民政', { as: 'department_officer', organisation: supplier });
  wu = await city.person('吴干部', { as: 'committee_worker' });
  known = await putPerson(city, 310101002001000, { role: 'lives', until: null, protected: false });
  folder = mkdtempSync(join(tmpdir(), 'lilong-labels-'));
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

function give(name: string, lines: readonly string[], more = {}) {
  const file = join(folder, name);
  writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
  const { db, keys } = city.host;
  const operate: Operate = (work) =>
    db.kysely.transaction().execute(async (tx) => {
      const gathered = makeCtx(city.host, tx, systemActor, city.clock(), 'labels');
      const made = await work(gathered.ctx);
      await flush(tx, gathered, keys);
      return made;
    });
  return supplyFile(operate, { file, supplier, dry: false, ...more });
}

const codes = async () =>
  (await wu.call(personCard, { person: known.person })).labels.map(({ code }) => code);
/** The name of a label that the office supplies, as its file says it. */
const nameOf = async () => {
  const { labels } = await civil.call(suppliedLabels, {});
  const one = labels.find(({ code }) => code === 'low_income');
  return one?.name ?? '';
};

test('names of labels and days in any writing are understood; a bad line is told, and mended goes in', async () => {
  const loaded = await give('低保.csv', [
    '2026 年 1 月名单',
    '序号,身份证号,标签,认定日期（必填）,备注',
    `1,${known.id},${await nameOf()},2026年1月5日,社区公示`,
    `2,${known.id.slice(0, 17)}A,low_income,2026/1/5,`,
    '3,11010519491231002X,没有的标签,20260105,',
  ]);
  expect(loaded.taken).toBe(1);
  expect(loaded.refused).toMatchObject([
    { line: 4, field: 'number', why: 'number' },
    { line: 5, field: 'label', why: 'label-unknown' },
  ]);
  const report = readFileSync(loaded.report ?? '', 'utf8');
  expect(report).toContain('没有这个标签');
  expect(report.split('\r\n')).toHaveLength(4); // titles, two lines, the end
  await city.settleDown();
  expect(await codes()).toContain('low_income');
});

test('one file is one batch: withdrawn whole, it is gone from the card', async () => {
  const { batches } = await civil.call(suppliedLabels, {});
  expect(batches).toMatchObject([{ name: '低保.csv', taken: [{ label: 'low_income', lines: 1 }] }]);
  const batch = batches[0]?.batch ?? 0;
  await civil.call(withdrawBatch, { batch, on: '2026-03-02', reason: '名单有误' });
  await city.settleDown();
  expect(await codes()).not.toContain('low_income');
});

test.each([
  ['没有表头', ['a,b', '1,2'], supplier, 'labels.no-titles'],
  ['没有这个单位', ['证件号码,标签,起始日期'], '某某局', 'labels.no-supplier'],
  ['空的', [], supplier, 'import.empty'],
] as const)('%s: the file as a whole is refused', async (name, lines, who, key) => {
  await expect(give(`${name}.csv`, lines, { supplier: who })).rejects.toMatchObject({ key });
});

const base64 = (...lines: readonly string[]): string =>
  Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`).toString('base64');
const inForce = async () =>
  (await civil.call(suppliedLabels, {})).labels.find(({ code }) => code === 'low_income')?.inForce;

test('at the desk a list is tried first: nothing is taken, and each bad line says what to mend', async () => {
  const file = base64(
    '姓名,身份证号,标签',
    `某人,${known.id},low_income`,
    '某人,3.10101E+17,低保',
    '某人,11010519491231002X,dog',
    '某人,11010519491231002X,',
  );
  const whole = { label: 'low_income', from: '2026-02-01' };
  const list = { name: '低保 2 月.csv', file, ...whole };
  const before = await inForce();
  const tried = await civil.call(supplyByFile, { ...list, dry: true });
  expect(tried).toMatchObject({ batch: null, taken: 2, bad: 2 });
  expect(tried.labels).toEqual([{ label: 'low_income', lines: 2 }]);
  expect(tried.refused.map(({ line, why }) => [line, why])).toEqual([
    [3, 'number-lost'],
    [4, 'label-not-yours'],
  ]);
  await city.settleDown();
  expect(await inForce()).toBe(before);
  const taken = await civil.call(supplyByFile, { ...list, dry: false });
  expect({ ...taken, batch: null }).toEqual(tried);
  expect(await inForce()).toBe(2); // one that is known, one that is not: nobody can tell by it
  await city.settleDown();
  expect(await codes()).toContain('low_income');
  expect(await inForce()).toBe(2);
});

test('a workbook does as well; what is neither is refused as a whole, with what to do', async () => {
  const book = workbook([
    ['证件号码', '标签', '起始日期'],
    [known.id, 'low_income', '2026-02-03'],
  ]);
  const list = { name: '名单.xlsx', file: book.toString('base64'), dry: true };
  expect(await civil.call(supplyByFile, list)).toMatchObject({ taken: 1, bad: 0 });
  const broken = civil.call(supplyByFile, { ...list, file: base64('not a workbook') });
  await expect(broken).rejects.toThrow('xlsx');
  await expect(civil.call(supplyByFile, { ...list, name: '名单.pdf' })).rejects.toThrow('.csv');
});

test('a label withdrawn from everybody ends for who is known and who waits; said again it holds again', async () => {
  const withdrawal = { label: 'low_income', on: '2026-03-02', reason: '政策停止执行' };
  await civil.call(withdrawLabel, withdrawal);
  await city.settleDown();
  expect(await codes()).not.toContain('low_income');
  expect(await inForce()).toBe(0);
  const [newest] = (await civil.call(suppliedLabels, {})).batches;
  expect(newest?.taken).toEqual([
    { label: 'low_income', lines: 2, withdrawn: { on: '2026-03-02', reason: '政策停止执行' } },
  ]);
  await expect(civil.call(withdrawLabel, withdrawal)).rejects.toThrow('找不到');
  const waits = `select set_config('lilong.suppliers', (select array_agg(no)::text from places.organisation), true); select from registry.label_waiting`;
  expect((await city.asOwner(waits)).filter((row) => !('set_config' in row))).toEqual([]);
  const line = { number: known.id, label: 'low_income', from: '2026-03-01' };
  await civil.call(supplyLabels, { lines: [line] });
  await city.settleDown();
  expect(await codes()).toContain('low_income');
  expect(await inForce()).toBe(1);
  // Another key: whom it is about nobody knows any more, and it counts once still.
  await city.asOwner(`select set_config('lilong.whole', 'rotation', true);
    update registry.label_said set key = uuid_send(gen_random_uuid()), carried = true`);
  expect(await inForce()).toBe(1);
  await civil.call(supplyLabels, { lines: [line] });
  expect(await inForce()).toBe(1);
  const lines = [{ number: line.number, label: line.label }];
  await civil.call(withdrawLabels, { on: '2026-03-02', reason: '本人放弃', lines });
  expect(await inForce()).toBe(0);
});
