// SPDX-License-Identifier: Apache-2.0
import type { endLoan, lendPost, listColleagues, PostCard } from '@lilong/contracts/identity';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { meOf, own } from './me.ts';
import { isAdministrator } from './policy.ts';
import { tell } from './posts.ts';
import type { Sessions } from './sessions.ts';
import { insertPost, lockPost, selectColleagues, setPost } from './staff-queries.ts';

const dayMs = 24 * 3_600_000;

/** Who could take over while one is away. */
export async function showColleagues(ctx: Ctx): Promise<ReplyOf<typeof listColleagues>> {
  ctx.settled('the organisation that one acts for');
  const { account } = own(ctx);
  const { post } = ctx.actor;
  if (post === null) throw new Refusal('auth.denied', { action: 'colleagues' });
  return { people: await selectColleagues(ctx, post.organisation, account) };
}

/**
 * Lends the post acted as. It needs no approval: it is short, stays within the organisation,
 * and the right was approved for that post. Administrators' posts and borrowed ones are not lent.
 */
export async function lend(
  ctx: Ctx,
  { to, from, until }: InputOf<typeof lendPost>,
): Promise<PostCard> {
  ctx.settled('a post of one’s own');
  const { account, csrf } = own(ctx);
  const { post } = ctx.actor;
  if (post === null || isAdministrator(post.role))
    throw new Refusal('auth.denied', { action: 'lend' });
  const mine = await lockPost(ctx, post.no);
  if (mine === undefined || mine.lent_from !== null)
    throw new Refusal('auth.denied', { action: 'lend' });
  const [validFrom, validTo] = period(ctx, from, until, mine.valid_to);
  const colleagues = await selectColleagues(ctx, post.organisation, account);
  if (!colleagues.some((colleague) => colleague.account === to))
    throw new Refusal('found.nothing', { what: 'account' }, 'to');
  const { role, organisation, places } = post;
  const loan = await insertPost(
    ctx.db,
    {
      account: to,
      role,
      organisation,
      places,
      status: 'approved',
      validFrom,
      validTo,
      lentFrom: post.no,
      proposedBy: account,
    },
    ctx.now,
  );
  tell(ctx, 'staff.post-lent', loan, { account: to, role, place: places[0] ?? 0 });
  const me = await meOf(ctx, account, post.no, csrf);
  if (me.post === null) throw new Refusal('auth.no-such-post', {}, 'post');
  return { ...me.post, no: loan, validTo: validTo.toISOString(), lentBy: me.name };
}

/** A loan ends with the post at the latest, and is never longer than LOAN_DAYS. */
function period(ctx: Ctx, from: string, until: string, postEnds: Date | null): [Date, Date] {
  const validFrom = new Date(from);
  const asked = new Date(until);
  const days = ctx.config.LOAN_DAYS;
  if (asked <= validFrom || asked <= ctx.now)
    throw new Refusal('input.invalid', { field: 'until', rule: 'minimum' }, 'until');
  if (asked.getTime() - validFrom.getTime() > days * dayMs)
    throw new Refusal('auth.loan-too-long', { days }, 'until');
  const validTo = postEnds !== null && postEnds < asked ? postEnds : asked;
  if (validTo <= validFrom)
    throw new Refusal('input.invalid', { field: 'from', rule: 'maximum' }, 'from');
  return [validFrom, validTo];
}

/** Takes a lent post back at this moment. */
export async function takeBack(
  ctx: Ctx,
  { post }: InputOf<typeof endLoan>,
  sessions: Sessions,
): Promise<ReplyOf<typeof endLoan>> {
  ctx.settled('a post that one lent');
  const { account } = own(ctx);
  const loan = await lockPost(ctx, post);
  const source = loan?.lent_from == null ? undefined : await lockPost(ctx, loan.lent_from);
  if (loan?.status !== 'approved' || source?.account !== account)
    throw new Refusal('found.nothing', { what: 'post' }, 'post');
  await setPost(ctx, post, { status: 'ended' });
  await sessions.lookAgain(ctx, loan.account);
  tell(ctx, 'staff.post-taken-back', post, { ...loan, place: loan.places[0] ?? 0 });
  return { done: true };
}
