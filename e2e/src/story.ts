// SPDX-License-Identifier: Apache-2.0
// One report and five people, as they would do it with their own hands: resident, dispatcher, department officer,
// crew, checker. The README's pictures are taken on the way.
import { drawAll } from '@lilong/server/seed/pictures';
import type { Page } from 'playwright-core';
import { type Demo, type Door, desktop, phone, type Size, type Visit } from './demo.ts';

const words = '弄口生活垃圾堆了两天，苍蝇很多';
const category = '积存垃圾渣土';

export interface Told {
  readonly ref: string;
  readonly timeline: string;
  readonly rating: string;
  readonly faults: readonly string[];
}
/** Called at the moments worth a picture. */
export type Picture = (name: string, page: Page) => Promise<void>;

/** Tells the whole story; ends when the resident has rated. */
export async function tellStory(demo: Demo, picture: Picture): Promise<Told> {
  const lin = await demo.visit(phone, { as: 'resident', path: '/report' });
  const ref = await report(lin.page, picture);
  const zhou = await openInbox(demo, 'dispatcher', 'register');
  await register(zhou.page, picture);
  await dispatch(zhou.page, picture);
  const officer = await openInbox(demo, 'department_officer', 'mine');
  await sendCrew(officer.page);
  const crew = await openInbox(demo, 'crew', 'mine', phone);
  await work(crew.page, picture);
  await finish(officer.page);
  const checker = await openInbox(demo, 'checker', 'mine');
  await checker.page.getByText(`类别：${category}`).first().waitFor(); // the log speaks the reader's language
  await picture('desk-check', checker.page);
  await press(checker.page, '核查通过', async () => undefined);
  await close(zhou.page);
  const rating = await rate(lin.page, ref, picture);
  const timeline = await lin.page.locator('main').innerText();
  return {
    ref,
    timeline,
    rating,
    faults: [lin, zhou, officer, crew, checker].flatMap((visit) => visit.faults),
  };
}

async function report(page: Page, picture: Picture): Promise<string> {
  await addPhoto(page, 'before');
  await page.getByLabel('怎么了').fill(words);
  await page.getByRole('button', { name: /就在/ }).click();
  await page.getByLabel('再说清楚一点').fill('云南中路 139 弄口');
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await picture('home-report', page);
  await page.getByRole('button', { name: '送出' }).click();
  await page.getByText('收到了').first().waitFor();
  await picture('home-sent', page);
  const said = await page.locator('main').innerText();
  return /R\d{9}-\d+[\dX]/.exec(said)?.[0] ?? '';
}

/** A picture of the heap, or of the place without it, as a telephone would bring it. */
async function addPhoto(page: Page, moment: 'before' | 'after'): Promise<void> {
  const drawn = (await drawAll()).get(`rubbish ${moment}`);
  if (drawn === undefined) throw new Error('there is no drawing of rubbish');
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: drawn.whole };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator('main img[src^="blob:"], main img[src^="data:"]').first().waitFor();
}

async function openInbox(
  demo: Demo,
  as: Door,
  bucket: string,
  size: Size = desktop,
): Promise<Visit> {
  const visit = await demo.visit(size, { as, path: `/desk/?bucket=${bucket}` });
  await openCase(visit.page);
  return visit;
}

async function openCase(page: Page): Promise<void> {
  await page.getByText(words).first().click();
  await page.getByRole('heading', { name: words }).waitFor();
}

/** Presses the button of a move, and its form's button when it asks for something. */
async function press(
  page: Page,
  name: string,
  fill?: (page: Page) => Promise<void>,
): Promise<void> {
  await page
    .locator('.case')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  const form = page.locator('form.dock');
  if (fill !== undefined) {
    await form.waitFor();
    await fill(page);
    await form.getByRole('button', { name, exact: false }).first().click();
  }
  await form.waitFor({ state: 'detached' });
}

async function register(page: Page, picture: Picture): Promise<void> {
  await press(page, '立案', async () => {
    const choice = page.locator('form.dock').getByRole('combobox', { name: '类别' });
    await choice.fill(category);
    await page.getByRole('option', { name: category }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('form.dock').getByRole('radio').first().check({ force: true });
    await picture('desk-register', page);
  });
}

async function dispatch(page: Page, picture: Picture): Promise<void> {
  await page.goto('/desk/?bucket=dispatch');
  await openCase(page);
  await page.getByText('建议派给').first().waitFor();
  await picture('desk-dispatch', page);
  await press(page, '派遣');
}

/** The officer accepts, and gives it to somebody who goes out. */
async function sendCrew(page: Page): Promise<void> {
  await press(page, '接单');
  await press(page, '派工', async () => {
    const form = page.locator('form.dock');
    await form.getByRole('combobox', { name: '派给谁' }).click();
    await page.getByRole('option', { disabled: false }).first().waitFor(); // the crew has come
    await page.keyboard.press('Enter');
    await form.getByRole('textbox').first().fill('先清掉，带冲洗车');
  });
}

async function work(page: Page, picture: Picture): Promise<void> {
  await press(page, '处置完成', async () => {
    await page.locator('form.dock').getByRole('textbox').first().fill('已清运，地面冲洗过');
    await addPhoto(page, 'after');
    await picture('desk-crew', page);
  });
}

/** The officer looks at what the crew did, and answers for it. */
async function finish(page: Page): Promise<void> {
  await page.getByText('已清运，地面冲洗过').first().waitFor(); // it comes by itself
  await press(page, '报完成', fillAll('已清运，地面冲洗过'));
}

/** Writes the same into every field that is still empty. */
const fillAll = (text: string) => async (page: Page) => {
  for (const box of await page.locator('form.dock').getByRole('textbox').all())
    if ((await box.inputValue()) === '') await box.fill(text);
};

async function close(page: Page): Promise<void> {
  await page.goto('/desk/?bucket=close');
  await openCase(page);
  await press(page, '结案', async () => {
    const form = page.locator('form.dock');
    for (const radio of (await form.getByRole('radio').all()).slice(0, 1))
      await radio.check({ force: true });
    await fillAll('已经清运，地面冲洗过，这一周每天加看一次')(page);
  });
}

async function rate(page: Page, ref: string, picture: Picture): Promise<string> {
  await page.goto(`/my/${ref}`);
  await page.getByRole('radio', { name: '解决了', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: '满意', exact: true }).check({ force: true });
  await picture('home-rate', page);
  await page.getByRole('button', { name: '送出评价' }).click();
  const rated = page.getByText('您的评价');
  await rated.waitFor();
  return rated.innerText();
}
