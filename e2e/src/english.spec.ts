// SPDX-License-Identifier: Apache-2.0
// What is opened on a page, in English, on a phone or desktop. The pages themselves are read by `lookAt`.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, type Door, desktop, nowhere, phone, settled } from './demo.ts';
import { listen, unexplained } from './english.ts';
import { sharedDemo } from './shared.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await sharedDemo();
});
afterAll(() => demo.close());

/** Only what `lookAt` does not open: pages with something to open on them, and searches. */
const pages: readonly (readonly [Door, readonly string[]])[] = [
  ['resident', ['/', '/my', '/nearby']],
  ['committee_worker', ['/desk/', '/desk/entered']],
  ['committee_worker', ['/desk/institutions?kind=team']],
  ['committee_worker', ['/desk/people?q=zhang', '/desk/people?q=qqqq']],
  ['dispatcher', ['/desk/?bucket=register', '/desk/?bucket=dispatch', '/desk/?bucket=close']],
  ['department_officer', ['/desk/']],
  ['crew', ['/desk/']],
  ['checker', ['/desk/']],
  ['street_leader', ['/desk/']],
];

/** What is opened on a page, one after the other: of 人房 a person, then their home, then its household. */
const opened = [
  ...['.card.case', '.row-link'],
  ...['.reg-row', '.reg-person[href*="/homes/"]', '.reg-household-head'],
];

test.each(pages)(
  'in English, Chinese is a name or what somebody said: %s %j',
  async (as, paths) => {
    const size = as === 'resident' || as === 'crew' ? phone : desktop;
    const visit = await demo.visit(size, {
      as,
      language: 'en-GB',
      remembers: { 'lilong.language': 'en' },
      path: nowhere,
    });
    const { page, context } = visit;
    const heard = listen(page);
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      await settled(page);
      found.push(...(await unexplained(page, heard)).map((text) => `${path}: ${text}`));
      for (const open of opened) {
        const first = page.locator(open).first();
        if ((await first.count()) === 0) continue;
        await first.click();
        await settled(page);
        found.push(...(await unexplained(page, heard)).map((text) => `${path} ${open}: ${text}`));
      }
    }
    await context.close();
    expect(found).toEqual([]);
  },
);
