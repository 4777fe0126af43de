// SPDX-License-Identifier: Apache-2.0
// Whoever was invented has a digest that is none: nothing of what others do in a demonstration is touched by these.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import type { DraftLine, DraftTicket } from '../generate/lines.ts';

const mark = 'demonstration ';
const invented = sql`t.token_hash ^@ ${mark}`;

/** Halls in which somebody took a ticket today. */
export async function selectBegun(ctx: Ctx, centres: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ centre: number }>`
    select distinct centre from counters.number n where n.day = ${today(ctx)}::date and n.centre = any(${[...centres]}::bigint[])`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ centre }) => centre));
}

/** The first windows of these halls are open. */
export async function openFirst(ctx: Ctx, lines: readonly DraftLine[]): Promise<void> {
  await sql`
    update counters."window" w set open = true
    from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as l (centre bigint, open int)
    where w.centre = l.centre and w.ordinal <= l.open and w.retired_at is null`.execute(ctx.db);
}

/** With the next numbers of their halls and classes, in the order in which they came. */
export async function insertComers(ctx: Ctx, tickets: readonly DraftTicket[]): Promise<void> {
  const day = today(ctx);
  await sql`
    with come as (
      select c.*, row_number() over (partition by c.centre, c.letter order by c.ago desc) as nth
      from jsonb_to_recordset(${JSON.stringify(tickets)}::text::jsonb) as c (centre bigint, letter text, service text, ago int)
    ), given as (
      insert into counters.number (centre, day, letter, last)
      select centre, ${day}::date, letter, count(*) from come group by centre, letter
      on conflict (centre, day, letter) do update set last = counters.number.last + excluded.last
      returning centre, letter, last
    ), counted as (select centre, letter, count(*)::int as count from come group by centre, letter)
    insert into counters.ticket (street, centre, organisation, place, day, letter, seq, state, services, left_over, taken_at, line_at, token_hash)
    select (c.place / 1000000)::int, c.no, c.organisation, c.place, ${day}::date, t.letter, g.last - n.count + t.nth, 'taken',
      array[t.service], array[t.service], ${ctx.now}::timestamptz - t.ago * interval '1 minute',
      ${ctx.now}::timestamptz - t.ago * interval '1 minute', ${mark} || c.no || ' ' || ${day}::text || ' ' || t.letter || (g.last - n.count + t.nth)
    from come t join given g using (centre, letter) join counted n using (centre, letter) join counters.centre c on c.no = t.centre`.execute(
    ctx.db,
  );
}

/** Those at a window have been there for a while: seven minutes to a quarter of an hour. */
export async function finishInvented(ctx: Ctx, centres: readonly number[]): Promise<void> {
  await sql`
    update counters.ticket t set state = 'done', left_over = '{}', "window" = null, serving_at = null, ended_at = ${ctx.now}::timestamptz
    where ${invented} and t.centre = any(${[...centres]}::bigint[]) and t.day = ${today(ctx)}::date and t.state = 'serving'
      and t.called_at <= ${ctx.now}::timestamptz - (7 + t.no % 9) * interval '1 minute'`.execute(
    ctx.db,
  );
}

/** Each open window where nobody sits has one of those in line whom it can serve; in their order, at most one each. */
export async function callInvented(ctx: Ctx, centres: readonly number[]): Promise<void> {
  const day = today(ctx);
  await sql`
    with free as (
      select w.no, w.centre, w.services, row_number() over (partition by w.centre order by w.ordinal) as nth from counters."window" w
      where w.open and w.seat is null and w.retired_at is null and w.centre = any(${[...centres]}::bigint[])
        and not exists (select from counters.ticket at where at.centre = w.centre and at."window" = w.no)
    ), called as (
      select distinct on (l.street, l.no) l.street, l.no, f.no as "window" from free f cross join lateral (
        select t.street, t.no from counters.ticket t
        where t.centre = f.centre and t.day = ${day}::date and t.state = 'taken' and ${invented} and t.left_over && f.services
          and t.for_window is null and t.back_at is null
        order by t.line_at, t.no offset f.nth - 1 limit 1) l
      order by l.street, l.no, f.no
    )
    update counters.ticket t set state = 'serving', "window" = c."window", calls = 1, first_called = ${ctx.now}::timestamptz,
      called_at = ${ctx.now}::timestamptz, serving_at = ${ctx.now}::timestamptz
    from called c where t.street = c.street and t.no = c.no`.execute(ctx.db);
}

/** The hall shut: nobody is left, and its windows where nobody sits are shut. */
export async function sendInventedHome(ctx: Ctx, centres: readonly number[]): Promise<void> {
  if (centres.length === 0) return;
  await sql`
    update counters.ticket t set state = 'cancelled', "window" = null, serving_at = null, ended_at = ${ctx.now}::timestamptz
    where ${invented} and t.centre = any(${[...centres]}::bigint[]) and t.state in ('taken', 'transferred', 'called', 'serving')`.execute(
    ctx.db,
  );
  await sql`
    update counters."window" w set open = false
    where w.centre = any(${[...centres]}::bigint[]) and w.open and w.seat is null
      and not exists (select from counters.ticket at where at.centre = w.centre and at."window" = w.no)`.execute(
    ctx.db,
  );
}

/** From now on the demonstration looks after this ticket. */
export async function markInvented(ctx: Ctx, street: number, no: number): Promise<void> {
  await sql`
    update counters.ticket set token_hash = ${mark} || 'at home ' || no
    where street = ${street}::int and no = ${no}::bigint`.execute(ctx.db);
}

/** Those who stood in line for longer than `minutes`. */
export async function selectTired(
  ctx: Ctx,
  centre: number,
  minutes: number,
): Promise<{ street: number; no: number }[]> {
  const { rows } = await sql<{ street: number; no: number }>`
    select t.street, t.no from counters.ticket t
    where ${invented} and t.centre = ${centre}::bigint and t.day = ${today(ctx)}::date and t.state in ('taken', 'transferred')
      and t.taken_at < ${ctx.now}::timestamptz - ${minutes} * interval '1 minute'`.execute(ctx.db);
  return rows;
}

export interface InventedClerk {
  readonly centre: number;
  readonly post: number;
  readonly account: number;
  readonly organisation: number;
  readonly place: number;
}

/** Clerks of the hall behind the door whom nobody plays: the first of them is behind the door, and others may have a password. */
export async function selectInventedClerks(ctx: Ctx): Promise<InventedClerk[]> {
  const { rows } = await sql<InventedClerk>`
    select * from (
      select c.no as centre, p.no as post, a.no as account, p.organisation, c.place, a.password_hash is null as nobody,
        row_number() over (partition by c.no order by p.no) as nth
      from counters.centre c join identity.post p on p.organisation = c.organisation and p.role = 'counter_clerk' and p.status = 'approved'
      join identity.account a on a.no = p.account and a.invented) clerk
    where nth > 1 and nobody order by post`.execute(ctx.db);
  return rows;
}

/** Where the clerk may sit down: the own window, or the first of 2号 to 5号 where nobody sits. */
export async function selectSeat(
  ctx: Ctx,
  { account, centre }: InventedClerk,
): Promise<{ no: number; seated: boolean } | undefined> {
  const { rows } = await sql<{ no: number; seated: boolean }>`
    select w.no, w.seat is not null as seated from counters."window" w
    where w.centre = ${centre}::bigint and w.retired_at is null
      and (w.seat = ${account}::bigint or (w.seat is null and w.ordinal in (2, 3)))
    order by w.seat is null, w.ordinal limit 1`.execute(ctx.db);
  return rows[0];
}

/** Somebody took a number, some day, somewhere. */
export async function hasBegun(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select exists (select from counters.ticket) as begun`.execute(ctx.db);
  return rows[0]?.begun === true;
}
