// SPDX-License-Identifier: Apache-2.0
// A matter is edited: a new version is written beside the phone it will be on, refused at its field, approved by somebody
// else, and from its day on what begins has it, while what had begun keeps its own.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

const item = 'S007';
const field = '低保证号';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a new version is written, refused at its field, approved and dated; what had begun keeps its own', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: `/affairs/${item}/apply` });
  const ref = await begin(lin.page);

  const owner = await demo.visit(desktop, { as: 'item_owner', path: `/desk/items/${item}` });
  await write(owner.page);
  await correct(owner.page);

  const safety = await demo.visit(desktop, { as: 'safety_admin', path: `/desk/items/${item}` });
  await approve(safety.page);

  await goOn(lin.page, ref);
  await beginAnew(lin.page);
  expect([...lin.faults, ...owner.faults, ...safety.faults]).toEqual([]);
});

/** The version in force today, which asks for nothing new. */
async function begin(page: Page): Promise<string> {
  await page.getByLabel('还想说明的').fill('家里一时周转不过来');
  await page.getByText(/^存好了/).waitFor();
  expect(await page.getByLabel(field).count()).toBe(0);
  await page.goto('/affairs/mine');
  await page.getByRole('link', { name: /临时救助/ }).click();
  await page.getByText('已知，无需填写').waitFor();
  return new URL(page.url()).pathname;
}

/** By keyboard: a promise that is longer than the law's, and one field more, which the phone beside it shows at once. */
async function write(page: Page): Promise<void> {
  const promised = page.getByLabel('承诺时限', { exact: true });
  await promised.fill('40');
  const asked = page.locator('.item-burden div').filter({ hasText: '要填' }).locator('dd');
  const before = Number(await asked.first().innerText());
  const fields = page.getByRole('region', { name: '表上填什么' });
  await fields.getByRole('button', { name: '加一个字段' }).press('Enter');
  await fields.getByLabel('字段名', { exact: true }).last().fill(field);
  const added = fields.locator('details').last();
  await added.locator('summary').press('Enter');
  await page.getByLabel('居民手机上看到的').getByText(field).waitFor();
  expect(Number(await asked.first().innerText())).toBe(before + 1);
  await letter(page);
  await page.getByLabel('从哪天起').fill(today());
  await page.getByLabel('从哪天起').press('Enter');
  await page.getByRole('alert').filter({ hasText: '承诺时限' }).first().waitFor();
  await fineAtBoth(page);
}

/** The letter of a refusal must tell what one can do; the paper beside it follows each key. */
async function letter(page: Page): Promise<void> {
  const letters = page.getByRole('region', { name: /^文书/ });
  await letters.locator('summary', { hasText: '准予决定书' }).press('Enter');
  await letters.getByLabel('标题', { exact: true }).first().fill('临时救助准予决定书');
  const paper = letters.getByRole('figure').first();
  await paper.getByRole('heading', { name: '临时救助准予决定书' }).waitFor();
  await paper.getByText(/现决定准予/).waitFor();
}

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format();

/** The cursor stands in the field that is refused; nothing written is lost, not even by closing the page. */
async function correct(page: Page): Promise<void> {
  await page.setViewportSize(desktop);
  const promised = page.getByLabel('承诺时限', { exact: true });
  expect(await promised.evaluate((box) => box === document.activeElement)).toBe(true);
  await page.reload();
  await page.getByText('接着上次没写完的').waitFor();
  await promised.fill('8');
  await promised.press('Enter');
  await page.getByText('已送审').waitFor();
  expect(await page.getByRole('button', { name: '批准' }).count()).toBe(0); // never one's own
  await fineAtBoth(page);
}

async function approve(page: Page): Promise<void> {
  const draft = page.getByRole('region', { name: /临时救助/ });
  await draft.getByRole('row', { name: /承诺时限/ }).waitFor();
  const row = await draft.getByRole('row', { name: /承诺时限/ }).innerText();
  expect(row).toContain('15WD');
  expect(row).toContain('8WD');
  expect(await draft.innerText()).toContain(field);
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await draft.getByRole('button', { name: '批准', exact: true }).press('Enter');
  await draft.waitFor({ state: 'detached' });
  await page.getByText(new RegExp(`${today()} 起`)).waitFor();
}

/** What was begun before is the old form, and is handed in as it was. */
async function goOn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByText('已知，无需填写').waitFor();
  expect(await page.getByLabel(field).count()).toBe(0);
  await page.getByRole('checkbox', { name: /^我是/ }).check({ force: true });
  await page.getByRole('button', { name: '交上去' }).click();
  await page.getByRole('button', { name: '看办到哪一步' }).click();
  await page.getByRole('button', { name: '不办了，撤回' }).click();
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await page.getByText('您撤回了').first().waitFor();
}

async function beginAnew(page: Page): Promise<void> {
  await page.goto(`/affairs/${item}/apply`);
  await page.getByLabel(field).waitFor();
  await fineAtBoth(page);
}
