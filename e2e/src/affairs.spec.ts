// SPDX-License-Identifier: Apache-2.0
// A matter from the phone to the phone: found by its sound, applied for with nothing that is known typed, left and gone
// on with, asked about once, brought, accepted, decided, delivered.
import { drawAll } from '@lilong/server/seed/pictures';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

const item = '临时救助';
const note = '上个月住院，家里一时周转不过来';
const asked = '请补住院的账单，拍清楚金额';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('applied for on the phone, corrected in place, accepted, granted, delivered', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/affairs' });
  await find(lin.page);
  const ref = await apply(lin.page);
  const clerk = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/affairs' });
  await ask(clerk.page, ref);
  await supplement(lin.page, ref);
  await decide(clerk.page);
  await lin.page.reload();
  await lin.page.getByText('已经交给您').first().waitFor();
  const told = await lin.page.locator('.timeline').innerText();
  for (const step of ['您交上去了', '请您补材料', '受理了', '批准了', '交给您了'])
    expect(told).toContain(step);
  expect(told).toContain(asked);
  await fineAtBoth(lin.page);
  expect([...lin.faults, ...clerk.faults]).toEqual([]);
});

/** By the first letters of its sound. */
async function find(page: Page): Promise<void> {
  await page.getByLabel('用您自己的话说').fill('linshijiuzhu');
  await page.getByRole('link', { name: new RegExp(`^${item}`) }).click();
  await page.getByRole('heading', { name: item, level: 1 }).waitFor();
  await fineAtBoth(page);
  await page.getByRole('link', { name: '开始办' }).click();
}

/** One field is typed, the page is left half-way and gone on with; unsigned it is not taken. */
async function apply(page: Page): Promise<string> {
  await page.getByText('已知，无需填写').waitFor();
  expect(await page.locator('.known dl').innerText()).toMatch(/\d{3}\*{8,}/);
  await page.getByLabel('还想说明的').fill(note);
  await page.getByText(/^存好了/).waitFor();
  await page.goto('/affairs');
  await page.getByRole('link', { name: new RegExp(`^${item}.*还没交`) }).click();
  await page.getByRole('button', { name: '交上去' }).click();
  await page.getByText('请勾选签名，再交。').waitFor();
  expect(await page.getByLabel('还想说明的').inputValue()).toBe(note);
  await fineAtBoth(page);
  await page.getByRole('checkbox', { name: /^我是/ }).check({ force: true });
  await page.getByRole('button', { name: '交上去' }).click();
  await page.getByRole('heading', { name: '交上去了' }).waitFor();
  await fineAtBoth(page);
  return page.locator('.receipt .ref').innerText();
}

async function ask(page: Page, ref: string): Promise<void> {
  await page.locator(`[data-ref="${ref}"] a`).click();
  await page.locator('.case-ref', { hasText: ref }).waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.goto(`/desk/affairs/${ref}`);
  await page.getByRole('button', { name: '一次告知补正' }).click();
  await page.getByRole('checkbox', { name: /与申请有关的材料/ }).check();
  await page.getByLabel('哪里不对、怎么补').fill(asked);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^已一次告知/).waitFor();
}

async function supplement(page: Page, ref: string): Promise<void> {
  await page.getByRole('button', { name: '看办到哪一步' }).click();
  await page.getByText(asked).first().waitFor();
  const drawn = (await drawAll()).get('rubbish before'); // any picture
  if (drawn === undefined) throw new Error('there is no drawing');
  const file = { name: 'bill.jpg', mimeType: 'image/jpeg', buffer: drawn.whole };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator('main img[src^="blob:"]').first().waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '补上并交回' }).click();
  await page.getByText('补正已交，等受理。').waitFor();
  expect(page.url()).toContain(ref);
}

/** The clerk's Enter does the next thing each time; the picture that was brought can be read. */
async function decide(page: Page): Promise<void> {
  await page.reload();
  await page.locator('.affairs-pictures img').first().waitFor();
  await next(page, '受理', '已受理');
  await next(page, '开始审核', '审核');
  await next(page, '准予', '准予', 'form');
  await next(page, '送达', '已送达', 'form');
}

async function next(page: Page, button: string, state: string, how?: 'form'): Promise<void> {
  await page
    .locator('.bar-primary', { hasText: new RegExp(`^${button}`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  if (how === 'form') {
    await page.getByRole('form', { name: button }).waitFor();
    await page.keyboard.press('Control+Enter');
  }
  await page
    .locator('.tag-state', { hasText: new RegExp(`^${state}$`) })
    .first()
    .waitFor();
}

test('whoever stands at a window is helped with any matter; nothing known is typed', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/ticket' });
  await lin.page.getByRole('link', { name: '到窗口亮证' }).click();
  const code = (await lin.page.locator('.show-number').innerText()).replace(' ', '');
  const { page, faults } = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/' });
  await page.getByText('您坐哪个窗口').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: /^下一位/, disabled: false }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('来的是谁').waitFor();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '为本人办事' }).click();
  await page.getByRole('button', { name: /暂存/ }).waitFor(); // begun at home, to go on with here
  await page.keyboard.type('yiliaojiuzhu');
  await page.getByRole('button', { name: /^医疗救助/ }).waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByRole('searchbox').press('Enter');
  await page.getByText('系统里已有的').waitFor();
  expect(await page.locator('.affairs-known').innerText()).toMatch(/\d{3}\*{8,}/);
  await fineAtBoth(page);
  await page.getByRole('button', { name: '收件' }).click();
  await page.getByText('先把要用的读给来人听').waitFor();
  await page.getByRole('radio', { name: '当面读过，本人说同意' }).check({ force: true });
  await page.getByRole('button', { name: '收件' }).click();
  await page.locator('.tag-state', { hasText: '已受理' }).waitFor();
  await page.getByText(/在窗口读给本人听，本人同意调用/).waitFor();
  expect(faults).toEqual([]);
});

test('a certificate is taken by one consent, which is taken back and given once more', async () => {
  const { page, faults } = await demo.visit(phone, { as: 'resident', path: '/affairs/S177/apply' });
  await page.getByText(/不用交，用您的电子证照《居住证明》/).waitFor();
  expect(await page.locator('.consent').innerText()).toContain('为办《社区学校报名》');
  expect(await page.locator('.consent-things').innerText()).toContain('居住证明');
  await page.getByRole('checkbox', { name: /^我是/ }).check({ force: true });
  await page.getByRole('button', { name: '交上去' }).click();
  await page.getByText('看办到哪一步').click();
  await page.getByText('我同意用的').click();
  await page.getByRole('button', { name: '收回同意' }).click();
  await page.getByRole('button', { name: '收回，我自己交' }).click();
  await page.getByRole('button', { name: '还是用系统里的' }).waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '还是用系统里的' }).click();
  await page.getByText('您又同意用系统里的了').waitFor();
  expect(await page.getByLabel('证件号码').count()).toBe(0);
  await fineAtBoth(page);
  expect(faults).toEqual([]);
});

test('a draft is gone on with on another computer, and what is typed there comes back to the phone that is still open', async () => {
  const at = { as: 'resident', path: '/affairs/S097/apply' } as const;
  const lin = await demo.visit(phone, at);
  await lin.page.getByLabel('哪天住进来').fill('2026-02-20');
  await lin.page.getByText(/^存好了/).waitFor();
  const other = await demo.visit(desktop, { ...at, path: '/affairs' });
  await other.page.getByRole('link', { name: /来沪人员居住登记.*还没交/ }).click();
  await expect.poll(() => other.page.getByLabel('哪天住进来').inputValue()).toBe('2026-02-20');
  await other.page.getByText('投靠家人', { exact: true }).click();
  await other.page.getByText('单位宿舍', { exact: true }).click();
  await other.page.getByText(/^存好了/).waitFor();
  const reason = lin.page.getByRole('radio', { name: '投靠家人' });
  await expect.poll(() => reason.isChecked(), { timeout: 10_000 }).toBe(true);
  await lin.page.getByText('借住', { exact: true }).click(); // both changed it: the last one counts
  const home = other.page.getByRole('radio', { name: '借住' });
  await expect.poll(() => home.isChecked(), { timeout: 10_000 }).toBe(true);
  expect([...lin.faults, ...other.faults]).toEqual([]);
});
