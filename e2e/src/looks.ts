// SPDX-License-Identifier: Apache-2.0
// The sizes, languages and settings in which pages are looked at: axe finds nothing, nothing is cut off,
// and in elder mode every target is large enough for a finger, every word for old eyes.
import type { Page } from 'playwright-core';
import { complaints, overflow } from './axe.ts';
import { type Demo, type Door, desktop, phone, type Size, settled } from './demo.ts';
import { elderFloor, tooSmall } from './touch.ts';

export interface Look {
  readonly name: string;
  readonly size: Size;
  readonly settle?: Record<string, string>;
  readonly language?: 'en-GB';
  readonly elder?: true;
  /** Nothing but the size differs from another look: only what does not fit is asked for. */
  readonly onlySize?: true;
}
export const looks: readonly Look[] = [
  { name: 'phone', size: phone },
  { name: 'narrow', size: { width: 360, height: 740 }, onlySize: true },
  { name: 'desktop', size: desktop },
  { name: 'phone, English', size: phone, language: 'en-GB', settle: { 'lilong.language': 'en' } },
  { name: 'phone, elder', size: phone, elder: true },
  { name: 'narrow, elder', size: { width: 360, height: 740 }, elder: true },
  { name: 'desktop at 200 %', size: { width: 720, height: 450 } },
  { name: 'wall', size: { width: 1920, height: 1080 }, onlySize: true },
];

/** Opens one page after another as the same person; what is wrong with each, one sentence a fault. */
export async function lookAt(
  demo: Demo,
  paths: readonly string[],
  as: Door | undefined,
  look: Look,
): Promise<string[]> {
  const { size, language } = look;
  const settle = { ...look.settle, ...(look.elder === true ? { 'lilong.elder': 'yes' } : {}) };
  const { page, context, faults } = await demo.visit(size, {
    ...(as === undefined ? {} : { as }),
    ...(language === undefined ? {} : { language }),
    path: '/api/docs',
  });
  const found: string[] = [];
  try {
    await page.evaluate((pairs) => {
      for (const [key, value] of Object.entries(pairs)) localStorage.setItem(key, value);
    }, settle);
    for (const path of paths) {
      await page.setViewportSize(size);
      await page.goto(path);
      const wrong = await faultsOf(page, look);
      found.push(...wrong.map((text) => `${look.name} ${path} ${text}`));
    }
    return [...found, ...faults];
  } finally {
    await context.close();
  }
}

/** What is wrong with the page as it stands. */
export async function faultsOf(page: Page, { size, elder, onlySize }: Look): Promise<string[]> {
  await settled(page);
  const wide = await overflow(page);
  const tooWide = wide > 0 ? [`${wide} px wider than the window`] : [];
  if (onlySize) return tooWide;
  // The whole page at once: what a fixed bar covers can be scrolled to.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 100) });
  const wrong = await complaints(page);
  const small = elder === true ? await tooSmall(page, elderFloor) : [];
  await page.setViewportSize(size);
  return [...wrong, ...small, ...tooWide];
}
