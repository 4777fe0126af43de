// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';

/** One thing said of the product, its contact still sealed. */
export interface Said {
  readonly no: number;
  readonly at: Date;
  readonly about: string;
  readonly words: string;
  readonly contact: string | null;
}

export async function insertFeedback(
  ctx: Ctx,
  about: 'complaint' | 'suggestion' | 'accessibility',
  words: string,
  contact: string | null,
): Promise<number> {
  const row = await ctx.db
    .insertInto('office.feedback')
    .values({
      about,
      words,
      contact_sealed: contact === null ? null : ctx.keys.seal(contact),
      account: ctx.actor.account,
      at: ctx.now,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return row.no;
}

/** Newest first. */
export async function selectFeedback(db: Db, limit: number): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select no, at, about, words, contact_sealed as contact from office.feedback
    order by no desc limit ${limit}::int`.execute(db);
  return rows;
}

/** Name of the city, empty before its places are imported. */
export async function cityName(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from places.place where parent is null and valid_to is null order by no limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.name ?? '';
}
