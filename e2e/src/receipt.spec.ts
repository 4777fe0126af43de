// SPDX-License-Identifier: Apache-2.0
// 受理凭证: printed at the desk with one key on both papers, read at home, and followed by whoever holds it, without an account.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Points of a sheet as the printer gets it, and how many. */
async function sheetOf(page: Page): Promise<{ pages: number; width: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width] = /MediaBox \[0 0 ([\d.]+)/.exec(pdf) ?? [];
  return { pages: pdf.match(/\/Type \/Page\b/g)?.length ?? 0, width: Math.round(Number(width)) };
}

type Printing = typeof globalThis & { printed: number };
const printed = (page: Page) => page.evaluate(() => (globalThis as Printing).printed);

/** Where the code of the sheet leads. */
async function printOn(page: Page, paper: 'a5' | '80', before: number): Promise<string> {
  await page.getByLabel('纸张').selectOption(paper);
  const reply = page.waitForResponse(/\/receipt$/);
  await page.keyboard.press('Escape');
  await page.locator('.case-ref').first().click();
  await page.keyboard.press('p');
  const { url } = (await (await reply).json()) as { url: string };
  await expect.poll(() => printed(page)).toBe(before + 1);
  return url;
}

test('one key prints what was accepted; whoever holds the sheet follows it, and nobody’s name is there', async () => {
  const clerk = await demo.visit(desktop, { as: 'counter_clerk', path: nowhere });
  await clerk.context.addInitScript(() => {
    Object.assign(globalThis, { printed: 0, print: () => ((globalThis as Printing).printed += 1) });
  });
  const { page } = clerk;
  await page.goto('/desk/affairs?tab=running');
  await page.locator('[data-ref] a').first().click();
  const ref = await page.locator('.case-ref').first().innerText();
  await page.goto(`/desk/affairs/${ref}`);
  const name = await page.locator('.case-meta span').nth(1).innerText();
  await printOn(page, '80', 0);
  const roll = page.locator('.receipt-out .receipt-sheet');
  for (const said of ['受理凭证', ref, '承诺办结', '怎么问', '演示数据'])
    expect(await roll.innerText()).toContain(said);
  expect(await sheetOf(page)).toEqual({ pages: 1, width: 227 });
  const url = await printOn(page, 'a5', 1);
  expect(await sheetOf(page)).toMatchObject({ width: 420 });
  const holder = await demo.visit(phone, { path: new URL(url).pathname + new URL(url).hash });
  await holder.page.getByText(ref).waitFor();
  await fineAtBoth(holder.page);
  expect(await holder.page.locator('main').innerText()).not.toContain(name.trim());
  await holder.page.goto(`/receipt#${'x'.repeat(22)}`);
  await holder.page.getByText('这张凭证打不开了').waitFor();
  expect([...clerk.faults, ...holder.faults]).toEqual([]);
});

test('the resident reads and prints the same', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/affairs/mine' });
  const first = lin.page
    .locator('main a[href^="/affairs/mine/A"]')
    .filter({ hasNotText: '还没交' });
  await first.first().click();
  await lin.page.getByRole('link', { name: '看凭证，打印' }).click();
  await lin.page.locator('.receipt-sheet img').waitFor();
  await fineAtBoth(lin.page);
  expect(lin.faults).toEqual([]);
});
