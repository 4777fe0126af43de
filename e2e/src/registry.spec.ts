// SPDX-License-Identifier: Apache-2.0
// A worker in a stairwell: finds a neighbour, sees a number for a reason, records who moves in and what she knows.
import { idCheckOf } from '@lilong/contracts/id-number';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { faultsOf, lookAt, looks } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const worker = { as: 'committee_worker' } as const;

/** Addresses of one person, home and household of the demonstration. */
async function cardsOf(page: Page): Promise<string[]> {
  await page.goto('/desk/people?q=wang');
  await page.locator('.found-row').first().click();
  await page.locator('.card-head').waitFor();
  const links = await page
    .locator('.presences a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return [new URL(page.url()).pathname, ...new Set(links.slice(0, 2))];
}

test('people, homes and households are for everybody, empty, found and not found', async () => {
  const visit = await demo.visit(phone, worker);
  const cards = await cardsOf(visit.page);
  expect(cards).toHaveLength(3);
  await visit.context.close();
  const paths = ['/desk/people', '/desk/people?q=wang', '/desk/people?q=qqqq', ...cards];
  const found: string[] = [];
  for (const look of looks.filter(({ elder }) => elder !== true))
    found.push(...(await lookAt(demo, paths, 'committee_worker', look)));
  expect(found).toEqual([]);
});

test('somebody new moves in by document, is found, seen, marked, and moves out again', async () => {
  const { page, faults } = await demo.visit(phone, { ...worker, path: '/desk/people?q=云南中路' });
  await page.getByRole('list', { name: '房' }).getByRole('link').first().click();
  await page.getByRole('button', { name: '有人迁入' }).click();
  await page.getByLabel('证件号码').fill('310100199006151230');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('身份证号不对').waitFor();
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  const first = '31010019900615123';
  await page.getByLabel('证件号码').fill(first + idCheckOf(first));
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('1990-06-15 出生').waitFor();
  await page.getByLabel('姓名').fill('单来福');
  await page.getByLabel('手机').fill('13900008642');
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  await page.getByRole('button', { name: '记下迁入' }).click();
  await page.getByRole('link', { name: /单来福/ }).waitFor();

  await page.goto('/desk/people');
  await page.getByRole('searchbox').fill('8642');
  await page.getByRole('link', { name: /单来福/ }).click();
  await page.getByRole('heading', { name: '单来福' }).waitFor();
  await page.getByRole('button', { name: '看手机' }).click();
  await page.getByRole('button', { name: '上门走访' }).click();
  await page.getByText('13900008642').waitFor();
  await page.getByRole('button', { name: '登记情况' }).click();
  await page.getByRole('radio', { name: '需要关照' }).check({ force: true });
  expect(await faultsOf(page, { size: phone })).toEqual([]);
  await page.getByRole('button', { name: '记下', exact: true }).click();
  await page.getByRole('button', { name: '还是这样' }).waitFor();
  await page.getByRole('button', { name: '迁出' }).click();
  await page.getByRole('button', { name: '记下迁出' }).click();
  await page
    .getByText('现在没有登记在哪里住')
    .or(page.getByText(/到 \d{4}-/))
    .first()
    .waitFor();
  expect(faults).toEqual([]);
});

test('a dispatcher has no entry to people, and is told so at the address', async () => {
  const { page } = await demo.visit(desktop, { as: 'dispatcher', path: '/desk/people?q=wang' });
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('link', { name: '人房' }).count()).toBe(0);
});
