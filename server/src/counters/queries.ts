// SPDX-License-Identifier: Apache-2.0
import { placeRange } from '@lilong/contracts/place-no';
import type { PlaceNo } from '@lilong/contracts/shapes';
import type { TicketState } from '@lilong/contracts/ticket-flow';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { Due } from './forecast.ts';
import type { LineRule, Waiting } from './order.ts';
import type { CentreRow, TicketRow, WindowRow } from './tables.ts';

export interface CentreFound extends CentreRow {
  readonly districtName: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly waiting: number;
  readonly openWindows: number;
}

const mostCentres = 300;
const ofCentre = sql`c.no, c.organisation, c.place, c.kind, c.name, c.address, c.phone, c.hours, c.spoken, c.equipment, c.generated, c.source,
      c.valid_from, c.valid_to, d.name as "districtName", st_x(c.point) as lon, st_y(c.point) as lat`;
const fromCentres = sql`from counters.centre c join places.place d on d.no = c.place / 1000000000 * 1000000000`;
/** Of `c`. */
export const inForce = (day: string) =>
  sql`c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to >= ${day}::date)`;

async function selectWhere(ctx: Ctx, where: Expression<SqlBool>): Promise<CentreFound[]> {
  const { rows } = await sql<CentreFound>`
    select ${ofCentre},
      (select count(*)::int from counters.ticket t where t.centre = c.no and t.day = ${today(ctx)}::date
        and t.state in ('taken', 'transferred')) as waiting,
      (select count(*)::int from counters."window" w where w.centre = c.no and w.open) as "openWindows"
    ${fromCentres} where ${inForce(today(ctx))} and ${where}
    order by c.place, c.kind, c.no limit ${mostCentres}`.execute(ctx.db);
  return rows;
}

export function selectCentres(
  ctx: Ctx,
  { place, q }: { place?: PlaceNo | undefined; q?: string | undefined },
): Promise<CentreFound[]> {
  const { first, last } =
    place === undefined ? { first: 0, last: Number.MAX_SAFE_INTEGER } : placeRange(place);
  return selectWhere(
    ctx,
    sql<SqlBool>`c.place between ${first}::bigint and ${last}::bigint
      and (${q ?? null}::text is null or strpos(c.name || c.address || d.name, ${q ?? ''}::text) > 0)`,
  );
}

export async function selectCentre(ctx: Ctx, centre: number): Promise<CentreFound | undefined> {
  return (await selectWhere(ctx, sql<SqlBool>`c.no = ${centre}::bigint`))[0];
}

/** Halls that the post may look at; its own first. */
export async function selectDesks(
  ctx: Ctx,
  may: Expression<SqlBool>,
): Promise<{ no: number; name: string }[]> {
  const { rows } = await sql<{ no: number; name: string }>`
    select c.no, c.name from counters.centre c where ${may}
    order by c.organisation = ${ctx.actor.post?.organisation ?? 0}::bigint desc, c.no`.execute(
    ctx.db,
  );
  return rows;
}

export function selectWindows(ctx: Ctx, centre: number): Promise<WindowRow[]> {
  return ctx.db
    .selectFrom('counters.window')
    .selectAll()
    .where('centre', '=', centre)
    .where('retired_at', 'is', null)
    .orderBy('ordinal')
    .execute();
}

/** Tickets of today in a hall that are in line or at a window, and those that missed their calls; each by its own index. */
export async function selectTickets(ctx: Ctx, centre: number): Promise<TicketRow[]> {
  const here = sql`from counters.ticket t where t.centre = ${centre}::bigint and t.day = ${today(ctx)}::date`;
  const { rows } = await sql<TicketRow>`
    select t.* ${here} and t.state in ('taken', 'transferred')
    union all select t.* ${here} and t.state = 'no_show'
    union all select t.* ${here} and t.state in ('called', 'serving')`.execute(ctx.db);
  return rows;
}

/** A ticket in line or at a window, as far as the line and the board have to know it. */
export interface InHall extends Waiting {
  readonly state: TicketState;
  readonly window: number | null;
  readonly called_at: Date | null;
  readonly calls: number;
  readonly letter: string;
  readonly seq: number;
}
type Told = [
  ...[no: number, state: TicketState, line: number, leftOver: string[], forWindow: number | null],
  ...[back: number | null, window: number | null, called: number | null, calls: number],
  ...[letter: string, seq: number],
];
export interface HallFound extends Omit<CentreFound, 'waiting' | 'openWindows'> {
  readonly windows: readonly WindowRow[];
  readonly tickets: readonly InHall[];
  /** Who booked and has not come; those who are too late for their time stand like anybody, if they come. */
  readonly due: readonly Due[];
}

const ms = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;

/** A hall, its windows, and today's line in its order, as one statement: tickets are taken at some speed. */
export async function selectHall(
  ctx: Ctx,
  centre: number,
  { bookedAhead, bookedGrace }: LineRule,
): Promise<HallFound | undefined> {
  const day = today(ctx);
  const [from, to] = [-bookedGrace, bookedAhead].map(
    (minutes) => new Date(ctx.now.getTime() + minutes * 60_000),
  );
  type Row = Omit<HallFound, 'tickets' | 'due'> & { tickets: Told[]; due: [number, string[]][] };
  const { rows } = await sql<Row>`
    select ${ofCentre},
      coalesce((select json_agg(to_json(w) order by w.ordinal) from counters."window" w
        where w.centre = c.no and w.retired_at is null), '[]') as windows,
      coalesce((
        select json_agg(json_build_array(t.no, t.state, ${ms('t.line_at')}, t.left_over, t.for_window, ${ms('t.back_at')},
          t."window", ${ms('t.called_at')}, t.calls, t.letter, t.seq) order by t.line_at, t.no)
        from (
          select t.* from counters.ticket t where t.centre = c.no and t.day = ${day}::date and t.state in ('taken', 'transferred')
          union all select t.* from counters.ticket t where t.centre = c.no and t.day = ${day}::date and t.state in ('called', 'serving')) t), '[]') as tickets,
      coalesce((select json_agg(json_build_array(${ms('b.starts_at')}, b.services)) from counters.booking b where b.centre = c.no
        and b.day = ${day}::date and b.state = 'booked' and b.starts_at >= ${from}::timestamptz and b.starts_at <= ${to}::timestamptz), '[]') as due
    ${fromCentres} where ${inForce(day)} and c.no = ${centre}::bigint`.execute(ctx.db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const due = row.due.map(([at, left_over]) => ({ at: new Date(at), left_over }));
  return { ...row, due, tickets: row.tickets.map(ticketOf) };
}

const when = (at: number | null): Date | null => (at === null ? null : new Date(at));
function ticketOf([
  no,
  state,
  line,
  left_over,
  for_window,
  back,
  window,
  called,
  calls,
  letter,
  seq,
]: Told): InHall {
  return {
    ...{ no, state, left_over, for_window, window, calls, letter, seq },
    ...{ line_at: new Date(line), back_at: when(back), called_at: when(called) },
  };
}

/** The last call of each number of the last half hour, newest first. */
export async function selectCalls(
  ctx: Ctx,
  centre: number,
  most: number,
): Promise<{ letter: string; seq: number; window: string; times: number; at: Date }[]> {
  const { rows } = await sql<{
    letter: string;
    seq: number;
    window: string;
    times: number;
    at: Date;
  }>`
    select letter, seq, "window", times, at from counters.just_called
    where centre = ${centre}::bigint and at >= ${ctx.now}::timestamptz - interval '30 minutes'
    order by at desc limit ${most}`.execute(ctx.db);
  return rows;
}
