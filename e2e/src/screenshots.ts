// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of the README from the running demonstration: `npm run screenshots`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Demo, desktop, phone, settled, startDemo } from './demo.ts';
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

mkdirSync(folder, { recursive: true });
const demo = await startDemo();
try {
  await takePages(demo);
  await tellStory(demo, take);
} finally {
  await demo.close();
}
