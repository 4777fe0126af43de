// SPDX-License-Identifier: Apache-2.0
// A time is booked on a phone without an account, put into a calendar, moved and given up; whoever is late is told what happens next.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a time is booked, kept without a network, moved, and given up', async () => {
  const { page, context, faults } = await demo.visit(phone, { path: '/hall' });
  await page.getByLabel('街道、镇或中心的名字').fill('外滩');
  await page.getByRole('link', { name: /^外滩街道社区事务受理服务中心 / }).click();
  await page.getByRole('link', { name: '约个时间再来' }).click();
  await page.getByRole('button', { name: '预约' }).click();
  await page.getByText('请选择「要办什么」').waitFor();
  await page.getByRole('checkbox', { name: /^综合/ }).check({ force: true });
  await page.getByRole('checkbox', { name: /^社保医保/ }).check({ force: true });
  await choose(page, '10:00');
  await page.getByRole('textbox', { name: /^联系电话/ }).fill('139 123');
  await page.getByRole('button', { name: '约明天 10:00' }).click();
  await page.getByText(/「联系电话」填得不对/).waitFor();
  await fineAtBoth(page);
  await page.getByRole('textbox', { name: /^联系电话/ }).fill('139 1234 5678');
  await page.getByRole('button', { name: '约明天 10:00' }).click();
  await page.waitForURL('**/booked');
  await page.getByRole('heading', { name: /^明天 10:00/ }).waitFor();
  await fineAtBoth(page);
  await page.getByText('大厅要改时间，会告诉 139****5678。').waitFor();
  await page.getByRole('button', { name: '删掉这个电话' }).click();
  await page.getByRole('button', { name: '留个电话，改了时间告诉我' }).click();
  await page.getByRole('textbox', { name: /^联系电话/ }).fill('63221234');
  await fineAtBoth(page);
  await page.getByRole('button', { name: '留下' }).click();
  await page.getByText('大厅要改时间，会告诉 021*****1234。').waitFor();
  const code = await page.locator('.booking-code strong').innerText();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/^没有网络。这是今天 [\d:]+ 的情形。$/).waitFor();
  expect(await page.locator('.booking-code strong').innerText()).toBe(code);
  await context.setOffline(false);
  await page.getByText(/^没有网络/).waitFor({ state: 'detached', timeout: 90_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '加到日历' }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/DTSTART:\d{8}T020000Z\r\n/);
  await page.getByRole('button', { name: '改时间' }).click();
  await choose(page, '10:30');
  await page.getByRole('button', { name: '改到这个时间' }).click();
  await page.getByRole('heading', { name: /^明天 10:30/ }).waitFor();
  expect(await page.locator('.booking-code strong').innerText()).toBe(code);
  await page.getByRole('button', { name: '不去了，取消预约' }).click();
  await page.getByRole('button', { name: '取消预约', exact: true }).click();
  await page.getByText('这个预约取消了，位子让给了别人。').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

/** A time of tomorrow. */
async function choose(page: Page, time: string): Promise<void> {
  await page.getByRole('radio', { name: /^明天/ }).check({ force: true });
  await page.getByRole('radio', { name: new RegExp(`^${time}`) }).check({ force: true });
}

test('whoever comes late for their time is told where they stand, and stands there', async () => {
  const { page, context, faults } = await demo.visit(phone, { as: 'resident' });
  await page.getByRole('link', { name: '办事取号、预约' }).waitFor();
  const booked = page.getByRole('link', { name: /^今天 \d\d:\d\d/ });
  const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours();
  if (hour < 2 || hour === 23) return; // the demonstration's morning was too short for somebody to be late
  await booked.click();
  await page.getByText(/^已经晚了 \d+ 分钟，约的位子不再留/).waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '我到大厅了，签到' }).click();
  await page.getByText(/^您晚了 \d+ 分钟，超过了 10 分钟，就按到场的先后排队/).waitFor();
  await page.getByText(/^前面还有 \d+ 位/).waitFor();
  await fineAtBoth(page);
  const number = await page.locator('.booking-came strong').innerText();
  await page.getByRole('link', { name: '看我的号' }).click();
  expect(await page.locator('.ticket-standing strong').innerText()).toBe(number);
  expect(faults).toEqual([]);
  await context.close();
});

test('a morning is off: the manager sees whose time that takes and has it moved; the resident reads so', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/hall' });
  await lin.page
    .getByRole('link', { name: /^南京东路街道社区事务受理服务中心 / })
    .first()
    .click();
  await lin.page.getByRole('link', { name: '约个时间再来' }).click();
  await lin.page.getByRole('checkbox', { name: /^综合/ }).check({ force: true });
  await choose(lin.page, '10:00');
  await lin.page.getByRole('button', { name: '约明天 10:00' }).click();
  await lin.page.getByRole('heading', { name: /^明天 10:00/ }).waitFor();
  const boss = await demo.visit(desktop, { as: 'centre_manager', path: '/desk/hall/hours' });
  const { page } = boss;
  await page.getByRole('button', { name: '停办一天，或者换时间' }).click();
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10); // in Shanghai
  await page.getByLabel('哪一天', { exact: true }).fill(tomorrow);
  await page.getByLabel('那天的时间').fill('13:00-16:30');
  await page.getByLabel('为什么').fill('停电检修');
  await page.getByText(/^\d+ 个预约会排不下/).waitFor();
  await page.getByRole('radio', { name: /^改到最近的空位/ }).check();
  await page.getByText(/^逐个定/).click();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByRole('button', { name: '这样安排' }).click();
  await page.getByRole('button', { name: /^撤回/ }).waitFor();
  await lin.page.getByText(/^大厅把时间从.*10:00 改到了这里/).waitFor();
  await lin.page.getByRole('heading', { name: /^明天 13:\d\d/ }).waitFor();
  await fineAtBoth(lin.page);
  expect([...lin.faults, ...boss.faults]).toEqual([]);
  await lin.context.close();
  await boss.context.close();
});

test('a clerk books for somebody at the window, who says the code when they come', async () => {
  const { page, context, faults } = await demo.visit(desktop, {
    as: 'counter_clerk',
    path: nowhere,
  });
  await page.goto('/desk/hall/booked');
  await page.getByRole('checkbox', { name: '综合' }).check();
  await page.getByLabel('几点').click();
  await page.keyboard.press('Enter');
  await page.getByLabel('来人的电话').fill('13912345678');
  await page.getByRole('button', { name: '预约', exact: true }).click();
  const code = await page.locator('.booked-came strong').innerText();
  await page.getByRole('button', { name: `给预约码 ${code} 签到` }).waitFor();
  await page.getByRole('textbox', { name: '预约码' }).fill(code);
  await page.keyboard.press('Enter');
  await page.getByText(/[A-F]\d{3} (早到|按约的时间排)/).waitFor();
  expect(await page.locator('.booked-came strong').first().innerText()).toMatch(/^A\d{3}$/);
  expect(faults).toEqual([]);
  await context.close();
});
