// SPDX-License-Identifier: Apache-2.0
// What 长辈版 promises of its first pages holds for what opens from them: forms, questions, the three ways to a place.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints } from './axe.ts';
import { type Demo, nowhere, phone, startDemo } from './demo.ts';
import { elderFloor, tooSmall } from './touch.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

async function elder(path: string): Promise<Page> {
  const { page, context } = await demo.visit(phone, {
    as: 'resident',
    remembers: { 'lilong.elder': 'yes' },
    path: nowhere,
  });
  await context.grantPermissions(['geolocation', 'microphone']);
  await context.setGeolocation({ longitude: 121.479, latitude: 31.2352 }); // 南京东路
  await page.goto(path);
  return page;
}

async function look(page: Page): Promise<void> {
  await page.waitForTimeout(300); // nothing moves any more
  expect(await tooSmall(page, elderFloor)).toEqual([]);
  expect(await complaints(page)).toEqual([]);
}

test('speaking and saying where is easy for old hands', async () => {
  const page = await elder('/report');
  await page.getByRole('button', { name: '说话' }).click();
  await page.getByRole('button', { name: '说完了' }).waitFor();
  await look(page);
  await page.getByRole('button', { name: '说完了' }).click();
  await page.getByRole('button', { name: /听一听/ }).waitFor();
  await look(page);
  await page.getByRole('button', { name: '写路名、弄号' }).click();
  await page.getByLabel('路名、弄号或居委会').fill('云南中路');
  await page.locator('.hits button').first().waitFor();
  await look(page);
  await page.getByRole('button', { name: '地图', exact: true }).click();
  await page.locator('.area-list button').first().waitFor();
  await look(page);
  await page.getByRole('button', { name: '定位', exact: true }).click();
  await page.getByRole('button', { name: '就是这里' }).waitFor();
  await look(page);
});

/** A phone that has a Chinese voice; what it was given to say lands in `said`. */
function giveVoice(): void {
  const said: string[] = [];
  const voice = { lang: 'zh-CN', name: 'a voice' };
  class Words {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const speechSynthesis = {
    getVoices: () => [voice],
    speak: ({ text }: Words) => said.push(text),
    cancel: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  for (const [name, value] of Object.entries({
    speechSynthesis,
    SpeechSynthesisUtterance: Words,
    said,
  }))
    Object.defineProperty(globalThis, name, { value });
}
const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

test('a phone with a voice reads the page when asked, and says that the report came in', async () => {
  const page = await elder('/');
  await page.addInitScript(giveVoice);
  for (const path of ['/', '/my', '/report']) {
    await page.goto(path);
    await page.getByRole('button', { name: '读给我听' }).click();
    const heading = await page.locator('h1').innerText();
    expect((await saidOn(page)).join()).toContain(heading.split('\n').at(-1));
    await look(page);
  }
  await page.getByRole('button', { name: /就在/ }).click();
  await page.getByLabel('再说清楚一点').fill('2 号门');
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '说话' }).click();
  await page
    .getByRole('timer')
    .filter({ hasText: /0:0[1-9]/ })
    .waitFor(); // something was said
  await page.getByRole('button', { name: '送出' }).click(); // 说完了 is forgotten
  await page.getByRole('heading', { name: '收到了' }).waitFor();
  expect((await saidOn(page)).at(-1)).toMatch(/^收到了.*答复/);
  await page.getByRole('link', { name: '看办到哪一步' }).click();
  await page.getByRole('button', { name: '听一听' }).waitFor(); // what was said went along
});

test('following a matter is easy for old eyes', async () => {
  const page = await elder('/my');
  for (const wanted of ['办事的人想问您一句', '办好了，请您看看结果']) {
    await page.goto('/my');
    await page.locator('.card.case', { hasText: wanted }).first().click();
    await page.getByRole('heading', { name: '经过' }).waitFor();
    await look(page);
  }
  await page.goto('/my');
  await page.locator('.card.case', { hasText: '办事的人想问您一句' }).first().click();
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('alertdialog').waitFor();
  await look(page);
});
