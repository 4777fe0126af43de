// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of the README from the running demonstration: `npm run screenshots`; with `-- hall` only those of a hall, with
// `-- matters` only those of matters.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { takeMatters } from './affair-shots.ts';
import { type Demo, desktop, phone, type Size, settled, startDemo } from './demo.ts';
import { liveHallDay, upright, wall } from './hall-story.ts';
import { tellStory } from './story.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

async function take(name: string, page: Page): Promise<void> {
  await page.mouse.move(0, 0); // nothing is pointed at
  await settled(page);
  await page.screenshot({ path: `${folder}${name}.png` });
}

async function takePages(demo: Demo): Promise<void> {
  const landing = (await demo.visit({ width: 1440, height: 960 })).page;
  await landing.locator('.doors button').first().waitFor();
  await take('landing', landing);
  await take('home', (await demo.visit(phone, { as: 'resident' })).page);
  const elder = await demo.visit(phone, { as: 'resident', path: '/about' });
  await elder.page.evaluate(() => localStorage.setItem('lilong.elder', 'yes'));
  await elder.page.goto('/');
  await take('home-elder', elder.page);
  const inbox = await demo.visit(desktop, { as: 'dispatcher', path: '/desk/' });
  await inbox.page.locator('.case').first().waitFor();
  await take('desk-inbox', inbox.page);
  await take('desk-look', (await demo.visit(desktop, { as: 'city', path: '/desk/look' })).page);
  await take(
    'desk-worker',
    (await demo.visit(phone, { as: 'committee_worker', path: '/desk/enter' })).page,
  );
}

/** Moments of a hall's day, each at the size of its screen. */
const ofHall: Readonly<Record<string, Size>> = {
  'hall-kiosk-number': upright,
  'hall-ticket': phone,
  'hall-board': wall,
  'hall-window': desktop,
  'hall-manager': desktop,
};
async function takeHall(demo: Demo): Promise<void> {
  await liveHallDay(demo, async (name, page) => {
    const [size, before] = [ofHall[name], page.viewportSize()];
    if (size === undefined) return;
    await page.setViewportSize(size);
    await take(name, page);
    if (before !== null) await page.setViewportSize(before);
  });
}

mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const only = process.argv[2];
try {
  if (only === undefined) {
    await takePages(demo);
    await tellStory(demo, take);
  }
  if (only !== 'matters') await takeHall(demo);
  if (only !== 'hall') await takeMatters(demo, take);
} finally {
  await demo.close();
}
