// SPDX-License-Identifier: Apache-2.0
// A demonstration whose clock can be turned on: what waits for days is over in a moment.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@lilong/server/config';
import type { Host } from '@lilong/server/kernel/host';
import { startProgram } from '@lilong/server/starting';
import { type Demo, demoAt } from './demo.ts';

export interface Turned {
  readonly demo: Demo;
  readonly host: Host;
  /** So many milliseconds pass. */
  turn(ms: number): void;
}

/** Sessions outlast whatever is turned. */
const settings = { LOG_LEVEL: 'error', SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000' };

/** The program in this process, on a data folder of its own. */
export async function startTurned(): Promise<Turned> {
  const folder = mkdtempSync(join(tmpdir(), 'lilong-turned-'));
  let on = 0;
  const config = readConfig({ DATA_DIR: folder, ...settings });
  const { host, close } = await startProgram(config, 'demo', {
    read: () => new Date(Date.now() + on),
  });
  await host.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = host.http.server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    ...{ host, demo: await demoAt(`http://127.0.0.1:${port}`, stop) },
    turn: (ms) => {
      on += ms;
    },
  };
}
