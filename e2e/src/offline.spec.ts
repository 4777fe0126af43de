// SPDX-License-Identifier: Apache-2.0
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { complaints } from './axe.ts';
import { type Demo, phone, startDemo, type Visit } from './demo.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Somebody who never reported before: the city knows a number and no neighbourhood. */
async function newcomer(number: string): Promise<Visit> {
  const visit = await demo.visit(phone, { path: '/sign-in' });
  const { page, context } = visit;
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 121.479, latitude: 31.2352 }); // 南京东路
  await page.getByLabel('手机号').fill(number);
  await page.getByRole('button', { name: '发验证码' }).click();
  const shown = await page.getByText('验证码是').innerText();
  await page.getByLabel('验证码', { exact: true }).fill(/\d{6}/.exec(shown)?.[0] ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '今天有什么事？' }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return visit;
}

/** Goes offline and opens the form that the phone keeps. */
async function openOffline({ page, context }: Visit): Promise<void> {
  await page.reload(); // from now on the service worker answers
  await context.setOffline(true);
  await page.goto('/report');
  await page.getByLabel('怎么了').waitFor();
}

async function sentBy(context: BrowserContext): Promise<number> {
  const reply = await context.request.get(`${demo.url}/api/my/reports`);
  return ((await reply.json()) as { total: number }).total;
}

/** Runs in the page: the system fails on every report. (A service worker hides requests from Playwright's own routes.) */
function failReports(): void {
  const real = globalThis.fetch;
  const fault = { status: 500, code: 'server.fault', facts: {}, detail: '请报编号 q-17' };
  globalThis.fetch = async (to, options) =>
    to === '/api/reports' ? Response.json(fault, { status: 500 }) : real(to, options);
}

/** The card of the one report that waits. */
const card = (page: Page) => page.locator('.card.waiting');

test('without a network a position is noted; with one its name is confirmed, and the report goes once', async () => {
  const visit = await newcomer('13700000001');
  const { page, context } = visit;
  await openOffline(visit);
  await page.getByLabel('怎么了').fill('没有网的时候写的：路灯不亮');
  await page.getByRole('button', { name: '我现在的位置' }).click();
  await page.getByLabel('再说清楚一点').fill('2 号门');
  expect(await complaints(page)).toEqual([]);
  await page.getByRole('button', { name: '先记下这里' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '送出' }).click();
  await page.getByRole('heading', { name: '存在手机里了' }).waitFor();
  await card(page).getByText('还要您说定在哪里').waitFor();
  expect(await complaints(page)).toEqual([]);
  await page.goto('/my');
  await card(page).getByText('还要您说定在哪里').waitFor(); // the phone still has it
  await context.setOffline(false);
  await page.goto('/');
  await page.getByText('先前存下的报事，还要您说定在哪里').waitFor();
  expect(await sentBy(context)).toBe(0);
  await page.getByRole('link', { name: '去看' }).click();
  await card(page).getByRole('button', { name: '看看是不是那里' }).click();
  await page.getByRole('dialog').getByText('南京东路街道').waitFor();
  expect(await page.getByLabel('再说清楚一点').inputValue()).toBe('2 号门');
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByText('先前存下的报事送出去了').waitFor();
  await page.reload();
  await page.waitForTimeout(2000);
  expect(await sentBy(context)).toBe(1);
  expect(await card(page).count()).toBe(0);
});

test('without a network words are noted, and looked up later', async () => {
  const visit = await newcomer('13700000002');
  const { page, context } = visit;
  await openOffline(visit);
  await page.getByRole('button', { name: '写路名、弄号' }).click();
  await page.getByLabel('路名、弄号或居委会').fill('云南中路');
  await page.getByRole('button', { name: '先记下「云南中路」' }).click();
  await page.getByLabel('怎么了').fill('绿地边上堆了旧家具');
  await page.getByRole('button', { name: '送出' }).click();
  await card(page).getByText('还要您说定在哪里').waitFor();
  await context.setOffline(false);
  await card(page).getByRole('button', { name: '看看是不是那里' }).click();
  await page.getByRole('dialog').locator('.hits button').first().click();
  await page.getByRole('button', { name: '就是这里' }).click();
  await expect.poll(() => sentBy(context), { timeout: 30_000 }).toBe(1);
});

test('a named place goes by itself; a form just sent does not come back', async () => {
  const { page, context } = await demo.visit(phone, { as: 'resident', path: '/report' });
  const before = await sentBy(context);
  await page.getByRole('button', { name: /就在/ }).click();
  await page.getByLabel('再说清楚一点').fill('2 号门');
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await context.setOffline(true);
  await page.getByLabel('怎么了').fill('没有网的时候写的：路灯不亮');
  await page.getByRole('button', { name: '送出' }).click();
  await page.getByText('等网络，会自动送出').first().waitFor();
  await page.waitForTimeout(500); // longer than a form waits before it is kept
  await context.setOffline(false);
  await expect.poll(() => sentBy(context), { timeout: 30_000 }).toBe(before + 1);
  await page.goto('/report');
  expect(await page.getByLabel('怎么了').inputValue()).toBe('');
  await page.waitForTimeout(2000);
  expect(await sentBy(context)).toBe(before + 1);
});

test('one that the system fails on is told with its number; it can be changed beside an unfinished form, or thrown away', async () => {
  const { page, context } = await demo.visit(phone, { as: 'resident', path: '/report' });
  const before = await sentBy(context);
  await page.addInitScript(failReports);
  await page.reload();
  await page.getByLabel('怎么了').fill('弄口堆了旧家具');
  await page.getByRole('button', { name: /就在/ }).click();
  await page.getByLabel('再说清楚一点').fill('2 号门');
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByRole('button', { name: '送出' }).click();
  await page.getByRole('heading', { name: '存在手机里了' }).waitFor();
  await vi.waitFor(async () => {
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await card(page).getByText('q-17').waitFor({ timeout: 1000 });
  }, 20_000);
  await page.goto('/report');
  await page.getByLabel('怎么了').fill('另一件，还没写完');
  await page.waitForTimeout(500);
  await page.goto('/my');
  await card(page).getByRole('button', { name: '改一改' }).click();
  expect(await page.getByLabel('怎么了').inputValue()).toBe('弄口堆了旧家具');
  await page.goto('/report');
  expect(await page.getByLabel('怎么了').inputValue()).toBe('另一件，还没写完');
  await page.goto('/my');
  await card(page).getByText('正在改，还没有送').waitFor();
  await card(page).getByRole('button', { name: '不送了' }).click();
  await page.getByRole('button', { name: '删掉，不送了' }).click();
  await card(page).waitFor({ state: 'detached' });
  await page.waitForTimeout(1000);
  expect(await sentBy(context)).toBe(before);
});
