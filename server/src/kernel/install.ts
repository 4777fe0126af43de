// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database, Db } from './db.ts';
import { type Keys, newRing, readKeys, writeRing } from './keys.ts';
import { Trouble } from './voice.ts';

/** What a database is for. It never changes. */
export type Mode = 'demo' | 'real';

export async function findMode(db: Db): Promise<Mode | undefined> {
  const found = await db.selectFrom('kernel.install').select('mode').executeTakeFirst();
  return found?.mode;
}

export async function writeMode(db: Db, mode: Mode, now: Date): Promise<void> {
  await db.insertInto('kernel.install').values({ mode, made_at: now }).execute();
}

/**
 * The keys of this deployment. The first start makes them, and from then on the database knows its key:
 * telephone numbers are found, opened and signed for with that one only.
 *
 * @throws {Trouble} when `file` is missing or holds another key than the database was sealed with
 */
export async function settleKeys({ kysely }: Database, file: string): Promise<Keys> {
  return kysely.transaction().execute(async (db) => {
    // Processes that start at once take turns, so that one of them makes the key.
    await sql`select from kernel.install for update`.execute(db);
    const used = await usedKey(db);
    if (!existsSync(file)) {
      if (used !== undefined) throw new Trouble('start.keys-gone', { file, used });
      writeRing(file, newRing());
    }
    const keys = readKeys(file);
    if (keys.earlier.some(({ id }) => id === used))
      throw new Trouble('start.keys-rotating', { file });
    if (used !== undefined && used !== keys.id)
      throw new Trouble('doctor.keys-other', { file, id: keys.id, used });
    await db.updateTable('kernel.install').set({ key_id: keys.id }).execute();
    return keys;
  });
}

/** Names the key that the database was sealed with; undefined in a new one. */
export async function usedKey(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ used: string | null }>`
    select coalesce((select key_id from kernel.install),
      (select key_id from audit.block order by no desc limit 1)) as used`.execute(db);
  return rows[0]?.used ?? undefined;
}

/** From now on the database is sealed with this key. What a retry sent before cannot be compared any more. */
export async function takeKey(db: Db, { id }: Keys): Promise<void> {
  await db.updateTable('kernel.idempotency').set({ digest: '' }).execute();
  await db.updateTable('kernel.install').set({ key_id: id }).execute();
}
