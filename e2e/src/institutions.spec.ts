// SPDX-License-Identifier: Apache-2.0
// 机构 as a committee worker keeps them: found by kind, one put on record, somebody takes office, a telephone is opened
// for a purpose, somebody leaves. axe finds nothing against any state on phone and desktop.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const submit = (page: Page, name: string) =>
  page.locator('form.dock').getByRole('button', { name, exact: true }).click();

test('institutions are found by kind and by name; a refused form keeps what was typed', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'committee_worker', path: '/desk/institutions' },
  });
  await page.locator('.inst-row').first().waitFor();
  await page.getByRole('link', { name: /^群众活动团队/ }).click();
  await page.getByText('云南中路合唱队').waitFor();
  expect(await page.locator('.inst-row').count()).toBeGreaterThan(1);
  expect(new URL(page.url()).search).toBe('?kind=team');
  await button(page, '登记机构').click();
  await page.getByRole('combobox', { name: '类别' }).fill('物业');
  await page.keyboard.press('Enter');
  await page.getByLabel('名称', { exact: true }).fill('新来的物业');
  await page.getByLabel('统一社会信用代码').fill('12345');
  await submit(page, '登记');
  await page.getByText('统一社会信用代码是 18 位').first().waitFor();
  await fineAtBoth(page);
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe('新来的物业');
  await page.getByLabel('统一社会信用代码').fill('');
  await submit(page, '登记');
  await page.getByRole('heading', { name: '新来的物业' }).waitFor();
  await page.getByText('还没有登记任职的人').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('somebody takes office, a telephone is opened for a purpose, somebody leaves', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'committee_worker', path: '/desk/institutions?kind=residents' },
  });
  await page.getByText('云南中路居民委员会').click();
  await page.locator('.inst-member').first().waitFor();
  await fineAtBoth(page);
  await button(page, '登记任职').click();
  await page.getByLabel('姓名', { exact: true }).fill('周外聘');
  await page.getByLabel('职务').fill('专职干事');
  await page.getByLabel('联系电话').fill('13800005678');
  await submit(page, '登记');
  await page.getByText('已登记周外聘。').waitFor();
  await button(page, '看周外聘的电话').click();
  await fineAtBoth(page);
  await button(page, '联系本人').click();
  await page.getByRole('link', { name: '13800005678' }).waitFor();
  await button(page, '周外聘离任').click();
  await submit(page, '确认离任');
  await page.getByText('以前任职的 1 人').or(page.getByText('周外聘')).first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
