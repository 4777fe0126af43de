// SPDX-License-Identifier: Apache-2.0
// What the office does with a household that asked for assistance, as its stories go through it.
import { drawAll } from '@lilong/server/seed/pictures';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desktop, phone, type Visit } from './demo.ts';
import { faultsOf, fineAtBoth } from './looks.ts';
import type { Turned } from './turned.ts';

/** The clerk of the street of registration accepts. */
export async function clerk({ demo }: Turned, ref: string): Promise<Visit> {
  const visit = await demo.visit(desktop, {
    as: 'counter_clerk',
    path: `/desk/affairs/${ref}`,
  });
  await visit.page.locator('.bar-primary', { hasText: '受理' }).click();
  await part(visit.page).getByText('同意核对', { exact: true }).first().waitFor();
  await fineAtBoth(visit.page);
  return visit;
}

export const part = (page: Page) => page.getByRole('region', { name: '救助核对' });

export const press = (page: Page, name: string) =>
  part(page).getByRole('button', { name, exact: true }).click();

/** The form that is open; both its button and its title say what it does. */
export const form = (page: Page) => part(page).locator('form.dock');

export async function send(page: Page, name: string): Promise<void> {
  await fineAtBoth(page);
  await page.setViewportSize(desktop);
  await form(page).getByRole('button', { name, exact: true }).click();
  await form(page).waitFor({ state: 'detached' });
}

/** Everybody of age who has not agreed yet signs on paper, whose picture is kept. */
export async function onPaper(page: Page): Promise<void> {
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
export async function inquire({ turn }: Turned, page: Page, resident?: Page): Promise<void> {
  await press(page, '发起核对');
  await send(page, '发起核对');
  await part(page).getByText('等回复').first().waitFor();
  await fineAtBoth(page);
  await resident?.getByText(/^正在核对/).waitFor();
  if (resident !== undefined) await fineForAll(resident);
  turn(60_000);
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
export async function visitHome({ demo }: Turned, ref: string): Promise<void> {
  const { page, context } = await demo.visit(phone, {
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

/** Somebody who did not visit decides, with the arithmetic before their eyes. */
export async function decide({ demo }: Turned, ref: string, how: '给予' | '不予'): Promise<Visit> {
  const lu = await demo.visit(desktop, {
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

/** On phone and desktop, and in elder mode for old eyes and hands. */
export async function fineForAll(page: Page): Promise<void> {
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
