// SPDX-License-Identifier: Apache-2.0
// 人房导入: an operator brings in a list at the desk, says what a column is, tries it, saves the lines that were refused, and
// has the good ones taken in; the page is closed while a file is on its way. axe finds nothing against any state.
import { readFileSync } from 'node:fs';
import { idCheckOf } from '@lilong/contracts/id-number';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
let door: string;
beforeAll(async () => {
  demo = await startDemo();
  const worker = await demo.visit(desktop, { as: 'committee_worker', path: '/desk/people?q=王小' });
  const found = await worker.page
    .getByText(/\d+弄\d+号\d+室/)
    .first()
    .innerText();
  door = /\S+弄\d+号/.exec(found)?.[0] ?? '';
  await worker.context.close();
});
afterAll(() => demo.close());

const idOf = (first17: string) => first17 + idCheckOf(first17);
const good = [idOf('31300019800101001'), idOf('31300019800102003')];
const wrong = `${good[0]?.slice(0, 17)}${good[0]?.endsWith('1') ? '2' : '1'}`;
const list = () =>
  Buffer.from(
    [
      '姓名,证件,联系电话,现住地址',
      `某一,${good[0]},16412340001,${door}101室`,
      `某二,${wrong},16412340002,${door}102室`,
      `某三,${good[1]},16412340003,${door}103室`,
      '',
    ].join('\n'),
  );

/** Brings a file as far as its own page. */
async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/desk/uploads');
  await page.getByLabel('谁给的').fill('南京东路派出所');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '上传' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('a list is brought in: columns are said, it is tried, bad lines are told, and the good ones go in', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'system_admin', path: '/desk/uploads' },
  });
  await page.getByText('还没有导入过文件').waitFor();
  await fineAtBoth(page);
  await bring(page, '人口.csv', list());
  await page.getByRole('rowheader', { name: '证件' }).waitFor();
  await fineAtBoth(page);
  const column = page.getByRole('combobox', { name: '“证件”是什么' });
  await column.fill('证件号码');
  await column.press('Enter');
  await page.getByRole('button', { name: '试一遍' }).click();
  await page.getByText('会新增 2').waitFor();
  const refused = page.getByRole('region', { name: '没有收的行' });
  await refused.getByRole('row', { name: /3 证件 身份证号 313\*+\d{4} 不对/ }).waitFor();
  await fineAtBoth(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载没收的行' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  expect(saved).toContain(wrong);
  expect(saved).toContain('原文件行号');
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('新增 2，').waitFor();
  await page.getByText('导入好了').waitFor();
  await fineAtBoth(page);
  await page.getByRole('link', { name: '全部文件' }).click();
  await page.getByRole('link', { name: '人口.csv' }).waitFor();
  await fineAtBoth(page);
  expect(faults).toEqual([]);
  await context.close();
});

test('the same file is known again, and thrown away', async () => {
  const { page, faults, context } = await demo.visit(desktop, { as: 'system_admin' });
  await bring(page, '人口.csv', list());
  await page.getByRole('combobox', { name: '“证件”是什么' }).waitFor();
  // What the source calls its columns was said once.
  await page.getByRole('button', { name: '试一遍' }).click();
  await page.getByText('本来就一样 2').waitFor();
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('已经全部导入过').waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '删掉这份文件' }).click();
  await page.getByText('已经导入的人和房不动').waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '删掉这份文件' }).click();
  await page.getByRole('heading', { level: 1, name: '人房导入' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('a page that is closed while its file is on its way goes on with the same file', async () => {
  const { page, context } = await demo.visit(desktop, { as: 'system_admin' });
  const line = '某人,没有这条路1号,说明说明说明说明说明说明说明\n';
  const long = Buffer.from(`姓名,现住地址,备注\n${line.repeat(40_000)}`); // three parts
  await page.route('**/parts/1', (route) => route.abort());
  await page.goto('/desk/uploads');
  await page.getByLabel('谁给的').fill('南京东路派出所');
  const file = { name: '长.csv', mimeType: 'text/csv', buffer: long };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '上传' }).click();
  await page.getByText('还没有传完。请再选同一个文件').waitFor();
  await page.unroute('**/parts/1');
  await page.reload();
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles({ ...file, buffer: list() });
  await page.getByText('不是同一个文件').waitFor();
  await fineAtBoth(page);
  await chooser.setInputFiles(file);
  await page.getByRole('rowheader', { name: '备注' }).waitFor();
  await context.close();
});
