// SPDX-License-Identifier: Apache-2.0
// A day of a hall: machine, phone, wall, two clerks and a manager at once; and the wall after an hour without a network.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from './demo.ts';
import { liveHallDay } from './hall-story.ts';
import { faultsOf } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('whoever takes a number at the machine is called, handed over to a window that the manager opens, and done; an old call is never new', async () => {
  const { number, spoken, spokenAfter, faults } = await liveHallDay(
    demo,
    async (name, page, sizes) => {
      for (const size of sizes) expect(await faultsOf(page, { size }), name).toEqual([]);
      const last = sizes.at(-1);
      if (last !== undefined) await page.setViewportSize(last);
    },
  );
  expect(number).toMatch(/^F\d{3}$/);
  const figures = number
    .slice(1)
    .replace(/\d/g, (one) => `${'零一二三四五六七八九'[Number(one)]} `);
  for (const window of [2, 6]) expect(spoken).toContain(`请 F ${figures}号，到 ${window} 号窗口。`);
  expect(spokenAfter).toEqual(spoken);
  expect(faults).toEqual([]);
});
