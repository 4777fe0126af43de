// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEnvironment, nodeFlags } from '../../scripts/node24.mjs';

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const startMs = 120_000; // past midnight the city lives its days anew, and two may do so at once

export interface Server {
  readonly url: string;
  /** Ends it, and its data with it. */
  stop(): Promise<void>;
}

/** Starts the program on a fresh data folder and waits until it says its address. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'lilong-e2e-'));
  const own = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' };
  const server = spawn(process.execPath, [...nodeFlags, main, 'demo'], {
    env: { ...process.env, ...nodeEnvironment, ...own, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    url: await addressOf(server),
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error('the program did not start in two minutes'));
    }, startMs);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the program ended with ${code}`));
    });
    server.stdout?.on('data', (text: Buffer) => {
      const found = /http:\/\/localhost:\d+/.exec(text.toString());
      if (found === null) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
  });
}
