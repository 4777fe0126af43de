// SPDX-License-Identifier: Apache-2.0
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { TicketPatch, TicketRow, WindowRow } from './tables.ts';

/** The next number of a centre, day and class; whoever takes another one at the same time waits for the commit. */
export async function nextNumber(
  ctx: Ctx,
  centre: number,
  day: string,
  letter: string,
): Promise<number> {
  const { last } = await ctx.db
    .insertInto('counters.number')
    .values({ centre, day, letter, last: 1 })
    .onConflict((found) =>
      found
        .columns(['centre', 'day', 'letter'])
        .doUpdateSet({ last: sql<number>`counters.number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export function insertTicket(ctx: Ctx, row: Omit<TicketRow, 'no'>): Promise<TicketRow> {
  return ctx.db.insertInto('counters.ticket').values(row).returningAll().executeTakeFirstOrThrow();
}

/** What is said of a ticket that is taken; the database adds its numbers. */
export interface TicketDraft
  extends Pick<
    TicketRow,
    'centre' | 'day' | 'letter' | 'priority' | 'taken_at' | 'line_at' | 'account' | 'token_hash'
  > {
  readonly services: readonly string[];
}
export type Placed = TicketDraft & Pick<TicketRow, 'street' | 'organisation' | 'place'>;
export type Numbers = Pick<TicketRow, 'no' | 'seq'>;

/**
 * Tickets with the next numbers of their centres, days and classes, in their order; by the digests of their tokens. Counters are
 * locked in one order, so that two who do this never wait for each other; whoever takes another number of them waits for the commit.
 */
export async function insertTaken(
  ctx: Ctx,
  drafts: readonly Placed[],
): Promise<ReadonlyMap<string, Numbers>> {
  const asked = JSON.stringify(drafts.map((one, at) => ({ ...one, at })));
  const { rows } = await sql<Numbers & Pick<TicketRow, 'token_hash'>>`
    with asked as (
      select a.*, row_number() over (partition by a.centre, a.day, a.letter order by a.at) as nth,
        count(*) over (partition by a.centre, a.day, a.letter) as many
      from jsonb_to_recordset(${asked}::text::jsonb) as a (at int, street int, centre bigint, organisation bigint, place bigint, day date,
        letter text, services text[], priority text, taken_at timestamptz, line_at timestamptz, account bigint, token_hash text)
    ), given as (
      insert into counters.number as n (centre, day, letter, last)
      select a.centre, a.day, a.letter, count(*) from asked a group by 1, 2, 3 order by 1, 2, 3
      on conflict (centre, day, letter) do update set last = n.last + excluded.last returning centre, day, letter, last
    )
    insert into counters.ticket (street, centre, organisation, place, day, letter, seq, state, services, left_over, priority,
      taken_at, line_at, account, token_hash)
    select a.street, a.centre, a.organisation, a.place, a.day, a.letter, g.last - a.many + a.nth, 'taken', a.services, a.services, a.priority,
      a.taken_at, a.line_at, a.account, a.token_hash
    from asked a join given g using (centre, day, letter) order by a.at
    returning no, seq, token_hash`.execute(ctx.db);
  return new Map(rows.map(({ token_hash, ...numbers }) => [token_hash, numbers]));
}

export async function updateTicket(
  ctx: Ctx,
  { street, no }: RowKey,
  patch: TicketPatch,
): Promise<TicketRow> {
  return ctx.db
    .updateTable('counters.ticket')
    .set(patch)
    .where('street', '=', street)
    .where('no', '=', no)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Locked: two who work on one ticket take turns. */
export function lockTicket(ctx: Ctx, { street, no }: RowKey): Promise<TicketRow | undefined> {
  return ctx.db
    .selectFrom('counters.ticket')
    .selectAll()
    .where('street', '=', street)
    .where('no', '=', no)
    .forUpdate()
    .executeTakeFirst();
}

export function selectTicket(ctx: Ctx, { street, no }: RowKey): Promise<TicketRow | undefined> {
  return ctx.db
    .selectFrom('counters.ticket')
    .selectAll()
    .where('street', '=', street)
    .where('no', '=', no)
    .executeTakeFirst();
}

export function selectByToken(ctx: Ctx, tokenHash: string): Promise<TicketRow | undefined> {
  return ctx.db
    .selectFrom('counters.ticket')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** Puts a ticket that nobody has among those of an account. */
export function ownTicket(
  ctx: Ctx,
  { street, no }: RowKey,
  account: number,
): Promise<TicketRow | undefined> {
  return ctx.db
    .updateTable('counters.ticket')
    .set({ account })
    .where('street', '=', street)
    .where('no', '=', no)
    .where('account', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** What the walls show as just called; what is older than half an hour goes. */
export async function noteCall(
  ctx: Ctx,
  { centre, letter, seq, calls }: TicketRow,
  window: string,
): Promise<void> {
  await sql`
    with old as (
      delete from counters.just_called where centre = ${centre}::bigint and at < ${ctx.now}::timestamptz - interval '30 minutes'
        and (letter, seq) <> (${letter}::text, ${seq}::int)
    )
    insert into counters.just_called (centre, letter, seq, "window", times, at)
    values (${centre}, ${letter}, ${seq}, ${window}, ${Math.max(1, calls)}, ${ctx.now}::timestamptz)
    on conflict (centre, letter, seq) do update set "window" = excluded."window", times = excluded.times, at = excluded.at`.execute(
    ctx.db,
  );
}

const mostMine = 20;
export function selectMine(ctx: Ctx, account: number): Promise<TicketRow[]> {
  return ctx.db
    .selectFrom('counters.ticket')
    .selectAll()
    .where('account', '=', account)
    .orderBy('no', 'desc')
    .limit(mostMine)
    .execute();
}

/** Locked: a window calls one after the other. */
export function lockWindow(ctx: Ctx, no: number): Promise<WindowRow | undefined> {
  return ctx.db
    .selectFrom('counters.window')
    .selectAll()
    .where('no', '=', no)
    .forUpdate()
    .executeTakeFirst();
}

/** Whom a window has: called, or served. */
export function selectAtWindow(
  ctx: Ctx,
  { no, centre }: Pick<WindowRow, 'no' | 'centre'>,
): Promise<TicketRow | undefined> {
  return ctx.db
    .selectFrom('counters.ticket')
    .selectAll()
    .where('centre', '=', centre)
    .where('window', '=', no)
    .executeTakeFirst();
}

/**
 * Whoever is next for the window, locked; the same as `nextFor` of order.ts. Those whom another window is just calling
 * are passed over, so that forty windows that press at once get forty people.
 */
export async function lockNext(
  ctx: Ctx,
  { no, centre, services }: WindowRow,
  day: string,
): Promise<TicketRow | undefined> {
  const { rows } = await sql<TicketRow>`
    select * from counters.ticket t
    where t.centre = ${centre}::bigint and t.day = ${day}::date and t.state in ('taken', 'transferred')
      and (t.back_at is null or t.back_at <= ${ctx.now}::timestamptz)
      and (t.for_window = ${no}::bigint or (t.for_window is null and t.left_over && ${services}::text[]))
    order by t.line_at, t.no limit 1 for update skip locked`.execute(ctx.db);
  return rows[0];
}

/** Figures of a line: nothing of the ticket stays in them. */
export async function insertServed(
  ctx: Ctx,
  { street, centre }: Pick<TicketRow, 'street' | 'centre'>,
  services: readonly string[],
  { waited, took, kept }: { readonly waited: number; readonly took: number; readonly kept: number },
): Promise<void> {
  if (services.length === 0) return;
  await ctx.db
    .insertInto('counters.served')
    .values(
      services.map((service) => ({
        ...{ street, centre, service, waited_s: waited },
        ...{ took_s: Math.round(took / services.length), ended_at: ctx.now },
        kept_s: Math.round(kept / services.length),
      })),
    )
    .execute();
}

export async function updateWindow(
  ctx: Ctx,
  no: number,
  patch: Partial<Pick<WindowRow, 'open' | 'seat' | 'name' | 'services' | 'retired_at'>>,
): Promise<void> {
  await ctx.db.updateTable('counters.window').set(patch).where('no', '=', no).execute();
}

/** Where an account sits now; locked. */
export function lockSeat(ctx: Ctx, account: number): Promise<WindowRow | undefined> {
  return ctx.db
    .selectFrom('counters.window')
    .selectAll()
    .where('seat', '=', account)
    .forUpdate()
    .executeTakeFirst();
}

/** Nobody waits for a window that is shut: whoever does is anybody's again. */
export async function freeWaiting(ctx: Ctx, { no, centre }: WindowRow): Promise<void> {
  await ctx.db
    .updateTable('counters.ticket')
    .set({ for_window: null })
    .where('centre', '=', centre)
    .where('for_window', '=', no)
    .where('state', 'in', ['taken', 'transferred'])
    .execute();
}

/** Those that are no more are counted: their numbers stand on old records. */
export async function selectNextOrdinal(ctx: Ctx, centre: number): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(ordinal), 0) + 1 as next from counters."window" where centre = ${centre}::bigint`.execute(
    ctx.db,
  );
  return rows[0]?.next ?? 1;
}

export function insertWindow(
  ctx: Ctx,
  row: Omit<WindowRow, 'no' | 'retired_at'>,
): Promise<WindowRow> {
  return ctx.db.insertInto('counters.window').values(row).returningAll().executeTakeFirstOrThrow();
}

/**
 * Notes that a slip of this number and day is in, so that two who type in the same one take turns.
 *
 * @returns false when it was in before
 */
export async function claimSlip(
  ctx: Ctx,
  centre: number,
  day: string,
  { letter, seq }: Pick<TicketRow, 'letter' | 'seq'>,
): Promise<boolean> {
  await sql`
    insert into counters.number (centre, day, letter, last) values (${centre}, ${day}::date, ${letter}, ${seq})
    on conflict (centre, day, letter) do update set last = greatest(counters.number.last, ${seq})`.execute(
    ctx.db,
  );
  const { rows } = await sql`
    select 1 from counters.ticket where centre = ${centre}::bigint and day = ${day}::date
      and letter = ${letter} and seq = ${seq}`.execute(ctx.db);
  return rows.length === 0;
}
