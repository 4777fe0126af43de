// SPDX-License-Identifier: Apache-2.0
// The machine in the hall: a number by touch and by the keyboard alone, its slip on both papers, the wipe after a minute,
// and a number of its own while there is no connection.
import type { BookableTimes, HeldBooking } from '@lilong/contracts/booking';
import { idCheckOf } from '@lilong/contracts/id-number';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, nowhere, phone, startDemo, type Visit } from './demo.ts';
import { faultsOf, fineAtBoth } from './looks.ts';

const upright = { width: 1080, height: 1920 };
const wide = { width: 1920, height: 1080 };
const first17 = '31010119480229001';
const id = first17 + idCheckOf(first17);

let demo: Demo;
let path: string;
beforeAll(async () => {
  demo = await startDemo();
  const reply = await fetch(`${demo.url}/api/counters/centres?q=${encodeURIComponent('南京东路')}`);
  const { centres } = (await reply.json()) as { centres: readonly { centre: number }[] };
  path = `/kiosk/${centres[0]?.centre}`;
});
afterAll(() => demo.close());

/** A machine with paper; what it prints is counted, its clock can be put forward. */
async function machine(paper: '58' | '80'): Promise<Visit> {
  const set = { paper, out: false, which: 1, pin: '1234' };
  const visit = await demo.visit(upright, {
    ...{ path: nowhere, language: 'en-GB', remembers: { 'lilong.kiosk': JSON.stringify(set) } },
  });
  await visit.context.addInitScript(() => {
    Object.assign(globalThis, { printed: 0, print: () => ((globalThis as Counted).printed += 1) });
  });
  await visit.page.clock.install();
  await visit.page.goto(path);
  await visit.page.getByRole('heading', { name: '您要办什么？' }).waitFor(); // Chinese first
  return visit;
}
type Counted = typeof globalThis & { printed: number };
const printed = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as Counted).printed);

async function fine(page: Page): Promise<void> {
  for (const size of [wide, upright]) expect(await faultsOf(page, { size })).toEqual([]);
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** The sheet that the printer gets: one, as wide as the paper, in points. */
async function sheetOf(page: Page): Promise<{ pages: number; width: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width] = /MediaBox \[0 0 ([\d.]+)/.exec(pdf) ?? [];
  return { pages: pdf.match(/\/Type \/Page\b/g)?.length ?? 0, width: Math.round(Number(width)) };
}

test('by touch: for two matters, by the number of an identity card; the slip; and nothing is left of it', async () => {
  const { page, context, faults } = await machine('58');
  await button(page, '下一步').click();
  await page.getByText('请先点选要办的事。').waitFor();
  for (const matter of [/^综合/, /^退役军人/]) await button(page, matter).click();
  await button(page, '输身份证号').click();
  for (const sign of id.slice(0, 17))
    await page.getByRole('button', { name: sign, exact: true }).click();
  await button(page, '输好了').click();
  await page.getByText('要 18 位，现在是 17 位。').waitFor();
  await fine(page);
  await page.getByRole('button', { name: id.slice(17), exact: true }).click();
  await button(page, '输好了').click();
  await page.getByText('按年龄给您优先').waitFor();
  await fine(page);
  await page.getByRole('button', { name: '取号', exact: true }).click();
  const number = await page.locator('.kiosk-taken h1 strong').innerText();
  expect(number).toMatch(/^A\d{3}$/);
  await page.getByRole('img', { name: '手机扫一扫，走开也能看排队' }).waitFor();
  await expect.poll(() => printed(page)).toBe(1);
  expect(await page.locator('.slip').innerText()).toMatch(
    new RegExp(
      `受理服务中心\\s+演示.*\\s+${number}\\s+办：综合、退役军人\\s+[-\\d]+ [\\d:]+ 取号\\s+前面`,
    ),
  );
  expect(await sheetOf(page)).toEqual({ pages: 1, width: 164 });
  await fine(page);
  await page.clock.fastForward(45_000);
  await page.getByRole('alertdialog').waitFor();
  await fine(page);
  await button(page, '我还在').click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.clock.fastForward(61_000);
  await page.getByRole('heading', { name: '您要办什么？' }).waitFor();
  expect(await whatIsLeft(page)).not.toMatch(
    new RegExp(`${number}|${id}|${id.slice(0, 10)}|token`),
  );
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  expect(faults).toEqual([]);
  await context.close();
});

/** All that a next person could look into. */
const whatIsLeft = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      location.href,
      JSON.stringify(history.state),
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ].join(' '),
  );

test('by the keyboard alone, in English and without paper; offline it gives a number of its own, which staff find', async () => {
  const { page, context, faults } = await machine('80');
  await press(page, 'English');
  await page.getByRole('heading', { name: 'What is it for?' }).waitFor();
  await press(page, 'Staff');
  await page.keyboard.type('1234');
  await page.getByRole('radio', { name: 'Paper of 80 mm' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space'); // there is no paper
  await fine(page);
  await page.keyboard.press('Escape');
  await press(page, /^General/);
  await press(page, 'Next');
  await press(page, 'Older person');
  await page.getByText('There is no paper.').waitFor();
  expect(await page.locator('.kiosk-taken h1 strong').innerText()).toMatch(/^A\d{3}$/);
  await press(page, 'I have it');
  await page.getByRole('heading', { name: '您要办什么？' }).waitFor();
  await context.setOffline(true);
  await press(page, /^综合/);
  await press(page, '下一步');
  await press(page, '不用优先，取号');
  await page.getByText('K1001').first().waitFor({ timeout: 60_000 });
  expect(await printed(page)).toBe(0);
  await page.getByText('机器没有连上，正在自动再试').waitFor();
  await fine(page);
  await press(page, '取好了');
  await press(page, '工作人员');
  await page.keyboard.type('1234');
  await page.getByText(/^K1001 \d\d:\d\d 综合$/).waitFor();
  await page.getByRole('checkbox', { name: '没有纸了' }).focus();
  await page.keyboard.press('Space');
  expect(await sheetOf(page)).toEqual({ pages: 1, width: 227 });
  await context.setOffline(false);
  await page.getByText('机器没有连上，正在自动再试').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

test('whoever shows a code, or has booked, says so to the machine', async () => {
  const lin = await demo.visit(phone, { as: 'resident', path: '/show' });
  const shown = lin.page.getByText(/^\d{4} ?\d{4}$/);
  await shown.waitFor();
  const { page, context, faults } = await machine('58');
  await page.keyboard.type('123456789012345678901234'); // a scanner, anywhere
  await page.keyboard.press('Enter');
  await page.getByText(await refusedWords()).waitFor();
  await button(page, '亮证').click();
  await page.keyboard.type((await shown.innerText()).replace(/\D/g, ''));
  await fine(page);
  await page.keyboard.press('Enter');
  await page.getByText('认出您了，号会到您的手机上').waitFor();
  await button(page, /^综合/).click();
  await button(page, /^(下一步|取号)$/).click();
  await page
    .getByText(/^(不用优先，取号|您的号)/)
    .first()
    .waitFor();
  const ask = page.getByRole('button', { name: '不用优先，取号' });
  if (await ask.isVisible()) await ask.click();
  const number = await page.locator('.kiosk-taken h1 strong').innerText();
  await lin.page.goto('/ticket');
  await lin.page.locator('.ticket-standing strong', { hasText: number }).waitFor();
  await isReminded(lin.page);
  await button(page, '取好了').click();
  const booked = await aBooking();
  await button(page, '我有预约').click();
  await page.keyboard.type(booked);
  await page.keyboard.press('Enter');
  await page.getByText(/按(预约的时间|现在来的顺序)叫您/).waitFor();
  await fine(page);
  expect([...faults, ...lin.faults]).toEqual([]);
  await Promise.all([context, lin.context].map((one) => one.close()));
});

/** The phone says what it can do; the message is one tap, and stays chosen. */
async function isReminded(page: Page): Promise<void> {
  expect(await page.getByRole('radio', { name: '前面剩 3 位' }).isChecked()).toBe(true);
  const message = page.getByRole('checkbox', { name: /^再发一条短信/ });
  await message.check({ force: true });
  await page.getByRole('radio', { name: '还有 10 分钟' }).check({ force: true });
  await page.reload();
  await message.and(page.locator(':checked')).waitFor({ state: 'attached' });
  await fineAtBoth(page);
}

/** What is said of a code that is nobody's. */
async function refusedWords(): Promise<string> {
  const { zh } = await import('@lilong/contracts/words/zh');
  return zh['refusal.registry.shown-code'];
}

/** Somebody booked the next time that is left; their code. */
async function aBooking(): Promise<string> {
  const post = async (what: string, body: object): Promise<unknown> => {
    const centre = path.split('/').at(-1);
    const reply = await fetch(`${demo.url}/api/counters/centres/${centre}/${what}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ services: ['general'], ...body }),
    });
    return reply.json();
  };
  const { times } = (await post('times', {})) as BookableTimes;
  const at = times.find(({ left }) => left > 0)?.at;
  const { booking } = (await post('bookings', { at })) as { booking: HeldBooking };
  return booking.code;
}

/** Goes to a button by Tab and presses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const wanted = button(page, name);
  await wanted.waitFor();
  for (let turn = 0; turn < 40; turn += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}
