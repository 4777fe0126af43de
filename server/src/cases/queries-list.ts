// SPDX-License-Identifier: Apache-2.0
// Lists and counts. Every one is filtered by the same rule that gates a single case.

import type { listCases } from '@lilong/contracts/case-work';
import { placeRange } from '@lilong/contracts/place-no';
import type { RowKey } from '@lilong/contracts/refs';
import type { InputOf } from '@lilong/contracts/route';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { isWithin } from '../kernel/policy.ts';
import { casePolicy, readsAllIn } from './policy.ts';
import { appealsOf, mineOf } from './queries-mine.ts';
import type { CaseRow } from './tables.ts';
import { isTallied, openIn } from './tally.ts';
import { bucketStates } from './workflow.ts';

export interface Filter extends InputOf<typeof listCases> {
  /** Cases that `q` names by number: they are shown whatever the other filters say. */
  readonly named?: readonly RowKey[];
}
type Condition = Expression<SqlBool>;
/** What a line shows of a case, and what its buttons depend on. */
const lineFields = [
  'street',
  'no',
  'place',
  'state',
  'round',
  'version',
  'title',
  'address',
  'channel',
  'category',
  'category_name',
  'reports',
  'photo',
  'organisation',
  'crew',
  'reported_at',
  'due_at',
  'ended_at',
  'paused_until',
  'provisional',
  'urgent',
  'supervised',
  'adjudication',
  'handed_back',
  'forced',
  'arrive_due',
  'arrived_at',
  'returns',
  'question',
  'others_may_see',
  'merged_into',
  'waits',
  'appeal_for',
] as const satisfies readonly (keyof CaseRow)[];
/** A case with the names that a line shows. */
export interface LineRow extends Pick<CaseRow, (typeof lineFields)[number]>, Besides {}
/** What the row itself does not say. */
export interface Besides {
  placeName: string;
  placePinyin: string;
  organisationName: string | null;
  lon: number | null;
  lat: number | null;
  /** Known on the case's own page only. */
  mergedRows?: readonly { no: number }[];
  can: Record<string, boolean>;
}

const pageSize = 20;
/** In the text itself, so that the prepared statement is planned for it; one more shows that there are more. */
const usualRows = sql.lit(pageSize + 1);
const mostCounted = 1000;

/** Buttons that a line may need; the state masks them afterwards. */
export const lineActions = casePolicy.actions.filter(
  (action) =>
    !['read', 'open', 'contact', 'enter', 'list', 'count', 'mine', 'report', 'handover'].includes(
      action,
    ),
);

// What is the same for every reader is one text, put together once.
const columns = sql.raw(lineFields.map((name) => `c.${name}`).join(', '));
const nearby = sql.raw(
  'p.name as "placeName", p.pinyin as "placePinyin", o.name as "organisationName", st_x(c.point) as lon, st_y(c.point) as lat',
);

/** Columns beside those of the row. */
export function besides(ctx: Ctx): RawBuilder<unknown> {
  return sql`${nearby}, ${ctx.can(casePolicy, lineActions, 'c')} as can`;
}
export const lineJoins = sql.raw(
  'join places.place p on p.no = c.place left join places.organisation o on o.no = c.organisation',
);

export interface Page {
  readonly rows: LineRow[];
  readonly total: number;
  readonly exact: boolean;
}

/**
 * One page of cases, late first, then the soonest promise; with the exact total of the filter. Which rows
 * stand on the page is found in an index alone; only they are read.
 */
export async function selectLines(ctx: Ctx, filter: Filter): Promise<Page> {
  const wanted = sql.join(
    [ctx.may(casePolicy, 'read', 'c'), ...conditions(ctx, filter)],
    sql` and `,
  );
  const ended = filter.bucket === 'ended';
  const bounded = ended && filter.q !== undefined;
  const order = ended ? sql`c.ended_at desc, c.no desc` : sql`c.due_at asc nulls last, c.no asc`;
  const { rows } = await sql<LineRow & { total: number }>`
    select t.total, l.* from (${totalOf(ctx, filter, wanted)}) t left join (
      select ${columns}, ${besides(ctx)} from (
        select c.street, c.no from cases.case c
        where ${wanted} ${cursor(filter, ended)} order by ${order} limit ${filter.limit === undefined ? usualRows : sql`${filter.limit + 1}`}
      ) k join cases.case c on c.street = k.street and c.no = k.no ${lineJoins} order by ${order}
    ) l on true`.execute(ctx.db);
  const total = Number(rows[0]?.total ?? 0);
  const lines = rows.filter((row) => row.no !== null);
  return {
    rows: lines,
    total: bounded ? Math.min(total, mostCounted) : total,
    exact: !bounded || total <= mostCounted,
  };
}

/** All open work of whole streets is tallied; words over ended cases stop at a thousand; the rest is counted. */
function totalOf(ctx: Ctx, filter: Filter, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  const { bucket = 'open', after: _, limit: __, place, ...narrower } = filter;
  const ranges = readsAllIn(ctx.actor, place);
  if (bucket === 'open' && Object.keys(narrower).length === 0 && isTallied(ranges))
    return openIn(ranges);
  const counted = sql`select count(*) as total from cases.case c where ${wanted}`;
  if (bucket !== 'ended' || filter.q === undefined) return counted;
  return sql`select count(*) as total from (select 1 from cases.case c where ${wanted} limit ${mostCounted + 1}) as counted`;
}

/** Where the next page begins: behind this promise and number. */
export function cursorOf(row: LineRow, bucket: Filter['bucket']): string {
  const at = bucket === 'ended' ? row.ended_at : row.due_at;
  return `${at === null ? '-' : at.toISOString()},${row.no}`;
}
function cursor(filter: Filter, ended: boolean): RawBuilder<unknown> {
  const [at, no] = (filter.after ?? '').split(',');
  if (at === undefined || no === undefined || !/^\d+$/.test(no)) return sql``;
  if (ended) return sql`and (c.ended_at, c.no) < (${at}::timestamptz, ${Number(no)}::bigint)`;
  if (at === '-') return sql`and c.due_at is null and c.no > ${Number(no)}::bigint`;
  return sql`and (c.due_at > ${at}::timestamptz or (c.due_at = ${at}::timestamptz and c.no > ${Number(no)}::bigint) or c.due_at is null)`;
}

function conditions(ctx: Ctx, filter: Filter): Condition[] {
  if (filter.named !== undefined) return [oneOf(filter.named)];
  const found: Condition[] = [bucketOf(ctx, filter.bucket ?? 'open')];
  if (filter.q !== undefined) found.push(wordsOf(filter.q));
  if (filter.category !== undefined) found.push(sql<SqlBool>`c.category = ${filter.category}`);
  if (filter.channel !== undefined) found.push(sql<SqlBool>`c.channel = ${filter.channel}`);
  if (filter.organisation !== undefined)
    found.push(sql<SqlBool>`c.organisation = ${filter.organisation}::bigint`);
  if (filter.state !== undefined) found.push(sql<SqlBool>`c.state = ${filter.state}`);
  if (filter.place !== undefined) found.push(under(filter.place));
  return found;
}

function oneOf(keys: readonly RowKey[]): Condition {
  const pairs = keys.map(({ street, no }) => sql`(${street}::int, ${no}::bigint)`);
  return sql<SqlBool>`(c.street, c.no) in (${sql.join(pairs)})`;
}

/** Words of title and address, or the middle figures of a case number. */
function wordsOf(q: string): Condition {
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const no = /^\d+$/.test(q) ? q : '';
  return sql<SqlBool>`(c.title ilike ${like} or c.address ilike ${like} or c.no::text = ${no})`;
}

export function under(place: number): Condition {
  return isWithin('c.place', placeRange(place));
}

/** The rows of a tab. All but `ended` walk the partial index of open cases; `mine` that of waiting appeals too. */
export function bucketOf(ctx: Ctx, bucket: string): Condition {
  if (bucket === 'ended') return sql<SqlBool>`c.ended_at is not null`;
  const states = bucketStates[bucket];
  if (states !== undefined)
    return sql<SqlBool>`c.ended_at is null and c.state in (${sql.join(states.map((state) => sql.lit(state)))})`;
  if (bucket === 'late')
    return sql<SqlBool>`c.ended_at is null and c.due_at < ${ctx.now}::timestamptz`;
  if (bucket === 'mine')
    return sql<SqlBool>`((c.ended_at is null and ${mineOf(ctx.actor)}) or ${appealsOf(ctx.actor)})`;
  return sql<SqlBool>`c.ended_at is null`;
}

const countedBuckets = [
  'mine',
  'register',
  'dispatch',
  'handle',
  'check',
  'close',
  'late',
  'open',
] as const;

/** How many cases stand in each tab; one walk over the open index, and over the appeals of whoever reviews them. */
export async function selectCounts(ctx: Ctx): Promise<Record<string, number>> {
  const columns = countedBuckets.map(
    (bucket) => sql`count(*) filter (where ${bucketOf(ctx, bucket)}) as ${sql.ref(bucket)}`,
  );
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(columns)} from cases.case c
    where (c.ended_at is null or ${appealsOf(ctx.actor)}) and ${ctx.may(casePolicy, 'read', 'c')}`.execute(
    ctx.db,
  );
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([bucket, count]) => [bucket, Number(count)]),
  );
}

/** The last twenty cases that I entered, whatever became of them. */
export async function selectEntered(ctx: Ctx): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select ${columns}, ${besides(ctx)} from cases.case c ${lineJoins}
    where ${ctx.may(casePolicy, 'read', 'c')} and (c.street, c.no) in (
      select r.street, r.case_no from cases.report r where r.entered_by = ${ctx.actor.account}::bigint order by r.at desc limit 20)
    order by c.reported_at desc limit 20`.execute(ctx.db);
  return rows;
}
