// SPDX-License-Identifier: Apache-2.0
// What administrators ask and write about staff and their posts.
import type { Role } from '@lilong/contracts/identity';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';
import { accountPolicy, postPolicy } from './policy.ts';
import type { PostStatus } from './tables.ts';
import { holdsNow, isLive } from './validity.ts';

export interface NewPost {
  readonly account: number;
  readonly organisation: number;
  readonly role: Role;
  readonly places: readonly number[];
  readonly status: 'proposed' | 'approved';
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly lentFrom?: number;
  readonly proposedBy: number | null;
}

export async function insertPost(db: Db, post: NewPost, now: Date): Promise<number> {
  const { no } = await db
    .insertInto('identity.post')
    .values({
      account: post.account,
      organisation: post.organisation,
      role: post.role,
      places: [...post.places],
      status: post.status,
      valid_from: post.validFrom,
      valid_to: post.validTo,
      lent_from: post.lentFrom ?? null,
      proposed_by: post.proposedBy,
      decided_by: null,
      reason: null,
      made_at: now,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}

export async function lockPost(ctx: Ctx, no: number) {
  return ctx.db
    .selectFrom('identity.post')
    .where('no', '=', no)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
}

/** Whom a post is for, and who holds it. */
export async function selectSeat(db: Db, no: number) {
  return db
    .selectFrom('identity.post')
    .where('no', '=', no)
    .select(['organisation', 'account'])
    .executeTakeFirst();
}

export async function setPost(
  ctx: Ctx,
  no: number,
  set: { status: PostStatus; decided_by?: number; reason?: string | null },
): Promise<void> {
  await ctx.db.updateTable('identity.post').set(set).where('no', '=', no).execute();
}

/** Ends the loans of a post; the accounts that had borrowed it. */
export async function endLoansOf(ctx: Ctx, post: number): Promise<number[]> {
  const rows = await ctx.db
    .updateTable('identity.post')
    .set({ status: 'ended' })
    .where('lent_from', '=', post)
    .where('status', 'in', ['proposed', 'approved'])
    .returning('account')
    .execute();
  return rows.map(({ account }) => account);
}

/** Roles that an account holds or is about to hold, save by the post `but`. */
export async function selectLiveRoles(
  db: Db,
  account: number,
  now: Date,
  but = 0,
): Promise<Role[]> {
  const rows = await db
    .selectFrom('identity.post as p')
    .where('p.account', '=', account)
    .where('p.no', '!=', but)
    .where(isLive('p', now))
    .select('p.role')
    .distinct()
    .execute();
  return rows.map(({ role }) => role);
}

export async function selectOrganisation(db: Db, no: number) {
  return db
    .selectFrom('places.organisation')
    .where('no', '=', no)
    .where('valid_to', 'is', null)
    .select(['no', 'place'])
    .executeTakeFirst();
}

/** Those of `places` that exist and are in force. */
export async function selectKnownPlaces(db: Db, places: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('places.place')
    .where('no', 'in', [...places])
    .where('valid_to', 'is', null)
    .select('no')
    .execute();
  return rows.map(({ no }) => no);
}

/** Staff with a post of their own in the organisation, save this one. */
export async function selectColleagues(ctx: Ctx, organisation: number, account: number) {
  return ctx.db
    .selectFrom('identity.post as p')
    .innerJoin('identity.account as a', 'a.no', 'p.account')
    .where('p.organisation', '=', organisation)
    .where('p.lent_from', 'is', null)
    .where('a.ended_at', 'is', null)
    .where('a.no', '!=', account)
    .where(holdsNow('p', ctx.now))
    .select(['a.no as account', 'a.name', 'p.role'])
    .orderBy('p.role')
    .orderBy('a.no')
    .limit(200)
    .execute();
}

/** Loans of an account's posts that are not over, soonest end first. */
export async function selectLoansOf(ctx: Ctx, account: number) {
  return ctx.db
    .selectFrom('identity.post as p')
    .innerJoin('identity.post as source', 'source.no', 'p.lent_from')
    .innerJoin('identity.account as borrower', 'borrower.no', 'p.account')
    .leftJoin('places.organisation as o', 'o.no', 'p.organisation')
    .where('source.account', '=', account)
    .where(isLive('p', ctx.now))
    .select(['p.no', 'p.role', 'p.status', 'p.valid_from', 'p.valid_to'])
    .select(['borrower.name as to_name', 'o.name as organisation_name'])
    .orderBy('p.valid_to')
    .orderBy('p.no')
    .execute();
}

export interface StaffFilter {
  readonly q?: string | undefined;
  readonly waiting?: boolean | undefined;
  readonly after?: number | undefined;
}
export const staffPage = 50;

/** Staff that the actor may list, by account number. */
export async function selectStaff(ctx: Ctx, filter: StaffFilter) {
  return ctx.db
    .selectFrom('identity.account as a')
    .where(staffWhere(ctx, filter))
    .where('a.no', '>', filter.after ?? 0)
    .select(['a.no', 'a.login', 'a.name', 'a.ended_at', 'a.locked_until'])
    .select(ctx.can(accountPolicy, ['reset'], 'a').as('can'))
    .orderBy('a.no')
    .limit(staffPage)
    .execute();
}

export async function countStaff(ctx: Ctx, filter: StaffFilter): Promise<number> {
  const row = await ctx.db
    .selectFrom('identity.account as a')
    .where(staffWhere(ctx, filter))
    .select((from) => from.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function staffWhere(ctx: Ctx, { q, waiting }: StaffFilter): Expression<SqlBool> {
  const terms = [sql<SqlBool>`a.kind = 'staff'`, ctx.may(accountPolicy, 'list', 'a')];
  const mine = ctx.may(postPolicy, 'read', 'p');
  if (waiting === true)
    terms.push(
      sql<SqlBool>`exists (select from identity.post p where p.account = a.no and p.status = 'proposed'
        and ${isLive('p', ctx.now)} and ${mine})`,
    );
  if (q !== undefined)
    terms.push(sql<SqlBool>`(position(${q.toLowerCase()} in lower(a.name)) > 0
      or position(${q.toLowerCase()} in lower(a.login)) > 0
      or exists (select from identity.post p join places.organisation o on o.no = p.organisation
        where p.account = a.no and position(${q} in o.name) > 0 and ${mine}))`);
  return sql<SqlBool>`(${sql.join(terms, sql` and `)})`;
}

/** Posts of those accounts that the actor may read, oldest first. */
export async function selectPostsOfStaff(ctx: Ctx, accounts: readonly number[]) {
  if (accounts.length === 0) return [];
  return ctx.db
    .selectFrom('identity.post as p')
    .leftJoin('places.organisation as o', 'o.no', 'p.organisation')
    .leftJoin('identity.post as from', 'from.no', 'p.lent_from')
    .leftJoin('identity.account as lender', 'lender.no', 'from.account')
    .where('p.account', 'in', [...accounts])
    .where(ctx.may(postPolicy, 'read', 'p'))
    .select(['p.no', 'p.account', 'p.role', 'p.places', 'p.status', 'p.valid_from', 'p.valid_to'])
    .select(['o.name as organisation_name', 'lender.name as lent_by'])
    .select(ctx.can(postPolicy, ['decide', 'end', 'lend'], 'p').as('can'))
    .orderBy('p.no')
    .execute();
}
