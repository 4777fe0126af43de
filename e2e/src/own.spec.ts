// SPDX-License-Identifier: Apache-2.0
// 我的数据: bound from the first click for the resident of the landing page; parted, and bound again at the desk.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { faultsOf } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('parted, bound again by the document and a code, and taken away as a page', async () => {
  const { page, faults } = await demo.visit(phone, { as: 'resident', path: '/me' });
  await page.getByRole('link', { name: '我的数据' }).click();
  await page.getByRole('heading', { name: '证件和电话' }).waitFor();
  await page.getByRole('button', { name: '显示 身份证' }).click();
  const whole = page.locator('.own-number b', { hasText: /^\d{17}[\dX]$/ });
  const number = await whole.innerText();
  await page.getByRole('button', { name: '解除绑定' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '解除绑定' }).click();
  await page.getByText('您自己解除的').waitFor();
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  await page.getByLabel('绑定码').fill('000000');
  await page.getByRole('button', { name: '绑定' }).click();
  await page.getByText('还可以再试 4 次').waitFor();

  const code = await codeAtDesk(number);
  await page.getByLabel('绑定码').fill(code);
  await page.getByRole('button', { name: '绑定' }).click();
  await page.getByRole('heading', { name: '我是谁' }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /自己看或打印/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^my-data-.*\.html$/);
  await page.getByRole('link', { name: '谁看过我的信息' }).click();
  await page.getByText('看过证件，给了绑定码').first().waitFor();
  expect(faults).toEqual([]);
});

/** The worker finds her by the number, sees the document, and reads the code out. */
async function codeAtDesk(number: string): Promise<string> {
  const { page, context } = await demo.visit(phone, {
    as: 'committee_worker',
    path: '/desk/people',
  });
  await page.locator('[data-find-people]').fill(number);
  await page.locator('.reg-row').first().click();
  await page.getByRole('button', { name: '绑定账号' }).click();
  await page.getByLabel('身份证号码').fill('31300019950610119X');
  await page.getByRole('button', { name: '给绑定码' }).click();
  await page.getByRole('alert').or(page.getByText('和这个人登记的不一样')).first().waitFor();
  await page.getByLabel('身份证号码').fill(number);
  await page.getByRole('button', { name: '给绑定码' }).click();
  const code = (await page.locator('.reg-code').innerText()).replace(/\D/g, '');
  for (const size of [phone, desktop]) expect(await faultsOf(page, { size })).toEqual([]);
  await context.close();
  return code;
}
