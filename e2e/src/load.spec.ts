// SPDX-License-Identifier: Apache-2.0
// 办件量: the city reads what is open and promised, matter by matter, and of one matter by office; a department its own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('the city reads by item, by a column of its choice, and by office in the order of places', async () => {
  const { page, faults } = await demo.visit(desktop, { as: 'city', path: '/desk/load' });
  const items = page.locator('tbody tr');
  await items.first().waitFor();
  expect(await items.count()).toBe(178);
  expect(await items.first().innerText()).toContain('最低生活保障申请');
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByRole('link', { name: '在办' }).click();
  await page.locator('th[aria-sort="descending"]').waitFor();
  expect(new URL(page.url()).searchParams.get('sort')).toBe('running');
  await items.first().getByRole('link').click();
  await page.getByRole('heading', { name: '按办理单位' }).waitFor();
  expect(await page.locator('th[aria-sort]').count()).toBe(0); // offices are not sorted by figures
  await fineAtBoth(page);
  expect(faults).toEqual([]);
});

test('a department reads its own items alone', async () => {
  const as = 'department_officer';
  const { page, faults } = await demo.visit(desktop, { as, path: '/desk/load' });
  await page.getByRole('heading', { name: '办件量' }).waitFor();
  await page.locator('.load-counts').waitFor();
  const departments = await page.locator('tbody small').allInnerTexts();
  const named = departments
    .map((text) => text.split('·')[1]?.trim())
    .filter((name) => name !== undefined && !/工作日|自然日|没有/.test(name));
  expect(new Set(named).size).toBeLessThanOrEqual(1);
  await fineAtBoth(page);
  expect(faults).toEqual([]);
});
