// SPDX-License-Identifier: Apache-2.0
import type { ObjectionState } from '@lilong/contracts/registry-values';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { ObjectionRow } from '../tables.ts';

/** What an objection or a fact is about. */
export type Subject =
  | { readonly person: number; readonly home?: never; readonly place: number }
  | { readonly person?: never; readonly home: HomeKey; readonly place: number };
export interface HomeKey {
  readonly street: number;
  readonly no: number;
}

/** The rows of a subject, in a table that names it. */
export const about = (of: Subject, alias: string): Expression<SqlBool> =>
  of.home === undefined
    ? sql<SqlBool>`${sql.ref(`${alias}.person`)} = ${of.person}::bigint`
    : sql<SqlBool>`${sql.ref(`${alias}.street`)} = ${of.home.street}::int and ${sql.ref(`${alias}.home`)} = ${of.home.no}::bigint`;

type Row = Readonly<Record<string, unknown>>;
/** The row in which a subject's values are kept, locked for whoever changes it. */
export async function lockSubject(ctx: Ctx, of: Subject): Promise<Row | undefined> {
  const { rows } = await (of.home === undefined
    ? sql<Row>`select * from registry.person where no = ${of.person} for update`
    : sql<Row>`select * from registry.home where street = ${of.home.street} and no = ${of.home.no} for update`
  ).execute(ctx.db);
  return rows[0];
}

export const selectDistricts = remembered(
  (ctx: Ctx, level: 'district'): Promise<{ no: number; name: string }[]> =>
    ctx.db
      .selectFrom('places.place')
      .where('level', '=', level)
      .where('valid_to', 'is', null)
      .select(['no', 'name'])
      .orderBy('no')
      .execute(),
);

export interface NewObjection {
  readonly of: Subject;
  readonly element: string;
  readonly label: number | null;
  readonly by: 'committee' | 'person';
  readonly organisation: number | null;
  readonly source: number;
  readonly closed: boolean;
  readonly sealed: Buffer;
  readonly dueAt: Date;
}
/** The number, or undefined when somebody has objected already and waits for the answer. Two who do so take turns. */
export async function insertObjection(ctx: Ctx, made: NewObjection): Promise<number | undefined> {
  const { of } = made;
  await lockSubject(ctx, of);
  const { rows } = await sql<{ no: number }>`
    insert into registry.objection (element, person, street, home, label, place, raised_by, account, organisation, source, closed, sealed, filed_at, due_at)
    select ${made.element}, ${of.person ?? null}::bigint, ${of.home?.street ?? null}::int, ${of.home?.no ?? null}::bigint, ${made.label}::bigint,
      ${of.place}::bigint, ${made.by}, ${ctx.actor.account}::bigint, ${made.organisation}::bigint, ${made.source}::bigint, ${made.closed}::boolean,
      ${made.sealed}::bytea, ${ctx.now}::timestamptz, ${made.dueAt}::timestamptz
    where not exists (select from registry.objection o where o.state = 'open' and ${about(of, 'o')}
      and o.element = ${made.element} and o.label is not distinct from ${made.label}::bigint)
    returning no`.execute(ctx.db);
  return rows[0]?.no;
}

export interface ObjectionFound extends ObjectionRow {
  readonly placeName: string;
  readonly organisationName: string | null;
  readonly sourceName: string;
}
/** Objections that this transaction may see. */
export async function selectObjections(
  ctx: Ctx,
  which: Expression<SqlBool>,
  limit: number,
): Promise<ObjectionFound[]> {
  const { rows } = await sql<ObjectionFound>`
    select o.*, l.name as "placeName", r.name as "organisationName", s.name as "sourceName"
    from registry.objection o join places.place l on l.no = o.place join places.organisation s on s.no = o.source
    left join places.organisation r on r.no = o.organisation
    where ${which} order by o.state <> 'open', case when o.state = 'open' then o.due_at end, o.answered_at desc, o.no desc
    limit ${limit}`.execute(ctx.db);
  return rows;
}

export interface Ending {
  readonly no: number;
  readonly state: Exclude<ObjectionState, 'open'>;
  readonly sealed: Buffer;
}
/** False when it was ended meanwhile. */
export async function endObjection(ctx: Ctx, { no, state, sealed }: Ending): Promise<boolean> {
  const { rows } = await sql`
    update registry.objection set state = ${state}, sealed = ${sealed}, answered_at = ${ctx.now}::timestamptz
    where no = ${no} and state = 'open' returning no`.execute(ctx.db);
  return rows.length > 0;
}

export interface Office {
  readonly no: number;
  readonly name: string;
  readonly kind: string;
  readonly place: number;
}
/** Who could own a value at a place: the committee itself, departments of the district and of the city. */
export async function selectOwners(ctx: Ctx, places: readonly number[]): Promise<Office[]> {
  const { rows } = await sql<Office>`
    select no, name, kind, place from places.organisation
    where kind in ('committee', 'district_department', 'city_office') and valid_to is null
      and place = any(${[...places]}::bigint[]) order by place desc, no`.execute(ctx.db);
  return rows;
}

export interface Figures {
  readonly organisationName: string;
  readonly open: number;
  readonly late: number;
  readonly answered: number;
  readonly medianDays: number | null;
}
export async function selectFigures(ctx: Ctx): Promise<Figures[]> {
  const { rows } = await sql<Figures>`
    select o.name as "organisationName", f.open, f.late, f.answered, f.median_days::float8 as "medianDays"
    from registry.objection_figures(${ctx.now}::timestamptz) f join places.organisation o on o.no = f.source
    where o.kind in ('district_department', 'city_office') order by o.name`.execute(ctx.db);
  return rows;
}

/** Where somebody is known: where they live, else are registered. */
export async function selectPlaceOf(ctx: Ctx, person: number): Promise<number | undefined> {
  const { rows } = await sql<{ place: number }>`
    select place from registry.presence where person = ${person}
    order by to_on desc nulls first, array_position(array['lives', 'registered', 'works', 'owns'], role), no limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.place;
}

export interface LabelFound {
  readonly no: number;
  readonly code: string | null;
  readonly sealed: Buffer | null;
  readonly kind: 'shared' | 'collected' | 'computed' | 'declared';
  readonly organisation: number;
  readonly organisationName: string;
}
/** A label that is said of the person now. */
export async function selectLabel(
  ctx: Ctx,
  person: number,
  no: number,
): Promise<LabelFound | undefined> {
  const { rows } = await sql<LabelFound>`
    select k.no, k.code, k.sealed, k.kind, k.organisation, o.name as "organisationName" from registry.label k
    join places.organisation o on o.no = k.organisation
    where k.no = ${no} and k.person = ${person} and k.valid_to is null`.execute(ctx.db);
  return rows[0];
}

/** Masked number of a document, for whoever has to tell two people apart. */
export async function selectDocument(
  ctx: Pick<Ctx, 'db'>,
  person: number,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from registry.person_key where person = ${person} and kind = 'id' order by document limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.sealed;
}
