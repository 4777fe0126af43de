// SPDX-License-Identifier: Apache-2.0
// What lets one account read about another person begins with an act, and ends with what it rests on.
import { type SqlBool, sql } from 'kysely';
import { dayOfDate, zoneOf } from '../../kernel/calendar-zone.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { endMandates, mandateMatter } from '../mandates/queries.ts';
import { lookAs } from '../reach.ts';
import { endConsents } from './consent-queries.ts';
import {
  endGrantsOf,
  endGuardians,
  type GuardianFound,
  insertGrant,
  matterOf,
  selectGuardians,
} from './guardian-queries.ts';

/** The moment after the last day, by the clocks of the city. */
export function endOfDay({ config }: Ctx, day: string): Date {
  const number = dayOfDate(day);
  if (number === undefined) throw new Error(`no day: ${day}`);
  return new Date(zoneOf(config.TIME_ZONE).dayStart(number + 1));
}

/** Whoever is bound now may read about those whose parent or guardian they are. The transaction then states them all. */
export async function beginReading(ctx: Ctx, person: number, account: number): Promise<void> {
  const found = await selectGuardians(ctx, { guardians: [person] }, today(ctx));
  await lookAs(ctx, { persons: [person, ...found.map((one) => one.person)] });
  for (const one of found) await giveTo(ctx, account, one);
}

/** The grant of a parent or guardian, which ends by itself with the last day. */
export async function giveTo(
  ctx: Ctx,
  account: number,
  { no, person, until_on }: Pick<GuardianFound, 'no' | 'person' | 'until_on'>,
): Promise<void> {
  const until = endOfDay(ctx, until_on);
  const matter = matterOf.guardian(no);
  await insertGrant(ctx, { person, account, purpose: 'guardian', matter, until });
}

/**
 * Nobody reads about others with this person's account any more, nor by this person's consent; who has died is nobody's
 * ward, nobody's guardian and nobody's helper. The transaction states the person, and those others from here on.
 */
export async function endReading(
  ctx: Ctx,
  person: number,
  why: 'unbound' | 'death',
): Promise<void> {
  const as = await selectGuardians(ctx, { guardians: [person] }, today(ctx));
  const of = why === 'death' ? await selectGuardians(ctx, { wards: [person] }, today(ctx)) : [];
  const gone = await endConsents(
    ctx,
    sql<SqlBool>`(c.person = ${person} or c.to_person = ${person})`,
    why,
  );
  const acts =
    why === 'death'
      ? sql<SqlBool>`(m.person = ${person} or m.helper = ${person})`
      : sql<SqlBool>`m.helper = ${person}`;
  const mandates = await endMandates(ctx, acts, why);
  const others = [...as, ...gone, ...mandates].map((one) => one.person);
  await lookAs(ctx, { persons: [...new Set([person, ...others])] });
  if (why === 'death')
    await endGuardians(ctx, sql<SqlBool>`(g.person = ${person} or g.guardian = ${person})`, why);
  await endGrantsOf(ctx, [
    ...[...as, ...of].map(({ no }) => matterOf.guardian(no)),
    ...gone.map(({ no }) => matterOf.consent(no)),
    ...mandates.map(({ no }) => mandateMatter(no)),
  ]);
}
