// SPDX-License-Identifier: Apache-2.0
// The program as `npm run serve` runs it: a process of its own, which may be killed at any moment.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodeEnvironment, nodeFlags, nodeOrExit } from '../../scripts/node24.mjs';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const patience = 60_000; // ms; a busy machine, and a first start

export interface Child {
  readonly pid: number;
  /** What it said on standard error so far. */
  said(): string;
  /** Waits until it answers. */
  answers(): Promise<void>;
  /** Waits until it has ended by itself; its exit code. */
  ends(): Promise<number | null>;
  /** Ends it in order, or as a power cut would. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the program; `settings` hold the PORT that it is to take. */
export function startChild(settings: Readonly<Record<string, string>>): Child {
  const env = { PATH: process.env.PATH, ...nodeEnvironment, ...settings };
  const child = spawn(nodeOrExit(), [...nodeFlags, main, 'serve'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  });
  const gone = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString('utf8');
  });
  return {
    pid: child.pid ?? 0,
    said: () => said,
    answers: () => answers(child, `http://127.0.0.1:${settings.PORT}/healthz`, () => said),
    ends: async () => {
      await gone;
      return child.exitCode;
    },
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}

async function answers(child: ChildProcess, url: string, said: () => string): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until && child.exitCode === null) {
    const healthy = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await sleep(20);
  }
  throw new Error(`did not start: ${said()}`);
}
