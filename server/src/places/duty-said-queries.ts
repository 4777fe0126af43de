// SPDX-License-Identifier: Apache-2.0
// What an import of the responsibility list is compared with.
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { NewDuty } from './duty-draft-queries.ts';

export interface Said extends NewDuty {
  /** Null when it is in force. */
  readonly batch: number | null;
}

/** Rows of these places that hold without an end, and drafts that wait. */
export async function selectSaid(ctx: Ctx, places: readonly number[]): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select case when status = 'draft' then batch end as batch, category, place, lead, assisting, source,
      case when status = 'draft' then valid_from else ${today(ctx)}::date end as "validFrom"
    from places.duty
    where place = any(${[...places]}::bigint[]) and (status = 'draft'
      or (status = 'approved' and valid_from <= ${today(ctx)}::date and valid_to is null))`.execute(
    ctx.db,
  );
  return rows;
}

export async function selectOrganisationsToName(ctx: Ctx) {
  const { rows } = await sql<{ no: number; name: string; place: number }>`
    select no, name, place from places.organisation
    where valid_to is null or valid_to >= ${today(ctx)}::date`.execute(ctx.db);
  return rows;
}
