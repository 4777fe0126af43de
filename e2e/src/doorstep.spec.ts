// SPDX-License-Identifier: Apache-2.0
// 上门收件: a worker collects papers on her phone and leaves a slip; the resident reads where each is; the counter counts one too
// few and says so; and they are brought back to the door.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const paper = '户口簿复印件';
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).last().click();
/** The act of the bar, then the same word of its form. */
async function twice(page: Page, name: string, between?: () => Promise<void>): Promise<void> {
  await press(page, name);
  const form = page.locator('form.dock');
  await form.waitFor();
  await between?.();
  await fineAtBoth(page);
  await form.getByRole('button', { name, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

/** At the door: the resident's card, a matter in words, one paper that was typed, two of it. The slip. */
async function collect(page: Page): Promise<string> {
  await page.goto('/desk/people?q=林桂英');
  await page.locator('.reg-row[href*="/people/"]').first().click();
  await page.locator('.reg-leads').getByRole('link', { name: '上门收件' }).click();
  await page.getByRole('heading', { name: '正在办的' }).waitFor();
  await fineAtBoth(page);
  await page.getByLabel('别的事：写要办什么').fill('社区学校');
  await page.getByRole('button', { name: /社区学校报名/ }).click();
  await page.getByLabel('别的材料：写名称').fill(paper);
  await press(page, '加一份');
  await press(page, '复印件');
  await press(page, `${paper}多一份`);
  await press(page, '收下，出清单');
  await page.getByRole('alert').waitFor(); // nobody has said yes
  await page.getByText('当面说同意').click();
  await fineAtBoth(page);
  await press(page, '收下，出清单');
  await page.getByRole('list', { name: '收了哪些' }).getByText('在云南中路居委会').waitFor();
  await fineAtBoth(page);
  return new URL(page.url()).pathname;
}

type Printing = typeof globalThis & { printed: number };
async function prints(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打印清单' }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as Printing).printed)).toBe(1);
  const sheet = await page.locator('.receipt-out .receipt-sheet').innerText();
  for (const said of ['上门收件清单', paper, '复印件，2 份', '本人当面说了同意', '演示数据'])
    expect(sheet).toContain(said);
}

test('from the door to the counter and back, each paper on the slip', async () => {
  const wu = await demo.visit(phone, { as: 'committee_worker', path: nowhere });
  await wu.context.addInitScript(() => {
    Object.assign(globalThis, { printed: 0, print: () => ((globalThis as Printing).printed += 1) });
  });
  const slip = await collect(wu.page);
  await prints(wu.page);
  await twice(wu.page, '送到窗口');
  await wu.page.getByText('在路上').first().waitFor();

  const lin = await demo.visit(phone, { as: 'resident', path: '/affairs/mine' });
  const card = lin.page.locator('.slip-card').filter({ hasText: '社区学校报名' });
  await card.getByText('云南中路居委会送往').waitFor();
  await card.getByText('看清单，打印').click();
  await card.getByText('上门收件清单').waitFor();
  await fineAtBoth(lin.page);

  const gu = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/papers?tab=coming' });
  await gu.page
    .getByRole('link', { name: /^上门收件 D/ })
    .first()
    .waitFor();
  await gu.page.goto(slip);
  await press(gu.page, '点收');
  await press(gu.page, `${paper}多一份`);
  await gu.page.getByText('要写一句').waitFor();
  await press(gu.page, '点收');
  await gu.page.getByRole('alert').waitFor(); // it is not put right in silence
  await gu.page.getByLabel('少了什么、多了什么').fill('户口簿只有一份');
  await fineAtBoth(gu.page);
  await press(gu.page, '点收');
  await gu.page.getByText('窗口点到 1 份').waitFor();
  await twice(gu.page, '交居委会送还');

  await card.getByText('户口簿只有一份').first().waitFor();
  await wu.page.reload();
  await twice(wu.page, '窗口交还的，收到了');
  await twice(wu.page, '送还本人', () => wu.page.getByText('当面说同意').click());
  await wu.page.getByText('已送还本人').waitFor();
  await fineAtBoth(wu.page);
  await lin.page.goto('/me/data');
  await lin.page.getByText(`${paper}（复印件，2 → 1 份）：已送还`).first().waitFor();
  expect([...wu.faults, ...lin.faults, ...gu.faults]).toEqual([]);
});
