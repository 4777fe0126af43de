// SPDX-License-Identifier: Apache-2.0
import type { SignInAct } from '@lilong/contracts/audit-acts';
import type { changePassword, Me, signIn, signInDemo } from '@lilong/contracts/identity';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import type { Limit } from '../kernel/limits.ts';
import { carry } from './cookie.ts';
import { meOf, own } from './me.ts';
import { hashPassword, isPassword } from './passwords.ts';
import {
  deleteSessions,
  lockAccount,
  lockAccountByLogin,
  type SecretRow,
  selectAccount,
  selectDoor,
  selectPostsOf,
  setFailed,
  setPassword,
} from './queries.ts';
import { beginSession, type Sessions } from './sessions.ts';

/** So many wrong passwords lock an account for LOCK_MINUTES. */
export const mostFailures = 5;

/** What one process remembers of tries to sign in. */
export interface SignInLimits {
  /** Tries from one address: enough for an office behind one router, too few for guessing. */
  readonly address: Limit;
  /** Logins that do not exist lock like those that do, so that nobody learns which is which. */
  readonly unknown: Map<string, Tries>;
}
interface Tries {
  readonly failed: number;
  readonly until: Date | null;
}
const mostUnknown = 50_000; // logins; bounded memory

/** Signs a member of staff in by login and password. */
export async function signInByPassword(
  ctx: Ctx,
  { login, password }: InputOf<typeof signIn>,
  { address, unknown }: SignInLimits,
  sessions: Sessions,
): Promise<Me> {
  address.count(ctx.actor.address, ctx.now);
  const found = await lockAccountByLogin(ctx, login);
  if (found === undefined) {
    await isPassword(ctx.keys, undefined, password);
    const known = unknown.get(login.toLowerCase()) ?? { failed: 0, until: null };
    refuseLocked(ctx, known.until);
    if (unknown.size >= mostUnknown) unknown.clear();
    unknown.set(login.toLowerCase(), oneMore(ctx, known));
    throw new Refusal('auth.wrong-password', {}, 'password');
  }
  await checkPassword(ctx, found, password, 'password');
  return enter(ctx, found.no, 'sign-in', sessions);
}

/** Compares, counts failures, and locks after the fifth. The count stays though the request is refused. */
async function checkPassword(
  ctx: Ctx,
  account: SecretRow,
  password: string,
  field: string,
): Promise<void> {
  const { no, failed, locked_until: until } = account;
  const right = await isPassword(ctx.keys, account.password_hash, password); // first, so that a locked account takes as long
  refuseLocked(ctx, until);
  if (right) {
    if (failed > 0) await setFailed(ctx, no, 0, null);
    return;
  }
  const tries = oneMore(ctx, { failed, until });
  await setFailed(ctx, no, tries.failed, tries.until);
  ctx.note({
    act: tries.until === null ? 'password.wrong' : 'account.locked',
    subject: `account:${no}`,
  });
  ctx.keepThoughRefused();
  throw new Refusal('auth.wrong-password', {}, field);
}

/** One more failure. A lock that is over begins a new count. */
function oneMore({ now, config }: Ctx, before: Tries): Tries {
  const failed = (before.until === null ? before.failed : 0) + 1;
  const until = new Date(now.getTime() + config.LOCK_MINUTES * 60_000);
  return { failed, until: failed >= mostFailures ? until : null };
}

function refuseLocked({ now }: Ctx, until: Date | null): void {
  if (until === null || until <= now) return;
  const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000);
  throw new Refusal('auth.locked', { minutes });
}

/** Begins a session of the account, acting as `post` or else as its first own post. */
export async function enter(
  ctx: Ctx,
  account: number,
  act: SignInAct,
  sessions: Sessions,
  post: number | null = null,
): Promise<Me> {
  const row = await selectAccount(ctx.db, account);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'account' });
  await leave(ctx, sessions);
  const first = post ?? (await selectPostsOf(ctx, account))[0]?.no ?? null;
  const { token, csrf, hours } = await beginSession(ctx, row, first);
  ctx.note({ act, subject: `account:${account}` });
  return carry(await meOf(ctx, account, first, csrf), token, hours);
}

/** The session that this browser had before ends with the next one. */
async function leave(ctx: Ctx, sessions: Sessions): Promise<void> {
  const { account, csrf } = ctx.actor;
  if (account === null || csrf === null) return;
  await deleteSessions(ctx, account, { only: csrf });
  await sessions.lookAgain(ctx, account);
}

/** One click on the landing page of the demonstration; the simulated city names an office or a place. */
export async function enterByDoor(
  ctx: Ctx,
  { as, ...where }: InputOf<typeof signInDemo>,
  sessions: Sessions,
): Promise<Me> {
  if (!ctx.demo) throw new Refusal('auth.not-demo', {});
  const door = await selectDoor(ctx, as, where);
  if (door === undefined) throw new Refusal('found.nothing', { what: 'account' });
  return enter(ctx, door.account, 'sign-in.demo', sessions, door.post);
}

/** A password of one's own choice; every other session of the account ends. */
export async function chooseFresh(
  ctx: Ctx,
  { current, fresh }: InputOf<typeof changePassword>,
  sessions: Sessions,
): Promise<ReplyOf<typeof changePassword>> {
  ctx.settled('one’s own password');
  const { account, csrf } = own(ctx);
  const found = await lockAccount(ctx, account);
  if (found === undefined || found.kind !== 'staff')
    throw new Refusal('auth.denied', { action: 'password' });
  await checkPassword(ctx, found, current, 'current');
  if (current === fresh) throw new Refusal('auth.same-password', {}, 'fresh');
  await setPassword(ctx, account, await hashPassword(fresh), 'own choice');
  await deleteSessions(ctx, account, { but: csrf });
  await sessions.lookAgain(ctx, account);
  ctx.note({ act: 'password.changed', subject: `account:${account}` });
  return { done: true };
}
