// SPDX-License-Identifier: Apache-2.0
// What a resident reads of the own reports, and what others may see.
import type { RowKey } from '@lilong/contracts/refs';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { under } from './queries-list.ts';
import type { CaseRow } from './tables.ts';

export interface MyRow extends CaseRow {
  reportNo: number;
  saidAt: Date;
  words: string | null;
  voice: number | null;
  transcript: string | null;
  bornIn: number;
  placeName: string;
  placePinyin: string;
  organisationName: string | null;
  rated: boolean;
  withdrawn: boolean;
}

/** The road of an address, when it begins with one of its committee's; else the committee. */
const road = sql`coalesce((select a.road from places.address a where a.place = c.place and c.address like a.road || '%' limit 1), p.name)`;

/** Title and address are the reporter's own: whoever joined reads neither another's words nor their door. */
const columns: RawBuilder<unknown> = sql`c.*,
  case when r.me_too then coalesce(left(r.words, 40), case when c.category is null then p.name end) else b.title end as title,
  case when r.me_too then ${road} else b.address end as address, r.no as "reportNo", r.at as "saidAt", r.words, r.voice, r.transcript, r.born_in as "bornIn", r.withdrawn,
  p.name as "placeName", p.pinyin as "placePinyin", o.name as "organisationName",
  exists (select from cases.rating g where g.street = r.street and g.report_no = r.no and g.round = c.round) as rated`;
const joins = sql`from cases.report r join cases.case c on c.street = r.street and c.no = r.case_no
  join cases.case b on b.street = r.street and b.no = r.born_in
  join places.place p on p.no = c.place left join places.organisation o on o.no = c.organisation`;
const pageSize = 30;

export async function selectMine(ctx: Ctx, before: string | undefined): Promise<MyRow[]> {
  const { rows } = await sql<MyRow>`
    select ${columns} ${joins} where r.account = ${ctx.actor.account}::bigint
    ${before === undefined ? sql`` : sql`and r.at < ${before}::timestamptz`} order by r.at desc limit ${pageSize}`.execute(
    ctx.db,
  );
  return rows;
}

export async function countMine(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from cases.report where account = ${ctx.actor.account}::bigint`.execute(
    ctx.db,
  );
  return Number(rows[0]?.total ?? 0);
}

export async function selectMyReport(ctx: Ctx, key: RowKey): Promise<MyRow | undefined> {
  const { rows } = await sql<MyRow>`
    select ${columns} ${joins} where r.street = ${key.street} and r.no = ${key.no} and r.account = ${ctx.actor.account}::bigint`.execute(
    ctx.db,
  );
  return rows[0];
}

export interface MyFlow {
  step: number;
  at: Date;
  move: string;
  round: number;
  words: string | null;
  facts: Record<string, unknown>;
  own: boolean;
}
/** Flow of the case that the report hangs on now; and of the one it was born in, up to the merging. Reporting and merging are told once. */
export async function selectMyFlow(ctx: Ctx, row: MyRow): Promise<MyFlow[]> {
  const { rows } = await sql<MyFlow>`
    select step, at, move, round, words, facts, coalesce(by_account = ${ctx.actor.account}::bigint, false) as own from cases.flow
    where street = ${row.street} and case_no = any(${[...new Set([row.no, row.bornIn])]}::bigint[])
      and (move <> 'report' or case_no = ${row.bornIn}) and (move <> 'merge' or case_no = ${row.no}) order by at, no`.execute(
    ctx.db,
  );
  return rows;
}

export async function selectMyPhotos(
  ctx: Ctx,
  row: MyRow,
): Promise<{ file: number; kind: string; at: Date; mine: boolean }[]> {
  const { rows } = await sql<{ file: number; kind: string; at: Date; mine: boolean }>`
    select file, kind, at, coalesce(report_no = ${row.reportNo}, false) as mine from cases.photo
    where street = ${row.street} and case_no = ${row.no} and (report_no = ${row.reportNo} or kind = 'after') order by no`.execute(
    ctx.db,
  );
  return rows;
}

/** What others may see of a case; `words` and `photo` only after a dispatcher released them. */
export interface PublicRow
  extends Pick<
    CaseRow,
    | 'street'
    | 'no'
    | 'state'
    | 'category'
    | 'category_name'
    | 'reported_at'
    | 'ended_at'
    | 'address'
  > {
  placeName: string;
  road: string;
  words: string | null;
  photo: number | null;
}
export interface NearRow extends PublicRow {
  distance: number | null;
  category: string | null;
  /** What its first reports said, for comparing only; never leaves the server. */
  compared: string[];
}
const publicColumns = sql`c.street, c.no, c.state, c.category, c.category_name, c.reported_at, c.ended_at, c.address, p.name as "placeName",
  ${road} as road,
  case when c.released_words then c.title end as words, case when c.released_photos then c.photo end as photo`;

/** Recent cases of a committee whose category says that others may see them. */
export async function selectNearby(ctx: Ctx, place: number): Promise<PublicRow[]> {
  const { rows } = await sql<PublicRow>`
    select ${publicColumns} from cases.case c join places.place p on p.no = c.place
    where ${under(place)} and c.others_may_see and c.merged_into is null and c.state <> 'not_accepted'
    order by c.reported_at desc limit 30`.execute(ctx.db);
  return rows;
}

const said = sql`(select coalesce(jsonb_agg(r.said), '[]') from (
  select coalesce(r.words, r.transcript) as said from cases.report r
  where r.street = c.street and r.case_no = c.no and coalesce(r.words, r.transcript) is not null and not r.withdrawn
  order by r.no limit 5) r)`;

export interface Near {
  readonly point: { lon: number; lat: number } | null;
  readonly place: number;
  readonly metres: number;
  readonly hours: number;
}
/** Open cases of others near in space and time, whatever they say; without a position those of the committee. */
export async function selectNear(ctx: Ctx, near: Near): Promise<NearRow[]> {
  const since = new Date(ctx.now.getTime() - near.hours * 3_600_000);
  const spot =
    near.point === null
      ? sql`null::geometry`
      : sql`st_setsrid(st_makepoint(${near.point.lon}, ${near.point.lat}), 4326)`;
  const degrees = near.metres / 80_000; // a box a little larger than the circle; the index answers it
  const where =
    near.point === null
      ? sql`c.place = ${near.place}::bigint`
      : sql`c.point && st_expand(${spot}, ${degrees}) and st_dwithin(c.point::geography, ${spot}::geography, ${near.metres})`;
  const { rows } = await sql<NearRow>`
    select ${publicColumns}, c.category, st_distance(c.point::geography, ${spot}::geography) as distance, ${said} as compared
    from cases.case c join places.place p on p.no = c.place
    where c.ended_at is null and c.reported_at >= ${since}::timestamptz and ${where}
      and not exists (select from cases.report mine where mine.street = c.street and mine.case_no = c.no
        and mine.account = ${ctx.actor.account}::bigint and not mine.withdrawn)
      and (c.category is null or coalesce((select (k.body->>'othersMaySee')::boolean from kernel.catalogue k
        where k.kind = 'category' and k.key = c.category and k.status = 'approved' order by k.effective_from desc limit 1), false))
    order by distance nulls last, c.no desc limit 50`.execute(ctx.db);
  return rows;
}

/** Who opened my name and phone, and what for. The audit has it; the person it is about reads it here. */
export async function selectOpenings(
  ctx: Ctx,
  ref: string,
): Promise<{ at: Date; purpose: string; organisation: string }[]> {
  const { rows } = await sql<{ at: Date; purpose: string; organisation: string }>`
    select a.at, a.purpose, coalesce(o.name, '') as organisation
    from kernel.audit a left join identity.post p on p.no = a.post left join places.organisation o on o.no = p.organisation
    where a.subject = ${ref} and a.act = 'case.contact' and a.outcome = 'done' order by a.no`.execute(
    ctx.db,
  );
  return rows;
}

/** What was said of a case, for guessing what it is about; never leaves the server. */
export async function selectSaid(ctx: Ctx, key: RowKey): Promise<string[]> {
  const { rows } = await sql<{ compared: string[] }>`
    select ${said} as compared from cases.case c where c.street = ${key.street} and c.no = ${key.no}`.execute(
    ctx.db,
  );
  return rows[0]?.compared ?? [];
}
