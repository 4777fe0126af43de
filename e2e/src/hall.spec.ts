// SPDX-License-Identifier: Apache-2.0
// A hall: somebody without an account takes a number on the phone; the clerk calls; the wall shows it and the phone says
// which window; it is served and done. The wall is hung up in both ways, opened anew, and loses its network.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, startDemo, type Visit } from './demo.ts';
import { callTo, press, ready, upright, wall } from './hall-story.ts';
import { faultsOf, fineAtBoth } from './looks.ts';
import { countTones, giveVoice, heardTones, saidOn } from './voice.ts';

const street = '南京东路街道社区事务受理服务中心';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a number is taken on a phone, called at a window, shown on the wall, followed and done', async () => {
  const mei = await demo.visit(phone, { path: '/hall' });
  const { centre, number } = await take(mei);
  const board = await demo.visit(wall, { path: nowhere });
  await board.context.addInitScript(giveVoice);
  await board.page.goto(`/board/${centre}`);
  await board.page.getByText('刚刚叫过').waitFor();
  const mute = await withoutVoice(centre);
  const { page: clerk, faults } = await sitDown();
  await callTo(clerk, number);
  await heardTones(mute.page, 2); // it chimes
  await mute.context.close();
  await board.page.locator('.board-now strong', { hasText: number }).waitFor();
  expect((await saidOn(board.page)).at(-1)).toMatch(
    /^请 [A-F]( [零一二三四五六七八九]){3} 号，到 7 号窗口。$/,
  );
  for (const size of [upright, wall]) expect(await faultsOf(board.page, { size })).toEqual([]);
  expect(await tooSmallAtTenMetres(board.page)).toEqual([]);
  await openAnew(board.page, number, 'called');
  await mei.page.getByText(/^请到 \d 号窗口$/).waitFor();
  await fineAtBoth(mei.page);
  await press(clerk, '开始办理', 'Enter');
  await mei.page.getByText(/^正在 \d 号窗口办$/).waitFor();
  await openAnew(board.page, number, 'serving');
  await press(clerk, '转给别的窗口', 't');
  await clerk.getByText('转到哪里').waitFor();
  await fineAtBoth(clerk);
  await clerk.keyboard.press('Escape');
  await press(clerk, '办好了', 'd');
  await ready(clerk, '下一位');
  await mei.page.getByText('办好了。').waitFor();
  expect([...mei.faults, ...board.faults, ...faults]).toEqual([]);
  await loseNetwork(board);
});

/** Finds the hall, takes a number for one matter, and finds it again after the page was closed. */
async function take({ page }: Visit): Promise<{ centre: string; number: string }> {
  await page.getByLabel('街道、镇或中心的名字').fill('南京东路');
  await page.getByRole('link', { name: new RegExp(`^${street} `) }).click();
  await page.getByRole('button', { name: '取号' }).click();
  await page.getByText('请选择「要办什么」').waitFor();
  await page.getByRole('checkbox', { name: /^退役军人/ }).check({ force: true });
  await page.getByRole('radio', { name: '老年人' }).check({ force: true });
  await fineAtBoth(page);
  const centre = /\d+$/.exec(new URL(page.url()).pathname)?.[0] ?? '';
  await page.getByRole('button', { name: '取号' }).click();
  await page.waitForURL('**/ticket');
  await page.reload();
  const number = await page.locator('.ticket-standing strong').innerText();
  await page.getByText(/^(前面还有|下一个就是您)/).waitFor();
  await fineAtBoth(page);
  return { centre, number };
}

/** The clerk chooses the window that does what few come for. */
async function sitDown(): Promise<Visit> {
  const visit = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/' });
  await visit.page.getByText('您坐哪个窗口').waitFor();
  await visit.page.keyboard.press('7');
  await visit.page.getByRole('heading', { name: '7号窗口' }).waitFor();
  return visit;
}

/** A wall on a machine that has no voice. */
async function withoutVoice(centre: string): Promise<Visit> {
  const mute = await demo.visit(wall, { path: nowhere });
  await mute.context.addInitScript(countTones);
  await mute.page.goto(`/board/${centre}`);
  await mute.page.getByText('刚刚叫过').waitFor();
  return mute;
}

/**
 * On a wall of 65 inches, ten metres away, an eye of 0.5 reads figures of 29 mm and characters of 28 mm (10 minutes of arc): what
 * calls, whom, where to, and how many wait how long, is at least as large. Pixels of type.
 */
const legible = {
  ...{ '.board-now strong': 53, '.board-now em': 53, '.board-list li': 53 },
  ...{ '.board-waits b': 53, '.board-waits small': 52, '.board-waits span': 42 },
};
const tooSmallAtTenMetres = (page: Page): Promise<string[]> =>
  page.evaluate(
    (least) =>
      Object.entries(least).flatMap(([which, px]) => {
        const found = [...document.querySelectorAll(which)];
        const sizes = found.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
        const isFine = sizes.length > 0 && sizes.every((size) => size >= px);
        return isFine ? [] : [`${which} ${sizes}`];
      }),
    legible,
  );

/** The wall is switched off and on: it shows how things stand now, and speaks nothing that was spoken. */
async function openAnew(page: Page, number: string, state: 'called' | 'serving'): Promise<void> {
  await page.reload();
  await page.locator('.board-list li', { hasText: number }).waitFor();
  await page.locator('.board-serving', { hasText: '7 号' }).waitFor();
  if (state === 'called') await page.locator('.board-now strong').waitFor();
  else expect(await page.locator('.board-now strong', { hasText: number }).count()).toBe(0);
  const served = await page.locator('.board-serving').innerText();
  expect(served.includes(number)).toBe(state === 'serving');
  expect((await saidOn(page)).filter((said) => said.includes('到 7 号窗口'))).toEqual([]);
}

/** Says since when it knows nothing, and goes on by itself; switched on without a network, it goes on once there is one. */
async function loseNetwork({ page, context }: Visit): Promise<void> {
  await context.setOffline(true);
  await page.getByText('起没有新消息').waitFor({ timeout: 90_000 });
  expect(await page.locator('.board-now strong').count()).toBe(0);
  await context.setOffline(false);
  await page.getByText('起没有新消息').waitFor({ state: 'detached', timeout: 30_000 });
  await context.setOffline(true);
  await page.reload();
  await page.getByText('还没有连上').waitFor();
  await context.setOffline(false);
  await page.getByText('刚刚叫过').waitFor({ timeout: 30_000 });
  expect((await saidOn(page)).filter((said) => said.includes('到 7 号窗口'))).toEqual([]);
  await context.close();
}

test('whoever is not coming gives the number up; the manager opens a window and says what it does', async () => {
  const { page, context, faults } = await demo.visit(phone, { as: 'resident', path: '/hall' });
  await page
    .getByRole('link', { name: new RegExp(`^${street} `) })
    .first()
    .click();
  await page.getByRole('checkbox', { name: /^综合/ }).check({ force: true });
  await page.getByRole('button', { name: '取号' }).click();
  await page.getByRole('button', { name: '不去了，取消这个号' }).click();
  await page.getByRole('button', { name: '取消这个号', exact: true }).click();
  await page.getByText('这个号取消了。').waitFor();
  expect(faults).toEqual([]);
  await context.close();
  const boss = await demo.visit(desktop, { as: 'centre_manager', path: nowhere });
  await boss.page.goto('/desk/');
  await boss.page.getByRole('button', { name: '打开8号窗口' }).click();
  await boss.page.getByRole('button', { name: '关闭8号窗口' }).waitFor();
  const row = boss.page.locator('.hall-window', { hasText: '8号窗口' });
  await row.getByRole('checkbox', { name: '救助' }).check();
  await fineAtBoth(boss.page);
  expect(boss.faults).toEqual([]);
  await boss.context.close();
});

test('after an outage slips are typed in by keyboard; the manager moves people, plans a day off, and shuts early', async () => {
  const boss = await demo.visit(desktop, { as: 'centre_manager', path: nowhere });
  const { page, faults } = boss;
  await page.goto('/desk/hall/slips');
  await page.getByLabel('业务字母').click();
  for (let slip = 1; slip <= 3; slip += 1) {
    await page.keyboard.type('a');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0001');
    await page.keyboard.press('Enter');
    await page.getByText(`K00${slip}`, { exact: true }).waitFor();
  }
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByRole('link', { name: '大厅', exact: true }).last().click();
  await page.getByRole('button', { name: '移人：等综合的' }).click();
  await page.getByRole('checkbox', { name: /^全部/ }).check();
  await page.getByRole('combobox', { name: '移到' }).fill('社保');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^移 \d+ 人/ }).click();
  await page.getByText('位子没变。').waitFor();
  await page.getByRole('button', { name: '移回去' }).click();
  await page.getByText('位子没变。').waitFor({ state: 'detached' });
  await shutEarly(page);
  await planDayOff(page);
  expect(faults).toEqual([]);
  await boss.context.close();
});

/** The hall shuts now; those in line stand there; it opens again. */
async function shutEarly(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提前关门' }).click();
  await page.getByLabel('为什么').fill('停电');
  await page.getByRole('button', { name: '今天提前关门' }).click();
  await page.getByText(/还有 \d+ 人在等/).waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByRole('button', { name: '不提前关了' }).click();
  await page.getByRole('button', { name: '提前关门' }).waitFor();
}

/** The preview shows the day before it is saved. */
async function planDayOff(page: Page): Promise<void> {
  await page.getByRole('link', { name: '开放时间' }).click();
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('button', { name: '停办一天，或者换时间' }).click();
  await page.getByLabel('哪一天', { exact: true }).fill(day);
  await page.getByLabel('为什么').fill('设备检修');
  await page.locator('.hours-changed', { hasText: '不开门' }).waitFor();
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await page.getByRole('button', { name: '这样安排' }).click();
  await page.getByRole('button', { name: /^撤回/ }).waitFor();
}

test('somebody is sent where they are served soonest: from a street at the desk, from words on a phone', async () => {
  const city = await demo.visit(desktop, { as: 'city', path: '/desk/halls' });
  const { page, faults } = city;
  await page.locator('.halls-map .halls-mark').first().waitFor();
  await page.getByLabel('人在哪里').fill('外滩');
  await page.locator('.halls-hits button').first().click();
  await page.locator('.near-list li').first().waitFor();
  await fineAtBoth(page);
  await page.getByRole('combobox', { name: /^区/ }).fill('崇明');
  await page.keyboard.press('Enter');
  await page.locator('.halls-table', { hasNotText: '黄浦区' }).waitFor();
  expect(faults).toEqual([]);
  await city.context.close();
  const mei = await demo.visit(phone, { path: '/hall' });
  await mei.page.getByLabel('或者写您在哪里').fill('外滩');
  await mei.page.locator('.hits button').first().click();
  await mei.page.getByRole('link', { name: /共约/ }).first().waitFor();
  await fineAtBoth(mei.page);
  expect(mei.faults).toEqual([]);
  await mei.context.close();
});
