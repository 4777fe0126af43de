// SPDX-License-Identifier: Apache-2.0
// A day of a hall, as its people would live it with their own hands, all at once: the machine at the door, a phone, the wall,
// two clerks and the manager.
import type { takeTicket } from '@lilong/contracts/counters';
import type { StaffLine } from '@lilong/contracts/identity';
import type { ReplyOf } from '@lilong/contracts/route';
import type { Locator, Page } from 'playwright-core';
import { type Demo, desktop, nowhere, phone, type Size, type Visit } from './demo.ts';
import { giveVoice, saidOn } from './voice.ts';
import { type Wire, wireTo } from './wire.ts';

export const wall: Size = { width: 1920, height: 1080 };
export const upright: Size = { width: 1080, height: 1920 };
const hour = 3_600_000; // ms
const hall = '南京东路街道社区事务受理服务中心';

/** Called at the moments worth looking at, with the sizes that the page is made for. */
export type Looking = (name: string, page: Page, sizes: readonly Size[]) => Promise<void>;

export interface DayTold {
  /** Of whoever came by the machine. */
  readonly number: string;
  /** What the wall spoke, in turn. */
  readonly spoken: readonly string[];
  /** The same after an hour without a network, in which others were called. */
  readonly spokenAfter: readonly string[];
  readonly faults: readonly string[];
}

/** Ends when the wall has come back from an hour without a network. */
export async function liveHallDay(demo: Demo, look: Looking): Promise<DayTold> {
  const centre = await hallOf(demo);
  const machine = await demo.visit(upright, { path: nowhere, touch: true, remembers });
  const boss = await demo.visit(desktop, { as: 'centre_manager', path: '/desk/hall' });
  const wire = await wireTo(demo.url);
  const board = await hangUp(demo, `${wire.url}/board/${centre}`);
  const gu = await demo.visit(desktop, { as: 'counter_clerk', path: '/desk/window' });
  const tang = await colleague(demo);
  const { token, number } = await byTouch(machine.page, `/kiosk/${centre}`, look);
  await byKeyboard(machine.page);
  const holder = await demo.visit(phone, { path: `/ticket#${token}` });
  await holder.page.getByText(/^前面还有 \d+ 位$|^下一个就是您$/).waitFor();
  await look('hall-ticket', holder.page, [desktop, phone]);
  await callTo(tang.page, number);
  await board.page.locator('.board-now strong', { hasText: number }).waitFor();
  await look('hall-board', board.page, [upright, wall]);
  await holder.page.getByText('请到 2 号窗口').waitFor();
  await press(tang.page, '开始办理', 'Enter');
  await handOver(tang.page, boss.page, look);
  await serveHandedOver(gu.page, number, look);
  await holder.page.getByText('办好了。').waitFor();
  await look('hall-ticket-done', holder.page, [desktop, phone]);
  await spokeLast(board.page, number);
  const spoken = await saidOn(board.page);
  await anHourAlone(board.page, wire, gu.page);
  const spokenAfter = await saidOn(board.page);
  wire.close();
  const faults = [machine, boss, board, gu, tang, holder].flatMap((visit) => visit.faults);
  return { number, spoken, spokenAfter, faults };
}

const remembers = {
  'lilong.kiosk': JSON.stringify({ paper: '80', out: false, which: 1, pin: '1234' }),
};

async function hallOf({ url }: Demo): Promise<number> {
  const reply = await fetch(`${url}/api/counters/centres?q=${encodeURIComponent('南京东路')}`);
  const { centres } = (await reply.json()) as { centres: readonly { centre: number }[] };
  return centres[0]?.centre ?? 0;
}

/** The wall, with a voice; its clock can be put forward. */
async function hangUp(demo: Demo, address: string): Promise<Visit> {
  const board = await demo.visit(wall, { path: nowhere });
  await board.context.addInitScript(giveVoice);
  await board.page.clock.install();
  await board.page.goto(address);
  await board.page.getByText('刚刚叫过').waitFor();
  return board;
}

/** Whoever sits at window 2 has no door in the demonstration: they enter by a password, as in real use. */
async function colleague(demo: Demo): Promise<Visit> {
  const { login, password } = await newPassword(demo);
  const visit = await demo.visit(desktop, { path: '/desk/window' });
  const { page } = visit;
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('现在的密码').fill(password);
  await page.getByLabel('新密码').fill('二号窗口，早上八点半开门');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '2号窗口' }).waitFor();
  return visit;
}

/** The administrator gives it. */
async function newPassword(demo: Demo): Promise<{ login: string; password: string }> {
  const { context } = await demo.visit(desktop, { as: 'system_admin', path: nowhere });
  const { request } = context;
  const { me } = await (await request.get(`${demo.url}/api/me`)).json();
  const list = await request.get(`${demo.url}/api/staff?q=${encodeURIComponent(hall)}`);
  const { people } = (await list.json()) as { people: StaffLine[] };
  const clerks = people.filter(({ posts }) => posts[0]?.role === 'counter_clerk');
  const { account, login } = clerks[1] ?? { account: 0, login: '' };
  const reset = await request.post(`${demo.url}/api/staff/${account}/password`, {
    ...{ headers: { 'x-csrf': me.csrf }, data: {} },
  });
  const { password } = await reset.json();
  await context.close();
  return { login, password };
}

/** For one matter, first for being a soldier; the number, and what the code on the slip leads to. */
async function byTouch(
  page: Page,
  path: string,
  look: Looking,
): Promise<{ token: string; number: string }> {
  await page.addInitScript(() => Object.assign(globalThis, { print: () => undefined }));
  await page.goto(path);
  await page.getByRole('button', { name: /^其他/ }).tap();
  await look('hall-kiosk', page, [wall, upright]);
  await page.getByRole('button', { name: '下一步' }).tap();
  const reply = page.waitForResponse((one) => one.url().endsWith('/tickets'));
  await page.getByRole('button', { name: '军人' }).tap();
  const { token, ticket } = (await (await reply).json()) as ReplyOf<typeof takeTicket>;
  await page.locator('.kiosk-taken h1 strong', { hasText: ticket.number }).waitFor();
  await page.getByRole('img', { name: '手机扫一扫，走开也能看排队' }).waitFor();
  await look('hall-kiosk-number', page, [wall, upright]);
  await page.getByRole('button', { name: '取好了' }).tap();
  return { token, number: ticket.number };
}

/** Somebody who types: the machine has keys beside the glass. */
async function byKeyboard(page: Page): Promise<void> {
  for (const name of [/^综合/, '下一步', '不用优先，取号', '取好了']) {
    const wanted = page.getByRole('button', { name });
    await wanted.waitFor();
    await tabTo(page, wanted);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { name: '您要办什么？' }).waitFor();
}

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not lead there');
}

/** One after another is served at a window, until it is this one's turn. */
export async function callTo(page: Page, number: string): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    const before = await page.locator('.counter-current strong').allInnerTexts();
    await ready(page, before.length === 0 ? '下一位' : '办好了，下一位');
    await page.keyboard.press('Enter');
    const now = page.locator('.counter-current strong').filter({ hasNotText: before[0] ?? '·' });
    await now.waitFor();
    if ((await now.innerText()) === number) return;
    await press(page, '开始办理', 'Enter');
  }
  throw new Error(`${number} was not called`);
}

/** What was thought to be another matter is for a window that is shut: the manager opens it, and the clerk sees it at once. */
async function handOver(tang: Page, boss: Page, look: Looking): Promise<void> {
  await look('hall-window', tang, [phone, desktop]);
  await press(tang, '转给别的窗口', 't');
  await tang.getByRole('button', { name: /^救助 ?没有窗口在办/, disabled: true }).waitFor();
  await look('hall-hand-over', tang, [phone, desktop]);
  await boss.getByText('没有窗口办').first().waitFor();
  await look('hall-manager', boss, [phone, desktop]);
  await boss.getByRole('button', { name: '打开6号窗口' }).click();
  await press(tang, '救助', 'd');
  await ready(tang, '下一位');
}

/** The clerk sits down where the manager opened, and whoever was handed over has kept their place. */
async function serveHandedOver(gu: Page, number: string, look: Looking): Promise<void> {
  await gu.getByText('您坐哪个窗口').waitFor();
  await look('hall-sit-down', gu, [phone, desktop]);
  await gu.keyboard.press('6');
  await gu.getByText('接下来是').waitFor();
  await callTo(gu, number); // whoever has waited longer stands before them
  await press(gu, '开始办理', 'Enter');
  await press(gu, '办好了', 'd');
  await ready(gu, '下一位');
}

/** Presses the key of a button, once the last act is done with. */
export async function press(page: Page, name: string, key: string): Promise<void> {
  await ready(page, name);
  await page.keyboard.press(key);
}
export const ready = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name: new RegExp(`^${name}`), disabled: false })
    .first()
    .waitFor();

/** The wall is through with what it had to speak. */
async function spokeLast(page: Page, number: string): Promise<void> {
  const figures = number
    .slice(1)
    .replace(/\d/g, (one) => `${'零一二三四五六七八九'[Number(one)]} `);
  const last = `请 ${number[0]} ${figures}号，到 6 号窗口。`;
  await page.waitForFunction((one) => (globalThis as never as Said).said.at(-1) === one, last);
}
interface Said {
  readonly said: readonly string[];
}

/** Others are called meanwhile. An hour later the server says so by its clock, and nothing of it is new. */
async function anHourAlone(page: Page, wire: Wire, clerk: Page): Promise<void> {
  wire.cut();
  await press(clerk, '下一位', 'Enter');
  await press(clerk, '开始办理', 'Enter');
  await page.clock.fastForward(hour);
  await page.getByText('起没有新消息').waitFor();
  await page.route('**/board', async (route) => {
    const reply = await route.fetch().catch(() => undefined);
    if (reply === undefined) return route.abort();
    const told = (await reply.json()) as { now: string };
    const now = new Date(Date.parse(told.now) + hour).toISOString();
    return route.fulfill({ response: reply, json: { ...told, now } });
  });
  wire.mend();
  await page.getByText('起没有新消息').waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByText('请看手里的号').waitFor();
  await page.getByText('刚才没有叫号').waitFor();
}
