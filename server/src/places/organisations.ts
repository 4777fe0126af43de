// SPDX-License-Identifier: Apache-2.0
import type { correctOrganisation, OrganisationKind } from '@lilong/contracts/places';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { organisationCard } from './duties.ts';
import { updateOrganisation, upsertOrganisation } from './organisation-queries.ts';
import { organisationPolicy } from './policy.ts';

export interface OrganisationToSave {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly place: number;
  /** Null leaves what is there. */
  readonly phone: string | null;
  readonly hours: string | null;
}

/**
 * Makes the organisation, or corrects telephone and hours of the one with this name at this place.
 * Whoever calls it has settled that the actor may.
 *
 * @returns its number
 */
export function saveOrganisation(ctx: Ctx, organisation: OrganisationToSave): Promise<number> {
  return upsertOrganisation(ctx.db, organisation, today(ctx));
}

/** Corrects whom people call, and when. What was there before stands in the audit only as a digest. */
export async function correct(
  ctx: Ctx,
  { no, phone, hours }: InputOf<typeof correctOrganisation>,
): Promise<ReplyOf<typeof correctOrganisation>> {
  ctx.requireEver(organisationPolicy, 'correct');
  const { place } = await organisationCard(ctx, no);
  await ctx.require(organisationPolicy, 'correct', { no });
  await updateOrganisation(ctx.db, no, phone, hours);
  const facts = { phone, hours };
  ctx.note({ act: 'organisation.corrected', subject: `organisation ${no}`, place, facts });
  return { done: true };
}
