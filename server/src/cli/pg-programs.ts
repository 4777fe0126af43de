// SPDX-License-Identifier: Apache-2.0
// pg_dump and pg_restore. The address travels in the environment, so that no password shows in `ps`.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Trouble } from './shell.ts';

const debianHome = '/usr/lib/postgresql';

/** The newest of a program on this machine: it reads the servers of its own version and older ones. */
export function findPgProgram(name: string, env: NodeJS.ProcessEnv): string {
  const installed = existsSync(debianHome)
    ? readdirSync(debianHome).map((version) => join(debianHome, version, 'bin'))
    : [];
  const found = [...installed, ...(env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .filter(existsSync)
    .map((path) => ({ path, major: majorOf(path) }))
    .sort((a, b) => b.major - a.major)[0];
  if (found === undefined || found.major === 0) throw new Trouble('backup.no-program', { name });
  return found.path;
}

function majorOf(path: string): number {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return Number(/\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** libpq's own variables for an address. */
export function pgEnvironment(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const given = {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: searchParams.get('sslrootcert') ?? '',
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

/** Runs a program to its end. @throws {Trouble} with what it said when it fails */
export async function runPg(
  path: string,
  args: readonly string[],
  url: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', ...pgEnvironment(url), ...more };
  const child = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString('utf8')));
  const code = await endOf(child);
  if (code !== 0) {
    const detail = said.join('').trim().split('\n').slice(-5).join('\n');
    throw new Trouble('backup.program-failed', { name: path, detail });
  }
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
