// SPDX-License-Identifier: Apache-2.0
import type { Database, Db } from './db.ts';

/** What a database is for. It never changes. */
export type Mode = 'demo' | 'real';

export async function findMode(db: Database): Promise<Mode | undefined> {
  const found = await db.kysely.selectFrom('kernel.install').select('mode').executeTakeFirst();
  return found?.mode;
}

export async function writeMode(db: Db, mode: Mode, now: Date): Promise<void> {
  await db.insertInto('kernel.install').values({ mode, made_at: now }).execute();
}
