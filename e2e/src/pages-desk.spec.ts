// SPDX-License-Identifier: Apache-2.0
// The pages of the desk as each of those who work on cases, on phone and desktop, in Chinese, English and 200 %.
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
  committee_worker: [
    '/desk/',
    '/desk/enter',
    '/desk/entered',
    '/desk/institutions',
    '/desk/doorstep',
    '/desk/doorstep?tab=all',
    '/desk/account',
    '/desk/about',
  ],
  dispatcher: ['/desk/', '/desk/handover', '/desk/duties'],
  department_officer: ['/desk/', '/desk/load'],
  crew: ['/desk/'],
  checker: ['/desk/'],
  street_leader: ['/desk/', '/desk/look', '/desk/crowds', '/desk/doors'],
  counter_clerk: [
    ...['/desk/window', '/desk/affairs', '/desk/papers', '/desk/doorstep'],
    '/desk/assistance',
  ],
  centre_manager: [
    '/desk/hall',
    '/desk/hall/booked',
    '/desk/window',
    '/desk/hall/hours',
    '/desk/hall/slips',
    '/desk/halls',
    '/desk/settlement',
    '/desk/certificates',
    '/desk/assistance',
  ],
} as const satisfies Partial<Record<Door, readonly string[]>>;

const deskLooks = looks.filter(({ elder }) => elder !== true);
test.each(Object.entries(pages))('the desk is for everybody: %s', async (role, paths) => {
  const found: string[] = [];
  for (const look of deskLooks) found.push(...(await lookAt(demo, paths, role as Door, look)));
  expect(found).toEqual([]);
});
