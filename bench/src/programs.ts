// SPDX-License-Identifier: Apache-2.0
// The programs that are measured, each a process of its own, as in a town hall.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodeEnvironment, nodeFlags } from '../../scripts/node24.mjs';

const READY_MS = 120_000;

export interface Running {
  readonly port: number;
  /** Milliseconds from start to the first page. */
  readonly startedMs: number;
  /** Resident memory now, MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}
export type Environment = Readonly<Record<string, string>>;
/** What a program starts with, and where its log goes. */
export interface Setting {
  readonly environment: Environment;
  readonly folder: string;
}

/** Those that run: a bench that fails stops none of its own. */
const running = new Set<Running>();
export async function stopAll(): Promise<void> {
  for (const one of running) await one.stop();
}

/** The program itself, as `npm start` and `npm run serve` run it. */
export function startProgram(mode: 'serve' | 'demo', setting: Setting): Promise<Running> {
  return start('../../server/src/main.ts', [mode], setting);
}

/** The bare floor beside it. */
export function startBare(setting: Setting): Promise<Running> {
  return start('./bare.ts', [], setting);
}

async function start(
  file: string,
  args: readonly string[],
  { environment, folder }: Setting,
): Promise<Running> {
  const log = join(folder, 'log');
  const port = await freePort();
  const from = performance.now();
  const out = openSync(log, 'a');
  const env = { ...nodeEnvironment, ...process.env, ...environment, PORT: String(port) };
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [...nodeFlags, path, ...args], {
    stdio: ['ignore', out, out],
    env,
  });
  await waitFor(child, `http://127.0.0.1:${port}/healthz`, log);
  const startedMs = performance.now() - from;
  const program: Running = {
    port,
    startedMs,
    memoryMb: () => memoryOf(child),
    stop: async () => {
      running.delete(program);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
  running.add(program);
  return program;
}

async function waitFor(child: ChildProcess, url: string, log: string): Promise<void> {
  const until = performance.now() + READY_MS;
  while (performance.now() < until && child.exitCode === null) {
    const answered = await fetch(url).then(
      (reply) => reply.ok,
      () => false,
    );
    if (answered) return;
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new Error(`did not start: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const at = probe.address();
  probe.close();
  await once(probe, 'close');
  if (at === null || typeof at === 'string') throw new Error('no port is free');
  return at.port;
}
