// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Trouble } from './voice.ts';

const longest = 80; // bytes; every system takes 100 as the path of a socket, and a number is added
const patience = 2000; // ms that a holder has to say its name

/**
 * Takes the data folder for this process. The lock is a listening socket, so that the system
 * itself lets go of it when the process dies, however it dies. Sockets are numbered and the highest
 * one counts: who finds it dead takes the next number, which only one can, and a number is never used
 * twice. So of many starts at once one wins, and nobody removes what another one holds.
 *
 * @throws {Trouble} naming the process that has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const base = baseOf(realpathSync(folder));
  // It listens before it has its number: what bears a number and does not answer is dead.
  const fresh = `${base}.new-${randomBytes(4).toString('hex')}`;
  const server = await listenAt(fresh);
  const release = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  try {
    await takeNumber(folder, base, fresh);
    writeFileSync(pidFile(base), String(process.pid));
  } catch (fault) {
    await release();
    throw fault;
  } finally {
    rmSync(fresh, { force: true });
  }
  return release;
}

async function takeNumber(folder: string, base: string, socket: string): Promise<void> {
  for (;;) {
    const highest = Math.max(0, ...numbersAt(base));
    const holder = highest === 0 ? undefined : await askHolder(base, highest);
    if (holder !== undefined) throw new Trouble('doctor.folder-held', { folder, holder });
    const next = highest + 1;
    if (!linked(socket, `${base}.${next}`)) continue; // another start was quicker
    const others = numbersAt(base).filter((number) => number !== next);
    const isLate = others.some((number) => number > next); // while we looked, others came and perhaps went
    const removed = isLate ? [next] : others;
    for (const number of removed) rmSync(`${base}.${number}`, { force: true });
    if (!isLate) return;
  }
}

/** In the folder; a folder whose path is too long for a socket has its lock among the temporary files. */
function baseOf(folder: string): string {
  const inside = join(folder, 'lock');
  if (Buffer.byteLength(inside) <= longest) return inside;
  return join(tmpdir(), `lilong-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`);
}
const pidFile = (base: string): string => `${base}.pid`;

function numbersAt(base: string): number[] {
  const start = `${basename(base)}.`;
  return readdirSync(dirname(base))
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)));
}

/** Who listens, by its number; undefined when nobody does. One that is stopped or busy says nothing and holds all the same. */
function askHolder(base: string, number: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(`${base}.${number}`);
    const held = (answer = ''): void => {
      resolve(answer === '' ? writtenHolder(base) : answer);
      socket.destroy();
    };
    socket.setTimeout(patience, () => held());
    socket.on('data', (answer) => held(answer.toString('utf8')));
    socket.on('end', () => held());
    socket.on('error', ({ code }: NodeJS.ErrnoException) =>
      code === 'ECONNREFUSED' || code === 'ENOENT' ? resolve(undefined) : held(),
    );
  });
}

function writtenHolder(base: string): string {
  return existsSync(pidFile(base)) ? readFileSync(pidFile(base), 'utf8') : '?';
}

/** False when the name is taken. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

function listenAt(path: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined); // whoever asked did not wait
    socket.end(String(process.pid));
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(path, () => resolve(server));
  });
}
