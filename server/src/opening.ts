// SPDX-License-Identifier: Apache-2.0
import { existsSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { systemClock } from './kernel/clock.ts';
import { type Database, openEmbedded, openServer, programRole } from './kernel/db.ts';
import { findMode, type Mode, writeMode } from './kernel/install.ts';
import { migrateJobs } from './kernel/jobs.ts';
import { lockFolder } from './kernel/lock.ts';
import { migrate } from './kernel/migrate.ts';
import { isEmpty, migrationFacts } from './kernel/selfcheck.ts';
import { sayBoth } from './kernel/voice.ts';
import { seedDemo, seedRules } from './seed/index.ts';

/** The prepared demonstration city, made once after `npm ci`. */
export const preparedCity = fileURLToPath(new URL('../../.cache/city.tar.gz', import.meta.url));

export interface Opened {
  readonly db: Database;
  /** Lets go of the data folder. */
  release(): Promise<void>;
}

/** Opens the database of this deployment, up to date and of the right mode. */
export async function openDatabase(config: Config, mode: Mode): Promise<Opened> {
  if (config.DATABASE_URL !== undefined)
    return { db: await openPostgres(config, mode), release: async () => undefined };
  const release = await lockFolder(resolve(config.DATA_DIR));
  try {
    return { db: await openFolder(config, mode), release };
  } catch (fault) {
    await release();
    throw fault;
  }
}

async function openPostgres(config: Config, mode: Mode): Promise<Database> {
  const url = config.DATABASE_URL ?? '';
  const db = openServer({ url, connections: config.DATABASE_CONNECTIONS });
  try {
    if (config.DATABASE_ADMIN_URL !== undefined || !(await isReady(db, mode)))
      await prepare(config.DATABASE_ADMIN_URL ?? url, mode);
    return db;
  } catch (fault) {
    await db.close();
    throw fault;
  }
}

/** Nothing to change, so that the owner's address is not needed: only `lilong migrate` has to know it. */
async function isReady(db: Database, mode: Mode): Promise<boolean> {
  if (await isEmpty(db)) return false;
  const { waiting, changed } = await migrationFacts(db);
  if (waiting.length + changed.length > 0 || (await findMode(db)) === undefined) return false;
  await settleMode(db, mode); // refuses the other mode
  return true;
}

async function prepare(url: string, mode: Mode): Promise<void> {
  const owner = openServer({ url, connections: 1 });
  try {
    await bringUpToDate(owner);
    await settleMode(owner, mode);
  } catch (fault) {
    const lacksRights = (fault as { code?: string }).code === '42501';
    throw lacksRights ? new Error(sayBoth('migrate.needs-owner')) : fault;
  } finally {
    await owner.close();
  }
}

/** The embedded database: from the prepared city, else made anew. A half-made folder is thrown away first. */
async function openFolder(config: Config, mode: Mode): Promise<Database> {
  const folder = join(resolve(config.DATA_DIR), 'db');
  const ready = `${folder}.ready`;
  if (!existsSync(ready)) rmSync(folder, { recursive: true, force: true });
  const fresh = !existsSync(folder);
  const load =
    fresh && mode === 'demo' && existsSync(preparedCity)
      ? await openAsBlob(preparedCity)
      : undefined;
  const db = await openEmbedded(load === undefined ? { folder } : { folder, load });
  await bringUpToDate(db);
  await settleMode(db, mode);
  writeFileSync(ready, `${systemClock().toISOString()}\n`);
  await db.run(`set role ${programRole}`);
  return db;
}

/** Migrations and job tables; as the owner. */
export async function bringUpToDate(db: Database): Promise<void> {
  await db.run('select pg_advisory_lock(771001)'); // several processes may start at once
  try {
    await migrateJobs(db);
    await migrate(db);
  } finally {
    await db.run('select pg_advisory_unlock(771001)');
  }
}

/** A database is a demonstration or real for ever; a new one gets its first rows. */
export async function settleMode(db: Database, mode: Mode): Promise<void> {
  const found = await findMode(db);
  if (found === mode) return;
  if (found !== undefined)
    throw new Error(
      mode === 'demo'
        ? '这个数据库里是真实账户，不能用演示方式打开。请用 npm run serve。\nThis database holds real accounts and does not open as a demonstration. Use npm run serve.'
        : '这个数据库是演示用的，不能当正式库。请换一个 DATA_DIR 或 DATABASE_URL。\nThis database is a demonstration. Real use needs another DATA_DIR or DATABASE_URL.',
    );
  const now = systemClock();
  if (mode === 'demo') await seedDemo(db, now);
  // Together or not at all: an interrupted first start is simply made again.
  await db.kysely.transaction().execute(async (transaction) => {
    await seedRules(transaction, now);
    await writeMode(transaction, mode, now);
  });
}
