// SPDX-License-Identifier: Apache-2.0
// A worker builds a crowd, sees who and where, keeps it and throws it away.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, phone, startDemo } from './demo.ts';
import { fineAtBoth, lookAt, looks } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const count = (page: Page) => page.locator('.crowd-count b');
const numberIn = async (page: Page) => Number.parseInt(await count(page).innerText(), 10);

test('old people alone, up the stairs: counted while they are chosen, listed, on the map, kept, thrown away', async () => {
  const { page, faults } = await demo.visit(phone, {
    as: 'committee_worker',
    path: '/desk/people',
  });
  await page.getByRole('link', { name: '人群' }).click();
  await page.getByText('还没有存过人群').waitFor();
  await fineAtBoth(page);
  await page.getByRole('link', { name: '80 岁以上，独居，3 楼及以上，没有电梯' }).click();
  await page.getByRole('radio', { name: '按楼看' }).check({ force: true });
  await page.locator('.crowd-building').first().waitFor();
  await fineAtBoth(page); // two taps
  await page.getByRole('link', { name: '全部人群' }).click();
  await page.getByRole('link', { name: '新的人群' }).click();
  await count(page)
    .getByText(/\d+ 人/)
    .waitFor();
  const all = await numberIn(page);
  await page.getByLabel('年龄从').fill('70');
  await page.waitForFunction(
    (was) => Number.parseInt(document.querySelector('.crowd-count b')?.textContent ?? '', 10) < was,
    all,
  );
  await page.getByText('70 岁以上').waitFor();
  await page.getByText('第一楼组', { exact: true }).click();
  await page.getByText('第一楼组，70 岁以上').waitFor();
  await page.getByText('更多条件').click();
  await fineAtBoth(page); // all conditions
  await page.getByRole('radio', { name: '名单' }).check({ force: true });
  await page.locator('.crowd-line').first().waitFor();
  await fineAtBoth(page);
  await page.getByRole('radio', { name: '按楼看' }).check({ force: true });
  await page.locator('.crowd-building').first().waitFor();
  await fineAtBoth(page);
  const counted = await numberIn(page);
  await page.getByRole('button', { name: '存下来' }).click();
  await page.locator('.field-fault').waitFor(); // no name yet
  await page.getByLabel('人群的名字').fill('七十岁以上');
  await page.getByRole('button', { name: '存下来' }).click();
  await page.getByRole('heading', { name: '七十岁以上' }).waitFor();
  await page.locator('.crowd-line').first().waitFor();
  expect(await numberIn(page)).toBe(counted);
  await page.locator('.crowd-line').first().click();
  await page.locator('.case-title').waitFor();
  await page.goBack();
  await chooseColumns(page);
  await takeOut(page);
  await page.getByRole('button', { name: '删掉这个人群' }).click();
  await page.getByRole('button', { name: '确定删掉' }).click();
  await page.getByText('还没有存过人群').waitFor();
  expect(faults).toEqual([]);
});

/** The columns of the list, kept with it. */
async function chooseColumns(page: Page): Promise<void> {
  await page.getByText('列：姓名、性别、年龄、住址、标签').click();
  await page.getByRole('checkbox', { name: '人户状态' }).first().check();
  await page.getByRole('checkbox', { name: '性别' }).first().uncheck();
  await page.locator('.crowd-line', { hasText: '人户一致' }).first().waitFor();
  await page.getByRole('button', { name: '以后都用这些列' }).click();
  await page.getByText('这个人群一直用这些列').waitFor();
  await fineAtBoth(page);
  await page.reload();
  await page.getByText('列：姓名、年龄、住址、人户状态、标签').waitFor();
}

async function takeOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打印或导出名单' }).click();
  await page.getByRole('button', { name: '做名单' }).click();
  await page.locator('.field-fault').waitFor(); // no purpose yet
  await page.getByRole('radio', { name: '上门走访' }).check({ force: true });
  await page.locator('.crowd-out').getByRole('checkbox', { name: '居住方式' }).check();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '做名单' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '表格（CSV）' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^list-\d+-.*\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('"姓名","年龄","住址","人户状态","居住方式","标签"');
  const [printed] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '打印用的网页' }).click(),
  ]);
  const sheet = await page.context().newPage();
  await sheet.setContent(readFileSync(await printed.path(), 'utf8'));
  await sheet.emulateMedia({ media: 'print' });
  const marks = sheet.getByText(
    /^云南中路居委会 居委会干部 · .* · 用于上门走访 · .* 到期，到期请销毁 · 第 \d+ 号$/,
  );
  expect(await marks.count()).toBe(2); // across the sheet, and at its foot
  for (const mark of await marks.all()) expect(await mark.isVisible()).toBe(true);
  expect(await sheet.getByRole('row').count()).toBe(text.trimEnd().split('\r\n').length - 2);
  await sheet.close();
}

test('the street sees how many, by committee, and of a few not even that', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'street_leader', path: '/desk/crowds?crowd=0' },
  });
  await count(page)
    .getByText(/\d+ 人/)
    .waitFor();
  await page.getByLabel('年龄从').fill('110');
  await page.getByText('少于 5 人，不显示').waitFor();
  await page.getByRole('cell', { name: '不显示' }).first().waitFor();
  expect(await page.getByRole('radio', { name: '名单' }).count()).toBe(0);
  await fineAtBoth(page);
  expect(faults).toEqual([]);
  await context.close();
});

test('in every look', async () => {
  const found: string[] = [];
  for (const one of looks.filter(({ elder }) => elder !== true))
    found.push(
      ...(await lookAt(demo, ['/desk/crowds', '/desk/crowds?crowd=0'], 'committee_worker', one)),
    );
  expect(found).toEqual([]);
});
