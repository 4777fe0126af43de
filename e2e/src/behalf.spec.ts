// SPDX-License-Identifier: Apache-2.0
// 帮办: an old neighbour says aloud who may act for them; the worker writes it down by the code on the helper's phone; he hands a
// matter in for them from his own, and gives the authority back. And asking for help, with the reasons for a no.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** The digits that a phone shows. */
async function shownBy(page: Page): Promise<string> {
  await page.goto('/show');
  const number = page.locator('.show-number');
  await number.waitFor();
  return (await number.innerText()).replace(/\s/g, '');
}

test('a neighbour’s word is written down, a helper hands in for them, and gives it back', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/affairs' });
  const wu = await demo.visit(desktop, { as: 'committee_worker', path: '/desk/people?q=陈' });
  const code = await shownBy(lin.page);
  await grownOf(wu.page).first().click();
  await wu.page.getByRole('button', { name: '请人帮办' }).click();
  await wu.page.getByLabel('办哪些事').fill('社区学校');
  await wu.page.getByLabel('社区学校报名').check();
  await wu.page.getByLabel('到哪天为止').fill(inDays(20));
  await wu.page.getByLabel('帮办人的亮证数字').fill(code);
  await fineAtBoth(wu.page);
  await wu.page.getByRole('button', { name: '读过，本人同意，记下' }).click();
  await wu.page.getByText('可以替').waitFor();
  await lin.page.goto('/affairs');
  await lin.page.getByRole('link', { name: /^帮办/ }).click();
  await lin.page.getByRole('heading', { name: '我帮人办' }).waitFor();
  await fineAtBoth(lin.page);
  await lin.page.getByRole('link', { name: '社区学校报名' }).click();
  await lin.page.getByText('正在替').waitFor();
  await lin.page.getByText(/^我受.*委托代为办理/).waitFor();
  await fineAtBoth(lin.page);
  await lin.page.locator('[data-field=signed] input').check({ force: true });
  await lin.page.getByRole('button', { name: '交上去' }).click();
  await lin.page.getByText('代办人').waitFor();
  await lin.page
    .getByRole('button', { name: /看办到哪一步/ })
    .or(lin.page.getByRole('link', { name: /看办到哪一步/ }))
    .click();
  await lin.page.getByText('林桂英代办').first().waitFor();
  await fineAtBoth(lin.page);
  await lin.page.goto('/affairs/helpers');
  await lin.page.getByRole('button', { name: '看办到哪一步' }).click();
  await lin.page.locator('.affair-card').waitFor();
  await lin.page.getByRole('button', { name: '不再帮办' }).click();
  await lin.page.getByRole('alertdialog').getByRole('button', { name: '不再帮办' }).click();
  await lin.page.getByText('还没有人请您帮办').waitFor();
  expect([...lin.faults, ...wu.faults]).toEqual([]);
});

/** Those of age among whom a search found. */
const grownOf = (page: Page) =>
  page.locator('.reg-row[href*="/people/"]').filter({ hasText: /[4-9]\d\s*岁/ });

/** The number on the identity card that somebody has in their hand. */
async function numberOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^看.*身份证/ }).click();
  await page.getByRole('button', { name: '代办帮办' }).click();
  return page.getByText(/^\d{17}[\dX]$/).innerText();
}

test('whoever stands at a window says who may help; the helper reads and prints the receipt of what was handed in', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/affairs' });
  const wu = await demo.visit(desktop, { as: 'committee_worker', path: '/desk/people?q=陈' });
  await grownOf(wu.page).nth(1).click(); // the first one has a helper already
  const name = await wu.page.locator('.case-title').innerText();
  const number = await numberOf(wu.page);
  const clerk = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/' });
  const { page } = clerk;
  await page.getByText('您坐哪个窗口').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: /^下一位/, disabled: false }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('来的是谁').waitFor();
  await page.keyboard.press('i');
  await page.getByRole('radio', { name: '身份证' }).check({ force: true });
  await page.getByLabel('证件号码').fill(number);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '请人帮办' }).press('Enter');
  await page.keyboard.type('社区学校'); // the cursor is there
  await page.getByLabel('社区学校报名').check();
  await page.getByText(/^读给本人听：.*社区学校报名/).waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByLabel('帮办人的亮证数字').fill(await shownBy(lin.page));
  await page.keyboard.press('Enter'); // as a scanner does
  await page.getByRole('status').getByText(`可以替${name}办`).waitFor();
  await lin.page.goto('/affairs/helpers');
  await lin.page.getByRole('link', { name: '社区学校报名' }).click();
  await lin.page.locator('[data-field=signed] input').check({ force: true });
  await lin.page.getByRole('button', { name: '交上去' }).click();
  await lin.page.getByText('代办人').waitFor();
  await lin.page.getByRole('link', { name: /看办到哪一步/ }).click();
  await lin.page.getByRole('link', { name: '看凭证，打印' }).click();
  await lin.page.getByRole('heading', { name: '收件凭证' }).waitFor();
  await fineAtBoth(lin.page);
  const sheet = await lin.page.locator('.receipt-sheet').innerText();
  expect(sheet).toContain('陈*');
  expect(sheet).not.toContain(name);
  await lin.page.getByRole('button', { name: '打印' }).waitFor();
  await lin.page.getByRole('link', { name: '回到这件事' }).click();
  await lin.page.getByText('林桂英代办').first().waitFor();
  expect([...lin.faults, ...wu.faults, ...clerk.faults]).toEqual([]);
});

test('whoever asks for help chooses who, what and until when, and reads why not, on a phone with large type', async () => {
  const { page, faults } = await demo.visit(phone, {
    ...{ as: 'resident', remembers: { 'lilong.elder': 'yes' } },
  });
  const own = await shownBy(page);
  await page.goto('/affairs/helpers');
  await page.getByRole('button', { name: '请人帮办' }).click();
  await page.getByRole('button', { name: '委托', exact: true }).click();
  await page.getByText('亮证数字').first().waitFor();
  await page.getByLabel('帮办人的亮证数字').fill(own);
  await page.getByLabel('找要办的事').fill('敬老卡');
  await page.getByLabel('敬老卡申领').check();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '委托', exact: true }).click();
  await page.getByText('不是同一个人').waitFor();
  expect(await page.getByLabel('敬老卡申领').isChecked()).toBe(true); // nothing typed is lost
  await fineAtBoth(page);
  expect(faults).toEqual([]);
});

/** By the clock of the demonstration, which is today's. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
