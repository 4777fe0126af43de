// SPDX-License-Identifier: Apache-2.0
import type { listDuties } from '@lilong/contracts/duties';
import { placeChain } from '@lilong/contracts/place-no';
import type { listOrganisations } from '@lilong/contracts/places';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import {
  type DutyNamed,
  type OrganisationRow,
  selectDuties,
  selectLeads,
  selectOrganisation,
  selectOrganisationNames,
  selectOrganisations,
} from './duty-queries.ts';
import { placePolicy } from './policy.ts';

/** Organisations that act at a place or above it, the nearest first. */
export async function showOrganisations(
  ctx: Ctx,
  { place, q, kind }: InputOf<typeof listOrganisations>,
): Promise<ReplyOf<typeof listOrganisations>> {
  const places = place === undefined ? undefined : placeChain(place);
  return { organisations: await selectOrganisations(ctx, { places, q, kind }) };
}

/** @throws {Refusal} found.nothing when there is no such organisation today */
export async function organisationCard(ctx: Ctx, no: number): Promise<OrganisationRow> {
  const found = await selectOrganisation(ctx, no);
  if (found === undefined)
    throw new Refusal('found.nothing', { what: 'organisation' }, 'organisation');
  return found;
}

/** Names by number, also of organisations that are no more. */
export async function organisationNames(
  ctx: Ctx,
  nos: readonly number[],
): Promise<Map<number, string>> {
  if (nos.length === 0) return new Map();
  const found = await selectOrganisationNames(ctx, nos);
  return new Map(found.map(({ no, name }) => [no, name]));
}

/**
 * Whom the responsibility list names for a category at a place on a day. The finest place with rows
 * decides. One is a proposal; none or several have to be adjudicated.
 */
export function dutiesFor(
  ctx: Ctx,
  category: string,
  place: number,
  day: string,
): Promise<DutyNamed[]> {
  return selectLeads(ctx, category, placeChain(place), day);
}

/** The responsibility list as it holds, or will hold, at a place. */
export async function showDuties(
  ctx: Ctx,
  { place, category, q }: InputOf<typeof listDuties>,
): Promise<ReplyOf<typeof listDuties>> {
  ctx.requireEver(placePolicy, 'readDuties');
  const rows = await selectDuties(ctx, placeChain(place), category);
  const names = await categoryNames(ctx);
  const duties = rows.map((row) => ({ ...row, categoryName: names.get(row.category) ?? '' }));
  if (q === undefined) return { duties };
  return {
    duties: duties.filter(({ category: key, categoryName, leadName }) =>
      [key, categoryName, leadName ?? ''].some((text) => text.includes(q)),
    ),
  };
}

/** Names of the categories in force, by key. */
export async function categoryNames(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.catalogue.rows(ctx.db, 'category', ctx.now);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
