// SPDX-License-Identifier: Apache-2.0
// Counts along the tree and over the city. Cases are counted, never workers.
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Populations } from './indicators.ts';
import { casePolicy } from './policy.ts';
import { under } from './queries-list.ts';

export interface ChildCount {
  no: number;
  name: string;
  pinyin: string;
  open: number;
  late: number;
  endedThisMonth: number;
}

/** Counts one level below a place, in the order of the official numbers. */
export async function selectChildCounts(
  ctx: Ctx,
  place: number,
  monthStart: Date,
): Promise<ChildCount[]> {
  const counted = (where: ReturnType<typeof sql>, more: ReturnType<typeof sql>) => sql`
    select k.no, ${more} from kids k join cases.case c on c.place between k.no and k.last
    where ${where} and ${ctx.may(casePolicy, 'read', 'c')} group by k.no`;
  const { rows } = await sql<ChildCount>`
    with kids as (
      select p.no, p.name, p.pinyin, p.no + case p.level when 'district' then 999999999 when 'street' then 999999 when 'committee' then 999 else 0 end as last
      from places.place p where p.parent = ${place}::bigint and p.valid_to is null
    ), running as (
      ${counted(sql`c.ended_at is null`, sql`count(*) as open, count(*) filter (where c.due_at < ${ctx.now}::timestamptz) as late`)}
    ), ended as (
      ${counted(sql`c.ended_at >= ${monthStart}::timestamptz`, sql`count(*) as count`)}
    )
    select k.no, k.name, k.pinyin, coalesce(r.open, 0) as open, coalesce(r.late, 0) as late, coalesce(e.count, 0) as "endedThisMonth"
    from kids k left join running r on r.no = k.no left join ended e on e.no = k.no order by k.no`.execute(
    ctx.db,
  );
  return rows;
}

/** The standard's populations over the cases that came in since `since` below a place. */
export async function selectPopulations(
  ctx: Ctx,
  place: number,
  since: Date,
): Promise<Omit<Populations, 'sorted' | 'frequent' | 'repeated'>> {
  const given = sql`c.dispatched_at is not null and c.state <> 'not_accepted'`;
  const handled = sql`${given} and c.solved_at is not null`;
  const inTime = sql`(c.solved_at <= c.solve_due or c.exempt)`;
  // What a committee saw to itself was never sent out: its promise is the first answer.
  const closed = sql`c.state in ('closed', 'forced_close')`;
  const closedInTime = sql`${closed} and (${inTime} or (c.dispatched_at is null and c.answered_at <= c.answer_due))`;
  const { rows } = await sql<Record<string, number>>`
    select count(*) as received,
      count(*) filter (where c.registered_at is not null) as registered,
      count(*) filter (where c.registered_at is not null and c.answered_at <= c.answer_due) as "registeredOnTime",
      count(*) filter (where c.sent_in_time is not null) as sent,
      count(*) filter (where c.sent_in_time) as "sentOnTime",
      coalesce(sum(c.returns_before + c.returns + (c.organisation is not null)::int), 0)::bigint as dispatched,
      coalesce(sum(c.returns_before + c.returns), 0)::bigint as returned,
      count(*) filter (where ${given}) as "toHandle",
      count(*) filter (where ${handled}) as handled,
      count(*) filter (where ${handled} and ${inTime}) as "handledOnTime",
      count(*) filter (where (${handled}) or ${closed}) as "toClose",
      count(*) filter (where ${closed}) as closed,
      count(*) filter (where ${closedInTime}) as "closedOnTime",
      count(*) filter (where ${given} and c.returns_before + c.returns > 0) as "sentBack",
      count(*) filter (where ${handled} and c.reworks > 0) as reworked,
      count(*) filter (where ${given} and c.extensions > 0) as extended,
      count(*) filter (where ${given} and c.suspensions > 0) as suspended,
      count(*) filter (where ${handled} and c.reworks = 0 and c.state in ('pending_close', 'closed')) as "firstPass",
      count(*) filter (where ${handled} and (c.reworks > 0 or c.state in ('pending_close', 'closed'))) as checked
    from cases.case c where ${cameIn(ctx, place, since)}`.execute(ctx.db);
  const counts = rows[0] ?? {}; // an aggregate has exactly one row
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, Number(count)]),
  ) as unknown as Populations;
}

function cameIn(ctx: Ctx, place: number, since: Date) {
  return sql`${under(place)} and c.merged_into is null and c.reported_at >= ${since}::timestamptz and ${ctx.may(casePolicy, 'read', 'c')}`;
}

export interface MatterCount {
  category: string;
  name: string;
  count: number;
  /** Those at an address that had one of the same matter already. */
  again: number;
}
/** How often each matter was reported below a place, and how often again at the same address; in the order of the codes. */
export async function selectMatters(ctx: Ctx, place: number, since: Date): Promise<MatterCount[]> {
  const { rows } = await sql<MatterCount>`
    select m.category, max(m.name) as name, sum(m.count)::bigint as count, sum(m.count - 1)::bigint as again from (
      select c.category, max(c.category_name) as name, count(*) as count from cases.case c
      where ${cameIn(ctx, place, since)} and c.category is not null group by c.category, c.place, c.address) m
    group by m.category order by m.category`.execute(ctx.db);
  return rows.map((row) => ({ ...row, count: Number(row.count), again: Number(row.again) }));
}

export interface CityCounts {
  reportedToday: number;
  open: number;
  late: number;
  toHandle: number;
  onTime: number;
}
/** The city's figures of today; the on-time share over the last 30 days. */
export async function selectCity(ctx: Ctx, dayStart: Date): Promise<CityCounts> {
  const since = new Date(ctx.now.getTime() - 30 * 86_400_000);
  const { rows } = await sql<CityCounts>`
    select (select count(*) from cases.report r where r.at >= ${dayStart}::timestamptz) as "reportedToday",
      (select count(*) from cases.case where ended_at is null) as open,
      (select count(*) from cases.case where ended_at is null and due_at < ${ctx.now}::timestamptz) as late,
      count(*) filter (where solve_due < ${ctx.now}::timestamptz or solved_at is not null) as "toHandle",
      count(*) filter (where solved_at <= solve_due or (exempt and solved_at is not null)) as "onTime"
    from cases.case where reported_at >= ${since}::timestamptz and dispatched_at is not null and state <> 'not_accepted'`.execute(
    ctx.db,
  );
  return rows[0] as CityCounts; // an aggregate has exactly one row
}

export async function selectDistrictOpen(ctx: Ctx): Promise<{ no: number; open: number }[]> {
  const { rows } = await sql<{ no: number; open: number }>`
    select p.no, count(c.no) as open from places.place p
    left join cases.case c on c.ended_at is null and c.place between p.no and p.no + 999999999
    where p.level = 'district' and p.valid_to is null group by p.no order by p.no`.execute(ctx.db);
  return rows;
}

export async function selectPlaceCounts(
  ctx: Ctx,
): Promise<{ districts: number; streets: number; committees: number }> {
  const { rows } = await sql<{ districts: number; streets: number; committees: number }>`
    select count(*) filter (where level = 'district') as districts, count(*) filter (where level = 'street') as streets,
      count(*) filter (where level = 'committee') as committees from places.place where valid_to is null`.execute(
    ctx.db,
  );
  return rows[0] ?? { districts: 0, streets: 0, committees: 0 };
}

interface PlaceStep {
  no: number;
  name: string;
  pinyin: string;
  level: string;
}
/** A place with the places above it. */
export async function selectPlacePath(ctx: Ctx, chain: readonly number[]): Promise<PlaceStep[]> {
  const { rows } = await sql<PlaceStep>`
    select no, name, pinyin, level from places.place where no = any(${[...chain]}::bigint[]) order by no`.execute(
    ctx.db,
  );
  return rows;
}
