// SPDX-License-Identifier: Apache-2.0
import type { CrowdColumn, CrowdConditions } from '@lilong/contracts/registry-crowds';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import type { FoundRow } from '../find-queries.ts';
import { crowdPolicy, presencePolicy } from '../policy.ts';
import type { PresenceRow } from '../tables.ts';
import { askedOf } from './asked.ts';

export interface Kept {
  readonly name: string;
  readonly conditions: CrowdConditions;
  readonly columns: readonly CrowdColumn[];
  readonly lookAgain: string;
}
export interface KeptRow extends Kept {
  readonly no: number;
  readonly madeOn: string;
}

/** Crowds of the actor's organisation, or the one of a number. */
export async function selectCrowds(ctx: Ctx, no?: number): Promise<KeptRow[]> {
  const one = no === undefined ? sql`` : sql`and c.no = ${no}`;
  const { rows } = await sql<KeptRow>`
    select c.no, c.name, c.conditions, c.columns, c.made_on as "madeOn", c.look_again as "lookAgain" from registry.crowd c
    where ${ctx.may(crowdPolicy, 'use', 'c')} ${one} order by c.name`.execute(ctx.db);
  return rows;
}

/** Its number; none when the organisation has one of that name. */
export async function insertCrowd(ctx: Ctx, kept: Kept): Promise<number | undefined> {
  const { name, conditions, columns, lookAgain } = kept;
  const { rows } = await sql<{ no: number }>`
    insert into registry.crowd (organisation, name, conditions, columns, post, made_on, look_again)
    values (${ctx.actor.post?.organisation ?? null}::bigint, ${name}, ${JSON.stringify(conditions)}::jsonb, ${[...columns]}::text[],
      ${ctx.actor.post?.no ?? null}::bigint, ${today(ctx)}::date, ${lookAgain}::date)
    on conflict (organisation, name) do nothing returning no`.execute(ctx.db);
  return rows[0]?.no;
}

/** False when another one has the name. */
export async function updateCrowd(ctx: Ctx, no: number, kept: Kept): Promise<boolean> {
  const { name, conditions, columns, lookAgain } = kept;
  const { rows } = await sql`
    update registry.crowd c set name = ${name}, conditions = ${JSON.stringify(conditions)}::jsonb, columns = ${[...columns]}::text[],
      look_again = ${lookAgain}::date
    where no = ${no} and not exists (
      select from registry.crowd o where o.organisation = c.organisation and o.name = ${name} and o.no <> c.no) returning no`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

export async function deleteCrowd(ctx: Ctx, no: number): Promise<void> {
  await sql`delete from registry.crowd where no = ${no}`.execute(ctx.db);
}

/** Whoever fits, by name: as row-level security lets the post acted as see them. */
const inCrowd = (ctx: Ctx, conditions: CrowdConditions) =>
  sql`registry.in_crowd(${askedOf(conditions, today(ctx))}::jsonb)`;
const mayFind = (ctx: Ctx) => ctx.may(presencePolicy, 'find', 'p');

export async function countPeople(ctx: Ctx, conditions: CrowdConditions): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from ${inCrowd(ctx, conditions)} p where ${mayFind(ctx)}`.execute(
    ctx.db,
  );
  return rows[0]?.people ?? 0;
}

export interface CrowdRow extends FoundRow, Pick<PresenceRow, 'pinyin' | 'stays_as' | 'from_on'> {
  total: number;
}
export interface Page {
  readonly after: { readonly pinyin: string; readonly person: number } | undefined;
  readonly most: number | null;
}
/** A page in the order of pinyin, and how many there are in all. */
export async function selectPeople(
  ctx: Ctx,
  conditions: CrowdConditions,
  { after, most }: Page,
): Promise<CrowdRow[]> {
  const behind =
    after === undefined
      ? sql``
      : sql`where (f.pinyin, f.person) > (${after.pinyin}, ${after.person}::bigint)`;
  const { rows } = await sql<CrowdRow>`
    with fits as materialized (select p.* from ${inCrowd(ctx, conditions)} p where ${mayFind(ctx)}),
    page as (select f.* from fits f ${behind} order by f.pinyin, f.person limit ${most}::int)
    select p.street, p.person, p.role, p.home, p.standing, p.name, p.pinyin, p.sex, p.born_on, p.labels, p.stays_as, p.from_on,
      h.door, l.name as "placeName", (select count(*)::int from fits) as total,
      case when p.labels is null then '{}' else array(
        select k.code from registry.label k where k.person = p.person and k.code is not null and k.valid_to is null
          and k.look_again < ${today(ctx)}::date) end as due
    from page p join places.place l on l.no = p.place
    left join registry.home h on h.street = p.street and h.no = p.home
    order by p.pinyin, p.person`.execute(ctx.db);
  return rows;
}

export interface BuildingRow {
  line: string | null;
  lon: number;
  lat: number;
  people: number;
}
/** By building, and one row without a line for those of no building that is known. */
export async function selectBuildings(ctx: Ctx, conditions: CrowdConditions) {
  const { rows } = await sql<BuildingRow>`
    with found as (
      select h.address, count(*)::int as people from ${inCrowd(ctx, conditions)} p
      left join registry.home h on h.street = p.street and h.no = p.home where ${mayFind(ctx)} group by 1)
    select a.line, st_x(a.point) as lon, st_y(a.point) as lat, f.people from found f
    left join places.address a on a.no = f.address order by a.line`.execute(ctx.db);
  return rows;
}

/** By committee or street, small cells left out by the database itself; the row without a place is the sum. */
export async function selectCounts(ctx: Ctx, conditions: CrowdConditions, span: number) {
  const { rows } = await sql<{ place: number | null; name: string | null; people: number | null }>`
    select c.cell as place, l.name, c.people
    from registry.crowd_counts(${askedOf(conditions, today(ctx))}::jsonb, ${span}::int) c
    left join places.place l on l.no = c.cell order by c.cell`.execute(ctx.db);
  return rows;
}
