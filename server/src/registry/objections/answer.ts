// SPDX-License-Identifier: Apache-2.0
// Whoever owns a value answers: it is corrected in the one place, or stays, with a reason. Or whoever objected takes it back.
import { placeRange } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { answerObjection, withdrawObjection } from '@lilong/contracts/registry-objections';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { logAccess } from '../access.ts';
import { sayerFor } from '../own/say.ts';
import { objectionPolicy } from '../policy.ts';
import { type Look, lookAs, lookOver } from '../reach.ts';
import { sealValue } from '../sealed.ts';
import { hexOf } from '../seed-queries.ts';
import { endLabels, spreadLabelsOf } from '../supply/match-queries.ts';
import { openLabel } from './label-code.ts';
import { shownBy } from './numbers.ts';
import {
  endObjection,
  type ObjectionFound,
  type Subject,
  selectLabel,
  selectObjections,
} from './queries.ts';
import { replace, tell } from './raise.ts';
import { type ObjectionWords, openWords, sealWords } from './sealed-words.ts';

/** Of the organisation acted for, whether it answers or asked. */
export async function lookAsOffice(ctx: Ctx, look: Pick<Look, 'persons' | 'shown'> = {}) {
  const organisation = ctx.actor.post?.organisation;
  await lookAs(ctx, { ...look, suppliers: organisation === undefined ? [] : [organisation] });
}

/** @throws {Refusal} `objection.answered` */
export async function openOne(ctx: Ctx, no: number): Promise<ObjectionFound> {
  const [found] = await selectObjections(ctx, sql<SqlBool>`o.no = ${no}`, 1);
  if (found === undefined) throw new Refusal('found.nothing', { what: 'objection' });
  if (found.state !== 'open') throw new Refusal('objection.answered', {});
  return found;
}

export async function answer(
  ctx: Ctx,
  { objection: no, accept, reason }: InputOf<typeof answerObjection>,
): Promise<ReplyOf<typeof answerObjection>> {
  await lookAsOffice(ctx);
  await ctx.require(objectionPolicy, 'answer', { no });
  const found = await openOne(ctx, no);
  if (!accept && reason === undefined) throw new Refusal('objection.reason', {}, 'reason');
  const words = openWords(ctx, found.sealed);
  await end(ctx, found, { ...words, ...(reason === undefined ? {} : { reason }) }, accept);
  if (accept) await makeTrue(ctx, found, words);
  if (found.person !== null && accept)
    await logAccess(ctx, {
      ...{ person: found.person, act: 'change', purpose: 'verify' },
      elements: [`corrected ${found.element}`],
    });
  ctx.note({
    ...{ act: 'registry.objection-answered', subject: `objection ${no}`, place: found.place },
    facts: { accept },
  });
  const asked = found.organisation === null ? {} : { organisations: [found.organisation] };
  tell(ctx, found.place, no, { ...asked, accounts: [found.account] });
  return { done: true };
}

async function end(ctx: Ctx, { no }: ObjectionFound, words: ObjectionWords, accept: boolean) {
  const sealed = sealWords(ctx, words);
  if (!(await endObjection(ctx, { no, state: accept ? 'accepted' : 'rejected', sealed })))
    throw new Refusal('objection.answered', {});
}

/** The value, where it is kept. Permission was asked for the objection; its subject is stated for this alone. */
async function makeTrue(ctx: Ctx, found: ObjectionFound, words: ObjectionWords): Promise<void> {
  const { element, place, label, source, sourceName } = found;
  const { whole } = words;
  const of = subjectOf(found);
  const to = whole?.proposed ?? words.proposed ?? '';
  if (of.person !== undefined)
    await lookAsOffice(ctx, { persons: [of.person], ...shownBy(ctx, element, whole?.proposed) });
  else await lookOver(ctx, [placeRange(place)], { suppliers: [source] });
  if (label !== null && of.person !== undefined) await endIt(ctx, of.person, label);
  else
    await replace(
      ctx,
      { of, number: whole && { document: whole.document, number: whole.current } },
      { element, to, source: sourceName, kind: await kindOf(ctx, source) },
    );
  if (of.person === undefined) await lookAsOffice(ctx);
}

const subjectOf = ({ person, street, home, place }: ObjectionFound): Subject =>
  person === null ? { home: { street: street ?? 0, no: home ?? 0 }, place } : { person, place };

async function kindOf(ctx: Ctx, source: number): Promise<'shared' | 'collected'> {
  const { kind } = await ctx.db
    .selectFrom('places.organisation')
    .where('no', '=', source)
    .select('kind')
    .executeTakeFirstOrThrow();
  return kind === 'committee' ? 'collected' : 'shared';
}

/** The label is said no more, from today on. The person reads that it was not true. */
async function endIt(ctx: Ctx, person: number, no: number): Promise<void> {
  const label = await selectLabel(ctx, person, no);
  if (label === undefined) return; // it has ended by itself meanwhile
  const { sealed } = label;
  const why = sayerFor(ctx)('own.label-untrue');
  const kept = sealed === null ? null : { ...openLabel(ctx, sealed), why };
  const again = kept === null ? null : hexOf(sealValue(ctx.keys, JSON.stringify(kept)));
  await endLabels(ctx, [{ no, on: today(ctx), why: sealed === null ? why : null, sealed: again }]);
  await spreadLabelsOf(ctx, [person]);
}

export async function withdraw(
  ctx: Ctx,
  { objection: no }: InputOf<typeof withdrawObjection>,
): Promise<ReplyOf<typeof withdrawObjection>> {
  await lookAsOffice(ctx);
  await ctx.require(objectionPolicy, 'withdraw', { no });
  await takeBack(ctx, await openOne(ctx, no));
  return { done: true };
}

/** It is no longer asked. Permission was settled. */
export async function takeBack(ctx: Ctx, found: ObjectionFound): Promise<void> {
  const { no, sealed, place, source } = found;
  if (!(await endObjection(ctx, { no, state: 'withdrawn', sealed: Buffer.from(sealed) })))
    throw new Refusal('objection.answered', {});
  ctx.note({ act: 'registry.objection-withdrawn', subject: `objection ${no}`, place });
  tell(ctx, place, no, { organisations: [source] });
}
