// SPDX-License-Identifier: Apache-2.0
// Every page of home, on phone and desktop, in Chinese, English, elder mode and 200 %.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Demo } from './demo.ts';
import { lookAt, looks } from './looks.ts';
import { sharedDemo } from './shared.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await sharedDemo();
});
afterAll(() => demo.close());

/** A hall that is never shut. */
async function hallOf(): Promise<string> {
  const reply = await fetch(`${demo.url}/api/counters/centres?q=${encodeURIComponent('南京东路')}`);
  const { centres } = (await reply.json()) as { centres: readonly { centre: number }[] };
  return `/hall/${centres[0]?.centre}`;
}

const pages = [
  ...['/', '/report', '/my', '/nearby', '/me', '/me/data', '/me/looks'],
  ...['/about', '/feedback', '/sign-in', '/hall', '/ticket', '/booked', '/show'],
  ...['/affairs/event/retirement', '/affairs/S011/apply', '/affairs/mine', '/affairs/helpers'],
  ...['/assistance/notices', '/certificates', '/check'],
];

test.each(looks)('home is for everybody: $name', async (look) => {
  expect([
    ...(await lookAt(
      demo,
      ['/', '/affairs', '/affairs/S011', '/hall', await hallOf(), `${await hallOf()}/book`],
      undefined,
      look,
    )),
    ...(await lookAt(demo, pages, 'resident', look)),
  ]).toEqual([]);
});
