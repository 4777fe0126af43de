// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const longest = 100; // bytes that every system takes as the path of a socket

/** Another program holds the data folder. */
export class FolderHeld extends Error {
  readonly holder: string;
  constructor(folder: string, holder: string) {
    super(
      `数据目录 ${folder} 正被进程 ${holder} 使用，请先停掉它。\nThe data folder ${folder} is in use by process ${holder}; stop that one first.`,
    );
    this.holder = holder;
  }
}

/**
 * Takes the data folder for this process. The lock is a listening socket, so that the system
 * itself lets go of it when the process dies, however it dies.
 *
 * @throws {FolderHeld} naming the process that has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const path = socketOf(realpathSync(folder));
  const holder = await askHolder(path);
  if (holder !== undefined) throw new FolderHeld(folder, holder);
  rmSync(path, { force: true });
  const server = await listenAt(path);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function socketOf(folder: string): string {
  const inside = join(folder, 'lock');
  if (Buffer.byteLength(inside) <= longest) return inside;
  return join(tmpdir(), `lilong-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`);
}

function askHolder(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.setTimeout(2000, () => socket.destroy(new Error('silent')));
    socket.on('data', (answer) => {
      resolve(answer.toString('utf8'));
      socket.destroy();
    });
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(undefined));
  });
}

function listenAt(path: string): Promise<Server> {
  const server = createServer((socket) => socket.end(String(process.pid)));
  server.unref();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(path, () => resolve(server));
  });
}
