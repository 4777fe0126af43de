// SPDX-License-Identifier: Apache-2.0
// The demonstration as a newcomer starts it, and a real Chromium in front of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { demoDoors } from '@lilong/contracts/identity';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/need.mjs';

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const voices = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const startMs = 60_000;

export type Door = (typeof demoDoors)[number];
export interface Size {
  readonly width: number;
  readonly height: number;
}
export const phone: Size = { width: 390, height: 844 };
export const desktop: Size = { width: 1440, height: 900 };

export interface Demo {
  readonly url: string;
  readonly browser: Browser;
  /** A fresh browser profile with one page. What the page logs as an error lands in `faults`. */
  visit(size: Size, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}
export interface VisitOptions {
  readonly as?: Door;
  readonly path?: string;
  readonly language?: 'zh-CN' | 'en-GB';
}
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

/** Starts the program on a fresh data folder and waits until it says its address. */
export async function startDemo(settings: Record<string, string> = {}): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'lilong-e2e-'));
  const server = spawn(process.execPath, [main, 'demo'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(server);
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
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('the program did not start in a minute')),
      startMs,
    );
    server.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
    server.stdout?.on('data', (text: Buffer) => {
      const found = /http:\/\/localhost:\d+/.exec(text.toString());
      if (found === null) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
  });
}

async function visit(
  browser: Browser,
  url: string,
  size: Size,
  { as, path = '/', language = 'zh-CN' }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    permissions: ['microphone'],
    reducedMotion: 'reduce',
    hasTouch: size.width < 600,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  if (as !== undefined) await enter(context, url, as);
  await page.goto(path);
  return { page, context, faults };
}

/** Goes through one of the demonstration's doors, as its button does. */
async function enter(context: BrowserContext, url: string, as: Door): Promise<void> {
  const reply = await context.request.post(`${url}/api/sign-in/demo`, { data: { as } });
  if (!reply.ok()) throw new Error(`the door ${as} is closed: ${await reply.text()}`);
}

/** Grey shapes that stand in for what has not come yet. */
const notYet = '.bone, .waiting-bar, [aria-busy="true"]';

/** Waits until the page shows what it has to show. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.waitForFunction((shapes) => document.querySelector(shapes) === null, notYet);
  await page.waitForFunction(() =>
    [...document.images].every(({ complete, loading }) => complete || loading === 'lazy'),
  );
  await page.waitForTimeout(200); // what has come is painted
}
