// SPDX-License-Identifier: Apache-2.0
import type {
  actAs,
  Me,
  PostCard,
  saveLanguage,
  signOut,
  whoAmI,
} from '@lilong/contracts/identity';
import { placeChain } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import {
  deleteSessions,
  type PostRow,
  selectAccount,
  selectCommittee,
  selectPlaceNames,
  selectPostsOf,
  setLanguage,
  setSessionPost,
} from './queries.ts';
import type { Sessions } from './sessions.ts';

/** Who is signed in; nobody is an answer too. */
export async function tellWho(ctx: Ctx): Promise<ReplyOf<typeof whoAmI>> {
  const { account, csrf, post } = ctx.actor;
  const house = { demo: ctx.demo, timeZone: ctx.config.TIME_ZONE };
  if (account === null || csrf === null) return { me: null, ...house };
  return { me: await meOf(ctx, account, post?.no ?? null, csrf), ...house };
}

/** What a person sees of themselves. */
export async function meOf(
  ctx: Ctx,
  account: number,
  post: number | null,
  csrf: string,
): Promise<Me> {
  const row = await selectAccount(ctx.db, account);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'account' });
  const found = row.must_change ? [] : await selectPostsOf(ctx, account);
  const own = row.committee === null ? [] : [row.committee];
  const names = await selectPlaceNames(ctx.db, [...own, ...found.flatMap(({ places }) => places)]);
  const posts = found.map((one) => cardOf(one, names));
  return {
    account,
    kind: row.kind,
    name: row.name,
    level: row.level,
    post: posts.find(({ no }) => no === post) ?? null,
    posts,
    committee:
      row.committee === null
        ? null
        : {
            ...placeCard(row.committee, names),
            ...(await selectCommittee(ctx.db, row.committee)),
          },
    language: row.language,
    mustChange: row.must_change,
    csrf,
    demo: ctx.demo,
  };
}

export function cardOf(row: PostRow, names: ReadonlyMap<number, string>): PostCard {
  return {
    no: row.no,
    role: row.role,
    organisation: row.organisation,
    organisationName: row.organisation_name ?? '',
    places: row.places.map((no) => placeCard(no, names)),
    validTo: row.valid_to?.toISOString() ?? null,
    lentBy: row.lent_by,
  };
}

/** A place with the names above it, from the city down to its parent. */
function placeCard(no: number, names: ReadonlyMap<number, string>) {
  const [, ...above] = placeChain(no).map((one) => names.get(one) ?? '');
  return { no, name: names.get(no) ?? '', path: above.reverse() };
}

/** Chooses the post that this session acts as from now on. */
export async function actAsPost(
  ctx: Ctx,
  { post }: InputOf<typeof actAs>,
  sessions: Sessions,
): Promise<Me> {
  ctx.settled('a post of one’s own');
  const { account, csrf } = own(ctx);
  const me = await meOf(ctx, account, post, csrf);
  if (me.post === null) throw new Refusal('auth.no-such-post', {}, 'post');
  await setSessionPost(ctx, csrf, post);
  await sessions.lookAgain(ctx, account);
  ctx.note({ act: 'post.act-as', subject: `post:${post}` });
  return me;
}

export async function keepLanguage(
  ctx: Ctx,
  { language }: InputOf<typeof saveLanguage>,
): Promise<ReplyOf<typeof saveLanguage>> {
  ctx.settled('a setting of one’s own');
  await setLanguage(ctx, language);
  return { done: true };
}

/** Ends this session, or all of this person's on every device. */
export async function endSession(
  ctx: Ctx,
  { everywhere }: InputOf<typeof signOut>,
  sessions: Sessions,
): Promise<ReplyOf<typeof signOut>> {
  const { account, csrf } = ctx.actor;
  if (account === null || csrf === null) return { done: true };
  await deleteSessions(ctx, account, everywhere ? {} : { only: csrf });
  await sessions.lookAgain(ctx, account);
  ctx.note({ act: everywhere ? 'sign-out.everywhere' : 'sign-out', subject: `account:${account}` });
  return { done: true };
}

/** The account and session of whoever asks. The program itself has neither. */
export function own(ctx: Ctx): { account: number; csrf: string } {
  const { account, csrf } = ctx.actor;
  if (account === null || csrf === null) throw new Refusal('auth.sign-in-first', {});
  return { account, csrf };
}
