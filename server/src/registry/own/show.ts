// SPDX-License-Identifier: Apache-2.0
// 亮证: a resident shows a code, and whoever reads it knows who stands there. Used once, for two minutes.
import { randomInt } from 'node:crypto';
import { Refusal } from '@lilong/contracts/refusals';
import type { showMe, shownYet } from '@lilong/contracts/registry-show';
import type { ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { makeLimit } from '../../kernel/limits.ts';
import { qrOf } from '../../kernel/qr.ts';
import { logKiosk } from '../access.ts';
import { selectPerson } from '../card-queries.ts';
import { personPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { shownCodeOf } from '../sealed.ts';
import { selectBinding } from './binding-queries.ts';
import { lookAtAll, oneself, ownAccount, stillHolds } from './bound.ts';
import { insertShown, selectShownUntil, takeShown } from './show-queries.ts';

const validSeconds = 120;
const makeLimits = makeLimit(40, 10);

/** A code of one's own; the one before is void. */
export async function show(ctx: Ctx): Promise<ReplyOf<typeof showMe>> {
  const { person } = await oneself(ctx);
  makeLimits.count(String(ownAccount(ctx)), ctx.now);
  const until = new Date(ctx.now.getTime() + validSeconds * 1000);
  const { code, number } = await putOut(ctx, person.no, until);
  ctx.note({ act: 'registry.show', subject: `person ${person.no}` });
  return { number, qrSvg: await qrOf(code), seconds: validSeconds, until: until.toISOString() };
}

/** Digits that nobody else has just now. */
async function putOut(
  ctx: Ctx,
  person: number,
  until: Date,
): Promise<{ code: string; number: string }> {
  const code = eightDigits() + eightDigits() + eightDigits();
  const number = eightDigits();
  const isFree = await insertShown(ctx, {
    ...{ account: ownAccount(ctx), person, until },
    ...{ digest: shownCodeOf(ctx.keys, code), number: shownCodeOf(ctx.keys, number) },
  });
  return isFree ? { code, number } : putOut(ctx, person, until);
}
const eightDigits = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** Whether the own code still waits. */
export async function showYet(ctx: Ctx): Promise<ReplyOf<typeof shownYet>> {
  ctx.requireEver(personPolicy, 'own');
  await lookAs(ctx);
  const until = await selectShownUntil(ctx, ownAccount(ctx));
  return { until: until?.toISOString() ?? null };
}

/** Who stands there. */
export interface ShownBy {
  readonly person: number;
  readonly account: number;
  readonly name: string;
  readonly bornOn: string | null;
}

/** Guessing eight digits would take years: of a clerk by account, of a kiosk by address. */
const clerkLimit = makeLimit(60, 10);
const kioskLimit = makeLimit(30, 10);

/**
 * Whose code it is. It is used up. A kiosk of `organisation` has no post: the person reads in 谁看过 that its hall read it;
 * in a post, and of a neighbour who was shown it, the caller writes what it was for. Afterwards the transaction states nobody.
 *
 * @param code 24 digits that were scanned, or the 8 that were read aloud
 * @throws {Refusal} registry.shown-code on field `code`: wrong, used, over, or the account is bound no longer; auth.too-many
 */
export async function redeemShown(
  ctx: Ctx,
  code: string,
  { organisation }: { readonly organisation?: number | undefined },
): Promise<ShownBy> {
  const { account, address, post } = ctx.actor;
  const kiosk = post === null && organisation !== undefined;
  if (kiosk) kioskLimit.count(address, ctx.now);
  else clerkLimit.count(String(account), ctx.now);
  const shown = shownCodeOf(ctx.keys, code);
  await lookAs(ctx, { shown });
  const taken = await takeShown(ctx, shown);
  if (taken === undefined) throw new Refusal('registry.shown-code', {}, 'code');
  const found = await whoIs(ctx, taken);
  if (found === undefined) {
    ctx.keepThoughRefused(); // it is used up all the same
    throw new Refusal('registry.shown-code', {}, 'code');
  }
  ctx.note({ act: 'registry.shown', subject: `person ${found.person}` });
  if (kiosk) await logKiosk(ctx, { ...found, organisation });
  await lookAs(ctx);
  return found;
}

/** None when account and person were parted meanwhile. */
async function whoIs(
  ctx: Ctx,
  { account, person: no }: { readonly account: number; readonly person: number },
): Promise<ShownBy | undefined> {
  await lookAtAll(ctx, no);
  const binding = await selectBinding(ctx, { person: no });
  if (binding === undefined || binding.ended_at !== null || binding.account !== account)
    return undefined;
  const person = await selectPerson(ctx, no);
  if (person === undefined || !(await stillHolds(ctx, binding, person))) return undefined;
  return { person: no, account, name: person.name, bornOn: person.born_on };
}
