// SPDX-License-Identifier: Apache-2.0
import type { listStaff, resetPassword, StaffLine } from '@lilong/contracts/identity';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { newOneTime } from './passwords.ts';
import { accountPolicy } from './policy.ts';
import { deleteSessions, lockAccount, selectPlaceNames, setPassword } from './queries.ts';
import type { Sessions } from './sessions.ts';
import { countStaff, selectPostsOfStaff, selectStaff } from './staff-queries.ts';
import { isOver } from './validity.ts';

type PostOfStaff = Awaited<ReturnType<typeof selectPostsOfStaff>>[number];

/** Staff with a post within what the administrator looks after. No figures about what anyone does. */
export async function showStaff(
  ctx: Ctx,
  input: InputOf<typeof listStaff>,
): Promise<ReplyOf<typeof listStaff>> {
  ctx.requireEver(accountPolicy, 'list');
  const people = await selectStaff(ctx, input);
  const posts = await selectPostsOfStaff(
    ctx,
    people.map(({ no }) => no),
  );
  const names = await selectPlaceNames(
    ctx.db,
    posts.flatMap(({ places }) => places),
  );
  const postsOf = Map.groupBy(posts, ({ account }) => account);
  ctx.note({ act: 'staff.listed', facts: input });
  return {
    people: people.map((one) => ({
      account: one.no,
      login: one.login ?? '',
      name: one.name,
      ended: one.ended_at !== null,
      locked: one.locked_until !== null && one.locked_until > ctx.now,
      mayReset: one.ended_at === null && one.can.reset === true,
      posts: (postsOf.get(one.no) ?? []).map((post) => lineOf(post, names, ctx.now)),
    })),
    total: await countStaff(ctx, input),
    waiting: await countStaff(ctx, { waiting: true }),
  };
}

type PostLine = StaffLine['posts'][number];

function lineOf(post: PostOfStaff, names: ReadonlyMap<number, string>, now: Date): PostLine {
  const over = isOver(post, now);
  return {
    no: post.no,
    role: post.role,
    organisationName: post.organisation_name ?? '',
    placeNames: post.places.map((place) => names.get(place) ?? ''),
    status: standingOf(post, now),
    validFrom: post.valid_from.toISOString(),
    validTo: post.valid_to?.toISOString() ?? null,
    lentBy: post.lent_by,
    can: {
      decide: post.status === 'proposed' && !over && post.can.decide === true,
      end: !over && post.can.end === true,
      lend: post.can.lend === true,
    },
  };
}

/** A post whose time is over has ended, whatever was once decided about it. */
function standingOf(post: PostOfStaff, now: Date): PostLine['status'] {
  if (post.status === 'refused') return 'refused';
  if (isOver(post, now)) return 'ended';
  return post.status === 'approved' && post.valid_from > now ? 'to_come' : post.status;
}

/** A one-time password for somebody who forgot theirs, or locked themselves out. It is shown once. */
export async function reset(
  ctx: Ctx,
  { account }: InputOf<typeof resetPassword>,
  sessions: Sessions,
): Promise<ReplyOf<typeof resetPassword>> {
  await ctx.require(accountPolicy, 'reset', { no: account });
  const found = await lockAccount(ctx, account);
  if (found?.kind !== 'staff' || found.ended_at !== null)
    throw new Refusal('found.nothing', { what: 'account' }, 'account');
  const { password, kept } = newOneTime(ctx.keys);
  await setPassword(ctx, account, kept, 'must change');
  await deleteSessions(ctx, account);
  await sessions.lookAgain(ctx, account);
  ctx.note({ act: 'password.reset', subject: `account:${account}` });
  return { password };
}
