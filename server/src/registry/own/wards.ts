// SPDX-License-Identifier: Apache-2.0
// About whom somebody reads: oneself, or a child, a ward, somebody of the household, by a live grant. Each such look is a
// row of 谁看过 for the person it is about.
import { Refusal } from '@lilong/contracts/refusals';
import type { OwnWard } from '@lilong/contracts/registry-guardians';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { logKin } from '../access.ts';
import { selectPerson } from '../card-queries.ts';
import { personPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import type { PersonRow } from '../tables.ts';
import type { BindingFound } from './binding-queries.ts';
import { lookAtAll, oneself } from './bound.ts';
import { endConsents, shareHousehold } from './consent-queries.ts';
import { endGrantsOf, matterOf, selectWards, type WardFound } from './guardian-queries.ts';

export interface Reading {
  readonly person: PersonRow;
  readonly binding: BindingFound;
  /** None of oneself. */
  readonly ward: WardFound | undefined;
  readonly wards: readonly WardFound[];
}

/**
 * Whom a reading is about. The transaction sees that one person from here on, and nobody else.
 *
 * @throws {Refusal} `registry.not-bound`; `found.nothing` without a grant that holds
 */
export async function whom(ctx: Ctx, of: number | undefined): Promise<Reading> {
  const { person: me, binding } = await oneself(ctx);
  const wards = await selectWards(ctx, me.no);
  if (of === undefined) return { person: me, binding, ward: undefined, wards };
  const ward = wards.find(({ grant }) => grant === of);
  if (ward === undefined) throw new Refusal('found.nothing', { what: 'grant' });
  if (ward.consent !== null) await requireTogether(ctx, me.no, ward, ward.consent);
  await ctx.require(personPolicy, 'ward', { no: ward.person });
  await lookAtAll(ctx, ward.person);
  const person = await selectPerson(ctx, ward.person);
  if (person === undefined || person.died_on !== null)
    throw new Refusal('found.nothing', { what: 'grant' });
  return { person, binding, ward, wards };
}

/** Who no longer keeps house together reads no longer; the consent is over. */
async function requireTogether(ctx: Ctx, me: number, { person }: WardFound, consent: number) {
  await lookAs(ctx, { persons: [me, person] });
  if (await shareHousehold(ctx, person, me)) return;
  await endConsents(ctx, sql<SqlBool>`c.no = ${consent}`, 'apart');
  await endGrantsOf(ctx, [matterOf.consent(consent)]);
  ctx.keepThoughRefused();
  throw new Refusal('registry.not-household', {});
}

/**
 * For whom somebody acts: oneself, or the child or ward whom the law lets a parent or guardian act for (民法典 34, 35).
 *
 * @throws {Refusal} `auth.denied` for whoever was merely allowed to read
 */
export async function actingFor(ctx: Ctx, of: number | undefined): Promise<Reading> {
  const reading = await whom(ctx, of);
  if (reading.ward?.purpose === 'family') throw new Refusal('auth.denied', { action: 'ward' });
  return reading;
}

/** In the own 谁看过 of whom it is about, and in the audit. */
export async function tellWard(ctx: Ctx, ward: WardFound, elements: readonly string[]) {
  const { person, purpose, relation } = ward;
  await logKin(ctx, { person, role: relation ?? 'family', elements, purpose });
}

const relations = { parent: 'child', guardian: 'ward' } as const;
export const wardCard = ({ grant, name, relation, until_at }: WardFound): OwnWard => ({
  ...{ grant, name, until: until_at.toISOString() },
  relation: relation === null ? 'family' : relations[relation],
});
