// SPDX-License-Identifier: Apache-2.0
import type { Proposal } from '@lilong/contracts/case-shapes';
import { streetOf } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Ctx } from '../kernel/ctx.ts';
import { dutiesFor, organisationNames } from '../places/index.ts';
import { today } from './keys.ts';
import type { CaseRow } from './tables.ts';

type Proposed = Static<typeof Proposal>;

/** Whom the responsibility list names for this case, and why; a ruling or past cases when it names nobody. */
export async function proposalsFor(
  ctx: Ctx,
  row: Pick<CaseRow, 'category' | 'place' | 'street'>,
): Promise<Proposed[]> {
  if (row.category === null) return [];
  const duties = await dutiesFor(ctx, row.category, row.place, today(ctx));
  const names = await organisationNames(
    ctx,
    duties.flatMap((duty) => duty.assisting),
  );
  const recent = await recentHere(ctx, row);
  const listed = duties.map((duty) => ({
    organisation: duty.organisation,
    name: duty.name,
    basis: 'duty' as const,
    source: duty.source,
    validFrom: duty.validFrom,
    assistingNames: duty.assisting.map((no) => names.get(no) ?? ''),
    recentHere: recent.get(duty.organisation) ?? 0,
  }));
  if (listed.length === 1) return listed;
  const ruled = await lastRuling(ctx, row);
  return ruled === undefined
    ? listed
    : [
        { ...ruled, recentHere: recent.get(ruled.organisation) ?? 0 },
        ...listed.filter((one) => one.organisation !== ruled.organisation),
      ];
}

/** The street leader's last ruling on this category: remembered where the list has a gap or an overlap. */
async function lastRuling(
  ctx: Ctx,
  row: Pick<CaseRow, 'category' | 'place'>,
): Promise<Omit<Proposed, 'recentHere'> | undefined> {
  const { rows } = await sql<{ organisation: number; name: string; at: Date; reason: string }>`
    select r.organisation, o.name, r.at, r.reason from cases.ruling r join places.organisation o on o.no = r.organisation and o.valid_to is null
    where r.street = ${streetOf(row.place)} and r.category = ${row.category} order by r.at desc limit 1`.execute(
    ctx.db,
  );
  const [found] = rows;
  if (found === undefined) return undefined;
  return {
    organisation: found.organisation,
    name: found.name,
    basis: 'ruling',
    source: found.reason,
    validFrom: found.at.toISOString().slice(0, 10),
    assistingNames: [],
  };
}

const recentDays = 90;

/** How many cases of this category in this committee each organisation ended in the last 90 days. */
async function recentHere(
  ctx: Ctx,
  row: Pick<CaseRow, 'category' | 'place'>,
): Promise<Map<number, number>> {
  const since = new Date(ctx.now.getTime() - recentDays * 86_400_000);
  const { rows } = await sql<{ organisation: number; count: number }>`
    select organisation, count(*) as count from cases.case
    where place = ${row.place} and category = ${row.category} and ended_at >= ${since}::timestamptz and organisation is not null
    group by organisation`.execute(ctx.db);
  return new Map(rows.map((found) => [found.organisation, Number(found.count)]));
}
