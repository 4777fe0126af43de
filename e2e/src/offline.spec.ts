// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, phone, startDemo } from './demo.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('without a network a report waits on the phone and is sent later, once', async () => {
  const { page, context } = await demo.visit(phone, { as: 'resident', path: '/report' });
  await page.getByLabel('怎么了').fill('没有网的时候写的：路灯不亮');
  await page.getByRole('button', { name: /就在/ }).click();
  await page.getByLabel('再说清楚一点').fill('2 号门');
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await context.setOffline(true);
  await page.getByRole('button', { name: '送出' }).click();
  await page.getByText('等网络，会自动送出').first().waitFor();
  const before = await context.request
    .get(`${demo.url}/api/my/reports`)
    .then((reply) => reply.json());
  await context.setOffline(false);
  await page.goto('/');
  await expect
    .poll(
      async () => (await (await context.request.get(`${demo.url}/api/my/reports`)).json()).total,
      { timeout: 30_000 },
    )
    .toBe(before.total + 1);
  await page.reload();
  await page.waitForTimeout(2000);
  const after = await (await context.request.get(`${demo.url}/api/my/reports`)).json();
  expect(after.total).toBe(before.total + 1);
});

test('the report page opens without a network', async () => {
  const { page, context } = await demo.visit(phone, { as: 'resident', path: '/' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto('/report');
  await page.getByLabel('怎么了').waitFor();
  await context.setOffline(true);
  await page.goto('/report');
  await page.getByLabel('怎么了').waitFor();
});
