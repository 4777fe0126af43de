// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { openEmbedded, openServer } from '../kernel/db.ts';
import { lockFolder } from '../kernel/lock.ts';
import { reach } from '../kernel/reach.ts';
import { type OpenDatabase, Trouble } from './shell.ts';

export const databaseFolder = (config: Config): string => join(resolve(config.DATA_DIR), 'db');
/** The owner's address: migrations, backups. */
export const adminUrl = (config: Config): string | undefined =>
  config.DATABASE_ADMIN_URL ?? config.DATABASE_URL;

/**
 * Opens the database as the program would, changing nothing.
 *
 * @throws {Trouble} when it cannot be reached, is held by another process, or is not there yet
 */
export async function openForReading(config: Config): Promise<OpenDatabase> {
  if (config.DATABASE_URL !== undefined) return openAddress(config.DATABASE_URL);
  if (!existsSync(`${databaseFolder(config)}.ready`))
    throw new Trouble('doctor.nothing-yet', { folder: resolve(config.DATA_DIR) });
  return openFolder(config);
}

/** The same as the owner. */
export async function openAsOwner(config: Config): Promise<OpenDatabase> {
  const url = adminUrl(config);
  return url === undefined ? openForReading(config) : openAddress(url);
}

async function openFolder(config: Config): Promise<OpenDatabase> {
  const release = await lockFolder(resolve(config.DATA_DIR));
  try {
    const db = await openEmbedded({ folder: databaseFolder(config) });
    return {
      db,
      close: async () => {
        await db.close();
        await release();
      },
    };
  } catch (fault) {
    await release();
    throw fault;
  }
}

async function openAddress(url: string): Promise<OpenDatabase> {
  const db = openServer({ url, connections: 1 });
  try {
    await reach(db);
    return { db, close: () => db.close() };
  } catch (fault) {
    await db.close();
    throw fault;
  }
}
