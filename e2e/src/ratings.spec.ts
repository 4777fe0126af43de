// SPDX-License-Identifier: Apache-2.0
// 好差评 in a browser: a resident rates a matter badly on the phone; the centre's manager contacts, without a name in sight.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a matter is rated with a grade and a sentence; whom it concerns contacts, and the rater reads it', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/affairs/mine' });
  // Of what is over: neither the certificate of weeks ago nor what a department assessed.
  await lin.page
    .getByRole('link', { name: /已经交给您/ })
    .filter({ hasNotText: /老年照护统一需求评估|居住证明打印/ })
    .click();
  const card = lin.page.locator('.rate');
  await card.getByText('非常不满意').waitFor();
  expect(await card.locator('input:checked').count()).toBe(0); // nothing is chosen beforehand
  expect(await card.getByRole('button').count()).toBe(0);
  await card.getByText('非常不满意').click();
  await card.getByText('没有讲清楚').click();
  await card.getByLabel('说说怎么回事').fill('窗口和网上说的不一样');
  await fineAtBoth(lin.page);
  await card.getByRole('button', { name: '送出评价' }).click();
  await card.getByText('已经交给').waitFor();
  await fineAtBoth(lin.page);

  const lu = await demo.visit(desktop, { as: 'centre_manager', path: '/desk/ratings' });
  const row = lu.page.locator('.rating-row').filter({ hasText: '窗口和网上说的不一样' });
  await row.waitFor();
  await fineAtBoth(lu.page);
  await lu.page.setViewportSize(desktop);
  await row.click();
  await lu.page.getByText('对方不要电话').waitFor();
  expect(await lu.page.locator('main').innerText()).not.toContain('林');
  await lu.page.locator('.rating-acts').getByRole('button', { name: '联系' }).click();
  await lu.page.getByText('写在评价里').click();
  await lu.page.getByLabel('说了什么').fill('网上的指南今天改了');
  await fineAtBoth(lu.page);
  await lu.page.getByRole('button', { name: '记下' }).click();
  await lin.page.getByText('网上的指南今天改了').waitFor();
  expect([...lin.faults, ...lu.faults]).toEqual([]);
});
