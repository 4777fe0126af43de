// SPDX-License-Identifier: Apache-2.0
// What the README shows of matters: the form that is filled already, the receipt, the certificate, the office's list.
import type { Page } from 'playwright-core';
import { type Demo, desktop, phone } from './demo.ts';

type Take = (name: string, page: Page) => Promise<void>;

export async function takeMatters(demo: Demo, take: Take): Promise<void> {
  const { page } = await demo.visit(phone, { as: 'resident', path: '/affairs/S177/apply' });
  const known = page.getByText('已知，无需填写');
  await known.waitFor();
  await known.evaluate((shown) => shown.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => scrollBy(0, -72)); // what stands above every page
  await take('affair-form', page);
  await page.getByRole('checkbox', { name: /^我是/ }).check({ force: true });
  await page.getByRole('button', { name: '交上去' }).click();
  const ref = await page.locator('.receipt .ref').innerText();
  await page.goto(`/affairs/mine/${ref}/receipt`);
  await page.locator('.receipt-card img').waitFor();
  await take('affair-receipt', page);
  await page.goto('/certificates');
  await page.getByRole('link', { name: /居住证明/ }).click();
  await page.locator('main img, main svg').last().waitFor();
  await take('affair-certificate', page);
  const office = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/affairs' });
  await office.page.locator('[data-ref]').first().waitFor();
  await take('affairs-desk', office.page);
}
