// SPDX-License-Identifier: Apache-2.0
// Somebody shows a code on the phone; the clerk's scanner types it; their card opens beside the number, and closes when it is
// done; the resident reads who looked. Without a phone a document does.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { faultsOf, fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a code is shown on the phone and scanned; the card opens, and closes when it is done; the resident reads it', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/ticket' });
  await lin.page.getByRole('link', { name: '到窗口亮证' }).click();
  const number = (await lin.page.locator('.show-number').innerText()).replace(' ', '');
  const { page: clerk, faults } = await demo.visit(desktop, {
    ...{ as: 'counter_clerk', path: '/desk/' },
  });
  await clerk.getByText('您坐哪个窗口').waitFor();
  await clerk.keyboard.press('1');
  await act(clerk, '下一位', 'Enter');
  await byDocument(clerk);
  await scan(clerk, number === '00000000' ? '00000001' : '00000000');
  await clerk.getByText('这个码不对').waitFor();
  await act(clerk, '再叫一次', 'r'); // the keys of the acts are heard after a refusal
  await clerk.getByText('叫了 2 次').first().waitFor();
  await scan(clerk, number);
  await clerk.getByRole('heading', { name: '林桂英' }).waitFor();
  await lin.page.getByText('已经认出您了').waitFor();
  await fineAtBoth(lin.page);
  const card = clerk.locator('.counter-card');
  const person = await personShown(clerk);
  await card.getByRole('button', { name: /^看.*联系电话/ }).click();
  await card.getByRole('button', { name: '联系本人' }).click();
  await card.getByRole('button', { name: /^替被监护人/ }).click();
  await card.getByText('家人代办').waitFor();
  expect(await faultsOf(clerk, { size: phone })).toEqual([]);
  expect(await faultsOf(clerk, { size: desktop })).toEqual([]);
  expect(await open(clerk, person)).toBe(200);
  await act(clerk, '办好了', 'd');
  await card.waitFor({ state: 'detached' });
  expect(await open(clerk, person)).toBe(403);
  await lin.page.getByRole('link', { name: '谁看过我的信息' }).click();
  for (const said of ['看了您的联系电话', '凭您亮的证认出了您', '南京东路街道社区事务受理服务中心'])
    await lin.page.getByText(said).first().waitFor();
  expect([...lin.faults, ...faults]).toEqual([]);
});

/** The form is filled in and put aside again. */
async function byDocument(page: Page): Promise<void> {
  await act(page, '看证件认人', 'i');
  await page.getByRole('button', { name: '打开档案' }).click();
  await page.getByText('请选择「证件种类」').waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByRole('radio', { name: '身份证' }).check({ force: true });
  await page.getByLabel('证件号码').fill('11010519491231002X');
  await page.keyboard.press('Enter');
  await page.getByText('在这里打不开档案').waitFor();
  await page.keyboard.press('Escape');
}

/** A scanner types fast, wherever the focus is, and ends with Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.getByText('来的是谁').waitFor();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}
async function act(page: Page, name: string, key: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^${name}`), disabled: false });
  await button.first().waitFor();
  await page.keyboard.press(key);
}

/** Whose card the page has read. */
const personShown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const read = performance.getEntriesByType('resource').map(({ name }) => name);
    return read.findLast((name) => /\/registry\/people\/\d+$/.test(name)) ?? '';
  });
const open = (page: Page, address: string): Promise<number> =>
  page.evaluate(async (url) => (await fetch(url)).status, address);
