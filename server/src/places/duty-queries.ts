// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { isSeated } from '../kernel/seats.ts';
import { today } from '../kernel/today.ts';
import { beginning } from './words.ts';

export interface OrganisationRow {
  readonly no: number;
  readonly kind: string;
  readonly name: string;
  readonly place: number;
  readonly placeName: string;
  readonly phone: string | null;
  readonly hours: string | null;
}

const MOST_ORGANISATIONS = 200;

export interface OrganisationFilter {
  /** Places where they act; anywhere when undefined. */
  readonly places: readonly number[] | undefined;
  readonly q: string | undefined;
  readonly kind: string | undefined;
}

/** An organisation to choose from. */
export interface OrganisationChoice extends OrganisationRow {
  readonly accepts: boolean;
}

/** Organisations in being, those nearest to the committee first. */
export async function selectOrganisations(
  ctx: Ctx,
  { places, q, kind }: OrganisationFilter,
): Promise<OrganisationChoice[]> {
  const { rows } = await sql<OrganisationChoice>`
    select o.no, o.kind, o.name, o.place, p.name as "placeName", o.phone, o.hours,
      ${isSeated('department_officer', sql`o.no`, ctx.now)} as accepts
    from places.organisation o join places.place p on p.no = o.place
    where (o.valid_to is null or o.valid_to >= ${today(ctx)}::date)
      and ${places === undefined ? sql`true` : sql`o.place = any(${places}::bigint[])`}
      and ${q === undefined ? sql`true` : sql`o.name like ${`%${beginning(q)}`}`}
      and ${kind === undefined ? sql`true` : sql`o.kind = ${kind}`}
    order by o.place desc, o.no limit ${MOST_ORGANISATIONS}`.execute(ctx.db);
  return rows;
}

export async function selectOrganisation(
  ctx: Ctx,
  no: number,
): Promise<OrganisationRow | undefined> {
  const { rows } = await sql<OrganisationRow>`
    select o.no, o.kind, o.name, o.place, p.name as "placeName", o.phone, o.hours
    from places.organisation o join places.place p on p.no = o.place
    where o.no = ${no}::bigint and (o.valid_to is null or o.valid_to >= ${today(ctx)}::date)`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Names of organisations, also of those that are no more. */
export async function selectOrganisationNames(
  ctx: Ctx,
  nos: readonly number[],
): Promise<{ no: number; name: string }[]> {
  const { rows } = await sql<{ no: number; name: string }>`
    select no, name from places.organisation where no = any(${nos}::bigint[])`.execute(ctx.db);
  return rows;
}

/** One organisation that the responsibility list names for a category at a place. */
export interface DutyNamed {
  readonly duty: number;
  /** Where the row was made: the district, or a street that settles it otherwise. */
  readonly place: number;
  readonly organisation: number;
  readonly name: string;
  readonly assisting: readonly number[];
  readonly source: string;
  readonly basis: string;
  readonly validFrom: string;
}

/** The leads in force on `day`, as the finest of `chain` that has rows of the category says it. */
export async function selectLeads(
  ctx: Ctx,
  category: string,
  chain: readonly number[],
  day: string,
): Promise<DutyNamed[]> {
  const { rows } = await sql<DutyNamed>`
    with held as (
      select d.*, max(d.place) over () as finest from places.duty d
      where d.category = ${category} and d.place = any(${chain}::bigint[]) and d.status = 'approved'
        and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date))
    select h.no as duty, h.place, o.no as organisation, o.name, h.assisting, h.source, h.basis, h.valid_from as "validFrom"
    from held h join places.organisation o on o.no = h.lead and (o.valid_to is null or o.valid_to >= ${day}::date)
    where h.place = h.finest order by h.valid_from desc, h.no`.execute(ctx.db);
  return rows;
}

export interface DutyRow {
  readonly no: number;
  readonly category: string;
  readonly place: number;
  readonly placeName: string;
  readonly lead: number | null;
  readonly leadName: string | null;
  readonly assistingNames: string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

/** Rows of the list for these places that are in force or still to come, the finest place first. */
export async function selectDuties(
  ctx: Ctx,
  places: readonly number[],
  category: string | undefined,
): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select d.no, d.category, d.place, p.name as "placeName", d.lead, o.name as "leadName",
      array(select a.name from unnest(d.assisting) with ordinality as wanted (no, at)
        join places.organisation a on a.no = wanted.no order by wanted.at) as "assistingNames",
      d.valid_from as "validFrom", d.valid_to as "validTo", d.source
    from places.duty d join places.place p on p.no = d.place left join places.organisation o on o.no = d.lead
    where d.place = any(${places}::bigint[]) and d.status = 'approved' and (d.valid_to is null or d.valid_to >= ${today(ctx)}::date)
      and ${category === undefined ? sql`true` : sql`d.category = ${category}`}
    order by d.category, d.place desc, d.valid_from, d.no`.execute(ctx.db);
  return rows;
}
