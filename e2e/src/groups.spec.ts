// SPDX-License-Identifier: Apache-2.0
// 楼组: a worker makes one, puts a whole lane into it, and says who looks after it; the leader of the street reads it, answers
// what the committee tells of its doors, walks the street's addresses, adds a home, and merges two doors that are one. axe finds nothing against any state on phone and desktop.
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
  await page.getByText('第一楼组').waitFor();
  await button('设楼组').click();
  await page.getByLabel('楼组名称').fill('南块楼组');
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

test('the leader of the street reads doors and names, not how many live there, and makes one for a committee', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'street_leader', path: '/desk/institutions' },
  });
  await page.getByRole('link', { name: '楼组', exact: true }).click();
  await page.getByText('南块楼组').click();
  await page.getByText('周阿姨（示例）').waitFor();
  expect(await page.getByText(/住 .* 人/).count()).toBe(0);
  await page.goto(`${demo.url}/desk/groups`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('设楼组').click();
  await page.getByLabel('楼组名称').fill('牛庄路楼组');
  await button('设立').click();
  await page.locator('.field-fault').waitFor();
  await fineAtBoth(page);
  await page.getByRole('combobox', { name: '在哪个居村' }).fill('牛庄路');
  await page.getByRole('option', { name: '牛庄路居委会' }).click();
  await button('设立').click();
  await page.getByText('还没有门牌').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('the committee tells the street of a missing door; the street adds it, and says why not of another', async () => {
  const worker = await demo.visit(phone, { as: 'committee_worker', path: '/desk/doors' });
  const told = worker.page;
  await told.getByRole('link', { name: /^云南中路/ }).click();
  await told.getByRole('link', { name: /^146弄/ }).click();
  await told.getByRole('button', { name: '提缺少的地址' }).click();
  await told.getByRole('button', { name: '提给街道' }).click();
  await told.locator('.field-fault').waitFor();
  await fineAtBoth(told);
  await told.getByLabel('名称或号码').fill('7号');
  await told.getByRole('button', { name: '提给街道' }).click();
  await told.getByRole('status').getByText('云南中路146弄7号').waitFor();

  const street = await demo.visit(phone, { as: 'street_leader', path: '/desk/doors' });
  const { page } = street;
  await page.getByRole('link', { name: /^居委会提的/ }).click();
  await fineAtBoth(page);
  await page.getByRole('button', { name: '新增云南中路146弄7号' }).click();
  await page.getByRole('button', { name: /^不采纳：厦门路/ }).click();
  await page.getByLabel('答复').fill('88号还没有建好');
  await fineAtBoth(page);
  await page.getByRole('button', { name: '不采纳', exact: true }).click();
  await page.getByText('88号还没有建好').waitFor();

  await told.goto(`${demo.url}/desk/doors`);
  await told.getByRole('link', { name: /^提过的/ }).click();
  await told.getByText('办好了').waitFor();
  await told.getByText('88号还没有建好').waitFor();
  await fineAtBoth(told);
  expect([...worker.faults, ...street.faults]).toEqual([]);
  for (const { context } of [worker, street]) await context.close();
});

test('the street walks to a door, adds a home, closes none where people live, and merges two doors', async () => {
  const { page, faults, context } = await demo.visit(phone, {
    ...{ as: 'street_leader', path: '/desk/doors' },
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByRole('link', { name: /^云南中路/ }).click();
  await page.getByRole('link', { name: /^146弄/ }).click();
  await page.getByRole('link', { name: /^1号/ }).click();
  await page.getByRole('heading', { name: '下面有' }).waitFor();
  await button('新增').click();
  await page.getByLabel('名称或号码').fill('人民广场');
  await button('新增').click();
  await page.getByText('还不成一个地址').waitFor();
  await fineAtBoth(page);
  await page.getByLabel('名称或号码').fill('2单元1201');
  await button('新增').click();
  await page.getByRole('status').getByText('2单元1201室').waitFor();
  await button('合并').click();
  await page.getByLabel('另一处的地址').fill('146弄');
  await page.getByRole('radio').first().check();
  await fineAtBoth(page);
  await button('先不办').click();
  await button('停用').click();
  await button('停用').click();
  await page.getByText('请先由居委会办理迁出').waitFor();
  await page.goto(`${demo.url}/desk/doors`);
  await page.getByLabel('找地址：路、弄、号、室').fill('146弄01号');
  await page.getByRole('link', { name: /146弄01号/ }).waitFor();
  await fineAtBoth(page);
  await page.goto(`${demo.url}/desk/doors`);
  await page.getByRole('link', { name: /^可能是同一处/ }).click();
  await page.getByText('写法不同').click();
  await page.getByText('两处对照').waitFor();
  await fineAtBoth(page);
  await button('是同一处，合并').click();
  await page.getByRole('status').getByText('合并好了').waitFor();
  await page.getByRole('link', { name: '标准地址' }).click();
  await page.goto(`${demo.url}/desk/doors/twins`);
  await page.getByRole('button', { name: /^撤销合并/ }).click();
  await page.getByText('写法不同').waitFor();
  await fineAtBoth(page);
  expect(faults).toEqual([]);
  await context.close();
});
