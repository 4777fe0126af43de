// SPDX-License-Identifier: Apache-2.0
// The demonstration as a newcomer starts it, and a real Chromium in front of it.
import { randomUUID } from 'node:crypto';
import type { demoDoors, signInDemo } from '@lilong/contracts/identity';
import type { InputOf } from '@lilong/contracts/route';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/need.mjs';
import { startServer } from './server.ts';
import { isDrawn, isStill, stillness } from './still.ts';

/**
 * Of the browser's own window: each new window draws the menu of the address bar, which nobody opens, in two processes.
 * Chromium heeds the last such list only, so Playwright's is said again.
 */
const without = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'LensOverlay', 'MediaRouter'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
  ...['PaintHolding', 'ThirdPartyStoragePartitioning', 'TcpPortRandomizationWin'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
];
const quiet = [
  `--disable-features=${without.join()}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const voices = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

export type Door = (typeof demoDoors)[number];
export interface Size {
  readonly width: number;
  readonly height: number;
}
export const phone: Size = { width: 390, height: 844 };
export const desktop: Size = { width: 1440, height: 900 };

/** The path of a visit that opens nothing yet. */
export const nowhere = 'about:blank';

export interface Demo {
  readonly url: string;
  readonly browser: Browser;
  /** A fresh browser profile with one page. What the page logs as an error lands in `faults`. */
  visit(size: Size, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}
type Where = Pick<InputOf<typeof signInDemo>, 'office' | 'place'>;
export interface VisitOptions {
  readonly as?: Door;
  /** Whose door it is: part of the name of an organisation, or a place. That of the landing page unless told. */
  readonly where?: Where;
  readonly path?: string;
  readonly language?: 'zh-CN' | 'en-GB';
  /** What the device remembers of its owner's choices, by key. */
  readonly remembers?: Readonly<Record<string, string>>;
  /** A large screen that is touched. A phone always is. */
  readonly touch?: true;
}
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

/** The program on a data folder of its own. For who changes what others would see. */
export async function startDemo(settings: Record<string, string> = {}): Promise<Demo> {
  const server = await startServer(settings);
  return demoAt(server.url, server.stop);
}

/** A browser in front of a program that runs. */
export async function demoAt(url: string, stop: () => Promise<void>): Promise<Demo> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...quiet, ...voices],
  });
  return {
    url,
    browser,
    visit: (size, options = {}) => visit(browser, url, size, options),
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

async function visit(
  browser: Browser,
  url: string,
  size: Size,
  { as, where, path = '/', language = 'zh-CN', remembers = {}, touch }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    permissions: ['microphone'],
    reducedMotion: 'reduce',
    hasTouch: touch ?? size.width < 600,
  });
  if (Object.keys(remembers).length > 0) await context.addInitScript(remember, remembers);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  if (as !== undefined) await enter(context, url, { as, ...where });
  await page.goto(path);
  return { page, context, faults };
}

/** Runs in the page, before anything of ours. */
function remember(pairs: Readonly<Record<string, string>>): void {
  if (!location.protocol.startsWith('http')) return; // an empty page keeps nothing
  for (const [key, value] of Object.entries(pairs))
    if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
}

/** Goes through one of the demonstration's doors, as its button does. */
async function enter(
  context: BrowserContext,
  url: string,
  door: InputOf<typeof signInDemo>,
): Promise<void> {
  const reply = await context.request.post(`${url}/api/sign-in/demo`, { data: door });
  if (!reply.ok()) throw new Error(`the door ${door.as} is closed: ${await reply.text()}`);
}

/** Waits until a page that stood still has another width: its parts have heard of it and are drawn again. */
export async function resized(page: Page): Promise<void> {
  await page.waitForFunction(isDrawn, randomUUID());
}

/** Waits until the page shows what it has to show, and stands still. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.waitForFunction(isStill, { asked: randomUUID(), ...stillness });
}
