// SPDX-License-Identifier: Apache-2.0
// How soon a newcomer sees a page, and how much memory the server takes while people work.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preparedCity } from '@lilong/server/opening';
import type { Size } from './benches.ts';
import { DISTRICT } from './cases-list.ts';
import { CONNECTIONS, reportsOf } from './cases-report.ts';
import { type Asked, load } from './load.ts';
import { type Running, type Setting, startProgram } from './programs.ts';
import { type Found, figure } from './rounds.ts';
import type { City } from './town.ts';

/** What is promised; the ratio is the tightest of them: 1 and more when all are kept. */
const budgets = { first: 15, second: 5, server: 300, embedded: 1300 };
const EVERY_MS = 100;

export async function start(city: City, size: Size): Promise<Found> {
  if (!existsSync(preparedCity)) prepare();
  const folder = mkdtempSync(join(tmpdir(), 'lilong-start-'));
  const setting = { folder, environment: { DATA_DIR: join(folder, 'var') } };
  const first = await startDemo(setting);
  await first.running.stop();
  const second = await startDemo(setting);
  const embedded = await memoryUnder(size, second.running, await demoWork(second.running.port));
  await second.running.stop();
  rmSync(folder, { recursive: true, force: true });
  const server = await onServer(city, size);
  const figures = [
    figure('first start, to the first page', first.seconds, 's'),
    figure('second start, to the first page', second.seconds, 's'),
    figure('memory under load on PostgreSQL', server, 'MB'),
    figure('memory under load with the embedded database', embedded, 'MB'),
  ];
  const ratio = Math.min(
    budgets.first / first.seconds,
    budgets.second / second.seconds,
    budgets.server / server,
    budgets.embedded / embedded,
  );
  return { figures, ratio };
}

/** As `npm ci` does. */
function prepare(): void {
  const file = fileURLToPath(new URL('../../server/src/prepare.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the demonstration city could not be prepared');
}

/** Starts the demonstration and waits for the figures of its landing page. */
async function startDemo(setting: Setting): Promise<{ running: Running; seconds: number }> {
  const from = performance.now();
  const running = await startProgram('demo', setting);
  const page = await fetch(`http://127.0.0.1:${running.port}/api/figures`);
  if (!page.ok) throw new Error(`the landing page: ${page.status}`);
  await page.arrayBuffer();
  return { running, seconds: (performance.now() - from) / 1000 };
}

/** A resident reports, a district officer looks; both came in by the doors of the demonstration. */
async function demoWork(port: number): Promise<() => Asked> {
  const [resident, district] = [await enter(port, 'resident'), await enter(port, 'district')];
  let no = 0;
  return () => {
    no += 1;
    if (no % 2 === 0) return { method: 'GET', path: '/api/cases', headers: district };
    const said = { place: LANE, address: `${no} 号`, words: '路灯不亮', photos: [] };
    return { method: 'POST', path: '/api/reports', headers: resident, body: JSON.stringify(said) };
  };
}
const LANE = 310101002001000;

async function enter(port: number, as: string): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${port}/api/sign-in/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  });
  const { csrf } = (await reply.json()) as { csrf?: string };
  const cookie = reply.headers.get('set-cookie')?.split(';')[0];
  if (csrf === undefined || cookie === undefined) throw new Error(`no door for ${as}`);
  return `cookie: ${cookie}\r\nx-csrf: ${csrf}\r\n`;
}

async function onServer(city: City, size: Size): Promise<number> {
  const town = await city.town();
  const reports = await reportsOf(town, size.people);
  const district = await town.signIn('district', DISTRICT);
  const program = await startProgram('serve', town);
  let no = 0;
  const work = (): Asked => {
    no += 1;
    return no % 2 === 0 ? { method: 'GET', path: '/api/cases', headers: district } : reports();
  };
  const memory = await memoryUnder(size, program, work);
  await program.stop();
  await town.close();
  return memory;
}

/** The most that the program took while 16 people worked without a pause, MB. */
async function memoryUnder(size: Size, program: Running, work: () => Asked): Promise<number> {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, program.memoryMb());
  }, EVERY_MS);
  const seconds = size.seconds * size.rounds;
  await load({ port: program.port, connections: CONNECTIONS, seconds, next: work });
  clearInterval(look);
  return Math.max(most, program.memoryMb());
}
