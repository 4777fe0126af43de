// SPDX-License-Identifier: Apache-2.0
// An account comes to be a person's: somebody saw the document, and its holder typed a code that was shown once.
import { randomInt } from 'node:crypto';
import { Refusal } from '@lilong/contracts/refusals';
import {
  bindingMinutes,
  type bindMyself,
  type endBindingOf,
  type endMyBinding,
  type giveBindingCode,
} from '@lilong/contracts/registry-mine';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { phoneDigestOf, setLevel } from '../identity/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { makeLimit } from '../kernel/limits.ts';
import { logAccess } from './access.ts';
import {
  type BindingRow,
  deleteCode,
  endBinding,
  insertBinding,
  putCode,
  selectBindingOf,
  selectCodes,
  selectOwnBinding,
  touchBinding,
} from './binding-queries.ts';
import { selectKeys } from './card-queries.ts';
import { minePolicy, personPolicy } from './policy.ts';
import { lookAs } from './reach.ts';
import { codeDigestOf, openValue } from './sealed.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Longer than this unused, the phone may have been given to somebody else (示例: our own rule). */
const unusedDays = 90;
/** A code has a million values and lives for ten minutes. */
const tries = makeLimit(5, 60);

/** @throws {Refusal} registry.document-differs, registry.person-bound */
export async function giveCode(
  ctx: Ctx,
  { person, lastFour }: InputOf<typeof giveBindingCode>,
): Promise<ReplyOf<typeof giveBindingCode>> {
  await lookAs(ctx);
  await ctx.require(personPolicy, 'change', { no: person });
  const key = (await selectKeys(ctx, person)).find(({ kind }) => kind === 'id');
  if (key === undefined || openValue(ctx.keys, key.sealed).slice(-4) !== lastFour.toUpperCase())
    throw new Refusal('registry.document-differs', {}, 'lastFour');
  await lookAs(ctx, { persons: [person] });
  if ((await selectBindingOf(ctx, person)) !== undefined)
    throw new Refusal('registry.person-bound', {}, 'person');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = new Date(ctx.now.getTime() + bindingMinutes * minuteMs);
  await putCode(ctx, { person, digest: codeDigestOf(ctx.keys, code), until });
  await logAccess(ctx, { person, act: 'change', elements: ['binding'], purpose: 'document-shown' });
  return { code, until: until.toISOString() };
}

/** @throws {Refusal} registry.code, registry.account-bound, registry.person-bound, auth.too-many */
export async function bind(
  ctx: Ctx,
  { code }: InputOf<typeof bindMyself>,
): Promise<ReplyOf<typeof bindMyself>> {
  ctx.requireEver(minePolicy, 'bind');
  const account = ownAccount(ctx);
  tries.count(String(account), ctx.now);
  const shown = codeDigestOf(ctx.keys, code);
  await lookAs(ctx, { shown });
  const [found, twin] = await selectCodes(ctx, shown);
  if (found === undefined || twin !== undefined) throw new Refusal('registry.code', {}, 'code');
  const { person } = found;
  await lookAs(ctx, { persons: [person] });
  if ((await selectOwnBinding(ctx)) !== undefined)
    throw new Refusal('registry.account-bound', {}, 'code');
  if ((await selectBindingOf(ctx, person)) !== undefined)
    throw new Refusal('registry.person-bound', {}, 'code');
  const phone = await phoneDigestOf(ctx, account);
  await insertBinding(ctx, { ...found, account, phone });
  await deleteCode(ctx, person);
  await setLevel(ctx, account, 2);
  ctx.note({ act: 'registry.bound', subject: `person ${person}` });
  return { done: true };
}

export async function unbindMyself(
  ctx: Ctx,
  _: InputOf<typeof endMyBinding>,
): Promise<ReplyOf<typeof endMyBinding>> {
  ctx.requireEver(minePolicy, 'bind');
  await lookAs(ctx);
  const binding = await selectOwnBinding(ctx);
  if (binding === undefined) throw new Refusal('registry.not-bound', {});
  await finish(ctx, binding, 'self');
  return { done: true };
}

export async function unbindPerson(
  ctx: Ctx,
  { person }: InputOf<typeof endBindingOf>,
): Promise<ReplyOf<typeof endBindingOf>> {
  await lookAs(ctx);
  await ctx.require(personPolicy, 'change', { no: person });
  await lookAs(ctx, { persons: [person] });
  const binding = await selectBindingOf(ctx, person);
  if (binding === undefined) throw new Refusal('registry.not-bound', {});
  await finish(ctx, binding, 'office');
  await logAccess(ctx, { person, act: 'change', elements: ['binding'], purpose: 'daily' });
  return { done: true };
}

/**
 * Whom the account belongs to. A binding whose phone has changed, or that nobody used for long, ends here and now.
 * Afterwards the transaction sees that person, as themselves.
 */
export async function whoAmI(ctx: Ctx): Promise<BindingRow | undefined> {
  await lookAs(ctx);
  const binding = await selectOwnBinding(ctx);
  if (binding === undefined) return undefined;
  const phone = await phoneDigestOf(ctx, binding.account);
  const unused = ctx.now.getTime() - binding.used_at.getTime();
  if (phone !== binding.phone_digest) await finish(ctx, binding, 'phone');
  else if (unused > unusedDays * dayMs) await finish(ctx, binding, 'unused');
  else {
    if (unused > dayMs) await touchBinding(ctx, binding.no);
    await lookAs(ctx, { persons: [binding.person] });
    return binding;
  }
  return undefined;
}

async function finish(
  ctx: Ctx,
  { no, account, person }: BindingRow,
  why: 'self' | 'office' | 'phone' | 'unused',
): Promise<void> {
  await endBinding(ctx, no, why);
  await setLevel(ctx, account, 1);
  ctx.note({ act: 'registry.unbound', subject: `person ${person}`, facts: { why } });
}

function ownAccount({ actor }: Ctx): number {
  if (actor.account === null) throw new Error('nobody is signed in');
  return actor.account;
}
