// SPDX-License-Identifier: Apache-2.0
import type { OrganisationKind } from '@lilong/contracts/places';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from './day.ts';
import { upsertOrganisation } from './organisation-queries.ts';

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
