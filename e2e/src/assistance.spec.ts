// SPDX-License-Identifier: Apache-2.0
// 低保 from end to end, as those whom it concerns: one household applies on the phone and is granted it; another is received
// at the nearest centre, and refused. axe finds nothing against any state, nor do old eyes and hands.
import { takeDownNotices } from '@lilong/server/assistance/on';
import { drawAll } from '@lilong/server/seed/pictures';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, phone, type Visit } from './demo.ts';
import { faultsOf, fineAtBoth } from './looks.ts';
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
  gu = await clerk(ref);
  await lin.page.goto(`/affairs/mine/${ref}`);
  await agree(lin.page);
  await onPaper(gu.page);
  await inquire(gu.page, lin.page);
  expect([...lin.faults, ...gu.faults]).toEqual([]);
});

test('two people look at the home; the least of it is posted; who objects is answered', async () => {
  await visitHome(ref);
  await postNotice(gu.page);
  await readNotice(lin.page);
  const shen = await object();
  await weekLater(gu.page);
  await answer(gu.page);
  expect([...lin.faults, ...gu.faults, ...shen.faults]).toEqual([]);
});

test('granted with the arithmetic, paid by a list, and looked at again when something changes', async () => {
  const lu = await decide(ref, '给予');
  await told(lin.page, '最低生活保障');
  await pay(gu.page, lu.page);
  await lookAgain(lin.page, gu.page);
  expect([...lin.faults, ...gu.faults, ...lu.faults]).toEqual([]);
});

test('received at the nearest centre, accepted where one is registered, and refused with its reason and remedy', async () => {
  const id = await idOfSomebody();
  const theirs = await receive(id);
  const { page, faults } = await clerk(theirs);
  await onPaper(page);
  await inquire(page);
  await visitHome(theirs);
  const lu = await decide(theirs, '不予');
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

/** The clerk of the street of registration accepts. */
async function clerk(ref: string): Promise<Visit> {
  const visit = await turned.demo.visit(desktop, {
    as: 'counter_clerk',
    path: `/desk/affairs/${ref}`,
  });
  await visit.page.locator('.bar-primary', { hasText: '受理' }).click();
  await part(visit.page).getByText('同意核对', { exact: true }).first().waitFor();
  await fineAtBoth(visit.page);
  return visit;
}
const part = (page: Page) => page.getByRole('region', { name: '救助核对' });
const press = (page: Page, name: string) =>
  part(page).getByRole('button', { name, exact: true }).click();
/** The form that is open; both its button and its title say what it does. */
const form = (page: Page) => part(page).locator('form.dock');
async function send(page: Page, name: string): Promise<void> {
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await form(page).getByRole('button', { name, exact: true }).click();
  await form(page).waitFor({ state: 'detached' });
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

/** Everybody of age who has not agreed yet signs on paper, whose picture is kept. */
async function onPaper(page: Page): Promise<void> {
  await page.reload();
  const file = { name: 'paper.jpg', mimeType: 'image/jpeg', buffer: await picture() };
  for (;;) {
    const button = part(page).getByRole('button', { name: '记下书面授权' });
    await button.or(part(page).getByRole('button', { name: '发起核对' })).waitFor();
    if ((await button.count()) === 0) return;
    await button.click();
    await form(page).locator('input[type=file]').first().setInputFiles(file);
    await form(page).locator('img').first().waitFor();
    await send(page, '记下书面授权');
  }
}
async function picture(): Promise<Buffer> {
  const drawn = (await drawAll()).get('rubbish before'); // any picture
  if (drawn === undefined) throw new Error('there is no drawing');
  return drawn.whole;
}

/** The simulation answers within a minute; whoever never does answers by letter. The resident reads why the clock stands. */
async function inquire(page: Page, resident?: Page): Promise<void> {
  await press(page, '发起核对');
  await send(page, '发起核对');
  await part(page).getByText('等回复').first().waitFor();
  await fineAtBoth(page);
  await resident?.getByText(/^正在核对/).waitFor();
  if (resident !== undefined) await fineForAll(resident);
  turned.turn(60_000);
  await page.setViewportSize(desktop);
  await page.reload();
  await part(page).locator('.assistance-asked').first().waitFor();
  const open = part(page).locator('.assistance-open button');
  while ((await open.count()) > 0) {
    await open.first().click();
    await form(page).getByLabel('理由').fill('来函：没有记录');
    await send(page, '手工记下回复');
  }
  await part(page).getByRole('button', { name: '记录入户' }).waitFor();
  await fineAtBoth(page);
}

/** Two colleagues at the door; what they see is tapped on the phone. */
async function visitHome(ref: string): Promise<void> {
  const { page, context } = await turned.demo.visit(phone, {
    as: 'counter_clerk',
    path: `/desk/affairs/${ref}`,
  });
  await press(page, '记录入户');
  const file = { name: 'home.jpg', mimeType: 'image/jpeg', buffer: await picture() };
  await form(page).locator('input[type=file]').first().setInputFiles(file);
  await form(page).locator('img').first().waitFor();
  await form(page).getByLabel('同行的是谁').fill('吴干部');
  await form(page).getByLabel('家里谁签名确认').fill('本人');
  await form(page).getByLabel('看到的情况').fill('家里简朴，没有空调');
  await send(page, '记录入户');
  await part(page)
    .getByText(/吴干部 ?两人入户/)
    .waitFor();
  await fineAtBoth(page);
  await context.close();
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
  const notice = page.locator('article', { hasText: '最低生活保障' }).first();
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
  await page.getByRole('button', { name: '提出异议' }).first().click();
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

/** Somebody who did not visit decides, with the arithmetic before their eyes. */
async function decide(ref: string, how: '给予' | '不予'): Promise<Visit> {
  const lu = await turned.demo.visit(desktop, {
    as: 'centre_manager',
    path: `/desk/affairs/${ref}`,
  });
  const { page } = lu;
  await part(page).getByRole('button', { name: how }).waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await press(page, how);
  await form(page)
    .getByLabel('理由')
    .fill(how === '给予' ? '人均收入低于标准' : '人均收入高于标准');
  await send(page, how);
  await part(page).getByRole('button', { name: how }).waitFor({ state: 'detached' });
  await fineAtBoth(page);
  return lu;
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

/** On phone and desktop, and in elder mode for old eyes and hands. */
async function fineForAll(page: Page): Promise<void> {
  await fineAtBoth(page);
  await setElder(page, true);
  expect(await faultsOf(page, { size: phone }, true), `${page.url()} elder`).toEqual([]);
  await setElder(page, false);
  await page.setViewportSize(phone);
}
async function setElder(page: Page, on: boolean): Promise<void> {
  await page.evaluate((elder) => localStorage.setItem('lilong.elder', elder ? 'yes' : 'no'), on);
  await page.reload();
  await page.locator('h1:not(.silent)').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.bone') === null);
}
