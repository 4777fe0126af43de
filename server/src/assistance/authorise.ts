// SPDX-License-Identifier: Apache-2.0
// A consent with named sources, of each adult, in writing: by their own account, or on paper whose picture is kept.
import {
  type authoriseInquiry,
  inquirySources,
  type takeBackInquiry,
} from '@lilong/contracts/assistance';
import type { authoriseOnPaper } from '@lilong/contracts/assistance-work';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { stateMyself } from '../registry/index.ts';
import { knowFor, shown } from './page.ts';
import { matterPolicy } from './policy.ts';
import { lockMatter, matterKey, tellMatter } from './queries.ts';
import type { MatterRow } from './tables.ts';

/** The household's matter for one of them, locked. What is not theirs is not there. */
export async function goToMine(ctx: Ctx, ref: string): Promise<{ matter: MatterRow; me: number }> {
  const me = await stateMyself(ctx);
  ctx.requireEver(matterPolicy, 'own');
  const matter = await lockMatter(ctx, matterKey(ref));
  if (matter === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  await ctx.require(matterPolicy, 'own', matter);
  return { matter, me };
}

export async function authorise(
  ctx: Ctx,
  { ref }: InputOf<typeof authoriseInquiry>,
): Promise<ReplyOf<typeof authoriseInquiry>> {
  const { matter } = await goToMine(ctx, ref);
  const { rows } = await sql`
    update assistance.member set sources = ${[...inquirySources]}::text[], authorised_at = ${ctx.now}::timestamptz,
      authorised_by = ${ctx.actor.account}::bigint
    where street = ${matter.street} and matter = ${matter.no} and person = any(registry.persons()) and authorised_at is null
    returning no`.execute(ctx.db);
  if (rows.length === 0) throw new Refusal('assistance.authorised', {});
  ctx.note({ act: 'assistance.authorised', subject: ref, place: matter.place });
  await bump(ctx, matter);
  return { done: true };
}

/** Nobody else is asked from now on; what has not been answered is not waited for. */
export async function takeBack(
  ctx: Ctx,
  { ref }: InputOf<typeof takeBackInquiry>,
): Promise<ReplyOf<typeof takeBackInquiry>> {
  const { matter } = await goToMine(ctx, ref);
  if (matter.reckoning !== null || matter.over_at !== null || matter.asked > 0)
    throw new Refusal('assistance.stage', { stage: matter.asked > 0 ? 'inquire' : 'over' });
  await sql`
    update assistance.member set sources = '{}', authorised_at = null, authorised_by = null
    where street = ${matter.street} and matter = ${matter.no} and person = any(registry.persons())`.execute(
    ctx.db,
  );
  ctx.note({ act: 'assistance.taken-back', subject: ref, place: matter.place });
  await bump(ctx, matter);
  return { done: true };
}

async function bump(ctx: Ctx, matter: MatterRow): Promise<void> {
  await sql`update assistance.matter set version = version + 1
    where street = ${matter.street} and no = ${matter.no}`.execute(ctx.db);
  tellMatter(ctx, matter, ctx.actor.account);
}

export async function authorisedOnPaper(
  ctx: Ctx,
  { person, files, ...at }: InputOf<typeof authoriseOnPaper>,
): Promise<ReplyOf<typeof authoriseOnPaper>> {
  const known = await knowFor(ctx, 'verify', at, 'authorise');
  const { matter } = known;
  const { rows } = await sql`
    update assistance.member set sources = ${[...inquirySources]}::text[], authorised_at = ${ctx.now}::timestamptz,
      authorised_by = ${ctx.actor.account}::bigint, files = ${[...files]}::bigint[]
    where street = ${matter.street} and matter = ${matter.no} and no = ${person} and authorised_at is null returning no`.execute(
    ctx.db,
  );
  if (rows.length === 0) throw new Refusal('assistance.authorised', {});
  await attach(ctx, files, fileSubject(matter));
  ctx.note({ act: 'assistance.authorised', subject: at.ref, place: matter.place });
  await bump(ctx, matter);
  return shown(ctx, known);
}

/** What pictures of a matter hang on. */
export const fileSubject = (key: { readonly street: number; readonly no: number }): string =>
  `assistance ${formatRef('A', key)}`;
