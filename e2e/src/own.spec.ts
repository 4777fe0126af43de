// SPDX-License-Identifier: Apache-2.0
// 我的数据: bound from the first click for the resident of the landing page; parted, and bound again at the desk.
import { randomUUID } from 'node:crypto';
import type { APIResponse, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, startDemo } from './demo.ts';
import { faultsOf, fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ CASE_LABELS: 'true' });
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
  await takePhoto(home.page);
  expect(await faultsOf(home.page, { size: phone })).toEqual([]);
  await home.page.getByRole('button', { name: '提出异议' }).click();
  await home.page.getByText('正在核对').first().waitFor();
  await home.page.getByRole('button', { name: '异议的第 1 张照片' }).waitFor();
  for (const size of [phone, desktop]) expect(await faultsOf(home.page, { size })).toEqual([]);
  await objectToNumber(home.page);

  await objectAtDesk();
  await answerAtDesk();
  await home.page.reload();
  await home.page.getByText('黄浦区公安分局（示例）已更正。').waitFor();
  await home.page.getByRole('link', { name: '谁看过我的信息' }).click();
  await home.page.getByText('核对对您信息的异议：民族').first().waitFor();
  expect(home.faults).toEqual([]);
  await home.context.close();
});

/** A telephone that is somebody else’s by now: proposed whole, and masked from then on. By keys alone. */
async function objectToNumber(page: Page): Promise<void> {
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: '“联系电话”不对' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('应当是').focus();
  await page.keyboard.type('1391234567');
  await page.getByLabel('您怎么知道的').focus();
  await page.keyboard.type('原来的号码停用了');
  await page.getByRole('button', { name: '提出异议' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.field-refused', { hasText: /\S/ }).waitFor(); // a digit is missing
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  await page.getByLabel('应当是').fill('13912345678');
  await page.getByRole('button', { name: '提出异议' }).press('Enter');
  await page.getByText('139****5678').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('13912345678');
  for (const size of [phone, desktop]) expect(await faultsOf(page, { size })).toEqual([]);
}

/** Of the page on which it stands, and small before it goes. */
async function takePhoto(page: Page): Promise<void> {
  const create = { width: 1200, height: 900, channels: 3, background: '#7a8f6a' } as const;
  const buffer = await sharp({ create }).jpeg().toBuffer();
  const file = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
}

/** The worker finds a value wrong that the police own, and corrects one of the home that is the committee’s. */
async function objectAtDesk(): Promise<void> {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'committee_worker', path: '/desk/people?q=zhang' },
  });
  await page.locator('.reg-row').first().click();
  await page.getByRole('button', { name: '对“民族”提异议' }).click();
  await page.getByRole('combobox', { name: '应当是' }).fill('满族');
  await page.getByRole('option', { name: '满族' }).waitFor(); // the list has come
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '提出异议' }).click();
  await page.locator('.field-fault').waitFor();
  await fineAtBoth(page);
  await page.getByLabel('依据', { exact: true }).fill('户口簿上是满族');
  await takePhoto(page);
  await fineAtBoth(page);
  await page.getByRole('button', { name: '提出异议' }).click();
  await page.getByText('提出应为：满族').waitFor();
  await objectToCardNumber(page);
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

/** The number on the card is not the one on the document: two taps and two fields, and it stands masked beside the old one. */
async function objectToCardNumber(page: Page): Promise<void> {
  await page.getByRole('button', { name: '对“身份证”提异议' }).click();
  expect(await page.locator('.bar').isVisible()).toBe(false);
  await page.getByLabel('应当是').fill('11010519491231002X');
  await page.getByLabel('依据', { exact: true }).fill('证件上是另一个号码');
  await fineAtBoth(page);
  await page.getByRole('button', { name: '提出异议' }).click();
  await page.getByText('提出应为：110***********002X').waitFor();
  await fineAtBoth(page);
}

/** An officer of the police sees both, late ones first, and answers one yes and one no. */
async function answerAtDesk(): Promise<void> {
  const { page, faults, context } = await demo.visit(phone, { path: nowhere });
  const as = { as: 'department_officer', office: '黄浦区公安分局' };
  await context.request.post(`${demo.url}/api/sign-in/demo`, { data: as });
  await page.goto(`${demo.url}/desk/objections`);
  await page.getByText('已超期').first().waitFor();
  await fineAtBoth(page);
  await page.locator('.objection-row', { hasText: '证件号码' }).first().click();
  await page.getByRole('button', { name: '看提出的完整号码' }).click();
  await page.getByText('11010519491231002X', { exact: true }).waitFor();
  await fineAtBoth(page);
  await page.getByRole('link', { name: '返回异议' }).click();
  await page.locator('.objection-row', { hasText: '居民本人' }).first().click();
  await page.getByText('身份证上是回族').waitFor();
  const shown = page.locator('.pic img');
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320);
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

test('a ward’s data are one tap away, and what was agreed to is withdrawn in one act', async () => {
  const { page, faults, context } = await demo.visit(phone, { as: 'resident', path: '/me/data' });
  const whose = page.getByRole('navigation', { name: '看谁的数据' });
  await whose.getByRole('link', { name: '被监护人' }).click();
  await page.getByText('您每看一次').waitFor();
  await fineAtBoth(page);
  await actFor(page);
  await page.getByRole('link', { name: '谁看过这些信息' }).click();
  for (const said of [
    '对您的信息提了异议：民族',
    '替您撤回了一项同意',
    '在自己的“我的数据”里看了您的信息',
  ])
    await page.getByText(said).first().waitFor();
  await page.goto(`${demo.url}/me/data`);
  await page.getByRole('button', { name: '让家人看我的数据' }).click();
  await page.getByRole('button', { name: '同意，给我一个家人码' }).click();
  await page.locator('.own-code').waitFor();
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^撤回：/ }).click();
  await page.getByRole('button', { name: '撤回', exact: true }).last().click();
  await page.getByRole('button', { name: /^撤回：/ }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

/** A guardian objects to a value of the ward, and withdraws what the ward agreed to. */
async function actFor(page: Page): Promise<void> {
  await page.getByRole('button', { name: '“民族”不对' }).click();
  await page.getByLabel('应当是').selectOption({ label: '回族' });
  await page.getByLabel('您怎么知道的').fill('户口簿上是回族');
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  await page.getByRole('button', { name: '提出异议' }).click();
  await page.getByText('正在核对').waitFor();
  await page.getByRole('button', { name: /^撤回：/ }).click();
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  await page.getByRole('button', { name: '撤回', exact: true }).last().click();
  await page.getByRole('button', { name: /^撤回：/ }).waitFor({ state: 'detached' });
  await fineAtBoth(page);
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
  await page.goto(`${demo.url}/about`);
  await page.goto(`${demo.url}/me/data#code=${code}`); // as the picture on the worker's screen leads
  expect(await page.getByLabel('绑定码').inputValue()).toBe(code);
  await page.getByRole('button', { name: '绑定' }).click();
  await page.getByRole('heading', { name: '基本信息' }).waitFor();
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
  await page.locator('.reg-qr').waitFor();
  const code = (await page.locator('.reg-code').innerText()).replace(/\D/g, '');
  for (const size of [phone, desktop]) expect(await faultsOf(page, { size })).toEqual([]);
  await context.close();
  return code;
}

test('a department supplies a list, sees counts and no people, and takes one label back', async () => {
  const { page, faults, context } = await demo.visit(phone, { path: nowhere });
  const as = { as: 'department_officer', office: '黄浦区民政局' };
  await context.request.post(`${demo.url}/api/sign-in/demo`, { data: as });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(`${demo.url}/desk/`);
  await page.getByRole('link', { name: '标签' }).click();
  await page.getByText('年初名单（示例）.xlsx').waitFor();
  await fineAtBoth(page);
  await button('供给名单').click();
  await page.getByLabel('都从这一天起').fill('2026-01-05');
  const csv = '身份证号,标签\n11010519491231002X,低保\n110105194912310021,低保\n';
  const file = { name: '低保.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('证件号码不对').waitFor();
  await fineAtBoth(page);
  await button('收下 1 行').click();
  await page.getByText('低保.csv：收下 1 行').waitFor();
  await button('撤回一人').click();
  await page.getByLabel('证件号码').fill('110105194912310021');
  await button('撤回').first().click();
  await page.locator('.field-fault').first().waitFor();
  await page.getByLabel('证件号码').fill('11010519491231002X');
  await page.getByRole('radio', { name: '低保', exact: true }).check();
  await page.getByLabel('原因').fill('本人放弃');
  await fineAtBoth(page);
  await button('撤回').first().click();
  await page.getByText('回答都一样').waitFor();
  await button('撤回“低保”').click();
  await fineAtBoth(page);
  expect(faults).toEqual([]);
  await context.close();
});

/** Asks as whoever the browser is signed in as. */
async function ask(context: BrowserContext, path: string, data: object): Promise<APIResponse> {
  const { me } = await (await context.request.get(`${demo.url}/api/me`)).json();
  const headers = { 'x-csrf': me.csrf, 'idempotency-key': randomUUID() };
  return context.request.post(`${demo.url}${path}`, { data, headers });
}

/** The dictionary has a label of level 5. */
async function defineLabel(): Promise<void> {
  const admin = await demo.visit(phone, { as: 'system_admin', path: nowhere });
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const drafted = await ask(admin.context, '/api/catalogue', {
    ...{ kind: 'label', key: 'correction', name: '社区矫正（示例）', source: '示例' },
    effectiveFrom: today,
    body: {
      ...{ kind: 'shared', supplier: 'civil', sensitivity: 5, basis: '社区矫正法' },
      ...{ lookAgainDays: 0, validDays: 92 },
    },
  });
  const safety = await demo.visit(phone, { as: 'safety_admin', path: nowhere });
  const { no } = await drafted.json();
  await ask(safety.context, `/api/catalogue/${no}/decide`, { approve: true });
  for (const { context } of [admin, safety]) await context.close();
}

test('a single case is opened to one committee, and its worker has a place of its own for it', async () => {
  await defineLabel();
  const { page, faults, context } = await demo.visit(phone, { path: nowhere });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const as = { as: 'department_officer', office: '黄浦区民政局' };
  await context.request.post(`${demo.url}/api/sign-in/demo`, { data: as });
  await page.goto(`${demo.url}/desk/labels`);
  await button('开放个案').click();
  await page.getByLabel('证件号码').fill('11010519491231002X');
  await page.getByRole('radio', { name: '社区矫正（示例）' }).check();
  await page.getByRole('radio', { name: '上门走访' }).check();
  await button('开放').click();
  await page.getByText('请选到居委会').waitFor();
  await fineAtBoth(page);
  for (const place of ['南京东路街道', '云南中路居委会']) {
    await page.getByRole('combobox').last().fill(place);
    await page.getByRole('option', { name: place }).click();
  }
  await button('开放').click();
  await page.getByText('110***********002X，开给云南中路居委会').waitFor();
  await fineAtBoth(page);
  expect(faults).toEqual([]);
  await context.close();

  const worker = await demo.visit(phone, { as: 'committee_worker', path: '/desk/people' });
  await worker.page.getByRole('link', { name: '个案标签' }).click();
  await worker.page.getByText('现在没有开给我们的个案').waitFor(); // nobody here has that number
  await fineAtBoth(worker.page);
  expect(worker.faults).toEqual([]);
  await worker.context.close();
});
