// SPDX-License-Identifier: Apache-2.0
// 楼组: a worker makes one, puts a whole lane into it, and says who looks after it; the leader of the street reads it.
// axe finds nothing against any state on phone and desktop.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a building group is made, gets doors and somebody who looks after it', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'committee_worker', path: '/desk/groups' },
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByText('还没有设楼组').waitFor();
  await button('设楼组').click();
  await page.getByLabel('楼组名称').fill('第一楼组');
  await fineAtBoth(page);
  await button('设立').click();
  await page.getByText('还没有门牌').waitFor();
  await button('门牌').click();
  await page.getByRole('checkbox', { name: /整条$/ }).first().check();
  await fineAtBoth(page);
  await button('保存').click();
  await page.getByText('门牌已保存').waitFor();
  await button('楼组长').click();
  await page.getByLabel('姓名').fill('周阿姨（示例）');
  await page.getByLabel('电话').fill('13900001234');
  await button('定下').click();
  await page.getByText('139****1234').waitFor();
  await fineAtBoth(page);
  expect(faults).toEqual([]);
  await context.close();
});

test('the leader of the street reads doors and names, and not how many live there', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'street_leader', path: '/desk/institutions' },
  });
  await page.getByRole('link', { name: '楼组', exact: true }).click();
  await page.getByText('第一楼组').click();
  await page.getByText('周阿姨（示例）').waitFor();
  expect(await page.getByText(/住 .* 人/).count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});
