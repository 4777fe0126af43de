// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { BookingPatch, BookingRow, UnitRow } from './tables.ts';

/** Whoever books or moves to these starts takes turns; in the order of time, so that nobody waits for each other. */
export async function lockSlots(
  ctx: Ctx,
  centre: number,
  starts: readonly number[],
): Promise<void> {
  await sql`
    insert into counters.slot (centre, starts_at)
    select ${centre}::bigint, s from unnest(${starts.map(iso)}::timestamptz[]) s order by s
    on conflict (centre, starts_at) do update set centre = excluded.centre`.execute(ctx.db);
}
const iso = (at: number): string => new Date(at).toISOString();

/** Places that are held from one moment to another, in the order in which they were booked. */
export function selectUnits(ctx: Ctx, centre: number, from: Date, to: Date): Promise<UnitRow[]> {
  return ctx.db
    .selectFrom('counters.booked_unit')
    .selectAll()
    .where('centre', '=', centre)
    .where('street', '=', streetOf(centre))
    .where('starts_at', '>=', from)
    .where('starts_at', '<=', to)
    .orderBy('booking')
    .execute();
}
/** Of the hall's place, so that the primary key answers. */
const streetOf = (centre: number) =>
  sql<number>`(select (c.place / 1000000)::int from counters.centre c where c.no = ${centre}::bigint)`;

export async function insertUnits(ctx: Ctx, units: readonly UnitRow[]): Promise<void> {
  await ctx.db
    .insertInto('counters.booked_unit')
    .values([...units])
    .execute();
}

/** The places are free at once; with `from` those that begin after it. */
export async function deleteUnits(ctx: Ctx, { street, no }: RowKey): Promise<void> {
  await ctx.db
    .deleteFrom('counters.booked_unit')
    .where('street', '=', street)
    .where('booking', '=', no)
    .execute();
}

const tries = 20; // a hall has a few hundred bookings a day, of a million codes
/** With a code that no other booking of the hall and day has. */
export async function insertBooking(
  ctx: Ctx,
  row: Omit<BookingRow, 'no' | 'code'>,
): Promise<BookingRow> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const made = await ctx.db
      .insertInto('counters.booking')
      .values({ ...row, code: aCode() })
      .onConflict((found) => found.columns(['street', 'centre', 'day', 'code']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made !== undefined) return made;
  }
  throw new Error(`no code is free in hall ${row.centre} on ${row.day}`);
}
const aCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** The code that a booking may have on another day: its own unless somebody has it there. */
export async function freeCode(
  ctx: Ctx,
  { street, no, centre, code }: BookingRow,
  day: string,
): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select c.code from unnest(${[code, ...Array.from({ length: tries }, aCode)]}::text[]) with ordinality c (code, at)
    where not exists (select from counters.booking b where b.street = ${street}::int and b.centre = ${centre}::bigint
      and b.day = ${day}::date and b.code = c.code and b.no <> ${no}::bigint)
    order by c.at limit 1`.execute(ctx.db);
  return rows[0]?.code ?? code;
}

export function updateBooking(
  ctx: Ctx,
  { street, no }: RowKey,
  patch: BookingPatch,
): Promise<BookingRow> {
  return ctx.db
    .updateTable('counters.booking')
    .set(patch)
    .where('street', '=', street)
    .where('no', '=', no)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Locked: two who work on one booking take turns. */
export function lockBooking(ctx: Ctx, { street, no }: RowKey): Promise<BookingRow | undefined> {
  return ctx.db
    .selectFrom('counters.booking')
    .selectAll()
    .where('street', '=', street)
    .where('no', '=', no)
    .forUpdate()
    .executeTakeFirst();
}

export function selectByToken(ctx: Ctx, tokenHash: string): Promise<BookingRow | undefined> {
  return ctx.db
    .selectFrom('counters.booking')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export async function selectByCode(
  ctx: Ctx,
  centre: number,
  day: string,
  code: string,
): Promise<BookingRow | undefined> {
  return ctx.db
    .selectFrom('counters.booking')
    .selectAll()
    .where('street', '=', streetOf(centre))
    .where('centre', '=', centre)
    .where('day', '=', day)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** Of an account: to come, and those of today. */
export function selectMine(ctx: Ctx, account: number, day: string): Promise<BookingRow[]> {
  return ctx.db
    .selectFrom('counters.booking')
    .selectAll()
    .where('account', '=', account)
    .where('day', '>=', day)
    .orderBy('starts_at')
    .execute();
}

/** Bookings of an account that are to come; whoever books with it at the same time waits. */
export async function countMine(ctx: Ctx, account: number): Promise<number> {
  const own = `booking ${account}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${own}::text, 0))`.execute(ctx.db);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from counters.booking
    where account = ${account}::bigint and state = 'booked' and ends_at > ${ctx.now}::timestamptz`.execute(
    ctx.db,
  );
  return rows[0]?.count ?? 0;
}

export function selectDay(ctx: Ctx, centre: number, day: string): Promise<BookingRow[]> {
  return ctx.db
    .selectFrom('counters.booking')
    .selectAll()
    .where('centre', '=', centre)
    .where('day', '=', day)
    .where('state', '<>', 'cancelled')
    .orderBy('starts_at')
    .orderBy('no')
    .execute();
}

/** Open ones of a hall from now on, in the order in which they were made. */
export function selectToCome(ctx: Ctx, centre: number): Promise<BookingRow[]> {
  return ctx.db
    .selectFrom('counters.booking')
    .selectAll()
    .where('centre', '=', centre)
    .where('state', '=', 'booked')
    .where('starts_at', '>', ctx.now)
    .orderBy('street')
    .orderBy('no')
    .execute();
}

/** Halls that have bookings to come. */
export async function selectBookedHalls(ctx: Ctx): Promise<number[]> {
  const { rows } = await sql<{ centre: number }>`
    select distinct centre from counters.booking where state = 'booked' and starts_at > ${ctx.now}::timestamptz
    order by centre`.execute(ctx.db);
  return rows.map(({ centre }) => centre);
}

/** Where a window is. */
export async function selectHallOf(ctx: Ctx, window: number): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('counters.window')
    .select('centre')
    .where('no', '=', window)
    .executeTakeFirst();
  return row?.centre;
}
