// SPDX-License-Identifier: Apache-2.0
// What is read of cases: never more than the rule about others allows, and of one's own their state.
import type { CaseState } from '@lilong/contracts/case-flow';
import type { RowKey } from '@lilong/contracts/refs';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Page, Span } from './span.ts';

/** Who looks: the key's number, when one was shown, and the services whose requests others may see today. */
export interface Reader {
  readonly key: number | null;
  readonly visible: readonly string[];
}

/**
 * Others see registered cases whose category says so (as `GET /api/nearby`); and before a person has
 * looked at it, what was posted here under such a service, so that clients without a key can follow.
 */
const othersMaySee = ({ visible }: Reader): RawBuilder<boolean> => sql`
  (c.merged_into is null and c.state <> 'not_accepted' and (c.others_may_see
    or (c.registered_at is null and c.channel = 'open311' and c.category = any(${[...visible]}::text[]))))`;

/** `b` is what was posted, `c` the case that it belongs to now: another one after merging; `q` is there when it is the reader's own. */
const joins = ({ key }: Reader): RawBuilder<unknown> => sql`
  from cases.case b join cases.case c on c.street = b.street and c.no = coalesce(b.merged_into, b.no)
  left join open311.request q on q.street = b.street and q.no = b.no and q.key = ${key}::bigint`;

export interface RequestRow extends RowKey {
  readonly state: CaseState;
  /** Others may see it; if not, it is the reader's own and only its state is told. */
  readonly visible: boolean;
  /** As it was posted; only of the reader's own. */
  readonly service: string | null;
  readonly category: string | null;
  readonly categoryName: string | null;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
  readonly answerDue: Date | null;
  readonly solveDue: Date | null;
  readonly place: number;
  readonly placeName: string;
  readonly phone: string | null;
  readonly road: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly words: string | null;
  readonly photo: number | null;
  readonly organisationName: string | null;
}

/** The last change of state; notes of the office are nobody's business. */
const updatedAt = sql`coalesce(c.ended_at, (select f.at from cases.flow f
  where f.street = c.street and f.case_no = c.no and f.kind <> 'note' order by f.step desc limit 1), c.reported_at)`;

const columns = (reader: Reader): RawBuilder<unknown> => sql`
  b.street, b.no, c.state, ${othersMaySee(reader)} as visible, q.service, c.category, c.category_name as "categoryName",
  b.reported_at as "requestedAt", ${updatedAt} as "updatedAt",
  case when c.answered_at is null then c.answer_due end as "answerDue", c.solve_due as "solveDue", c.place, p.name as "placeName",
  (select g.phone from places.organisation g where g.place in (p.no, p.parent) and g.valid_to is null
    and g.kind in ('committee', 'street_office') order by g.place desc, g.no limit 1) as phone,
  (select a.road from places.address a where a.place = c.place and c.address like a.road || '%' limit 1) as road,
  st_x(coalesce(c.point, l.centre)) as lon, st_y(coalesce(c.point, l.centre)) as lat,
  case when c.released_words then c.title end as words, case when c.released_photos then c.photo end as photo,
  o.name as "organisationName"`;
const names = sql`join places.place p on p.no = c.place left join places.outline l on l.place = c.place
  left join places.organisation o on o.no = c.organisation`;

/** Requests by their numbers: visible ones, and the reader's own. */
export async function selectRequests(
  ctx: Ctx,
  reader: Reader,
  keys: readonly RowKey[],
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns(reader)} ${joins(reader)} ${names}
    where (${othersMaySee(reader)} or q.no is not null) and ${among(keys)}
    order by b.reported_at desc, b.no desc`.execute(ctx.db);
  return rows;
}

function among(keys: readonly RowKey[]): RawBuilder<boolean> {
  const [streets, nos] = [keys.map(({ street }) => street), keys.map(({ no }) => no)];
  return sql`(b.street, b.no) in (select * from unnest(${streets}::int[], ${nos}::bigint[]))`;
}

export interface Sought {
  /** Of the request itself; none when only changes are sought. */
  readonly requested: Span | undefined;
  readonly updatedAfter: Date | undefined;
  readonly services: readonly string[] | undefined;
  readonly open: boolean | undefined;
}

/** A page of what others may see, newest first. */
export async function selectList(
  ctx: Ctx,
  reader: Reader,
  sought: Sought,
  { size, skip }: Page,
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns(reader)} ${joins(reader)} ${names}
    where ${othersMaySee(reader)} and b.merged_into is null and ${wanted(sought)}
    order by b.reported_at desc, b.street, b.no desc limit ${size} offset ${skip}`.execute(ctx.db);
  return rows;
}

function wanted({ requested, updatedAfter, services, open }: Sought): RawBuilder<boolean> {
  const parts = [sql`true`];
  if (requested !== undefined)
    parts.push(
      sql`b.reported_at between ${requested.from}::timestamptz and ${requested.to}::timestamptz`,
    );
  if (updatedAfter !== undefined)
    parts.push(
      sql`(c.ended_at is null or c.ended_at > ${updatedAfter}::timestamptz) and ${updatedAt} > ${updatedAfter}::timestamptz`,
    );
  if (services !== undefined) parts.push(sql`c.category = any(${[...services]}::text[])`);
  if (open !== undefined) parts.push(sql`(c.ended_at is null) = ${open}::boolean`);
  return sql`(${sql.join(parts, sql` and `)})`;
}

export interface UpdateRow extends RowKey {
  readonly flow: number;
  readonly at: Date;
  readonly state: CaseState;
}

/** Changes of state, oldest first; after a merging, those of the case that it belongs to. */
const changes = (reader: Reader, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select * from (
    select b.street, b.no, f.no as flow, f.at, f.state,
      lag(f.state) over (partition by b.street, b.no order by f.no) as before
    ${joins(reader)} join cases.flow f on f.street = b.street and not (f.move = 'merge' and f.kind = 'cancel')
      and (f.case_no = b.no or (b.merged_into is not null and f.case_no = c.no and f.no > (
        select max(m.no) from cases.flow m where m.street = b.street and m.case_no = b.no and m.move = 'merge')))
    where (${othersMaySee(reader)} or q.no is not null) and ${which}
  ) u where u.state is distinct from u.before`;

export async function selectUpdatesOf(
  ctx: Ctx,
  reader: Reader,
  keys: readonly RowKey[],
): Promise<UpdateRow[]> {
  const { rows } = await sql<UpdateRow>`
    ${changes(reader, among(keys))} order by u.at, u.flow`.execute(ctx.db);
  return rows;
}

/** Changes within a span, of what others may see and of the reader's own. Only running cases, and those ended since, can have any. */
export async function selectUpdates(
  ctx: Ctx,
  reader: Reader,
  { from, to }: Span,
  { size, skip }: Page,
): Promise<UpdateRow[]> {
  const running = sql`b.reported_at <= ${to}::timestamptz and (b.merged_into is null or q.no is not null)
    and (c.ended_at is null or c.ended_at >= ${from}::timestamptz)`;
  const { rows } = await sql<UpdateRow>`
    ${changes(reader, running)} and u.at between ${from}::timestamptz and ${to}::timestamptz
    order by u.at, u.flow limit ${size} offset ${skip}`.execute(ctx.db);
  return rows;
}

/** When categories or conditions were last approved. */
export async function selectChangeset(ctx: Ctx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(at) as at from kernel.catalogue where kind in ('category', 'condition') and status = 'approved'`.execute(
    ctx.db,
  );
  return rows[0]?.at ?? null;
}
