// SPDX-License-Identifier: Apache-2.0
// What the three cards read. Everything passes row-level security; dated rows are those valid on `day`.
import type { RowKey } from '@lilong/contracts/refs';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { keyOf } from './sealed.ts';
import type { HomeRow, HouseholdRow, PersonRow, PresenceRow } from './tables.ts';

/** Valid on the day. */
export const isOn = (alias: string, day: string): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(`${alias}.from_on`)} <= ${day}::date
    and (${sql.ref(`${alias}.to_on`)} is null or ${sql.ref(`${alias}.to_on`)} >= ${day}::date))`;

export async function selectPerson(ctx: Ctx, no: number): Promise<PersonRow | undefined> {
  return ctx.db.selectFrom('registry.person').selectAll().where('no', '=', no).executeTakeFirst();
}

export interface PresenceFound extends PresenceRow, Pick<HomeRow, 'tenure' | 'area_m2'> {
  door: string | null;
  placeName: string;
}
export async function selectPresences(
  ctx: Ctx,
  person: number,
  day: string,
): Promise<PresenceFound[]> {
  return (await presencesOf(person, day).execute(ctx.db)).rows;
}
const presencesOf = (person: number, day: string) => sql<PresenceFound>`
  select p.*, h.door, h.tenure, h.area_m2, l.name as "placeName" from registry.presence p
  join places.place l on l.no = p.place
  left join registry.home h on h.street = p.street and h.no = p.home
  where p.person = ${person} and ${isOn('p', day)} order by p.role, p.from_on`;

/** What a form is filled with: somebody, how they are reached and identified, where they are, and their account. */
export interface PersonHeld extends PersonRow {
  readonly account: number | null;
  /** Numbers, sealed, in hexadecimal. */
  readonly keys: readonly { readonly kind: string; readonly sealed: string }[];
  readonly presences: readonly HeldPresence[];
}
export type HeldPresence = Pick<
  PresenceFound,
  | 'role'
  | 'place'
  | 'home'
  | 'from_on'
  | 'source'
  | 'labels'
  | 'door'
  | 'tenure'
  | 'area_m2'
  | 'placeName'
>;
/** Everything in one row: three statements cost half as much again. */
export const heldStatement = (no: number, day: string) => sql<PersonHeld>`
  select q.*, b.account,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'sealed', encode(k.sealed, 'hex'))
      order by k.kind, k.document, k.digest), '[]')
      from registry.person_key k where k.person = q.no and k.kind in ('id', 'phone')) as keys,
    (select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'place', p.place, 'home', p.home, 'from_on', p.from_on,
      'source', p.source, 'labels', p.labels, 'door', h.door, 'tenure', h.tenure, 'area_m2', h.area_m2, 'placeName', l.name)
      order by p.role, p.from_on), '[]')
      from registry.presence p join places.place l on l.no = p.place
      left join registry.home h on h.street = p.street and h.no = p.home
      where p.person = q.no and ${isOn('p', day)}) as presences
  from registry.person q left join registry.binding b on b.person = q.no and b.ended_at is null where q.no = ${no} limit 1`;

export async function selectHeld(
  ctx: Ctx,
  no: number,
  day: string,
): Promise<PersonHeld | undefined> {
  return (await heldStatement(no, day).execute(ctx.db)).rows[0];
}

export type CompanionRow = Pick<
  PresenceRow,
  | 'person'
  | 'name'
  | 'sex'
  | 'born_on'
  | 'role'
  | 'relation'
  | 'stays_as'
  | 'standing'
  | 'labels'
  | 'household'
>;
/** All who have to do with a home or a household on a day; the head first, then the eldest. */
export async function selectCompanions(
  ctx: Ctx,
  of: Expression<SqlBool>,
  day: string,
): Promise<CompanionRow[]> {
  const { rows } = await sql<CompanionRow>`
    select p.person, p.name, p.sex, p.born_on, p.role, p.relation, p.stays_as, p.standing, p.labels, p.household
    from registry.presence p where ${of} and ${isOn('p', day)}
    order by p.relation nulls last, p.born_on nulls last, p.person`.execute(ctx.db);
  return rows;
}
export const inHome = ({ street, no }: RowKey): Expression<SqlBool> =>
  sql<SqlBool>`(p.street = ${street} and p.home = ${no})`;
export const inHousehold = ({ street, no }: RowKey): Expression<SqlBool> =>
  sql<SqlBool>`(p.street = ${street} and p.household = ${no})`;

export async function selectKeys(ctx: Ctx, person: number) {
  return ctx.db
    .selectFrom('registry.person_key')
    .select(['kind', 'document', 'sealed'])
    .where('person', '=', person)
    .orderBy('kind')
    .orderBy('document')
    .orderBy('digest')
    .execute();
}

/** Whether a document's number is this person's. */
export async function hasKey(
  ctx: Ctx,
  person: number,
  document: string,
  digest: Buffer,
): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('registry.person_key')
    .select('person')
    .where('person', '=', person)
    .where('kind', '=', 'id')
    .where('document', '=', document)
    .where('digest', '=', keyOf(digest))
    .executeTakeFirst();
  return found !== undefined;
}

export interface LabelFound {
  no: number;
  code: string;
  kind: 'shared' | 'collected' | 'computed' | 'declared';
  organisation: number;
  organisationName: string;
  words: string | null;
  valid_from: string;
  until: string | null;
  look_again: string | null;
}
/** What is said of a person; as of an earlier day, what was said then. */
export async function selectLabels(ctx: Ctx, person: number, day: string): Promise<LabelFound[]> {
  const past = day < today(ctx);
  const { rows } = await sql<LabelFound>`
    select k.no, k.code, k.kind, k.organisation, o.name as "organisationName", k.words, k.valid_from, k.until, k.look_again
    from registry.label k join places.organisation o on o.no = k.organisation
    where k.person = ${person} and k.code is not null and k.valid_from <= ${day}::date and (k.until is null or k.until >= ${day}::date) and (k.valid_to is null or (${past} and k.valid_to >= ${day}::date))
    order by k.code, k.no`.execute(ctx.db);
  return rows;
}

export async function selectHome(
  ctx: Ctx,
  { street, no }: RowKey,
): Promise<(HomeRow & { placeName: string }) | undefined> {
  const { rows } = await sql<HomeRow & { placeName: string }>`
    select h.*, l.name as "placeName" from registry.home h join places.place l on l.no = h.place
    where h.street = ${street} and h.no = ${no}`.execute(ctx.db);
  return rows[0];
}

export interface HouseholdFound extends HouseholdRow {
  door: string | null;
  placeName: string;
}
/** The one of a number, whether it goes on or not. */
export async function selectHousehold(
  ctx: Ctx,
  { street, no }: RowKey,
): Promise<HouseholdFound | undefined> {
  const of = sql<SqlBool>`u.street = ${street} and u.no = ${no}`;
  return (await selectHouseholds(ctx, of))[0];
}

/** Whether people still keep house there, so that somebody can join or be born. A 户口簿 is a book, no table. */
export const keepsHouse = <T extends HouseholdRow>(of: T): of is T & { readonly home: number } =>
  of.home !== null && of.to_on === null && of.kind !== 'book';

/** Households of a home on a day. */
export async function selectHouseholds(
  ctx: Ctx,
  of: Expression<SqlBool>,
): Promise<HouseholdFound[]> {
  const { rows } = await sql<HouseholdFound>`
    select u.*, h.door, l.name as "placeName" from registry.household u
    join places.place l on l.no = u.place
    left join registry.home h on h.street = u.street and h.no = u.home
    where ${of} order by u.kind desc, u.from_on, u.no`.execute(ctx.db);
  return rows;
}
