// SPDX-License-Identifier: Apache-2.0
// Which records were merged, and what has to be known before two are.
import { type Expression, type Selectable, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { DB } from '../../kernel/tables.ts';
import { personPolicy } from '../policy.ts';
import type { Change } from './rows.ts';

export type MergeRow = Selectable<DB['registry.merge']>;

/** Whether the actor may change one of these people at least. */
export async function mayChangeOne(ctx: Ctx, persons: readonly number[]): Promise<boolean> {
  const { rows } = await sql`select from registry.person r
    where r.no = any(${[...persons]}::bigint[]) and ${ctx.may(personPolicy, 'change', 'r')} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

/** People whose account somebody has bound, of these. */
export async function countBound(ctx: Ctx, persons: readonly number[]): Promise<number> {
  const { rows } = await sql<{ bound: number }>`select count(*)::int as bound from registry.binding
    where person = any(${[...persons]}::bigint[]) and ended_at is null`.execute(ctx.db);
  return rows[0]?.bound ?? 0;
}

export interface Paper {
  readonly person: number;
  readonly document: string;
}
export async function selectPapers(ctx: Ctx, persons: readonly number[]): Promise<Paper[]> {
  const { rows } = await sql<Paper>`select person, document from registry.person_key
    where person = any(${[...persons]}::bigint[]) and kind = 'id'`.execute(ctx.db);
  return rows;
}

export async function insertMerge(
  ctx: Ctx,
  row: Pick<MergeRow, 'survivor' | 'gone' | 'organisation' | 'role' | 'undo_until' | 'state'>,
): Promise<number> {
  const made = await ctx.db
    .insertInto('registry.merge')
    .values({ ...row, at: ctx.now, account: ctx.actor.account ?? 0 })
    .returning('no')
    .executeTakeFirstOrThrow();
  return made.no;
}

/** One that holds, locked; the caller has stated nobody yet, and sees it by who is in reach. */
export async function selectMerge(ctx: Ctx, no: number): Promise<MergeRow | undefined> {
  return ctx.db
    .selectFrom('registry.merge')
    .selectAll()
    .where('no', '=', no)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
}

/** False when somebody else was quicker. */
export async function markUndone(ctx: Ctx, no: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.merge')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.account })
    .where('no', '=', no)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Numbers of the records that became part of these, which the caller has stated. */
export async function selectMergedInto(ctx: Ctx, persons: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ gone: number }>`select gone from registry.merge
    where survivor = any(${[...persons]}::bigint[]) and undone_at is null`.execute(ctx.db);
  return rows.map(({ gone }) => gone);
}

/** The record that somebody's own became part of, where that is in reach; else the number itself. */
export async function survivorOf(ctx: Ctx, person: number): Promise<number> {
  const { rows } = await sql<{ survivor: number }>`
    with recursive led as (
      select ${person}::bigint as no, 0 as steps
      union all
      select m.survivor, l.steps + 1 from led l join registry.merge m on m.gone = l.no and m.undone_at is null where l.steps < 20)
    select no as survivor from led order by steps desc limit 1`.execute(ctx.db);
  return rows[0]?.survivor ?? person;
}

/** Whether somebody moved or died since a merge, so that nobody can say any more which of the two it was. */
export async function movedSince(ctx: Ctx, { no, survivor }: MergeRow): Promise<boolean> {
  const { rows } = await sql`
    select from registry.person where no = ${survivor} and died_on is not null
    union all
    select from registry.merge_row m cross join jsonb_populate_record(null::registry.presence, m.key) k
      left join registry.presence p on p.street = k.street and p.no = k.no
    where m.merge = ${no} and m.tab = 'presence' and p.to_on is distinct from (m.became->>'to_on')::date
      and (m.was->'person' is not null or m.was->'to_on' <> m.became->'to_on')`.execute(ctx.db);
  return rows.length > 0;
}

/** What a merge changed, before and after. */
export async function insertChanges(
  ctx: Ctx,
  merge: number,
  changes: readonly Change[],
): Promise<void> {
  const rows = changes.map((change, nth) => ({ merge, nth, ...change }));
  await sql`insert into registry.merge_row select * from
    jsonb_populate_recordset(null::registry.merge_row, ${JSON.stringify(rows)}::text::jsonb)`.execute(
    ctx.db,
  );
}

export const changesIn = (merge: number): Expression<unknown> =>
  sql`select * from registry.merge_row where merge = ${merge}`;
