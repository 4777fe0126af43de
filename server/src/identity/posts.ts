// SPDX-License-Identifier: Apache-2.0
// A system administrator proposes a post, a safety administrator approves it, and nobody does both.
import type { AuditAct } from '@lilong/contracts/audit-acts';
import type { decidePost, endPost, givePost, Role } from '@lilong/contracts/identity';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { isAdministrator, looksAfter, postPolicy } from './policy.ts';
import { lockAccount } from './queries.ts';
import type { Sessions } from './sessions.ts';
import {
  endLoansOf,
  insertPost,
  lockPost,
  selectKnownPlaces,
  selectLiveRoles,
  selectOrganisation,
  setPost,
} from './staff-queries.ts';
import { isOver } from './validity.ts';

/** Proposes a post. It gives no right until it is approved. */
export async function give(
  ctx: Ctx,
  input: InputOf<typeof givePost>,
): Promise<ReplyOf<typeof givePost>> {
  ctx.requireEver(postPolicy, 'give');
  const { account, role, organisation, places } = input;
  if (account === ctx.actor.account) throw new Refusal('auth.own-grant', {});
  const [validFrom, validTo] = period(ctx, input.validFrom, input.validTo);
  await checkSeat(ctx, organisation, places);
  const holder = await lockAccount(ctx, account);
  if (holder?.kind !== 'staff' || holder.ended_at !== null)
    throw new Refusal('found.nothing', { what: 'account' }, 'account');
  await keepApart(ctx, account, role);
  const proposedBy = ctx.actor.account;
  const post = await insertPost(
    ctx.db,
    { account, role, organisation, places, status: 'proposed', validFrom, validTo, proposedBy },
    ctx.now,
  );
  tell(ctx, 'staff.post-proposed', post, { account, role, place: places[0] ?? 0 });
  return { post };
}

function period(ctx: Ctx, from: string, to: string | undefined): [Date, Date | null] {
  const validFrom = new Date(from);
  const validTo = to === undefined ? null : new Date(to);
  if (validTo !== null && (validTo <= validFrom || validTo <= ctx.now))
    throw new Refusal('input.invalid', { field: 'validTo', rule: 'minimum' }, 'validTo');
  return [validFrom, validTo];
}

/** Organisation and places have to exist, and to lie within what the administrator looks after. */
async function checkSeat(ctx: Ctx, organisation: number, places: readonly number[]): Promise<void> {
  const known = new Set(await selectKnownPlaces(ctx.db, places));
  const unknown = places.find((place) => !known.has(place));
  if (unknown !== undefined) throw new Refusal('places.unknown', { place: unknown }, 'places');
  const seat = await selectOrganisation(ctx.db, organisation);
  if (seat === undefined)
    throw new Refusal('found.nothing', { what: 'organisation' }, 'organisation');
  if (!looksAfter(ctx.actor, [seat.place, ...places]))
    throw new Refusal('auth.denied', { action: 'give' });
}

/** Refuses a second kind of administrator's post for one account. The account's row is taken. */
async function keepApart(ctx: Ctx, account: number, role: Role, but?: number): Promise<void> {
  if (!areApart([role, ...(await selectLiveRoles(ctx.db, account, ctx.now, but))]))
    throw new Refusal('auth.roles-apart', {}, 'role');
}

/** True when at most one kind of administrator is among the roles. */
export function areApart(roles: readonly Role[]): boolean {
  return new Set(roles.filter(isAdministrator)).size <= 1;
}

/** Approves or refuses a proposal; neither its proposer nor its holder may. */
export async function decide(
  ctx: Ctx,
  { post, approve, reason }: InputOf<typeof decidePost>,
): Promise<ReplyOf<typeof decidePost>> {
  await ctx.require(postPolicy, 'decide', { no: post });
  const found = await lockPost(ctx, post);
  if (found?.status !== 'proposed' || isOver(found, ctx.now)) throw new Refusal('auth.decided', {});
  const me = ctx.actor.account;
  if (me === null || found.proposed_by === me || found.account === me)
    throw new Refusal('auth.own-grant', {});
  if (approve) {
    await lockAccount(ctx, found.account);
    await keepApart(ctx, found.account, found.role, post);
  }
  const status = approve ? 'approved' : 'refused';
  await setPost(ctx, post, { status, decided_by: me, reason: reason ?? null });
  tell(ctx, `staff.post-${status}`, post, { ...found, place: found.places[0] ?? 0 });
  return { done: true };
}

/** Ends a post, and every loan of it, at this moment; or withdraws a proposal. */
export async function end(
  ctx: Ctx,
  { post, reason }: InputOf<typeof endPost>,
  sessions: Sessions,
): Promise<ReplyOf<typeof endPost>> {
  await ctx.require(postPolicy, 'end', { no: post });
  const found = await lockPost(ctx, post);
  if (found === undefined || isOver(found, ctx.now)) throw new Refusal('auth.decided', {});
  await setPost(ctx, post, { status: 'ended', reason });
  const borrowers = await endLoansOf(ctx, post);
  for (const account of [found.account, ...borrowers]) await sessions.lookAgain(ctx, account);
  tell(ctx, 'staff.post-ended', post, { ...found, place: found.places[0] ?? 0 });
  return { done: true };
}

/** Screens of administrators and of the holder look again; the audit gets its line. */
export function tell(
  ctx: Ctx,
  name: AuditAct,
  post: number,
  { account, role, place }: { account: number; role: Role; place: number },
): void {
  const subject = `post:${post}`;
  ctx.note({ act: name, subject, place, facts: { account, role } });
  ctx.emit({
    name,
    street: streetOf(place),
    subject,
    place,
    facts: { post, account, role },
    audience: { accounts: [account] },
  });
}
