// SPDX-License-Identifier: Apache-2.0
import type {
  endLoan,
  LoanCard,
  lendPost,
  lendPostOf,
  listBorrowers,
  listColleagues,
  listLoans,
  PostCard,
} from '@lilong/contracts/identity';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { meOf, own } from './me.ts';
import { isAdministrator, postPolicy } from './policy.ts';
import { tell } from './posts.ts';
import type { Sessions } from './sessions.ts';
import {
  insertPost,
  lockPost,
  selectColleagues,
  selectLoansOf,
  selectSeat,
  setPost,
} from './staff-queries.ts';
import { isOver } from './validity.ts';

const dayMs = 24 * 3_600_000;

/** Who could take over while one is away. */
export async function showColleagues(ctx: Ctx): Promise<ReplyOf<typeof listColleagues>> {
  ctx.settled('the organisation that one acts for');
  const { account } = own(ctx);
  const { post } = ctx.actor;
  if (post === null) throw new Refusal('auth.denied', { action: 'colleagues' });
  return { people: await selectColleagues(ctx, post.organisation, account) };
}

/** Posts of one's own that are lent. */
export async function showLoans(ctx: Ctx): Promise<ReplyOf<typeof listLoans>> {
  ctx.settled('posts of one’s own');
  const { account } = own(ctx);
  if (ctx.actor.kind !== 'staff') throw new Refusal('auth.denied', { action: 'loans' });
  const loans = await selectLoansOf(ctx, account);
  return { loans: loans.map(cardOfLoan) };
}

function cardOfLoan(loan: Awaited<ReturnType<typeof selectLoansOf>>[number]): LoanCard {
  return {
    no: loan.no,
    role: loan.role,
    organisationName: loan.organisation_name ?? '',
    toName: loan.to_name,
    status: loan.status === 'proposed' ? 'proposed' : 'approved', // no other is live
    validFrom: loan.valid_from.toISOString(),
    validTo: loan.valid_to?.toISOString() ?? null,
  };
}

/**
 * Lends the post acted as. It needs no approval: it is short, stays within the organisation,
 * and the right was approved for that post. Administrators' posts and borrowed ones are not lent.
 */
export async function lend(ctx: Ctx, input: InputOf<typeof lendPost>): Promise<PostCard> {
  ctx.settled('a post of one’s own');
  const { account, csrf } = own(ctx);
  const { post } = ctx.actor;
  if (post === null || isAdministrator(post.role))
    throw new Refusal('auth.denied', { action: 'lend' });
  const mine = await lockPost(ctx, post.no);
  if (mine === undefined || mine.lent_from !== null)
    throw new Refusal('auth.denied', { action: 'lend' });
  const loan = await insertLoan(ctx, mine, input, 'approved');
  tell(ctx, 'staff.post-lent', loan.no, { ...mine, account: input.to, place: mine.places[0] ?? 0 });
  const me = await meOf(ctx, account, post.no, csrf);
  if (me.post === null) throw new Refusal('auth.no-such-post', {}, 'post');
  return { ...me.post, no: loan.no, validTo: loan.validTo.toISOString(), lentBy: me.name };
}

/** Who could take over a post whose holder cannot lend it. */
export async function showBorrowers(
  ctx: Ctx,
  { post }: InputOf<typeof listBorrowers>,
): Promise<ReplyOf<typeof listBorrowers>> {
  await ctx.require(postPolicy, 'lend', { no: post });
  const found = await selectSeat(ctx.db, post);
  if (found === undefined) throw new Refusal('found.nothing', { what: 'post' }, 'post');
  return { people: await selectColleagues(ctx, found.organisation, found.account) };
}

/** Proposes to lend somebody's post: an administrator gives a right, so another one approves it. */
export async function lendFor(
  ctx: Ctx,
  { post, ...input }: InputOf<typeof lendPostOf>,
): Promise<ReplyOf<typeof lendPostOf>> {
  await ctx.require(postPolicy, 'lend', { no: post });
  if (input.to === ctx.actor.account) throw new Refusal('auth.own-grant', {}, 'to');
  const source = await lockPost(ctx, post);
  if (source === undefined) throw new Refusal('found.nothing', { what: 'post' }, 'post');
  const { no } = await insertLoan(ctx, source, input, 'proposed');
  const place = source.places[0] ?? 0;
  tell(ctx, 'staff.post-proposed', no, { role: source.role, account: input.to, place });
  return { post: no };
}

type Source = NonNullable<Awaited<ReturnType<typeof lockPost>>>;

/** The loan of a post to a colleague of its holder. */
async function insertLoan(
  ctx: Ctx,
  source: Source,
  { to, from, until }: InputOf<typeof lendPost>,
  status: 'proposed' | 'approved',
): Promise<{ no: number; validTo: Date }> {
  const [validFrom, validTo] = period(ctx, from, until, source.valid_to);
  const { role, organisation, places } = source;
  const colleagues = await selectColleagues(ctx, organisation, source.account);
  if (!colleagues.some((colleague) => colleague.account === to))
    throw new Refusal('found.nothing', { what: 'account' }, 'to');
  const [lentFrom, proposedBy] = [source.no, ctx.actor.account];
  const no = await insertPost(
    ctx.db,
    {
      ...{ account: to, role, organisation, places, status },
      ...{ validFrom, validTo, lentFrom, proposedBy },
    },
    ctx.now,
  );
  return { no, validTo };
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
  if (loan === undefined || isOver(loan, ctx.now) || source?.account !== account)
    throw new Refusal('found.nothing', { what: 'post' }, 'post');
  await setPost(ctx, post, { status: 'ended' });
  await sessions.lookAgain(ctx, loan.account);
  tell(ctx, 'staff.post-taken-back', post, { ...loan, place: loan.places[0] ?? 0 });
  return { done: true };
}
