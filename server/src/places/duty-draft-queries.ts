// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';
import { today } from '../kernel/today.ts';
import { placePolicy } from './policy.ts';

export interface NewDuty {
  readonly category: string;
  readonly place: number;
  /** Nobody has agreed to lead when null: such a case is adjudicated. */
  readonly lead: number | null;
  readonly assisting: readonly number[];
  readonly validFrom: string;
  readonly source: string;
}

/** One who decides at a time: two approvals must not end each other's rows. */
export async function lockDuties(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(771015)`.execute(db);
}

/** Writes drafts that are decided together; the number of their batch. */
export async function insertDrafts(
  ctx: Ctx,
  rows: readonly NewDuty[],
  ruling: string | null = null,
): Promise<number> {
  const { rows: made } = await sql<{ batch: number }>`
    with next as (select nextval(pg_get_serial_sequence('places.duty', 'batch')) as batch)
    insert into places.duty (category, place, lead, assisting, valid_from, source, status, batch, author, ruling, at)
    select r.category, r.place, r.lead, array(select json_array_elements_text(r.assisting)::bigint), r."validFrom",
      r.source, 'draft', next.batch, ${ctx.actor.account}::bigint, ${ruling}, ${ctx.now}::timestamptz
    from next, json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (category text, place bigint, lead bigint, assisting json, "validFrom" date, source text)
    returning batch`.execute(ctx.db);
  return made[0]?.batch ?? 0;
}

/** A ruling has proposed this lead already. */
export async function isProposed(ctx: Ctx, ruling: string, lead: number): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from places.duty where ruling = ${ruling} and lead = ${lead}::bigint) as there`.execute(
    ctx.db,
  );
  return rows[0]?.there === true;
}

export interface BatchRow {
  readonly batch: number;
  readonly author: number | null;
  readonly authorName: string | null;
  readonly ruling: string | null;
  readonly at: Date;
  readonly rows: number;
  readonly waiting: number;
  readonly mayDecide: boolean;
}

const batches = (ctx: Ctx, which: ReturnType<typeof sql>) => sql<BatchRow>`
  select d.batch, d.author, a.name as "authorName", max(d.ruling) as ruling, min(d.at) as at, count(*)::int as rows,
    count(*) filter (where d.status = 'draft')::int as waiting,
    bool_and(${ctx.may(placePolicy, 'decideDuty', 'p')}) and d.author is distinct from ${ctx.actor.account}::bigint as "mayDecide"
  from places.duty d join places.place p on p.no = d.place left join identity.account a on a.no = d.author
  where ${which} group by d.batch, d.author, a.name
  having bool_and(${ctx.may(placePolicy, 'readDrafts', 'p')}) order by min(d.at), d.batch`;

export async function selectBatches(ctx: Ctx): Promise<Omit<BatchRow, 'waiting'>[]> {
  const { rows } = await batches(ctx, sql`d.status = 'draft'`).execute(ctx.db);
  return rows.map(({ waiting: _, ...one }) => one);
}

export async function selectBatch(ctx: Ctx, batch: number): Promise<BatchRow | undefined> {
  const drafted = sql`d.batch = ${batch}::bigint and d.at is not null`;
  const { rows } = await batches(ctx, drafted).execute(ctx.db);
  return rows[0];
}

/** A row in words, as it is compared. */
export interface DutyShown {
  readonly lead: string | null;
  readonly assisting: string | null;
  readonly validFrom: string;
  readonly source: string;
}
export interface Changed {
  readonly category: string;
  readonly place: number;
  readonly placeName: string;
  readonly validFrom: string;
  readonly before: DutyShown[];
  readonly after: DutyShown[];
}

const shown = sql`json_agg(json_build_object('lead', o.name, 'validFrom', d.valid_from, 'source', d.source,
  'assisting', (select string_agg(a.name, ' / ' order by w.at) from unnest(d.assisting) with ordinality as w (no, at)
    join places.organisation a on a.no = w.no)) order by d.no)`;

/** What a batch says for each category, place and day, and what the list says there on that day. */
export async function selectChanged(ctx: Ctx, batch: number): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    with wanted as (
      select d.category, d.place, greatest(d.valid_from, ${today(ctx)}::date) as day, ${shown} as after
      from places.duty d left join places.organisation o on o.no = d.lead
      where d.batch = ${batch}::bigint and d.status = 'draft' group by 1, 2, 3)
    select w.category, w.place, p.name as "placeName", w.day as "validFrom", w.after,
      coalesce((select ${shown} from places.duty d left join places.organisation o on o.no = d.lead
        where d.category = w.category and d.place = w.place and d.status = 'approved'
          and d.valid_from <= w.day and (d.valid_to is null or d.valid_to >= w.day)), '[]'::json) as before
    from wanted w join places.place p on p.no = w.place order by w.place, w.category, w.day`.execute(
    ctx.db,
  );
  return rows;
}

export interface Held {
  readonly category: string;
  readonly first: number;
  readonly last: number;
}
/** Open cases of these categories in these places. */
export async function countOpenUnder(ctx: Ctx, held: readonly Held[]): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from cases.case c where c.ended_at is null and exists (
      select from json_to_recordset(${JSON.stringify(held)}::text::json) as h (category text, first bigint, last bigint)
      where h.category = c.category and c.place between h.first and h.last)`.execute(ctx.db);
  return rows[0]?.open ?? 0;
}

/** Rows of a batch that cannot hold any more: their organisation or their place has ended since. */
export async function selectOvertaken(ctx: Ctx, batch: number) {
  const { rows } = await sql<{ category: string; why: 'organisation' | 'place'; name: string }>`
    select d.category, case when p.valid_to < ${today(ctx)}::date then 'place' else 'organisation' end as why,
      case when p.valid_to < ${today(ctx)}::date then p.name else o.name end as name
    from places.duty d join places.place p on p.no = d.place
    left join places.organisation o on o.valid_to < ${today(ctx)}::date and (o.no = d.lead or o.no = any (d.assisting))
    where d.batch = ${batch}::bigint and d.status = 'draft' and (p.valid_to < ${today(ctx)}::date or o.no is not null)
    order by d.no limit 1`.execute(ctx.db);
  return rows;
}

/** The days from which rows of a batch would hold, the earliest first. */
export async function selectBatchDays(ctx: Ctx, batch: number): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct valid_from as day from places.duty
    where batch = ${batch}::bigint and status = 'draft' order by 1`.execute(ctx.db);
  return rows.map(({ day }) => day);
}

/**
 * Puts the rows of one day into force. What held before ends the day before; rows that would only have begun on that
 * day or later are taken out.
 */
export async function approveDay(ctx: Ctx, batch: number, day: string): Promise<void> {
  const from = day < today(ctx) ? today(ctx) : day;
  const same = sql`exists (select from places.duty n where n.batch = ${batch}::bigint and n.status = 'draft'
    and n.valid_from = ${day}::date and n.category = d.category and n.place = d.place)`;
  await sql`
    delete from places.duty d where d.status = 'approved' and d.valid_from >= ${from}::date and ${same}`.execute(
    ctx.db,
  );
  await sql`
    update places.duty d set valid_to = ${from}::date - 1
    where d.status = 'approved' and (d.valid_to is null or d.valid_to >= ${from}::date) and ${same}`.execute(
    ctx.db,
  );
  await sql`
    update places.duty set status = 'approved', valid_from = ${from}::date, approver = ${ctx.actor.account}::bigint
    where batch = ${batch}::bigint and status = 'draft' and valid_from = ${day}::date`.execute(
    ctx.db,
  );
}

export async function refuseBatch(ctx: Ctx, batch: number): Promise<void> {
  await sql`
    update places.duty set status = 'refused', approver = ${ctx.actor.account}::bigint
    where batch = ${batch}::bigint and status = 'draft'`.execute(ctx.db);
}
