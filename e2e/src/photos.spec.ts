// SPDX-License-Identifier: Apache-2.0
// A photo is made small on the phone; what is no photo is refused there by name, and the form keeps the rest.
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, phone, startDemo } from './demo.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const slow = { timeout: 20_000 };
const sizeOf = (img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight];
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a8f6a' } });

/** Chooses a file as the camera or the album would hand it over. */
async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

async function place(page: Page): Promise<void> {
  await page.getByRole('button', { name: /就在/ }).click();
  await page.getByLabel('再说清楚一点').fill('2 号门');
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('a large photo leaves the phone small and upright, and is a report by itself', async () => {
  const { page, faults } = await demo.visit(phone, { as: 'resident', path: '/report' });
  const camera = await picture(4000, 3000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const upload = page.waitForResponse((reply) => reply.url().includes('/api/files'));
  await choose(page, 'IMG_1.jpg', 'image/jpeg', camera);
  const sent = page.getByRole('img', { name: '第 1 张照片' }); // shows the very bytes that go
  await expect.poll(() => sent.evaluate(sizeOf), slow).toEqual([1200, 1600]);
  expect((await upload).request().headers()['content-type']).toBe('image/jpeg');
  await place(page);
  await page.getByRole('button', { name: '送出' }).click();
  await page.getByRole('heading', { name: '收到了' }).waitFor();
  await page.getByRole('link', { name: '看办到哪一步' }).click();
  await page.getByRole('button', { name: '报事的第 1 张照片' }).click();
  const whole = page.getByRole('dialog').locator('img');
  await expect.poll(() => whole.evaluate(sizeOf), slow).toEqual([1200, 1600]);
  expect(page.context().pages().length).toBe(1); // a host app's web view has no other window
  expect(faults).toEqual([]);
});

test('what is no photo is refused by name at its field, and the form keeps the rest', async () => {
  const { page } = await demo.visit(phone, { as: 'resident', path: '/report' });
  await page.getByLabel('怎么了').fill('路灯不亮');
  await choose(page, 'IMG_2.png', 'image/png', await picture(300, 200).png().toBuffer());
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
  const refused = page.locator('[data-field="photos"] .field-refused');
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.alloc(64),
  ]);
  await choose(page, 'IMG_3.HEIC', 'image/heic', heic);
  await refused.getByText('HEIC').waitFor();
  await choose(page, 'note.jpg', 'image/jpeg', Buffer.from('no picture at all'));
  await refused.getByText('不是照片').waitFor();
  const bomb = await picture(9000, 9000).png().toBuffer();
  await choose(page, 'bomb.png', 'image/png', bomb);
  await refused.getByText('尺寸太大').waitFor();
  expect(await page.getByLabel('怎么了').inputValue()).toBe('路灯不亮');
  expect(await page.locator('.photo-grid .photo img').count()).toBe(1);
});
