// SPDX-License-Identifier: Apache-2.0
import type { Proposal } from '@lilong/contracts/case-shapes';
import { streetOf } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Ctx } from '../kernel/ctx.ts';
import { isSeated } from '../kernel/seats.ts';
import { dutiesFor, organisationNames } from '../places/index.ts';
import { dayOf, today } from './keys.ts';
import type { CaseRow } from './tables.ts';

type Proposed = Static<typeof Proposal>;
type Case = Pick<CaseRow, 'category' | 'place' | 'street'>;
/** What a proposal says, before it is known who helps and who is there. */
interface Named {
  readonly organisation: number;
  readonly name: string;
  readonly basis: Proposed['basis'];
  readonly source: string;
  readonly validFrom: string;
  readonly assisting: readonly number[];
}

/**
 * Whom a case goes to, and why: the street leader's last ruling on its category where the list has not been written
 * anew since, then whom the responsibility list names.
 */
export async function proposalsFor(ctx: Ctx, row: Case): Promise<Proposed[]> {
  if (row.category === null) return [];
  const duties = await dutiesFor(ctx, row.category, row.place, today(ctx));
  const listed = duties.map((duty): Named => ({ ...duty, basis: 'duty' }));
  const ruling = await lastRuling(ctx, row);
  if (ruling === undefined || !isNews(ruling, listed)) return shown(ctx, row, listed);
  const others = listed.filter((one) => one.organisation !== ruling.organisation);
  return shown(ctx, row, [ruling, ...others]);
}

/** A ruling says something new unless the list was written after it, or names the same lead alone. */
function isNews(ruling: Named, listed: readonly Named[]): boolean {
  if (listed.some(({ validFrom }) => validFrom > ruling.validFrom)) return false;
  return listed.length !== 1 || listed[0]?.organisation !== ruling.organisation;
}

async function lastRuling(ctx: Ctx, row: Case): Promise<Named | undefined> {
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
    validFrom: dayOf(found.at, ctx.config.TIME_ZONE),
    assisting: [],
  };
}

async function shown(ctx: Ctx, row: Case, proposed: readonly Named[]): Promise<Proposed[]> {
  const names = await organisationNames(
    ctx,
    proposed.flatMap(({ assisting }) => [...assisting]),
  );
  const leads = proposed.map(({ organisation }) => organisation);
  const recent = await recentHere(ctx, row);
  const there = await thatAccept(ctx, leads);
  return proposed.map(({ organisation, name, basis, source, validFrom, assisting }) => ({
    organisation,
    name,
    basis,
    source,
    validFrom,
    accepts: there.has(organisation),
    assistingNames: assisting.map((no) => names.get(no) ?? ''),
    recentHere: recent.get(organisation) ?? 0,
  }));
}

/** Those of the organisations where somebody can accept a case now. */
async function thatAccept(ctx: Ctx, organisations: readonly number[]): Promise<Set<number>> {
  const officer = isSeated('department_officer', sql`asked.no`, ctx.now);
  const { rows } = await sql<{ no: number }>`
    select asked.no from unnest(${[...organisations]}::bigint[]) as asked (no) where ${officer}`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ no }) => no));
}

const recentDays = 90;

/** How many cases of this category in this committee each organisation ended in the last 90 days. */
async function recentHere(ctx: Ctx, row: Case): Promise<Map<number, number>> {
  const since = new Date(ctx.now.getTime() - recentDays * 86_400_000);
  const { rows } = await sql<{ organisation: number; count: number }>`
    select organisation, count(*) as count from cases.case
    where place = ${row.place} and category = ${row.category} and ended_at >= ${since}::timestamptz and organisation is not null
    group by organisation`.execute(ctx.db);
  return new Map(rows.map((found) => [found.organisation, Number(found.count)]));
}
