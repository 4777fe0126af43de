// SPDX-License-Identifier: Apache-2.0
// The dispatcher's inbox by keyboard: one after another, several at once, taken back, joined and parted.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await startDemo();
  ({ page } = await demo.visit(desktop, { as: 'dispatcher', path: '/desk/?bucket=register' }));
});
afterAll(() => demo.close());

const slow = { timeout: 20_000 };
const openRow = () => page.locator('.row-link[aria-current]');
const total = async () => Number(/\d+/.exec(await page.getByText(/^共 \d+ 件$/).innerText())?.[0]);
const inSight = (selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.every((one) => {
      const box = one.getBoundingClientRect();
      const frame = (one.closest('.tabs, .rows-box') as Element).getBoundingClientRect();
      return (
        box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1
      );
    }),
  );

async function open(path: string): Promise<void> {
  await page.goto(path);
  await openRow().waitFor();
}

/** Marks this and the next cases. */
async function mark(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
  }
  await page.getByText(`选了 ${count} 件`).waitFor();
}

test('every tab is in sight, and another list begins at its top', async () => {
  await open('/desk/?bucket=open');
  expect(await inSight('.tab')).toBe(true);
  for (let at = 0; at < 20; at += 1) await page.keyboard.press('j');
  const far = await openRow().getAttribute('href');
  expect(await inSight('.row-link[aria-current]')).toBe(true);
  await page.reload(); // the open case is in the address
  await openRow().waitFor();
  expect(await openRow().getAttribute('href')).toBe(far);
  await expect.poll(() => inSight('.row-link[aria-current]'), slow).toBe(true);
  await page.getByRole('link', { name: /^待立案/ }).click();
  await expect.poll(() => page.locator('.rows-box').evaluate((box) => box.scrollTop), slow).toBe(0);
});

test('a case is registered without a mouse, and taken back', async () => {
  await open('/desk/?bucket=register');
  const before = await total();
  await page.locator('.bar-primary').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('积存垃圾渣土');
  await page.getByRole('option', { name: '积存垃圾渣土' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('form.dock').getByRole('radio').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(total, slow).toBe(before - 1);
  await page.keyboard.press('u');
  await expect.poll(total, slow).toBe(before);
});

test('where nobody chose a category yet, one press takes what the words look like', async () => {
  const { request } = page.context();
  const waiting = await (await request.get(`${demo.url}/api/cases?bucket=register`)).json();
  const pages = await Promise.all(
    waiting.cases.map(async ({ ref }: { ref: string }) =>
      (await request.get(`${demo.url}/api/cases/${ref}`)).json(),
    ),
  );
  const { line } = pages.find(({ guesses }) => guesses.length > 0);
  await open(`/desk/?bucket=register&case=${line.ref}`);
  await page.locator('.bar-primary').click();
  const guesses = page.locator('form.dock').getByRole('group', { name: '看着像' });
  await guesses.getByRole('button').first().click();
  await guesses.waitFor({ state: 'detached' });
  await page.locator('form.dock').getByRole('radio').first().waitFor(); // its conditions
});

test('several are registered at once; taken back, nothing says any more that they are', async () => {
  await open('/desk/?bucket=register');
  const before = await total();
  await mark(4);
  const bulk = page.locator('section.bulk');
  const button = bulk.getByRole('button', { name: /^立案 \d/ }); // some may be out to be verified
  const able = Number(/\d/.exec(await button.innerText())?.[0]);
  expect(able).toBeGreaterThan(1);
  await button.click();
  await bulk.getByRole('combobox', { name: '类别' }).fill('积存垃圾渣土');
  await page.getByRole('option', { name: '积存垃圾渣土' }).waitFor();
  await page.keyboard.press('Enter');
  await bulk.getByRole('radio').first().check({ force: true });
  await bulk.locator('button[type=submit]').click();
  await page.locator('.bulk-outcome').waitFor();
  await expect.poll(total, slow).toBe(before - able);
  await page.getByRole('button', { name: `全部撤销（${able} 件）` }).click();
  await expect.poll(total, slow).toBe(before);
  expect(await page.locator('.bulk-outcome').count()).toBe(0);
});

test('reports of the same thing are joined, and parted again', async () => {
  await open('/desk/?bucket=register');
  const before = await total();
  await mark(2);
  const bulk = page.locator('section.bulk');
  await bulk.getByRole('button', { name: '并案' }).click();
  await bulk.getByRole('button', { name: '并入 1 件' }).click();
  await expect.poll(total, slow).toBe(before - 1);
  await page.keyboard.press('u');
  await expect.poll(total, slow).toBe(before);
});

/** Another dispatcher, who is quicker. */
async function registeredElsewhere(ref: string): Promise<void> {
  const { context } = await demo.visit(desktop, { as: 'dispatcher', path: '/desk/about' });
  const { me } = await (await context.request.get(`${demo.url}/api/me`)).json();
  const page = await (await context.request.get(`${demo.url}/api/cases/${ref}`)).json();
  const reply = await context.request.post(`${demo.url}/api/cases/${ref}/move`, {
    headers: { 'x-csrf': me.csrf },
    data: { version: page.line.version, move: 'register', category: 'event-01-10', condition: 1 },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
}

test('who is overtaken sees it wherever in the form she writes, and keeps what she wrote', async () => {
  await open('/desk/?bucket=register');
  await page.locator('.bar').getByRole('button', { name: '不予受理' }).click();
  const form = page.locator('form.dock');
  const reason = form.getByRole('textbox').last();
  await reason.fill('打了三次电话没人接'); // at the very end of a long form
  await registeredElsewhere(new URL(page.url()).searchParams.get('case') ?? '');
  const notice = form.getByText('这一步现在不能做了');
  await notice.waitFor();
  const [above, below] = [await notice.boundingBox(), await form.boundingBox()];
  expect(above?.y).toBeGreaterThan(below?.y ?? 0);
  expect(await form.locator('.dock-fields').getByText('这一步现在不能做了').count()).toBe(0);
  expect(await reason.inputValue()).toBe('打了三次电话没人接');
});

test('an officer on a phone returns a case with its ground, and stands before her list again', async () => {
  const officer = await demo.visit(phone, { as: 'department_officer', path: '/desk/?bucket=mine' });
  const reply = await officer.context.request.get(`${demo.url}/api/cases?bucket=mine`);
  const { cases } = (await reply.json()) as { cases: { ref: string; state: string }[] };
  const waiting = cases.find(({ state }) => state === 'pending_handle');
  const row = officer.page.locator(`[data-ref="${waiting?.ref}"] .row-link`);
  await row.click();
  await officer.page.getByRole('button', { name: '退回派遣' }).click();
  const form = officer.page.locator('form.dock');
  await form.getByRole('radio').first().check({ force: true });
  await form.getByRole('textbox').fill('C310101002-42 正在办');
  await form.getByText('照片').first().waitFor(); // a ground may ask for one
  await form.getByRole('button', { name: '退回派遣' }).click();
  await officer.page.locator('.row-link').first().waitFor();
  await expect.poll(() => row.count(), slow).toBe(0);
});
