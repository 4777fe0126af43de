// SPDX-License-Identifier: Apache-2.0
// A committee worker in a stairwell: finds somebody, opens a number for a reason, records who comes and goes. axe finds
// nothing against any state, on phone and desktop, in Chinese, English and at 200 %.
import { idCheckOf } from '@lilong/contracts/id-number';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo, type Visit } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Nobody's: its area was never given out. */
const number = (first17: string) => first17 + idCheckOf(first17);
const newcomer = number('31300019950610119');

const enter = (path: string, size = phone): Promise<Visit> =>
  demo.visit(size, { as: 'committee_worker', path });

const field = (page: Page) => page.locator('[data-find-people]');
const rows = (page: Page) => page.locator('.reg-row');
const title = (page: Page) => page.locator('.case-title');
const act = (page: Page, name: string) =>
  page.locator('.bar').getByRole('button', { name, exact: true }).click();
const submit = (page: Page, name: string) =>
  page.locator('form.dock').getByRole('button', { name, exact: true }).click();

async function find(page: Page, words: string): Promise<void> {
  const answered = page.waitForResponse((reply) => reply.url().includes('/api/registry/find'));
  await field(page).fill(words);
  await answered;
  await page.locator('.reg-row, .reg-list .empty-title').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Opens the first home of a door that was typed. */
async function openHome(page: Page, words: string): Promise<string> {
  await find(page, words);
  const door = page.locator('.reg-row[href*="/homes/"]').first();
  const name = await door.locator('b').innerText();
  await door.click();
  await title(page).getByText(name).waitFor();
  return name;
}

test('somebody is found as she types, from the inbox in one tap', async () => {
  const { page, faults } = await enter('/desk/');
  await page.getByRole('link', { name: '人房' }).click();
  await field(page).waitFor();
  expect(await field(page).evaluate((box) => box === document.activeElement)).toBe(true);
  await fineAtBoth(page); // nothing typed
  await find(page, '王');
  expect(await rows(page).count()).toBeGreaterThan(5);
  await page.waitForURL(/q=/);
  await fineAtBoth(page); // more than is shown
  const small = await rows(page).evaluateAll((all) =>
    all.filter((row) => row.getBoundingClientRect().height < 48).map((row) => row.textContent),
  );
  expect(small).toEqual([]);
  await field(page).fill('qqqq');
  await page.getByText('没有找到').waitFor();
  await fineAtBoth(page); // none
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await find(page, '13912345678');
  const kept = await page.evaluate(() => JSON.stringify([location.href, history.state]));
  expect([...addresses, kept].filter((one) => one.includes('139'))).toEqual([]);
  expect(faults).toEqual([]);
});

test('off line is said, and what was typed stays', async () => {
  const { page, context } = await enter('/desk/people');
  await find(page, '王');
  await context.setOffline(true);
  await field(page).fill('zhang');
  await page.locator('.refused').waitFor();
  await fineAtBoth(page);
  expect(await field(page).inputValue()).toBe('zhang');
  await context.setOffline(false);
  await rows(page).first().waitFor();
});

test('a number is shown for a purpose, for a minute; home and household are one tap apart', async () => {
  const { page, faults } = await enter('/desk/people?q=zhang');
  await page.clock.install();
  await rows(page).first().click();
  await title(page).waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '看身份证' }).click();
  await page.getByRole('button', { name: '上门走访' }).waitFor();
  await fineAtBoth(page); // the purposes
  await page.getByRole('button', { name: '上门走访' }).click();
  const open = page.locator('.reg-value-open');
  await open.waitFor();
  expect(await open.innerText()).toMatch(/^\d{17}[\dX]$/);
  await page.clock.runFor(61_000);
  await open.waitFor({ state: 'detached' });
  await page.locator('.reg-person[href*="/homes/"]').first().click();
  await page.getByText('这里的户').waitFor();
  await fineAtBoth(page);
  await page.locator('.reg-household-head').first().click();
  await page.getByText('这一户的人').waitFor();
  await fineAtBoth(page);
  expect(faults).toEqual([]);
});

/** 钱多多 shows an identity card that nobody knows, and rents here from today. */
async function moveIn(page: Page): Promise<void> {
  await openHome(page, '1号201');
  await act(page, '迁入');
  await submit(page, '查这个号码');
  await page.locator('.field-fault').waitFor();
  await fineAtBoth(page); // refused at its field
  await page.getByLabel('身份证号码').fill(newcomer);
  await submit(page, '查这个号码');
  await page.getByText('是新来的人').waitFor();
  await fineAtBoth(page);
  await page.getByLabel('姓名').fill('钱多多');
  await submit(page, '登记迁入');
  await page.locator('.field-fault').waitFor(); // how they stay
  expect(await page.getByLabel('姓名').inputValue()).toBe('钱多多');
  await page.getByRole('radio', { name: '租客' }).check({ force: true });
  await submit(page, '登记迁入');
  await page.getByText('登记好了').waitFor();
  await page.getByRole('link', { name: '打开一人一档' }).click();
  await title(page).getByText('钱多多').waitFor();
  await page.getByText('31 岁').waitFor();
}

async function putLabel(page: Page): Promise<void> {
  await act(page, '登记标签');
  await page.getByRole('radio', { name: '独居' }).check({ force: true });
  expect(await page.getByLabel('下次查看').inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await fineAtBoth(page);
  await submit(page, '登记');
  await page.locator('.reg-label').getByText('独居').waitFor();
}

async function giveBirth(page: Page): Promise<void> {
  await page.getByRole('link', { name: '一户一档' }).click();
  await act(page, '出生');
  await page.getByLabel('孩子的姓名').fill('钱小多');
  await page.getByRole('radio', { name: '女', exact: true }).check({ force: true });
  await fineAtBoth(page);
  await submit(page, '登记出生');
  await page.locator('.reg-person').getByText('钱小多').waitFor();
}

test('somebody new moves in by document, joins, is labelled, moves out; a child is born; an old day is shown', async () => {
  const { page, faults } = await enter('/desk/people');
  await moveIn(page);
  await putLabel(page);
  await giveBirth(page);
  await page.getByRole('button', { name: '看以前某一天' }).click();
  await page.getByRole('button', { name: '看这一天' }).click();
  await page.getByText('不是现在').waitFor();
  expect(await page.locator('.bar').count()).toBe(0);
  await fineAtBoth(page);
  await page.getByRole('button', { name: '回到今天' }).click();

  await page.locator('.reg-person').getByText('钱多多').click();
  await act(page, '迁出');
  await fineAtBoth(page);
  await submit(page, '登记迁出');
  await page.getByText('不再住在这里').waitFor();
  await act(page, '去世');
  await fineAtBoth(page);
  await submit(page, '确认登记去世');
  await page.locator('.case-flags').getByText('去世').waitFor();
  expect(await page.locator('.bar').count()).toBe(0);
  await fineAtBoth(page);
  expect(faults).toEqual([]);
});

test('on a desktop list and card stand side by side, and the keys walk', async () => {
  const { page, faults } = await enter('/desk/people?q=zhang', desktop);
  await rows(page).nth(1).waitFor();
  await field(page).press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await title(page).waitFor();
  const name = await rows(page).nth(1).locator('b').first().innerText();
  expect(await title(page).innerText()).toBe(name);
  expect(await rows(page).count()).toBeGreaterThan(1);
  expect(faults).toEqual([]);
});

test('whoever says which identity card is the own is kept from that household, and told why', async () => {
  const { page, faults } = await enter('/desk/people?q=146弄3号202');
  await page.locator('.reg-row[href*="/people/"]').first().click();
  await title(page).waitFor();
  const card = page.url();
  const companion =
    (await page.locator('.reg-person[href*="/people/"]').first().getAttribute('href')) ?? '';
  await page.getByRole('button', { name: '看身份证' }).click();
  await page.getByRole('button', { name: '核对信息' }).click();
  const own = await page.locator('.reg-value-open').innerText();
  await page.goto('/desk/account');
  await page.getByLabel('本人身份证号码').fill(own.slice(0, 17));
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.locator('.field-fault').waitFor();
  await page.getByLabel('本人身份证号码').fill(own);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText(`登记了 ${own.slice(0, 3)}`).waitFor();
  await fineAtBoth(page);
  for (const path of [card, companion]) {
    await page.goto(path);
    await page.getByRole('alert').getByText('请同事').waitFor();
    expect(await page.locator('.bar').count()).toBe(0);
    await fineAtBoth(page);
  }
  expect(faults).toEqual([]);
});

test('by keys alone: what opens has the focus, and gives it back when it closes', async () => {
  const { page, faults } = await enter('/desk/people?q=zhang');
  await rows(page).first().focus();
  await page.keyboard.press('Enter');
  await title(page).waitFor();
  const focused = page.locator(':focus');
  await page.getByRole('button', { name: '看身份证' }).press('Enter');
  await page.getByText('为什么要看身份证').waitFor();
  await expect.poll(() => focused.innerText()).toBe('代办帮办');
  await page.getByRole('button', { name: '上门走访' }).press('Enter');
  await page.locator('.reg-value-open').waitFor();
  await expect.poll(() => focused.innerText()).toBe('现在遮上');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused.getAttribute('aria-label')).toBe('看身份证');
  await page.locator('.bar').getByRole('button', { name: '迁出' }).press('Enter');
  await page.locator('form.dock').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused.innerText()).toBe('迁出');
  await fineAtBoth(page);
  expect(faults).toEqual([]);
});

test('another committee’s people, and other posts, find nothing here', async () => {
  const { page } = await enter('/desk/people/999999999');
  await page.locator('.refused').waitFor();
  await fineAtBoth(page);
  const other = await demo.visit(phone, { as: 'checker', path: '/desk/' });
  await other.page.locator('.rail-link').first().waitFor();
  expect(await other.page.getByRole('link', { name: '人房' }).count()).toBe(0);
  await other.page.goto('/desk/people?q=wang');
  await other.page.getByRole('alert').waitFor();
});
