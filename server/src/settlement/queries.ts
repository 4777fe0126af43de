// SPDX-License-Identifier: Apache-2.0
// Every statement of settlement. A running month is read from its steps, a closed one from its lines.
import { monthAfter } from '@lilong/contracts/days';
import type { SettleWork } from '@lilong/contracts/settlement';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { dayIn, today } from '../kernel/today.ts';
import { linePolicy, objectionPolicy } from './policy.ts';
import type { Done, Owed } from './reckon.ts';
import type { LineRow, MonthRow, ObjectionRow } from './tables.ts';

/** Newest first. */
export async function selectMonths(ctx: Ctx): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`select * from settlement.month order by month desc`.execute(
    ctx.db,
  );
  return rows;
}

/** The day of the first step for another office; undefined before there is one. */
async function selectFirst(ctx: Ctx): Promise<string | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from settlement.credit where month is null`.execute(ctx.db);
  const at = rows[0]?.at ?? null;
  return at === null ? undefined : dayIn(ctx, at);
}

/** Nobody else closes a month, or answers an objection, until the end of the transaction. */
export async function holdClosing(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('settlement.close', 0))`.execute(ctx.db);
}

/**
 * Steps that stand in no statement yet and were made before the end of the month, in the deployment's time zone. Of the
 * month that is closed next all of them, those too that came late; of a later one its own.
 */
function untilEnd(ctx: Ctx, month: string, next: string): Expression<SqlBool> {
  const first = (of: string) => sql`${of}::timestamp at time zone ${ctx.config.TIME_ZONE}::text`;
  const until = sql<SqlBool>`c.month is null and c.at < ${first(monthAfter(month, 1))}`;
  return month > next ? sql<SqlBool>`${until} and c.at >= ${first(month)}` : until;
}

/** The month after the last one that was closed; before any, that of the first step for another office. */
export async function nextToClose(ctx: Ctx): Promise<string> {
  const [last] = await selectMonths(ctx);
  if (last !== undefined) return monthAfter(last.month, 1);
  return monthAfter((await selectFirst(ctx)) ?? today(ctx), 0);
}

/** Counts by day, in the order of organisations and of work. `all`: whoever may read them or not. */
export async function selectDone(ctx: Ctx, month: string, reach: 'all' | 'own'): Promise<Done[]> {
  const seen = reach === 'all' ? sql<SqlBool>`true` : ctx.may(linePolicy, 'read', 'c');
  const { rows } = await sql<Done>`
    select c.doer, c.on_behalf, c.what, (c.at at time zone ${ctx.config.TIME_ZONE}::text)::date as day, count(*) as count
    from settlement.credit c where ${untilEnd(ctx, month, await nextToClose(ctx))} and ${seen}
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(ctx.db);
  return rows;
}

export async function settleCredits(ctx: Ctx, month: string): Promise<void> {
  await sql`update settlement.credit c set month = ${month}::date where ${untilEnd(ctx, month, month)}`.execute(
    ctx.db,
  );
}

/** What objections take off lines, and no statement has yet. */
export async function selectOwed(ctx: Ctx): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select l.no as line, l.doer, l.on_behalf, l.what, l.count, l.units, l.fen, o.taken_off
    from settlement.objection o join settlement.line l on l.no = o.line
    where o.taken_off > 0 and o.month is null order by o.no`.execute(ctx.db);
  return rows;
}

/** The lines of a closed month that the actor may read. */
export async function selectLines(ctx: Ctx, month: string) {
  const { rows } = await sql<LineRow & { corrects: string | null; can: Record<string, boolean> }>`
    select l.*, e.month as corrects, ${ctx.can(linePolicy, ['object'], 'l').as('can')}
    from settlement.line l left join settlement.line e on e.no = l.of_line
    where l.month = ${month}::date and ${ctx.may(linePolicy, 'read', 'l')}
    order by l.doer, l.on_behalf, l.what, l.no`.execute(ctx.db);
  return rows;
}

export async function selectLine(ctx: Ctx, no: number): Promise<LineRow | undefined> {
  const { rows } = await sql<LineRow>`
    select * from settlement.line where no = ${no}::bigint for update`.execute(ctx.db);
  return rows[0];
}

export interface ObjectionFound extends ObjectionRow {
  readonly organisationName: string;
  readonly answererName: string;
  readonly can: Record<string, boolean>;
}
export async function selectObjections(
  ctx: Ctx,
  lines: readonly number[],
): Promise<ObjectionFound[]> {
  const { rows } = await sql<ObjectionFound>`
    select o.*, a.name as "organisationName", b.name as "answererName",
      ${ctx.can(objectionPolicy, ['answer'], 'o').as('can')}
    from settlement.objection o join places.organisation a on a.no = o.organisation join places.organisation b on b.no = o.answerer
    where o.line = any(${[...lines]}::bigint[]) order by o.no`.execute(ctx.db);
  return rows;
}

export async function selectNames(
  ctx: Ctx,
  organisations: readonly number[],
): Promise<Map<number, string>> {
  const { rows } = await sql<{ no: number; name: string }>`
    select no, name from places.organisation where no = any(${[...organisations]}::bigint[])`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ no, name }) => [no, name]));
}

export interface Behind {
  readonly month: string;
  readonly doer: number;
  readonly onBehalf: number;
  readonly what: SettleWork;
  /** The moment and number of the last one that was shown. */
  readonly after: { readonly at: string; readonly no: number } | undefined;
  readonly limit: number;
}
export interface Reference {
  readonly street: number;
  readonly application: number;
  readonly no: number;
  readonly at: Date;
  readonly total: number;
}
/** The steps behind a line, oldest first. */
export async function selectReferences(
  ctx: Ctx,
  { month, doer, onBehalf, what, after, limit }: Behind,
): Promise<Reference[]> {
  const closed = (await selectMonths(ctx)).some((one) => one.month === month);
  const ofMonth = closed
    ? sql<SqlBool>`c.month = ${month}::date`
    : untilEnd(ctx, month, await nextToClose(ctx));
  const further =
    after === undefined
      ? sql``
      : sql`and (c.at, c.no) > (${after.at}::timestamptz, ${after.no}::bigint)`;
  const wanted = sql`${ofMonth} and c.doer = ${doer}::bigint and c.on_behalf = ${onBehalf}::bigint and c.what = ${what}
    and ${ctx.may(linePolicy, 'read', 'c')}`;
  const { rows } = await sql<Reference>`
    select c.street, c.application, c.no, c.at, (select count(*) from settlement.credit c where ${wanted}) as total
    from settlement.credit c where ${wanted} ${further} order by c.at, c.no limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}
