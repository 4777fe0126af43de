// SPDX-License-Identifier: Apache-2.0
// A deployment as an operator makes it: settings, folders, and a database of the kind that the Vitest project says.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPostgres } from '../../scripts/need.mjs';
import { commands, openAsOwner, openForReading, runCommand, type Shell } from '../src/cli/index.ts';
import { type Config, readConfig } from '../src/config.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { type Database, openEmbedded, openServer } from '../src/kernel/db.ts';
import { migrations } from '../src/kernel/migrate.ts';
import { bringUpToDate, openDatabase } from '../src/opening.ts';
import type { Program } from '../src/program.ts';
import { startProgram } from '../src/starting.ts';
import { keptDump } from './dumps.ts';
import { type Cluster, startThrowAway } from './postgres.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Two machines' worth of room: where the deployment is, and where it is restored to. */
export interface Site {
  readonly settings: Readonly<Record<string, string>>;
  readonly config: Config;
  /** Runs a command of `lilong`; its exit code and all that it said. */
  lilong(
    args: readonly string[],
    more?: Record<string, string>,
  ): Promise<{ code: number; said: string }>;
  /** The program as `npm run serve` puts it together, without a port. */
  start(): Promise<Program & { stop(): Promise<void> }>;
  /** Runs SQL as the owner. */
  asOwner(text: string): Promise<Record<string, unknown>[]>;
  /**
   * Keeps the embedded database open for the commands and the SQL that follow, since each opening takes seconds.
   * Nothing else opens it until it is let go of.
   */
  hold(): Promise<() => Promise<void>>;
}
export interface Ground {
  readonly cluster: Cluster | undefined;
  readonly folder: string;
  /** A site with nothing in it. */
  newSite(name: string, settings?: Record<string, string>): Promise<Site>;
  clear(): Promise<void>;
}

/** Room for deployments. On PostgreSQL with a cluster of its own, because roles are the cluster's. */
export async function breakGround(startCluster = startThrowAway): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'lilong-site-'));
  const onServer = process.env.LILONG_TEST_DB === 'postgres';
  const cluster = onServer ? await startCluster() : undefined;
  if (cluster !== undefined) makeRoles(cluster);
  return {
    cluster,
    folder,
    newSite: async (name, more = {}) => {
      const settings = {
        ...{ DATA_DIR: join(folder, name), LOG_LEVEL: 'error', PUBLIC_URL: 'https://town.example' },
        ...(cluster === undefined ? {} : await addressesOf(cluster, name)),
        ...more,
      };
      return siteOf(settings);
    },
    clear: async () => {
      await cluster?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** deploy/roles.sql, as docs/operations.md has it run. It makes the database `lilong` as well. */
function makeRoles(cluster: Cluster): void {
  const psql = join(findPostgres()?.bin ?? '', 'psql');
  const passwords = ['-v', 'owner_password=owner-secret', '-v', 'program_password=app-secret'];
  const script = join(root, 'deploy/roles.sql');
  const args = ['-X', '-v', 'ON_ERROR_STOP=1', ...passwords, '-f', script, cluster.adminUrl];
  const made = spawnSync(psql, args, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`deploy/roles.sql: ${made.stderr}`);
}

/** The first site takes the database that roles.sql made; others get one made in the same way. */
async function addressesOf(cluster: Cluster, name: string): Promise<Record<string, string>> {
  const database = name === 'town' ? 'lilong' : name;
  if (database !== 'lilong') {
    await onCluster(
      cluster.adminUrl,
      `create database "${database}" owner lilong_owner encoding 'UTF8' locale 'C' template template0`,
    );
    await onCluster(addressAt(cluster, database), 'create extension postgis');
  }
  return {
    DATABASE_URL: addressAt(cluster, database, 'lilong_app', 'app-secret'),
    DATABASE_ADMIN_URL: addressAt(cluster, database, 'lilong_owner', 'owner-secret'),
  };
}

export function addressAt(
  cluster: Cluster,
  database: string,
  user?: string,
  password?: string,
): string {
  const url = new URL(cluster.adminUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}

export async function onCluster(url: string, text: string): Promise<Record<string, unknown>[]> {
  const db = openServer({ url, connections: 1 });
  try {
    return (await db.run(text)).rows;
  } finally {
    await db.close();
  }
}

/** A deployment of these settings, as another process or machine would see it. */
export function siteOf(settings: Record<string, string>): Site {
  const config = readConfig(settings);
  let held: Database | undefined;
  return {
    settings,
    config,
    lilong: (args, more = {}) => run(args, { ...settings, ...more }, held),
    start: () => start(config),
    asOwner: async (text) => {
      if (config.DATABASE_ADMIN_URL !== undefined)
        return onCluster(config.DATABASE_ADMIN_URL, text);
      if (held !== undefined) return (await held.run(text)).rows;
      const { db, close } = await openAsOwner(config);
      try {
        return (await db.run(text)).rows;
      } finally {
        await close();
      }
    },
    hold: async () => {
      if (config.DATABASE_URL !== undefined) return async () => undefined;
      const { db, close } = await openForReading(config);
      held = db;
      return () => {
        held = undefined;
        return close();
      };
    },
  };
}

async function run(args: readonly string[], env: Record<string, string>, held?: Database) {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const config = readConfig(env);
  const shell: Shell = {
    ...{ config, clock: systemClock, out: say, err: say },
    passphrase: async () => env.LILONG_PASSPHRASE,
    number: async () => env.NUMBER,
    open: held && (async () => ({ db: held, close: async () => undefined })),
  };
  const migrate = async (): Promise<number> => {
    await layFoundation(config);
    const { db, release } = await openDatabase(config, 'real');
    await db.close();
    await release();
    return 0;
  };
  const code = await runCommand(shell, { ...commands, migrate }, args);
  return { code, said: lines.join('\n') };
}

/** Putting PostGIS into a new embedded database takes seconds; the drills begin from one that has it. */
async function layFoundation(config: Config): Promise<void> {
  const folder = join(config.DATA_DIR, 'db');
  if (config.DATABASE_URL !== undefined || existsSync(folder)) return;
  const digests = migrations().map(({ digest }) => digest);
  const dump = await keptDump('deployment', digests.join(), bringUpToDate);
  mkdirSync(config.DATA_DIR, { recursive: true });
  const db = await openEmbedded({ folder, load: await openAsBlob(dump) });
  await db.close();
  writeFileSync(`${folder}.ready`, '');
}

async function start(config: Config): Promise<Program & { stop(): Promise<void> }> {
  const program = await startProgram(config, 'real');
  return { ...program, stop: () => program.close() };
}
