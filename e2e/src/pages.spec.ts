// SPDX-License-Identifier: Apache-2.0
// Every page, on phone and desktop, in Chinese, English, elder mode and 200 %: axe finds nothing, nothing is cut off,
// and in elder mode every target is large enough for a finger, every word for old eyes.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, overflow } from './axe.ts';
import { type Demo, type Door, desktop, phone, startDemo } from './demo.ts';
import { elderFloor, tooSmall } from './touch.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const home = ['/', '/report', '/my', '/nearby', '/me', '/about', '/feedback', '/sign-in'];
const desk: Record<string, readonly string[]> = {
  committee_worker: ['/desk/', '/desk/enter', '/desk/entered', '/desk/account', '/desk/about'],
  dispatcher: ['/desk/', '/desk/handover', '/desk/duties'],
  department_officer: ['/desk/'],
  crew: ['/desk/'],
  checker: ['/desk/'],
  street_leader: ['/desk/', '/desk/look'],
  district: ['/desk/look', '/desk/'],
  city: ['/desk/look'],
  system_admin: [
    '/desk/staff',
    '/desk/staff/import',
    '/desk/organisations',
    '/desk/duties',
    '/desk/catalogue',
  ],
  safety_admin: ['/desk/staff', '/desk/catalogue'],
  auditor: ['/desk/audit'],
};
interface Look {
  readonly name: string;
  readonly size: { width: number; height: number };
  readonly settle?: Record<string, string>;
  readonly language?: 'en-GB';
  readonly elder?: true;
}
const looks: readonly Look[] = [
  { name: 'phone', size: phone },
  { name: 'narrow', size: { width: 360, height: 740 } },
  { name: 'desktop', size: desktop },
  { name: 'phone, English', size: phone, language: 'en-GB', settle: { 'lilong.language': 'en' } },
  { name: 'phone, elder', size: phone, elder: true },
  { name: 'narrow, elder', size: { width: 360, height: 740 }, elder: true },
  { name: 'desktop at 200 %', size: { width: 720, height: 450 } },
];

/** Opens one page after another as the same person; what is wrong with each, one sentence a fault. */
async function lookAt(
  paths: readonly string[],
  as: Door | undefined,
  look: Look,
): Promise<string[]> {
  const { language } = look;
  const settle = { ...look.settle, ...(look.elder === true ? { 'lilong.elder': 'yes' } : {}) };
  const { page, context, faults } = await demo.visit(look.size, {
    ...(as === undefined ? {} : { as }),
    ...(language === undefined ? {} : { language }),
    path: '/api/docs',
  });
  const found: string[] = [];
  try {
    await page.evaluate((pairs) => {
      for (const [key, value] of Object.entries(pairs)) localStorage.setItem(key, value);
    }, settle);
    for (const path of paths)
      found.push(
        ...(await lookAtOne(page, path, look)).map((text) => `${look.name} ${path} ${text}`),
      );
    return [...found, ...faults];
  } finally {
    await context.close();
  }
}

async function lookAtOne(page: Page, path: string, { size, elder }: Look): Promise<string[]> {
  await page.setViewportSize(size);
  await page.goto(path);
  await page.locator('main').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.bone') === null); // lists have come
  await page.waitForTimeout(700); // nothing moves any more
  const wide = await overflow(page);
  // The whole page at once: what a fixed bar covers can be scrolled to.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 100) });
  return [
    ...(await complaints(page)),
    ...(wide > 0 ? [`${wide} px wider than the window`] : []),
    ...(elder === true ? await tooSmall(page, elderFloor) : []),
  ];
}

test.each(looks)('home is for everybody: $name', async (look) => {
  expect([
    ...(await lookAt(['/'], undefined, look)),
    ...(await lookAt(home, 'resident', look)),
  ]).toEqual([]);
});

const deskLooks = looks.filter(({ elder }) => elder !== true);
test.each(Object.keys(desk))('the desk is for everybody: %s', async (role) => {
  const found: string[] = [];
  for (const look of deskLooks) found.push(...(await lookAt(desk[role] ?? [], role as Door, look)));
  expect(found).toEqual([]);
});
