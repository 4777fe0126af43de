// SPDX-License-Identifier: Apache-2.0
// Account and person are joined: a worker saw the document, and whoever holds her code in the hand is the one.
import { randomInt } from 'node:crypto';
import { Refusal } from '@lilong/contracts/refusals';
import type { bindMe, endBinding, offerBinding, unbindMe } from '@lilong/contracts/registry-own';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { setLevel } from '../../identity/index.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { scannable } from '../../kernel/qr.ts';
import { logAccess } from '../access.ts';
import { hasKey, selectPerson } from '../card-queries.ts';
import { checkNumber } from '../look-up.ts';
import { lookAs } from '../reach.ts';
import { bindingCodeOf, digestOf } from '../sealed.ts';
import { requirePerson } from '../ties/stand-aside.ts';
import {
  countTries,
  insertBinding,
  insertOffer,
  insertTry,
  type Offer,
  selectBinding,
  takeOffer,
} from './binding-queries.ts';
import { oneself, ownAccount, part, whoseAccount } from './bound.ts';
import { beginReading } from './reading.ts';

const validMs = 10 * 60_000;
/** So many wrong codes an account may try in an hour: guessing then takes years. */
const mostTries = 5;
const hourMs = 3_600_000;

/** A code for the person whose document the worker holds in her hand. Shown once; the person reads that it was given. */
export async function offer(
  ctx: Ctx,
  { person, document, number }: InputOf<typeof offerBinding>,
): Promise<ReplyOf<typeof offerBinding>> {
  await requireChange(ctx, person);
  const known = await selectPerson(ctx, person);
  if (known === undefined || known.died_on !== null) throw new Refusal('registry.died', {});
  const digest = digestOf(ctx.keys, 'id', checkNumber(document, number));
  if (!(await hasKey(ctx, person, document, digest)))
    throw new Refusal('registry.not-theirs', {}, 'number');
  const live = await selectBinding(ctx, { person });
  if (live?.ended_at === null) throw new Refusal('registry.bound', {});
  const until = new Date(ctx.now.getTime() + validMs);
  const code = await putOut(ctx, offerOf(ctx, person, document), until);
  await logAccess(ctx, {
    ...{ person, act: 'change', elements: ['binding'], purpose: 'document-shown' },
  });
  // What stands behind # is never sent: the code is in no log of a server on the way.
  const { qrSvg } = await scannable(ctx, `/me/data#code=${code}`);
  return { code, until: until.toISOString(), qrSvg };
}

/** May change the person, who is stated from here on. */
async function requireChange(ctx: Ctx, person: number): Promise<void> {
  await lookAs(ctx);
  await requirePerson(ctx, 'change', person);
  await lookAs(ctx, { persons: [person] });
}

function offerOf({ actor, now }: Ctx, person: number, document: string): Offer {
  const { account, post } = actor;
  if (account === null || post === null) throw new Error('nobody sees a document without a post');
  const { organisation, role } = post;
  return { person, document, seen_by: account, organisation, role, seen_at: now };
}

/** Six digits that nobody else has just now. */
async function putOut(ctx: Ctx, offered: Offer, until: Date): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const isFree = await insertOffer(ctx, offered, bindingCodeOf(ctx.keys, code), until);
  return isFree ? code : putOut(ctx, offered, until);
}

/** The resident types the code. One account, one person, and nobody is bound twice. */
export async function bind(
  ctx: Ctx,
  { code }: InputOf<typeof bindMe>,
): Promise<ReplyOf<typeof bindMe>> {
  const { binding } = await whoseAccount(ctx);
  if (binding !== undefined) throw new Refusal('registry.account-bound', {});
  const account = ownAccount(ctx);
  const left = await checkTries(ctx, account, 'registry.binding-code');
  const shown = bindingCodeOf(ctx.keys, code);
  await lookAs(ctx, { shown });
  const offered = await takeOffer(ctx, shown);
  if (offered === undefined) return wrongCode(ctx, account, left, 'registry.binding-code');
  await lookAs(ctx, { persons: [offered.person] });
  if (!(await insertBinding(ctx, account, offered))) throw new Refusal('registry.bound', {});
  await beginReading(ctx, offered.person, account);
  await setLevel(ctx.db, account, 2);
  ctx.note({ act: 'registry.bound', subject: `person ${offered.person}`, facts: { account } });
  return { done: true };
}

type WrongCode = 'registry.binding-code' | 'registry.consent-code';

/**
 * How many tries with a code are left within the hour.
 *
 * @throws {Refusal} when none is
 */
export async function checkTries(ctx: Ctx, account: number, code: WrongCode): Promise<number> {
  const tries = await countTries(ctx, account, new Date(ctx.now.getTime() - hourMs));
  if (tries >= mostTries) throw new Refusal(code, { left: 0 }, 'code');
  return mostTries - tries;
}

/** A wrong one is counted, though the request is refused. */
export async function wrongCode(
  ctx: Ctx,
  account: number,
  left: number,
  code: WrongCode,
): Promise<never> {
  await insertTry(ctx, account);
  ctx.keepThoughRefused();
  throw new Refusal(code, { left: left - 1 }, 'code');
}

/** The resident parts what was joined. */
export async function unbind(ctx: Ctx): Promise<ReplyOf<typeof unbindMe>> {
  const { binding } = await oneself(ctx);
  await part(ctx, binding, 'resident', binding.account);
  return { done: true };
}

/** The worker parts it: a number that is somebody else's now, a wrong person. The person reads it. */
export async function unbindFor(
  ctx: Ctx,
  { person }: InputOf<typeof endBinding>,
): Promise<ReplyOf<typeof endBinding>> {
  await requireChange(ctx, person);
  const live = await selectBinding(ctx, { person });
  if (live === undefined || live.ended_at !== null)
    throw new Refusal('found.nothing', { what: 'account' });
  await part(ctx, live, 'worker', ctx.actor.account);
  await logAccess(ctx, { person, act: 'change', elements: ['unbound'], purpose: 'daily' });
  return { done: true };
}
