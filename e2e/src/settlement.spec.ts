// SPDX-License-Identifier: Apache-2.0
// 结算 and 纸质材料: a centre reads what it did for others, takes it along, and gives a paper back; the city reads all of it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('the manager of a centre reads the running month, the numbers behind a line, and takes it along', async () => {
  const lu = await demo.visit(desktop, { as: 'centre_manager', path: '/desk/settlement' });
  const { page } = lu;
  await page.getByText('未封账，随时在变').waitFor();
  // Last month: over, and not closed yet.
  const months = page.getByLabel('月份');
  await months.selectOption({ index: 1 });
  await page.locator('.settlement tbody th').first().waitFor();
  await page.getByText('示例（里弄自拟：没有公布的结算标准').waitFor();
  await page.getByRole('button', { name: '看编号' }).first().click();
  const numbers = page.locator('.settlement-references a');
  await numbers.first().waitFor();
  expect(await numbers.first().innerText()).toMatch(/^A\d{9}-/);
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出表格' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^结算单-\d{4}-\d{2}-未封账\.csv$/);
  const city = await demo.visit(desktop, { as: 'city', path: '/desk/settlement' });
  await city.page.getByText('未封账，随时在变').waitFor();
  expect(await city.page.getByRole('button', { name: '有异议' }).count()).toBe(0);
  await fineAtBoth(city.page);
  await closed(city.page, page);
  expect([...lu.faults, ...city.faults]).toEqual([]);
});

/** The city closes last month; the hall answers what a bureau says about the month before. */
async function closed(city: Page, hall: Page): Promise<void> {
  await city.setViewportSize(desktop);
  await city.getByLabel('月份').selectOption({ index: 1 });
  await city.getByRole('button', { name: '封账' }).click();
  await fineAtBoth(city);
  await city.setViewportSize(desktop);
  await city.locator('.settlement-sure').getByRole('button', { name: '封账' }).click();
  await city.getByText(/已封账，不再变/).waitFor();
  await hall.setViewportSize(desktop);
  await hall.reload();
  await hall.getByRole('button', { name: /有异议等你们答复/ }).click();
  await hall.getByRole('button', { name: '答复' }).waitFor();
  await fineAtBoth(hall);
}

test('a clerk chooses a paper that lies at the hall and gives it back', async () => {
  const gu = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/papers' });
  const { page } = gu;
  const rows = page.locator('.papers tbody tr');
  await rows.first().waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  const here = async () =>
    Number(/\d+/.exec(await page.getByRole('link', { name: '在我们这里' }).innerText())?.[0]);
  const before = await here();
  await rows.first().getByRole('checkbox').check();
  await page.getByText('选了 1 份').waitFor();
  await page.getByRole('button', { name: '交还本人' }).click();
  await page.getByText('交还以后这 1 份').waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.locator('.papers-acts form').getByRole('button', { name: '交还本人' }).click();
  await expect.poll(here, { timeout: 10_000 }).toBe(before - 1);
  await page.getByRole('link', { name: '太久或没收到' }).click();
  await page.getByText('这里没有纸质材料').waitFor();
  await fineAtBoth(page);
  expect(gu.faults).toEqual([]);
});
