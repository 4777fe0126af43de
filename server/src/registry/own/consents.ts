// SPDX-License-Identifier: Apache-2.0
// Somebody lets another of the household read what is held of them. To live together opens nothing: the one gives a code,
// the other types it, and the register has both in one household. Withdrawn in one act, at once.
import { randomInt } from 'node:crypto';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  OwnConsent,
  offerConsent,
  ownConsents,
  takeConsent,
  withdrawConsent,
} from '@lilong/contracts/registry-guardians';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import { DAY_MS } from '../../kernel/calendar-zone.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { settingOf } from '../../kernel/in-force.ts';
import { lookAs } from '../reach.ts';
import { consentCodeOf } from '../sealed.ts';
import { checkTries, wrongCode } from './bind.ts';
import { oneself, ownAccount } from './bound.ts';
import {
  type Asked,
  type ConsentTaken,
  endConsents,
  giveTo,
  insertConsent,
  selectByCode,
  selectConsents,
  shareHousehold,
} from './consent-queries.ts';
import { endGrantsOf, insertGrant, matterOf } from './guardian-queries.ts';
import { purposeNames } from './looks.ts';
import { sayerFor } from './say.ts';
import { guardianSettings } from './settings.ts';
import { actingFor, tellWard } from './wards.ts';

const codeMs = 10 * 60_000;
const reason = 'family';
const item = 'own-data';

/** A code to give to somebody of the household. Shown once. */
export async function offerTo(ctx: Ctx): Promise<ReplyOf<typeof offerConsent>> {
  const { person } = await oneself(ctx);
  const { key, value } = guardianSettings.consent;
  const days = await settingOf(ctx, key, value);
  const until = new Date(ctx.now.getTime() + days * DAY_MS);
  const codeUntil = new Date(ctx.now.getTime() + codeMs);
  const code = await putOut(ctx, { person: person.no, reason, item, until }, codeUntil);
  ctx.note({ act: 'registry.consent-offered', subject: `person ${person.no}` });
  return { code, until: codeUntil.toISOString(), days };
}

/** Six digits that nobody else has just now. */
async function putOut(ctx: Ctx, asked: Asked, until: Date): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const isFree = await insertConsent(ctx, asked, consentCodeOf(ctx.keys, code), until);
  return isFree ? code : putOut(ctx, asked, until);
}

/** Somebody of the household types it. */
export async function take(
  ctx: Ctx,
  { code }: InputOf<typeof takeConsent>,
): Promise<ReplyOf<typeof takeConsent>> {
  const { person } = await oneself(ctx);
  const account = ownAccount(ctx);
  const left = await checkTries(ctx, account, 'registry.consent-code');
  const shown = consentCodeOf(ctx.keys, code);
  await lookAs(ctx, { shown, persons: [person.no] });
  const found = await selectByCode(ctx, shown);
  if (found === undefined) return wrongCode(ctx, account, left, 'registry.consent-code');
  await lookAs(ctx, { shown, persons: [person.no, found.person] });
  if (found.person === person.no || !(await shareHousehold(ctx, found.person, person.no)))
    throw new Refusal('registry.not-household', {}, 'code');
  await give(ctx, found, { person: person.no, name: person.name });
  return { done: true };
}

async function give(ctx: Ctx, found: ConsentTaken, to: { person: number; name: string }) {
  const { no, person, until_at: until } = found;
  if (!(await giveTo(ctx, no, to))) throw new Refusal('registry.not-household', {}, 'code');
  const [account, matter] = [ownAccount(ctx), matterOf.consent(no)];
  await insertGrant(ctx, { person, account, purpose: 'family', matter, until });
  const facts = { consent: no, to: to.person };
  ctx.note({ act: 'registry.consent-given', subject: `person ${person}`, facts });
}

/** Each that holds: who, why, what, until when. */
export async function showConsents(
  ctx: Ctx,
  { of }: InputOf<typeof ownConsents>,
): Promise<ReplyOf<typeof ownConsents>> {
  const { person, ward } = await actingFor(ctx, of);
  if (ward === undefined) ctx.note({ act: 'registry.own', subject: `person ${person.no}` });
  return { consents: await consentsOf(ctx, person.no) };
}

export async function consentsOf(ctx: Ctx, person: number): Promise<OwnConsent[]> {
  const [say, purposes] = [sayerFor(ctx), await purposeNames(ctx)];
  const rows = await selectConsents(ctx, sql<SqlBool>`c.person = ${person}`);
  return rows.map((row) => ({
    ...{ no: row.no, name: row.to_name },
    reason: say.named(purposes.get(row.reason), row.reason),
    item: say('own.item.own-data'), // so far the one there is
    since: row.given_at.toISOString(),
    until: row.until_at.toISOString(),
  }));
}

export async function withdraw(
  ctx: Ctx,
  { consent, of }: InputOf<typeof withdrawConsent>,
): Promise<ReplyOf<typeof withdrawConsent>> {
  const { person, ward } = await actingFor(ctx, of);
  if (!(await withdrawOne(ctx, person.no, consent)))
    throw new Refusal('found.nothing', { what: 'consent' });
  if (ward !== undefined) await tellWard(ctx, ward, ['consent-withdrawn']);
  return { done: true };
}

/** False when it is not the person's, or over. */
export async function withdrawOne(ctx: Ctx, person: number, consent: number): Promise<boolean> {
  const which = sql<SqlBool>`c.no = ${consent} and c.person = ${person}`;
  const ended = await endConsents(ctx, which, 'withdrawn');
  if (ended.length === 0) return false;
  await endGrantsOf(ctx, [matterOf.consent(consent)]);
  const facts = { consent };
  ctx.note({ act: 'registry.consent-withdrawn', subject: `person ${person}`, facts });
  return true;
}
