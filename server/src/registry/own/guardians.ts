// SPDX-License-Identifier: Apache-2.0
// A worker has seen by which document somebody is the parent of a child or the guardian of a person. Ends with the last
// day, by the worker, or by a death; another household or name changes nothing.
import { ageOn, daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  endGuardian,
  guardianProofs,
  proveGuardian,
} from '@lilong/contracts/registry-guardians';
import { type HeldGuardian, type Proof, proofs } from '@lilong/contracts/registry-kin';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { settingOf } from '../../kernel/in-force.ts';
import { today } from '../../kernel/today.ts';
import { logAccess } from '../access.ts';
import { selectPerson } from '../card-queries.ts';
import { checkNumber, findByNumber } from '../look-up.ts';
import { lookAs } from '../reach.ts';
import type { PersonRow } from '../tables.ts';
import { requirePerson } from '../ties/stand-aside.ts';
import {
  endGrantsOf,
  endGuardians,
  insertGuardian,
  matterOf,
  selectAccountOf,
  selectGuardians,
} from './guardian-queries.ts';
import { giveTo } from './reading.ts';
import { guardianSettings } from './settings.ts';

/** Which documents prove it of this person. */
export async function showProofs(
  ctx: Ctx,
  { person: no }: InputOf<typeof guardianProofs>,
): Promise<ReplyOf<typeof guardianProofs>> {
  await lookAs(ctx);
  await requirePerson(ctx, 'change', no);
  const until = await childUntil(ctx, await selectPerson(ctx, no));
  return { child: until !== undefined, proofs: await proofsFor(ctx, until !== undefined) };
}

export async function prove(
  ctx: Ctx,
  { person, relation, proof, document, number }: InputOf<typeof proveGuardian>,
): Promise<ReplyOf<typeof proveGuardian>> {
  await requireChange(ctx, person);
  const ward = await selectPerson(ctx, person);
  if (ward === undefined || ward.died_on !== null) throw new Refusal('registry.died', {});
  const ofAge = await childUntil(ctx, ward);
  if (relation === 'parent' && ofAge === undefined)
    throw new Refusal('registry.of-age', {}, 'relation');
  if (!(await proofsFor(ctx, ofAge !== undefined)).includes(proof))
    throw new Refusal('registry.guardian-proof', {}, 'proof');
  const guardian = await guardianBy(ctx, person, checkNumber(document, number));
  const until = ofAge ?? daysAfter(today(ctx), await numberOf(ctx, guardianSettings.lookAgain));
  await endPair(ctx, person, guardian.no);
  const { name } = guardian;
  const made = { person, guardian: guardian.no, name, relation, proof, until };
  const no = await insertGuardian(ctx, made);
  const account = await selectAccountOf(ctx, guardian.no);
  if (account !== undefined) await giveTo(ctx, account, { no, person, until_on: until });
  await tell(ctx, person, 'guardian');
  await tell(ctx, guardian.no, 'guardian-of');
  return { name, until };
}

export async function end(
  ctx: Ctx,
  { person, guardian: no }: InputOf<typeof endGuardian>,
): Promise<ReplyOf<typeof endGuardian>> {
  await requireChange(ctx, person);
  const which = sql<SqlBool>`g.no = ${no} and g.person = ${person}`;
  const ended = await endGuardians(ctx, which, 'worker');
  if (ended.length === 0) throw new Refusal('found.nothing', { what: 'guardian' });
  await endGrantsOf(ctx, ended.map(matterOf.guardian));
  await tell(ctx, person, 'guardian-ended');
  return { done: true };
}

/** For the card of somebody whom the transaction may see. */
export async function guardiansOf(ctx: Ctx, person: number, day: string): Promise<HeldGuardian[]> {
  const rows = await selectGuardians(ctx, { wards: [person] }, day);
  return rows.map(({ no, name, relation, proof, seen_at, until_on }) => ({
    ...{ guardian: no, name, relation, proof: proof as Proof }, // written by `prove`
    ...{ since: seen_at.toISOString().slice(0, 10), until: until_on },
  }));
}

async function requireChange(ctx: Ctx, person: number): Promise<void> {
  await lookAs(ctx);
  await requirePerson(ctx, 'change', person);
  await lookAs(ctx, { persons: [person] });
}

const tell = (ctx: Ctx, person: number, what: string): Promise<void> =>
  logAccess(ctx, { person, act: 'change', elements: [what], purpose: 'document-shown' });

/** Whose document the worker holds; both are stated from here on. */
async function guardianBy(ctx: Ctx, ward: number, id: string): Promise<PersonRow> {
  const no = await findByNumber(ctx, id);
  await lookAs(ctx, { persons: no === undefined ? [ward] : [ward, no] });
  const found = no === undefined || no === ward ? undefined : await selectPerson(ctx, no);
  if (found === undefined || found.died_on !== null || (await childUntil(ctx, found)) !== undefined)
    throw new Refusal('registry.guardian-who', {}, 'number');
  return found;
}

/** Said before of the same two: the new proof counts. */
async function endPair(ctx: Ctx, person: number, guardian: number): Promise<void> {
  const which = sql<SqlBool>`g.person = ${person} and g.guardian = ${guardian}`;
  await endGrantsOf(ctx, (await endGuardians(ctx, which, 'again')).map(matterOf.guardian));
}

/** The last day on which somebody is a child; none of whoever is of age, or whose birthday nobody knows. */
async function childUntil(ctx: Ctx, person: PersonRow | undefined): Promise<string | undefined> {
  const born = person?.born_on;
  if (born === null || born === undefined) return undefined;
  const age = await numberOf(ctx, guardianSettings.ofAge);
  if ((ageOn(born, today(ctx)) ?? age) >= age) return undefined;
  const [year = '', ...day] = born.split('-');
  return daysAfter([Number(year) + age, ...day].join('-').replace(/-02-29$/, '-03-01'), -1);
}

async function proofsFor(ctx: Ctx, child: boolean): Promise<Proof[]> {
  const { key, value } = child ? guardianSettings.ofChild : guardianSettings.ofAdult;
  const entry = await ctx.catalogue.inForce(ctx.db, 'setting', key, today(ctx), ctx.now);
  const said = String(entry?.body.value ?? value).split(/[\s、,，]+/);
  return proofs.filter((one) => said.includes(one));
}

const numberOf = (ctx: Ctx, { key, value }: { key: string; value: number }): Promise<number> =>
  settingOf(ctx, key, value);
