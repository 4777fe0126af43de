// SPDX-License-Identifier: Apache-2.0
// 可能是同一人: a worker looks at both records, says which place is right, merges them, and undoes it. axe finds nothing
// against any state on phone and desktop.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('two records are looked at side by side, merged, and parted again', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'committee_worker', path: '/desk/people' },
  });
  await page.getByRole('link', { name: '可能是同一人' }).click();
  await page.getByText('同名、同生日').click();
  await page.getByRole('region', { name: /^并入/ }).waitFor();
  const merge = page.getByRole('button', { name: '是同一人，合并' });
  await merge.click();
  await page.getByText('两份档案登记的地方不同').waitFor();
  await fineAtBoth(page);
  await page.getByRole('radio').first().check();
  await merge.click();
  await page.getByText('合并好了').waitFor();
  await fineAtBoth(page);
  await page.getByRole('link', { name: '看合并后的档案' }).click();
  await page.getByRole('button', { name: '合并档案' }).waitFor();
  await page.goto(`${demo.url}/desk/twins`);
  await page.getByText('没有看起来重复的档案').waitFor();
  await fineAtBoth(page);
  await page.getByRole('button', { name: /^撤销合并/ }).click();
  await page.getByText('同名、同生日').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
