// SPDX-License-Identifier: Apache-2.0
// 人房 as it stands for who only reads: the search, a person, their home, its household, in every look of the desk.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, phone } from './demo.ts';
import { lookAt, looks } from './looks.ts';
import { sharedDemo } from './shared.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await sharedDemo();
});
afterAll(() => demo.close());

/** A person, their home and its household, as the search finds them. */
async function cards(): Promise<string[]> {
  const { page, context } = await demo.visit(phone, {
    as: 'committee_worker',
    path: '/desk/people?q=zhang',
  });
  await page.locator('.reg-row').first().click();
  await page.locator('.case-title').waitFor();
  const found = [new URL(page.url()).pathname];
  for (const kind of ['homes', 'households']) {
    const link = page.locator(`a[href*="/${kind}/"]`).first();
    found.push((await link.getAttribute('href')) ?? '');
  }
  await context.close();
  return found;
}

test('every card in every look', async () => {
  const paths = ['/desk/people', '/desk/people?q=zhang', ...(await cards())];
  const found: string[] = [];
  for (const look of looks.filter(({ elder }) => elder !== true))
    found.push(...(await lookAt(demo, paths, 'committee_worker', look)));
  expect(found).toEqual([]);
});
