// SPDX-License-Identifier: Apache-2.0
// 免申即享: an allowance that nobody asked for is taken with one tap; the committee opens a door of its list; the city counts.
import { offerTasks } from '@lilong/contracts/offers';
import type { ReplyOf } from '@lilong/contracts/route';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, settled, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** How far what was in sight moved without a touch, as browsers reckon it; beginning with the next page. */
async function countShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const kept = globalThis as { moved?: number };
    kept.moved = 0;
    const add = (list: PerformanceObserverEntryList) => {
      for (const one of list.getEntries() as (PerformanceEntry & { value: number })[])
        kept.moved = (kept.moved ?? 0) + one.value;
    };
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as { moved?: number }).moved ?? Number.NaN);
}

test.each(['no', 'yes'])(
  'the first one moves nothing when it comes; its place is kept from then on (elder mode: %s)',
  async (elder) => {
    const { page, context } = await demo.visit(phone, {
      ...{ as: 'resident', path: nowhere, remembers: { 'lilong.elder': elder } },
    });
    const moved = await countShifts(page);
    const card = page.getByRole('link', { name: /老年综合津贴/ });
    const others = page.getByRole('link', { name: /^(我的事|附近的事|办事)/ });
    const tops = async () => {
      await settled(page);
      const boxes = await Promise.all((await others.all()).map((one) => one.boundingBox()));
      const all = boxes.flatMap((box) => (box === null ? [] : [box.y]));
      return { of: (await card.boundingBox())?.y ?? Number.NaN, lowest: Math.max(...all) };
    };
    await page.goto('/');
    await card.waitFor();
    const first = await tops();
    expect(first.of).toBeGreaterThan(first.lowest);
    await page.goto('/');
    const again = await tops();
    expect(again.of).toBeLessThan(first.of);
    expect(await moved()).toBeLessThan(0.01); // 0.1 is called good
    await context.close();
  },
);

test('the start page tells of it, one tap takes it, and it is granted; the other one is refused and had back', async () => {
  const { page, faults } = await demo.visit(phone, { as: 'resident' });
  await page.getByRole('link', { name: /老年综合津贴/ }).click();
  await page.getByRole('heading', { name: '老年综合津贴' }).waitFor();
  await page.getByText('年满 65 周岁').waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '好，帮我办' }).click();
  await page.getByRole('heading', { name: '办好了' }).waitFor();
  await page.goto('/offers');
  await page.getByText('已办').waitFor();
  await fineAtBoth(page);
  await page.getByRole('link', { name: /敬老卡/ }).click();
  await page.getByRole('button', { name: '不用了，谢谢' }).click();
  await page.getByRole('button', { name: '不用了', exact: true }).click();
  await page.getByRole('button', { name: '还是想办' }).click();
  await page.getByRole('button', { name: '好，去填' }).waitFor();
  expect(faults).toEqual([]);
});

test('the committee sees doors and opens one; the city sees numbers alone', async () => {
  const wu = await demo.visit(desktop, { as: 'committee_worker', path: nowhere });
  const listed = wu.page.waitForResponse((reply) => reply.url().includes(offerTasks.path));
  await wu.page.goto('/desk/offers');
  const { tasks }: ReplyOf<typeof offerTasks> = await (await listed).json();
  const names = tasks.map(({ door, itemName }) => `打开 ${door} ${itemName}`);
  const alone = names.find((name) => names.indexOf(name) === names.lastIndexOf(name));
  await wu.page.getByRole('button', { name: alone ?? '', exact: true }).click();
  await wu.page.getByRole('button', { name: '说过了' }).waitFor();
  await fineAtBoth(wu.page);
  await wu.page.getByRole('button', { name: '说过了' }).click();
  const city = await demo.visit(desktop, { as: 'city', path: '/desk/offers' });
  await city.page.getByRole('row', { name: /^老年综合津贴申领 黄浦区/ }).waitFor();
  await fineAtBoth(city.page);
  expect([...wu.faults, ...city.faults]).toEqual([]);
});
