// SPDX-License-Identifier: Apache-2.0
// 免申即享: an allowance that nobody asked for is taken with one tap; the committee opens a door of its list; the city counts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('the start page tells of it, one tap takes it, and it is granted; the other one is refused and had back', async () => {
  const { page, faults } = await demo.visit(phone, { as: 'resident' });
  await page.locator('.offer-card').first().click();
  await page.getByRole('heading', { name: '老年综合津贴' }).waitFor();
  await page.getByText('年满 65 周岁').waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '好，帮我办' }).click();
  await page.getByRole('heading', { name: '办好了' }).waitFor();
  await page.goto('/offers');
  await page.getByText('已办').waitFor();
  await fineAtBoth(page);
  await page.locator('.offer-card').click();
  await page.getByRole('button', { name: '不用了，谢谢' }).click();
  await page.getByRole('button', { name: '不用了', exact: true }).click();
  await page.getByRole('button', { name: '还是想办' }).click();
  await page.getByRole('button', { name: '好，去填' }).waitFor();
  expect(faults).toEqual([]);
});

test('the committee sees doors and opens one; the city sees numbers alone', async () => {
  const wu = await demo.visit(desktop, { as: 'committee_worker', path: '/desk/offers' });
  await wu.page.getByRole('button', { name: '打开' }).first().click();
  await wu.page.getByRole('button', { name: '说过了' }).waitFor();
  await fineAtBoth(wu.page);
  await wu.page.getByRole('button', { name: '说过了' }).click();
  const city = await demo.visit(desktop, { as: 'city', path: '/desk/offers' });
  await city.page.getByRole('rowheader', { name: '老年综合津贴申领' }).first().waitFor();
  await fineAtBoth(city.page);
  expect([...wu.faults, ...city.faults]).toEqual([]);
});
