// SPDX-License-Identifier: Apache-2.0
// Statements of the acts beside the plain moves: reports, merging, delays.
import type { RowKey } from '@lilong/contracts/refs';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { DB } from '../kernel/tables.ts';
import type { CaseRow } from './tables.ts';

/** A report, without what only its page needs. */
export interface SaidRow {
  street: number;
  no: number;
  case_no: number;
  born_in: number;
  account: number | null;
  words: string | null;
  voice: number | null;
  contact: string | null;
  me_too: boolean;
  withdrawn: boolean;
}

export async function selectReport(ctx: Ctx, key: RowKey): Promise<SaidRow | undefined> {
  return ctx.db
    .selectFrom('cases.report')
    .select(['street', 'no', 'case_no', 'born_in', 'account', 'words', 'voice', 'contact'])
    .select(['me_too', 'withdrawn'])
    .where('street', '=', key.street)
    .where('no', '=', key.no)
    .executeTakeFirst();
}

/** What this account said of the case already and did not take back; the first of it. */
export async function selectOwnReport(ctx: Ctx, key: RowKey): Promise<number | undefined> {
  const { rows } = await sql<{ no: number }>`
    select no from cases.report
    where street = ${key.street} and case_no = ${key.no} and account = ${ctx.actor.account}::bigint and not withdrawn
    order by no limit 1`.execute(ctx.db);
  return rows[0]?.no;
}

/** Reports of a case that were not taken back. */
export async function countLive(ctx: Ctx, key: RowKey): Promise<number> {
  const found = await ctx.db
    .selectFrom('cases.report')
    .select((of) => of.fn.countAll().as('count'))
    .where('street', '=', key.street)
    .where('case_no', '=', key.no)
    .where('withdrawn', '=', false)
    .executeTakeFirstOrThrow();
  return Number(found.count);
}

export async function markWithdrawn(ctx: Ctx, said: SaidRow): Promise<void> {
  await ctx.db
    .updateTable('cases.report')
    .set({ withdrawn: true })
    .where('street', '=', said.street)
    .where('no', '=', said.no)
    .execute();
}

export async function saveTranscript(ctx: Ctx, said: SaidRow, words: string): Promise<void> {
  await ctx.db
    .updateTable('cases.report')
    .set({ transcript: words })
    .where('street', '=', said.street)
    .where('no', '=', said.no)
    .execute();
}

export async function countPhotos(ctx: Ctx, said: RowKey): Promise<number> {
  const found = await ctx.db
    .selectFrom('cases.photo')
    .select((of) => of.fn.countAll().as('count'))
    .where('street', '=', said.street)
    .where('report_no', '=', said.no)
    .executeTakeFirstOrThrow();
  return Number(found.count);
}

type FlowRow = Pick<DB['cases.flow'], 'move' | 'at' | 'by_account' | 'by_role' | 'before'>;

/** The last entry of a case's flow log; of one move, when it is named. */
export async function selectLastStep(
  ctx: Ctx,
  key: RowKey,
  move?: string,
): Promise<FlowRow | undefined> {
  return ctx.db
    .selectFrom('cases.flow')
    .select(['move', 'at', 'by_account', 'by_role', 'before'])
    .where('street', '=', key.street)
    .where('case_no', '=', key.no)
    .$if(move !== undefined, (query) => query.where('move', '=', move ?? ''))
    .orderBy('step', 'desc')
    .limit(1)
    .executeTakeFirst();
}

// Merging.

/** A case and everything that was merged into it, however far down. */
function family(key: RowKey): RawBuilder<unknown> {
  return sql`with recursive family as (
      select no from cases.case where street = ${key.street} and no = ${key.no}
      union all
      select c.no from cases.case c join family f on c.street = ${key.street} and c.merged_into = f.no)`;
}

/** The open end of the chain: the case that a merged one's reports hang on now; itself when it is not merged. */
export async function selectHead(ctx: Ctx, key: RowKey): Promise<number | undefined> {
  const { rows } = await sql<{ no: number }>`
    with recursive above as (
      select no, merged_into from cases.case where street = ${key.street} and no = ${key.no}
      union all
      select c.no, c.merged_into from cases.case c join above a on c.street = ${key.street} and c.no = a.merged_into)
    select no from above where merged_into is null`.execute(ctx.db);
  return rows[0]?.no;
}

/** Hangs the reports of a family, with their photos, on case `to`. */
export async function moveReports(ctx: Ctx, of: RowKey, to: number): Promise<void> {
  await sql`
    ${family(of)}, moved as (
      update cases.report set case_no = ${to}
      where street = ${of.street} and born_in in (select no from family) returning no)
    update cases.photo set case_no = ${to}
    where street = ${of.street} and report_no in (select no from moved)`.execute(ctx.db);
}

// Extensions and suspensions.

export type Delay = Pick<
  DB['cases.delay'],
  'kind' | 'status' | 'until' | 'reason' | 'asked_at' | 'asked_by'
>;

export async function insertDelay(
  ctx: Ctx,
  row: CaseRow,
  asked: Pick<Delay, 'kind' | 'until' | 'reason' | 'asked_by'>,
): Promise<number> {
  const made = await ctx.db
    .insertInto('cases.delay')
    .values({
      ...asked,
      street: row.street,
      case_no: row.no,
      asked_at: ctx.now,
      decided_reason: null,
      decided_by: null,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return made.no;
}

export async function isDelayWaiting(ctx: Ctx, key: RowKey): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('cases.delay')
    .select('no')
    .where('street', '=', key.street)
    .where('case_no', '=', key.no)
    .where('status', '=', 'asked')
    .executeTakeFirst();
  return found !== undefined;
}

export async function selectDelay(ctx: Ctx, key: RowKey, no: number) {
  return ctx.db
    .selectFrom('cases.delay')
    .select(['kind', 'status', 'until', 'asked_at'])
    .where('street', '=', key.street)
    .where('no', '=', no)
    .where('case_no', '=', key.no)
    .executeTakeFirst();
}

export async function closeDelay(
  ctx: Ctx,
  key: RowKey,
  no: number,
  decision: { status: 'granted' | 'refused'; reason: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('cases.delay')
    .set({
      status: decision.status,
      decided_reason: decision.reason,
      decided_by: ctx.actor.account,
    })
    .where('street', '=', key.street)
    .where('no', '=', no)
    .execute();
}

// Ratings.

export async function isRated(ctx: Ctx, said: SaidRow, round: number): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('cases.rating')
    .select('no')
    .where('street', '=', said.street)
    .where('report_no', '=', said.no)
    .where('round', '=', round)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertRating(
  ctx: Ctx,
  said: SaidRow,
  round: number,
  rating: { solved: boolean; grade: number; words?: string | undefined },
): Promise<void> {
  await ctx.db
    .insertInto('cases.rating')
    .values({
      street: said.street,
      case_no: said.case_no,
      report_no: said.no,
      round,
      solved: rating.solved,
      grade: rating.grade,
      words: rating.words ?? null,
      at: ctx.now,
    })
    .execute();
}
