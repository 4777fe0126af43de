// SPDX-License-Identifier: Apache-2.0
// 我的数据: bound from the first click for the resident of the landing page; parted, and bound again at the desk.
import type { listOrganisations } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, startDemo } from './demo.ts';
import { faultsOf, fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a value is objected to at the desk and at home, and whoever owns it answers', async () => {
  const home = await demo.visit(phone, { as: 'resident', path: '/me/data' });
  await home.page.getByRole('button', { name: '“民族”不对' }).click();
  await home.page.getByLabel('应当是').selectOption({ label: '回族' });
  await home.page.getByRole('button', { name: '提出异议' }).click();
  await home.page.locator('.field-refused', { hasText: /\S/ }).waitFor();
  expect(await faultsOf(home.page, { size: phone })).toEqual([]);
  await home.page.getByLabel('您怎么知道的').fill('身份证上是回族');
  await home.page.getByRole('button', { name: '提出异议' }).click();
  await home.page.getByText('正在核对').first().waitFor();
  for (const size of [phone, desktop]) expect(await faultsOf(home.page, { size })).toEqual([]);

  await objectAtDesk();
  await answerAtDesk();
  await home.page.reload();
  await home.page.getByText('黄浦区公安分局（示例）已更正。').waitFor();
  await home.page.getByRole('link', { name: '谁看过我的信息' }).click();
  await home.page.getByText('核对对您信息的异议：民族').first().waitFor();
  expect(home.faults).toEqual([]);
  await home.context.close();
});

/** The worker finds a value wrong that the police own, and corrects one of the home that is the committee’s. */
async function objectAtDesk(): Promise<void> {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'committee_worker', path: '/desk/people?q=zhang' },
  });
  await page.locator('.reg-row').first().click();
  await page.getByRole('button', { name: '对“民族”提异议' }).click();
  await page.getByRole('combobox', { name: '应当是' }).fill('满族');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '提出异议' }).click();
  await page.locator('.field-fault').waitFor();
  await fineAtBoth(page);
  await page.getByLabel('依据').fill('户口簿上是满族');
  await page.getByRole('button', { name: '提出异议' }).click();
  await page.getByText('提出应为：满族').waitFor();
  await page.locator('a[href*="/homes/"]').first().click();
  await page.getByRole('button', { name: '更正“楼层”' }).click();
  await page.getByLabel('应当是').fill('17');
  await page.getByRole('button', { name: '更正', exact: true }).first().click();
  await page.locator('.value-says', { hasText: '17 层' }).waitFor();
  await page.goto(`${demo.url}/desk/objections`);
  await page.getByText('汉族 → 满族').waitFor();
  await fineAtBoth(page);
  expect(faults).toEqual([]);
  await context.close();
}

/** An officer of the police sees both, late ones first, and answers one yes and one no. */
async function answerAtDesk(): Promise<void> {
  const { page, faults, context } = await demo.visit(phone, { path: nowhere });
  const { request } = context;
  const reply = await request.get(`${demo.url}/api/organisations?place=310101000000000`);
  const { organisations } = (await reply.json()) as ReplyOf<typeof listOrganisations>;
  const organisation = organisations.find(({ name }) => name.includes('公安分局'))?.no;
  const as = { as: 'department_officer', organisation };
  await request.post(`${demo.url}/api/sign-in/demo`, { data: as });
  await page.goto(`${demo.url}/desk/objections`);
  await page.getByText('已超期').first().waitFor();
  await fineAtBoth(page);
  await page.locator('.objection-row', { hasText: '居民本人' }).first().click();
  await page.getByText('身份证上是回族').waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '属实，更正' }).click();
  await page.getByText('已更正').waitFor();
  await page.getByRole('link', { name: '返回异议' }).click();
  await page.locator('.objection-row', { hasText: '已超期' }).first().click();
  await page.getByRole('button', { name: '不采纳' }).click();
  await page.getByRole('button', { name: '不采纳' }).click();
  await page.locator('.field-fault').waitFor();
  await fineAtBoth(page);
  await page.getByLabel('答复').fill('核对底册，没有错。');
  await page.getByRole('button', { name: '不采纳' }).click();
  await page.getByText('未采纳').waitFor();
  expect(faults).toEqual([]);
  await context.close();
}

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
