// SPDX-License-Identifier: Apache-2.0
import { existsSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Config } from './config.ts';
import { systemClock } from './kernel/clock.ts';
import { type Database, openEmbedded, openServer, programRole } from './kernel/db.ts';
import { findMode, type Mode, writeMode } from './kernel/install.ts';
import { migrateJobs } from './kernel/jobs.ts';
import { lockFolder } from './kernel/lock.ts';
import { migrate, refuseForeign } from './kernel/migrate.ts';
import { reach } from './kernel/reach.ts';
import { isEmpty, migrationFacts, migrationsRun } from './kernel/selfcheck.ts';
import { Trouble } from './kernel/voice.ts';
import { layLived } from './lived.ts';
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
    await reach(db);
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
  refuseForeign(await migrationsRun(db));
  const { waiting } = await migrationFacts(db);
  if (waiting.length > 0 || (await findMode(db.kysely)) === undefined) return false;
  await settleMode(db, mode); // refuses the other mode
  return true;
}

async function prepare(url: string, mode: Mode): Promise<void> {
  const owner = openServer({ url, connections: 1 });
  try {
    await reach(owner);
    await bringUpToDate(owner);
    await settleMode(owner, mode);
  } catch (fault) {
    const lacksRights = (fault as { code?: string }).code === '42501';
    throw lacksRights ? new Trouble('migrate.needs-owner') : fault;
  } finally {
    await owner.close();
  }
}

/** The embedded database: from the lived or the prepared city, else made anew. A half-made folder is thrown away first. */
async function openFolder(config: Config, mode: Mode): Promise<Database> {
  const folder = join(resolve(config.DATA_DIR), 'db');
  const ready = `${folder}.ready`;
  if (!existsSync(ready)) rmSync(folder, { recursive: true, force: true });
  const fresh = mode === 'demo' && !existsSync(folder) && !layLived(config, systemClock());
  const load = fresh && existsSync(preparedCity) ? await openAsBlob(preparedCity) : undefined;
  const db = await openEmbedded(load === undefined ? { folder } : { folder, load });
  await bringUpToDate(db);
  await settleMode(db, mode);
  writeFileSync(ready, `${systemClock().toISOString()}\n`);
  await db.run(`grant pg_checkpoint to ${programRole}; set role ${programRole}`);
  return db;
}

/** Migrations and job tables; as the owner. */
export async function bringUpToDate(db: Database): Promise<void> {
  await db.run(`select pg_advisory_lock(${firstStart})`);
  try {
    await migrateJobs(db);
    await migrate(db);
  } finally {
    await db.run(`select pg_advisory_unlock(${firstStart})`);
  }
}

/** Several processes may start at once: whoever holds this advisory lock prepares the database. */
const firstStart = 771001;

/**
 * A database is a demonstration or real for ever; a new one gets its first rows. All of them or none: an
 * interrupted first start is simply made again.
 *
 * @throws {Trouble} when it is of the other mode
 */
export async function settleMode({ kysely }: Database, mode: Mode): Promise<void> {
  if (isSettled(await findMode(kysely), mode)) return;
  await kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(firstStart)})`.execute(db);
    if (isSettled(await findMode(db), mode)) return; // by another process, while this one waited
    const now = systemClock();
    if (mode === 'demo') await seedDemo(db, now);
    await seedRules(db, now);
    await writeMode(db, mode, now);
  });
}

function isSettled(found: Mode | undefined, mode: Mode): boolean {
  if (found !== undefined && found !== mode)
    throw new Trouble(mode === 'demo' ? 'start.is-real' : 'start.is-demo');
  return found === mode;
}
