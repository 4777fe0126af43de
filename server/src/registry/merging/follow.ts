// SPDX-License-Identifier: Apache-2.0
// What belonged to one record belongs to the other. Nothing is thrown away: what both had ends once.
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { endEmptyHousehold, endPresences, selectCurrent } from '../move-queries.ts';
import type { PresenceRow } from '../tables.ts';
import { following } from './followers.ts';
import { endSealedTwins } from './settle.ts';

export interface Two {
  readonly survivor: number;
  readonly gone: number;
}
/** Whose place counts where the two are in different ones. */
export interface Counts {
  readonly lives: number | undefined;
  readonly registered: number | undefined;
}

/** Everything follows to the survivor. Both are stated, and every committee where either is. */
export async function follow(ctx: Ctx, two: Two, counts: Counts): Promise<void> {
  const ended = endingOf(
    await selectCurrent(ctx, two.survivor),
    await selectCurrent(ctx, two.gone),
    counts,
  );
  await endPresences(ctx, ended, yesterday(ctx));
  await endTwinLabels(ctx, two);
  await endSealedTwins(ctx, two, yesterday(ctx));
  for (const table of following)
    await sql`update ${sql.table(`registry.${table}`)} set person = ${two.survivor} where person = ${two.gone}`.execute(
      ctx.db,
    );
  await followAsOthers(ctx, two);
  await followKeys(ctx, two);
  for (const { street, household } of ended)
    if (household !== null) await endEmptyHousehold(ctx, { street, no: household }, yesterday(ctx));
  await fillGaps(ctx, two);
}

const yesterday = (ctx: Ctx): string => daysAfter(today(ctx), -1);

/**
 * Presences that end because both have one: the same twice, or two that cannot both be.
 *
 * @throws {Refusal} `registry.merge-where` at the role about which somebody has to say whose place is right
 */
export function endingOf(
  kept: readonly PresenceRow[],
  other: readonly PresenceRow[],
  counts: Counts,
): PresenceRow[] {
  return other.flatMap((row) => {
    const { role } = row;
    const isSame = (one: PresenceRow): boolean =>
      one.role === role && one.place === row.place && one.home === row.home;
    if (kept.some(isSame)) return [row];
    if (role !== 'lives' && role !== 'registered') return [];
    const twin = kept.find((one) => one.role === role);
    if (twin === undefined) return [];
    const right = counts[role];
    if (right === twin.person) return [row];
    if (right === row.person) return [twin];
    throw new Refusal('registry.merge-where', {}, role);
  });
}

/** What one organisation says of both is said once. */
async function endTwinLabels(ctx: Ctx, { survivor, gone }: Two): Promise<void> {
  await sql`update registry.label g set valid_to = greatest(valid_from, ${yesterday(ctx)}::date)
    where g.person = ${gone} and g.valid_to is null and exists (select from registry.label s
      where s.person = ${survivor} and s.valid_to is null and s.code = g.code and s.organisation = g.organisation)`.execute(
    ctx.db,
  );
}

/** Where the record stands as the other one of two. */
async function followAsOthers(ctx: Ctx, { survivor, gone }: Two): Promise<void> {
  await sql`update registry.guardian set guardian = ${survivor} where guardian = ${gone}`.execute(
    ctx.db,
  );
  await sql`update registry.consent set to_person = ${survivor} where to_person = ${gone}`.execute(
    ctx.db,
  );
  await sql`update registry.mandate set helper = ${survivor} where helper = ${gone}`.execute(
    ctx.db,
  );
}

/** A phone that both have stays where it is: it finds the survivor already. Codes that wait are void. */
async function followKeys(ctx: Ctx, { survivor, gone }: Two): Promise<void> {
  await sql`update registry.person_key g set person = ${survivor}
    where g.person = ${gone} and not exists (select from registry.person_key s
      where s.person = ${survivor} and s.kind = g.kind and s.digest = g.digest)`.execute(ctx.db);
  for (const codes of ['registry.binding_code', 'registry.shown_code', 'registry.visit'])
    await sql`delete from ${sql.table(codes)} where person in (${survivor}, ${gone})`.execute(
      ctx.db,
    );
}

/** What the survivor’s record does not know it takes from the other; then every presence says the same of the person. */
async function fillGaps(ctx: Ctx, { survivor, gone }: Two): Promise<void> {
  await sql`update registry.person s set
      sex = case when s.sex in (1, 2) then s.sex else g.sex end,
      born_on = coalesce(s.born_on, g.born_on), nation = coalesce(s.nation, g.nation),
      registered_in = case when s.abroad then s.registered_in else coalesce(s.registered_in, g.registered_in) end,
      protected = s.protected or g.protected
    from registry.person g where s.no = ${survivor} and g.no = ${gone}`.execute(ctx.db);
  await sql`update registry.presence p set name = s.name, pinyin = s.pinyin, sex = s.sex, born_on = s.born_on, protected = s.protected
    from registry.person s where s.no = ${survivor} and p.person = s.no`.execute(ctx.db);
}
