// SPDX-License-Identifier: Apache-2.0
// The sizes, languages and settings in which pages are looked at: axe finds nothing, nothing is cut off,
// and in elder mode every target is large enough for a finger, every word for old eyes.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { complaints, overflow } from './axe.ts';
import {
  type Demo,
  type Door,
  desktop,
  nowhere,
  phone,
  resized,
  type Size,
  settled,
} from './demo.ts';
import { listen, unexplained } from './english.ts';
import { elderFloor, tooSmall } from './touch.ts';

export interface Look {
  readonly name: string;
  /** One after another, without opening the page anew. */
  readonly sizes: readonly Width[];
  readonly settle?: Record<string, string>;
  readonly language?: 'en-GB';
  readonly elder?: true;
}
export interface Width {
  readonly size: Size;
  /** Nothing but the width differs: only what does not fit is asked for. */
  readonly onlyFits?: true;
}
const narrow: Size = { width: 360, height: 740 };
const wall: Size = { width: 1920, height: 1080 };
/** A desktop at 200 %. */
const zoomed: Size = { width: 720, height: 450 };

const onlyFits = (size: Size): Width => ({ size, onlyFits: true });
const english = { language: 'en-GB', settle: { 'lilong.language': 'en' } } as const;
export const looks: readonly Look[] = [
  {
    name: 'Chinese',
    sizes: [
      ...[{ size: phone }, onlyFits(narrow)],
      ...[{ size: desktop }, onlyFits(wall), { size: zoomed }],
    ],
  },
  { name: 'English', sizes: [{ size: phone }, onlyFits(narrow)], ...english },
  { name: 'elder', sizes: [{ size: phone }, { size: narrow }], elder: true },
];

/** Pages that show what is kept as it was written: the Chinese catalogue, and everything that is held of somebody. */
const asWritten: readonly string[] = ['/desk/catalogue', '/desk/items/S097', '/me/data'];

/** Opens one page after another as the same person, in English also asking for stray Chinese; what is wrong with each, one sentence a fault. */
export async function lookAt(
  demo: Demo,
  paths: readonly string[],
  as: Door | undefined,
  look: Look,
): Promise<string[]> {
  const { sizes, language, settle, elder } = look;
  const { page, context, faults } = await demo.visit(phone, {
    ...(as === undefined ? {} : { as }),
    ...(language === undefined ? {} : { language }),
    remembers: { ...settle, ...(elder === true ? { 'lilong.elder': 'yes' } : {}) },
    path: nowhere,
  });
  const heard = language === undefined ? undefined : listen(page);
  const found: string[] = [];
  try {
    for (const path of paths) {
      await page.setViewportSize(sizes[0]?.size ?? phone);
      await page.goto(path);
      for (const width of sizes) {
        const wrong = await faultsOf(page, width, elder === true);
        found.push(...wrong.map((text) => `${look.name} ${width.size.width} px ${path} ${text}`));
      }
      const asks = heard !== undefined && !asWritten.includes(path);
      const chinese = asks ? await unexplained(page, heard) : [];
      found.push(...chinese.map((text) => `${look.name} ${path} unexplained: ${text}`));
    }
    return [...found, ...faults];
  } finally {
    await context.close();
  }
}

/** What is wrong with the page as it stands, at a size. */
export async function faultsOf(
  page: Page,
  { size, onlyFits }: Width,
  elder = false,
): Promise<string[]> {
  await page.setViewportSize(size);
  await (onlyFits ? resized(page) : settled(page));
  const wide = await overflow(page);
  const tooWide = wide > 0 ? [`${wide} px wider than the window`] : [];
  if (onlyFits) return tooWide;
  // The whole page at once: what a fixed bar covers can be scrolled to.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 100) });
  const small = elder ? await tooSmall(page, elderFloor) : [];
  return [...(await complaints(page)), ...small, ...tooWide];
}

/** The page as it stands has no fault on a phone and on a desktop; it is left at the size of a phone. */
export async function fineAtBoth(page: Page): Promise<void> {
  for (const size of [phone, desktop])
    expect(await faultsOf(page, { size }), page.url()).toEqual([]);
  await page.setViewportSize(phone);
}
