// SPDX-License-Identifier: Apache-2.0
// 低保 from end to end, as those whom it concerns: one household applies on the phone and is granted it; another is received
// at the nearest centre, and refused. axe finds nothing against any state, nor do old eyes and hands.
import { takeDownNotices } from '@lilong/server/assistance/on';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerk,
  decide,
  fineForAll,
  form,
  inquire,
  onPaper,
  part,
  press,
  send,
  visitHome,
} from './assistance-acts.ts';
import { desktop, phone, type Visit } from './demo.ts';
import { fineAtBoth } from './looks.ts';
import { startTurned, type Turned } from './turned.ts';

const DAY = 86_400_000;
const item = '最低生活保障申请';

let turned: Turned;
beforeAll(async () => {
  turned = await startTurned();
});
afterAll(() => turned.demo.close());

/** The household of the first three tests, which go on from one another. */
let ref: string;
let lin: Visit;
let gu: Visit;

test('applied for on the phone, accepted, agreed to by everybody of age, asked about', async () => {
  lin = await turned.demo.visit(phone, { as: 'resident', path: '/affairs/S001/apply' });
  ref = await apply(lin.page);
  gu = await clerk(turned, ref);
  await lin.page.goto(`/affairs/mine/${ref}`);
  await agree(lin.page);
  await onPaper(gu.page);
  await inquire(turned, gu.page, lin.page);
  expect([...lin.faults, ...gu.faults]).toEqual([]);
});

test('two people look at the home; the least of it is posted; who objects is answered', async () => {
  await visitHome(turned, ref);
  await postNotice(gu.page);
  await readNotice(lin.page);
  const shen = await object();
  await weekLater(gu.page);
  await answer(gu.page);
  expect([...lin.faults, ...gu.faults, ...shen.faults]).toEqual([]);
});

test('granted with the arithmetic, paid by a list, and looked at again when something changes', async () => {
  const lu = await decide(turned, ref, '给予');
  await told(lin.page, '最低生活保障');
  await pay(gu.page, lu.page);
  await lookAgain(lin.page, gu.page);
  expect([...lin.faults, ...gu.faults, ...lu.faults]).toEqual([]);
});

test('received at the nearest centre, accepted where one is registered, and refused with its reason and remedy', async () => {
  const id = await idOfSomebody();
  const theirs = await receive(id);
  const { page, faults } = await clerk(turned, theirs);
  await onPaper(page);
  await inquire(turned, page);
  await visitHome(turned, theirs);
  const lu = await decide(turned, theirs, '不予');
  await lu.page.getByText('人均收入高于标准').first().waitFor();
  expect(await lu.page.locator('main').innerText()).toContain('行政复议');
  expect([...faults, ...lu.faults]).toEqual([]);
});

/** What nobody else holds is typed: four sums. */
async function apply(page: Page): Promise<string> {
  await page.getByText('已知，无需填写').waitFor();
  await page.getByRole('radio', { name: '收入低、没有工作' }).check({ force: true });
  await page.getByLabel('全家每月打零工、摆摊等收入（元）').fill('300');
  for (const name of [/^每月收到的赡养费/, /^每月自己付的看病/, /^每月自己付的上学/])
    await page.getByLabel(name).fill('0');
  await page.getByText(/^存好了/).waitFor();
  await fineForAll(page);
  await page.getByRole('checkbox', { name: /^我是/ }).check({ force: true });
  await page.getByRole('button', { name: '交上去' }).click();
  await page.getByRole('heading', { name: '交上去了' }).waitFor();
  return page.locator('.receipt .ref').innerText();
}

/** With each source by its name; taken back, and given once more. */
async function agree(page: Page): Promise<void> {
  const sign = page.getByRole('checkbox', { name: /^我看过了/ });
  await sign.waitFor();
  await fineForAll(page);
  await sign.check({ force: true });
  await page.getByRole('button', { name: '签名同意' }).click();
  await page.getByRole('button', { name: '收回我的同意' }).click();
  await sign.check({ force: true });
  await page.getByRole('button', { name: '签名同意' }).click();
  await page.getByRole('button', { name: '收回我的同意' }).waitFor();
  await fineForAll(page);
}

async function postNotice(page: Page): Promise<void> {
  await page.setViewportSize(desktop);
  await page.reload();
  await press(page, '公示');
  await send(page, '公示');
  await part(page)
    .getByText(/^公示在/)
    .waitFor();
  await fineAtBoth(page);
}

/** Anybody reads a surname, a category and a number; the household reads where it hangs; a neighbour objects. */
async function readNotice(lin: Page): Promise<void> {
  const { page, context } = await turned.demo.visit(phone, { path: '/affairs' });
  await page.getByRole('link', { name: /公示/ }).click();
  const notice = page.locator('article', { hasText: '林**' });
  await notice.waitFor();
  expect(await notice.innerText()).toContain('林**');
  expect(await notice.innerText()).not.toContain('桂英');
  await fineForAll(page);
  await context.close();
  await lin.getByText(/^公示：/).waitFor();
  await fineForAll(lin);
}

/** A neighbour thinks otherwise, and is not told who reads it. */
async function object(): Promise<Visit> {
  const shen = await turned.demo.visit(phone, {
    ...{ as: 'resident', where: { place: 310101002003000 }, path: '/assistance/notices' },
  });
  const { page } = shen;
  const notice = page.locator('article', { hasText: '林**' });
  await notice.getByRole('button', { name: '提出异议' }).click();
  await page.getByLabel('您知道的情况').fill('他家有一辆车');
  await fineAtBoth(page);
  await page.getByRole('button', { name: '交上去' }).click();
  await page.getByText('收到了，街道会核实。').waitFor();
  await fineForAll(page);
  return shen;
}

/** The days of the notice go by, and it comes down. */
async function weekLater(page: Page): Promise<void> {
  turned.turn(8 * DAY);
  await takeDownNotices(turned.host);
  await page.setViewportSize(desktop);
  await page.reload();
}

async function answer(page: Page): Promise<void> {
  await part(page).getByText('他家有一辆车').waitFor();
  await press(page, '答复异议');
  await form(page).getByLabel('核实后怎么答复').fill('车管所查无车辆');
  await send(page, '答复异议');
  await part(page).getByText('车管所查无车辆').waitFor();
}

/** The resident reads what was decided, and each line of how it came about. */
async function told(page: Page, category: string): Promise<void> {
  await page.reload();
  await page.getByText('怎么算的').waitFor();
  await page.getByText(category).first().waitFor();
  await fineForAll(page);
}

/** One makes the month's list, another approves it. */
async function pay(gu: Page, lu: Page): Promise<void> {
  await gu.goto('/desk/assistance');
  await gu
    .getByRole('button', { name: /^做 .* 名册$/ })
    .first()
    .click();
  await gu.getByText('等另一人批准').first().waitFor();
  await fineAtBoth(gu);
  await lu.setViewportSize(desktop);
  await lu.goto('/desk/assistance');
  await lu.getByRole('button', { name: '批准', exact: true }).first().click();
  await lu.getByRole('button', { name: '导出' }).first().waitFor();
  await fineAtBoth(lu);
}

/** A change is told at home, and another amount follows. */
async function lookAgain(lin: Page, gu: Page): Promise<void> {
  await lin.reload();
  await lin.getByLabel('家里情况有变化').fill('我每月多了五百元');
  await lin.getByRole('button', { name: '告诉街道' }).click();
  await lin.getByText(/^收到了，街道会复核/).waitFor();
  await fineForAll(lin);
  await gu.setViewportSize(desktop);
  await gu.goto('/desk/assistance');
  const card = gu.locator('article', { hasText: '我每月多了五百元' });
  await card.getByRole('button', { name: '复核' }).click();
  await card.getByLabel('全家每月收入（元）').fill('两千多');
  await card.getByLabel('理由').fill('收入有变化');
  await card.locator('form').getByRole('button', { name: '复核' }).click();
  await card.getByText('这不是金额或人数').waitFor();
  await card.getByLabel('全家每月收入（元）').fill('2948');
  await fineAtBoth(gu);
  await card.locator('form').getByRole('button', { name: '复核' }).click();
  await gu.getByText(/复核好了：改为每月 ¥/).waitFor();
  await fineAtBoth(gu);
  await lin.reload();
  await lin.getByText(/复核：金额或类别有变化。理由：收入有变化/).waitFor();
  await fineForAll(lin);
}

/** A committee worker reads the number of somebody who lives where they are registered, for a visit. */
async function idOfSomebody(): Promise<string> {
  const { page, context } = await turned.demo.visit(phone, {
    ...{ as: 'committee_worker', path: '/desk/people?q=chen' },
  });
  const grown = /[3-9]\d 岁[\s\S]*人户一致/;
  await page.locator('.reg-row').filter({ hasText: grown }).first().click();
  await page.getByRole('button', { name: '看身份证' }).click();
  await page.getByRole('button', { name: '上门走访' }).click();
  const id = await page.locator('.reg-value-open').innerText();
  await context.close();
  return id;
}

/** At another hall, in its hours: a ticket, a document, four sums, and what is used is read aloud. */
async function receive(id: string): Promise<string> {
  const bund = '外滩街道社区事务受理服务中心';
  const { page } = await turned.demo.visit(desktop, {
    ...{ as: 'counter_clerk', where: { office: bund }, path: '/desk/' },
  });
  await takeTicket(page, bund);
  await page.getByText('您坐哪个窗口').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: /^下一位/, disabled: false }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('来的是谁').waitFor();
  await page.keyboard.press('i');
  await page.getByRole('radio', { name: '身份证' }).check({ force: true });
  await page.getByLabel('证件号码').fill(id);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /办事/ }).click();
  await page.getByRole('searchbox').fill('dibao');
  await page.getByRole('button', { name: new RegExp(`^${item}`) }).click();
  await page.getByRole('radio', { name: '收入低、没有工作' }).check({ force: true });
  await page.getByLabel('全家每月打零工、摆摊等收入（元）').fill('30000');
  for (const name of [/^每月收到的赡养费/, /^每月自己付的看病/, /^每月自己付的上学/])
    await page.getByLabel(name).fill('0');
  await page.getByRole('radio', { name: '当面读过，本人说同意' }).check({ force: true });
  await fineAtBoth(page);
  await page.getByRole('button', { name: '收件' }).click();
  const ref = page.locator('.case-ref');
  await ref.waitFor();
  return ref.innerText();
}

/** Whoever comes early waits until the doors open. */
async function takeTicket(page: Page, hall: string): Promise<void> {
  const { url } = turned.demo;
  const asked = `${url}/api/counters/centres?q=${encodeURIComponent(hall)}`;
  for (let hours = 0; hours < 24 * 14; hours += 1) {
    const { centres } = (await (await page.request.get(asked)).json()) as {
      centres: readonly { centre: number; open: boolean }[];
    };
    const [first] = centres;
    if (first?.open === true) {
      const data = { services: ['general'], by: 'kiosk' };
      await fetch(`${url}/api/counters/centres/${first.centre}/tickets`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify(data),
      });
      return;
    }
    turned.turn(3_600_000);
  }
  throw new Error(`${hall} is shut for two weeks`);
}
