// SPDX-License-Identifier: Apache-2.0
// Single ratings. Row-level security stands beneath each statement: reach.ts says what the transaction may see.
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import type { RatingPatch, RatingRow, RatingStepRow, Said } from './tables.ts';

/** The row, or undefined when the subject was rated before. */
export async function insertRating(
  ctx: Ctx,
  row: Omit<RatingRow, 'no' | 'version'>,
): Promise<RatingRow | undefined> {
  const made = await ctx.db
    .insertInto('ratings.rating')
    .values(row)
    .onConflict((found) => found.columns(['street', 'subject']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return made as RatingRow | undefined;
}

export async function lockRating(ctx: Ctx, key: RowKey): Promise<RatingRow | undefined> {
  const { rows } = await sql<RatingRow>`
    select * from ratings.rating where street = ${key.street} and no = ${key.no} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** The rating of a visit or matter, as its rater sees it. */
export async function selectOf(
  ctx: Ctx,
  { street, ref }: { readonly street: number; readonly ref: string },
): Promise<RatingRow | undefined> {
  const { rows } = await sql<RatingRow>`
    select * from ratings.rating where street = ${street} and subject = ${ref}`.execute(ctx.db);
  return rows[0];
}

export async function isRatedByAnybody(
  ctx: Ctx,
  { street, ref }: { readonly street: number; readonly ref: string },
): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select ratings.is_rated(${street}::int, ${ref}::text) as yes`.execute(ctx.db);
  return rows[0]?.yes === true;
}

export async function updateRating(
  ctx: Ctx,
  row: RatingRow,
  patch: RatingPatch,
): Promise<RatingRow> {
  const made = await ctx.db
    .updateTable('ratings.rating')
    .set({ ...patch, version: row.version + 1 })
    .where('street', '=', row.street)
    .where('no', '=', row.no)
    .returningAll()
    .executeTakeFirstOrThrow();
  return made as RatingRow;
}

export interface Step {
  readonly did: RatingStepRow['did'];
  readonly words?: string | undefined;
  readonly way?: RatingStepRow['way'] | undefined;
}

/** Of a rater nothing is written but that it was one. */
export async function insertStep(ctx: Ctx, row: RatingRow, step: Step): Promise<void> {
  const { post, account } = ctx.actor;
  const sealed = step.words === undefined ? null : ctx.keys.seal(step.words);
  await runLater(
    ctx.db,
    sql`insert into ratings.step (street, rating, at, did, organisation, role, account, way, sealed)
      values (${row.street}, ${row.no}, ${ctx.now}::timestamptz, ${step.did}, ${post?.organisation ?? null}::bigint,
        ${post?.role ?? 'resident'}, ${post === null ? null : account}::bigint, ${step.way ?? null}, ${sealed})`,
  );
}

export interface StepFound extends RatingStepRow {
  readonly organisationName: string | null;
}
export async function selectSteps(ctx: Ctx, { street, no }: RowKey): Promise<StepFound[]> {
  const { rows } = await sql<StepFound>`
    select s.*, o.name as "organisationName" from ratings.step s
    left join places.organisation o on o.no = s.organisation
    where s.street = ${street} and s.rating = ${no} order by s.no`.execute(ctx.db);
  return rows;
}

export async function nameOf(ctx: Ctx, organisation: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from places.organisation where no = ${organisation}`.execute(ctx.db);
  return rows[0]?.name ?? '';
}

export const sealSaid = ({ keys }: Pick<Ctx, 'keys'>, said: Said): string | null =>
  said.words === null && said.phone === null ? null : keys.seal(JSON.stringify(said));
export const openSaid = (
  { keys }: Pick<Ctx, 'keys'>,
  { sealed }: Pick<RatingRow, 'sealed'>,
): Said =>
  sealed === null ? { words: null, phone: null } : (JSON.parse(keys.open(sealed)) as Said); // our own
