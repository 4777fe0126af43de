// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgres } from '../../scripts/need.mjs';
import { createDatabase } from './postgres-databases.ts';

const PREFIX = 'lilong-pg-';
const READY_MS = 60_000;

/** A PostgreSQL of our own, in a temporary folder, on a free loopback port. */
export interface Cluster {
  /** postgres:// address of its superuser, database `postgres`. */
  readonly adminUrl: string;
  /** Makes a database, empty or as a copy of `template`, and returns its address. */
  newDatabase(name: string, template?: string): Promise<string>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
  /** Ends every one of its processes with SIGKILL, as a power cut would. The folder stays. */
  kill9(): Promise<void>;
  /** Starts the server again on the same folder and port, after `kill9` or in mid-life. */
  restart(): Promise<void>;
}

/** `postgresql.conf` settings by name, such as `{ shared_buffers: '512MB' }`. */
export type Settings = Readonly<Record<string, string>>;

/** For behaviour tests: nothing is forced to disk, so a crash may lose everything. */
export function startThrowAway(settings: Settings = {}): Promise<Cluster> {
  return start({ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', ...settings });
}

/** For benches and crash tests: what was committed stays, as in a town hall. */
export function startDurable(settings: Settings = {}): Promise<Cluster> {
  return start({ fsync: 'on', synchronous_commit: 'on', ...settings });
}

interface Home {
  readonly bin: string;
  readonly folder: string;
  readonly data: string;
  readonly user: { uid: number; gid: number } | undefined;
  readonly settings: Settings;
  readonly port: number;
  readonly adminUrl: string;
}

async function start(settings: Settings): Promise<Cluster> {
  sweepAbandoned();
  const home = await makeHome(settings);
  let server = await launch(home);
  const removeAtExit = () => {
    server.kill('SIGKILL');
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', removeAtExit);

  return {
    adminUrl: home.adminUrl,
    newDatabase: (name, template) => createDatabase(home.adminUrl, name, template),
    async stop() {
      await end(server, 'SIGINT');
      process.off('exit', removeAtExit);
      rmSync(home.folder, { recursive: true, force: true, maxRetries: 5 });
    },
    async kill9() {
      const children = childrenOf(server.pid);
      const gone = end(server, 'SIGKILL');
      for (const pid of children) killIfThere(pid);
      await gone;
    },
    async restart() {
      await end(server, 'SIGINT');
      server = await launch(home);
    },
  };
}

/** Makes the data folder. PostgreSQL refuses to run as root, so root lends it to `postgres`. */
async function makeHome(settings: Settings): Promise<Home> {
  const found = findPostgres();
  if (found === undefined) throw new Error('no PostgreSQL 15+ with PostGIS: node scripts/need.mjs');
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const user = unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  writeFileSync(join(folder, 'owner'), String(process.pid));
  const password = randomBytes(12).toString('hex');
  const secret = join(folder, 'secret');
  writeFileSync(secret, password, { mode: 0o644 });
  const data = join(folder, 'data');
  const made = spawnSync(
    join(found.bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256'].concat([
      '--no-sync',
      '--pwfile',
      secret,
    ]),
    { cwd: folder, encoding: 'utf8', ...user },
  );
  rmSync(secret);
  if (made.status !== 0) throw new Error(`initdb: ${made.stdout}${made.stderr}`);
  const port = await freePort();
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { bin: found.bin, folder, data, user, settings, port, adminUrl };
}

async function launch(home: Home): Promise<ChildProcess> {
  const wanted: Settings = {
    listen_addresses: '127.0.0.1',
    port: String(home.port),
    unix_socket_directories: '',
    ...home.settings,
  };
  const args = Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = join(home.folder, 'log');
  const until = performance.now() + READY_MS;
  while (performance.now() < until) {
    const out = openSync(log, 'a');
    const server = spawn(join(home.bin, 'postgres'), ['-D', home.data, ...args], {
      cwd: home.folder,
      stdio: ['ignore', out, out],
      ...home.user,
    });
    if (await answers(server, home.adminUrl, until)) return server;
    await end(server, 'SIGQUIT');
    // After kill9 the old processes may need a moment to let go of the folder.
    await sleep(200);
  }
  throw new Error(`PostgreSQL does not start: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

/** Waits until the server takes connections; false when it ended instead. */
async function answers(server: ChildProcess, url: string, until: number): Promise<boolean> {
  while (performance.now() < until && server.exitCode === null && server.signalCode === null) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill(signal);
  await gone;
}

function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'postgres' || name === 'nobody');
  return { uid: Number(row?.[2] ?? 65_534), gid: Number(row?.[3] ?? 65_534) };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // a TCP server has no other kind of address
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The server's own processes; each is a session of its own, so no process group names them. */
function childrenOf(pid: number | undefined): number[] {
  const listed = `/proc/${pid}/task/${pid}/children`;
  if (pid === undefined || !existsSync(listed)) return [];
  return readFileSync(listed, 'utf8')
    .split(' ')
    .map(Number)
    .filter((child) => child > 0);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself when its parent did.
  }
}

/** Removes what a killed test run left behind: its server and its folder. */
function sweepAbandoned(): void {
  const pgCtl = join(findPostgres()?.bin ?? '', 'pg_ctl');
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, 'owner');
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue;
    const data = join(folder, 'data');
    spawnSync(pgCtl, ['stop', '-D', data, '-m', 'immediate'], { cwd: folder, ...unprivileged() });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
