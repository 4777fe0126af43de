// SPDX-License-Identifier: Apache-2.0
// Pages as they stand when things are not as usual: empty, refused, dangerous, late, off line. axe finds nothing, nothing
// is cut off, at the size in which the page is mostly used and at the other.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, type Door, desktop, nowhere, phone, type Visit } from './demo.ts';
import { faultsOf } from './looks.ts';
import { sharedDemo } from './shared.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await sharedDemo();
});
afterAll(() => demo.close());

const sizes = [phone, desktop];

async function look(page: Page): Promise<void> {
  for (const size of sizes) expect(await faultsOf(page, { size }), page.url()).toEqual([]);
  await page.setViewportSize(phone);
}

const open = (as: Door, path: string): Promise<Visit> => demo.visit(phone, { as, path });

/** Somebody who has a telephone and has said nothing yet. */
async function newcomer(path: string): Promise<Visit> {
  const visit = await demo.visit(phone, { path: nowhere });
  const { request } = visit.context;
  const number = '13912340001';
  const sent = await request.post(`${demo.url}/api/sign-in/code`, { data: { phone: number } });
  const { shown } = (await sent.json()) as { shown: string };
  const data = { phone: number, code: shown };
  expect((await request.post(`${demo.url}/api/sign-in/phone`, { data })).ok()).toBe(true);
  await visit.page.goto(path);
  return visit;
}

test('home: nothing yet, refused, danger', async () => {
  const { page } = await newcomer('/my');
  await page.getByText('还没有报过事').waitFor();
  await look(page);
  await page.goto('/report');
  await page.getByRole('button', { name: '送出' }).click();
  await page.locator('.field-refused:not(:empty)').first().waitFor();
  await look(page); // refused
  await page.getByLabel('怎么了').fill('厨房煤气味很重，怕要爆炸');
  await look(page); // danger
});

test('home: off line', async () => {
  const { page, context } = await open('resident', '/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto('/report');
  await page.getByLabel('怎么了').waitFor();
  await context.setOffline(true);
  await page.goto('/my');
  await look(page);
});

test('desk: no case found', async () => {
  const { page } = await open('dispatcher', '/desk/?q=没有这样的事');
  await page.locator('.empty').first().waitFor();
  await look(page);
});

test('desk: late cases', async () => {
  const { page } = await open('dispatcher', '/desk/?bucket=late');
  await page.locator('.row-link').first().waitFor();
  await look(page);
});

test('desk: a case, its form, and its refusal', async () => {
  const { page } = await open('dispatcher', '/desk/?bucket=register');
  await page.locator('.row-link').first().click();
  await page.locator('.case').getByRole('button', { name: '不予受理' }).click();
  await page.locator('form.dock').waitFor();
  await look(page);
  await page.locator('form.dock').getByRole('button', { name: '不予受理' }).click();
  await page.locator('.field-fault').first().waitFor();
  await look(page);
});

test('desk: off line, what was written stays', async () => {
  const { page, context } = await open('dispatcher', '/desk/handover');
  const words = page.getByRole('textbox').last();
  await words.fill('没有网的时候写的');
  await context.setOffline(true);
  await page.locator('main').getByRole('button', { name: '留下' }).click();
  await page.locator('.refused, .field-fault').first().waitFor();
  await look(page);
  expect(await words.inputValue()).toBe('没有网的时候写的');
});
