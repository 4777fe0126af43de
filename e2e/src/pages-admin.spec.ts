// SPDX-License-Identifier: Apache-2.0
// The pages of the desk as each of those who look after it, on phone and desktop, in Chinese, English and 200 %.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Demo, Door } from './demo.ts';
import { lookAt, looks } from './looks.ts';
import { sharedDemo } from './shared.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await sharedDemo();
});
afterAll(() => demo.close());

const pages = {
  district: ['/desk/look', '/desk/'],
  city: ['/desk/look', '/desk/load', '/desk/load/S001', '/desk/settlement'],
  item_owner: ['/desk/items'],
  system_admin: [
    '/desk/staff',
    '/desk/staff/import',
    '/desk/organisations',
    '/desk/duties',
    '/desk/catalogue',
    '/desk/items',
    '/desk/items/S097',
    '/desk/uploads',
  ],
  safety_admin: ['/desk/staff', '/desk/catalogue', '/desk/duties', '/desk/keeping', '/desk/delays'],
  auditor: ['/desk/audit', '/desk/keeping'],
} as const satisfies Partial<Record<Door, readonly string[]>>;

const deskLooks = looks.filter(({ elder }) => elder !== true);
test.each(Object.entries(pages))('the desk is for everybody: %s', async (role, paths) => {
  const found: string[] = [];
  for (const look of deskLooks) found.push(...(await lookAt(demo, paths, role as Door, look)));
  expect(found).toEqual([]);
});
