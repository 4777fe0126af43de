// SPDX-License-Identifier: Apache-2.0
// Accounts, sessions and the posts of one's own. Administrators' queries: staff-queries.ts.
import type { signInDemo } from '@lilong/contracts/identity';
import { committeeOf, placeChain } from '@lilong/contracts/place-no';
import type { InputOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';
import { runLater } from '../kernel/pipelined.ts';
import { holdsNow } from './validity.ts';

/** A session with its account and the post that it acts as. */
export async function selectSession(db: Db, tokenHash: string) {
  return db
    .selectFrom('identity.session as s')
    .innerJoin('identity.account as a', 'a.no', 's.account')
    .leftJoin('identity.post as p', 'p.no', 's.post')
    .where('s.token_hash', '=', tokenHash)
    .select(['s.csrf', 's.ends_at', 'a.no as account', 'a.kind', 'a.level', 'a.must_change'])
    .select(['a.ended_at', 'p.no as post', 'p.role', 'p.organisation', 'p.places', 'p.status'])
    .select(['p.valid_from', 'p.valid_to'])
    .executeTakeFirst();
}
export type SessionRow = NonNullable<Awaited<ReturnType<typeof selectSession>>>;

export async function insertSession(
  db: Db,
  row: { token_hash: string; account: number; post: number | null; csrf: string },
  now: Date,
  endsAt: Date,
): Promise<void> {
  await db
    .insertInto('identity.session')
    .values({ ...row, made_at: now, ends_at: endsAt })
    .execute();
}

/** Ends the sessions of an account: all, all but the one with this csrf token, or only that one. */
export async function deleteSessions(
  ctx: Ctx,
  account: number,
  which: { only?: string; but?: string } = {},
): Promise<void> {
  let query = ctx.db.deleteFrom('identity.session').where('account', '=', account);
  if (which.only !== undefined) query = query.where('csrf', '=', which.only);
  if (which.but !== undefined) query = query.where('csrf', '!=', which.but);
  await query.execute();
}

export async function setSessionPost(ctx: Ctx, csrf: string, post: number): Promise<void> {
  await ctx.db
    .updateTable('identity.session')
    .set({ post })
    .where('account', '=', ctx.actor.account)
    .where('csrf', '=', csrf)
    .execute();
}

/** Takes the row so that two tries at once are counted as two. */
export async function lockAccountByLogin(ctx: Ctx, login: string) {
  return ctx.db
    .selectFrom('identity.account')
    .where(sql<string>`lower(login)`, '=', login.toLowerCase())
    .where('ended_at', 'is', null)
    .select(['no', 'password_hash', 'failed', 'locked_until'])
    .forUpdate()
    .executeTakeFirst();
}
export async function lockAccount(ctx: Ctx, no: number) {
  return ctx.db
    .selectFrom('identity.account')
    .where('no', '=', no)
    .select(['no', 'kind', 'password_hash', 'failed', 'locked_until', 'ended_at'])
    .forUpdate()
    .executeTakeFirst();
}
export type SecretRow = Pick<
  NonNullable<Awaited<ReturnType<typeof lockAccount>>>,
  'no' | 'password_hash' | 'failed' | 'locked_until'
>;

export async function setFailed(
  ctx: Ctx,
  no: number,
  failed: number,
  lockedUntil: Date | null,
): Promise<void> {
  await ctx.db
    .updateTable('identity.account')
    .set({ failed, locked_until: lockedUntil })
    .where('no', '=', no)
    .execute();
}

export async function setPassword(
  ctx: Ctx,
  no: number,
  kept: string,
  mustChange: 'must change' | 'own choice',
): Promise<void> {
  await ctx.db
    .updateTable('identity.account')
    .set({
      password_hash: kept,
      must_change: mustChange === 'must change',
      failed: 0,
      locked_until: null,
    })
    .where('no', '=', no)
    .execute();
}

export async function selectAccount(db: Db, no: number) {
  return db
    .selectFrom('identity.account')
    .where('no', '=', no)
    .select(['no', 'kind', 'name', 'level', 'language', 'committee', 'must_change', 'invented'])
    .select(['phone_sealed'])
    .executeTakeFirst();
}

/** The posts that an account may act as now; its own before those lent to it. */
export async function selectPostsOf(ctx: Ctx, account: number) {
  return ctx.db
    .selectFrom('identity.post as p')
    .leftJoin('places.organisation as o', 'o.no', 'p.organisation')
    .leftJoin('identity.post as from', 'from.no', 'p.lent_from')
    .leftJoin('identity.account as lender', 'lender.no', 'from.account')
    .where('p.account', '=', account)
    .where(holdsNow('p', ctx.now))
    .select(['p.no', 'p.role', 'p.organisation', 'p.places', 'p.valid_to'])
    .select(['o.name as organisation_name', 'lender.name as lent_by'])
    .orderBy(sql`p.lent_from is not null`)
    .orderBy('p.no')
    .execute();
}
export type PostRow = Awaited<ReturnType<typeof selectPostsOf>>[number];

/** Names of places and of everything above them. */
export async function selectPlaceNames(
  db: Db,
  places: readonly number[],
): Promise<Map<number, string>> {
  const wanted = [...new Set(places.flatMap(placeChain))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('places.place')
    .where('no', 'in', wanted)
    .select(['no', 'name'])
    .execute();
  return new Map(rows.map(({ no, name }) => [no, name]));
}

/** How a committee's name is read, and its telephone as far as it has one. */
export async function selectCommittee(
  db: Db,
  committee: number,
): Promise<{ pinyin: string; phone: string | null }> {
  const row = await db
    .selectFrom('places.place as p')
    .leftJoin('places.organisation as o', (join) =>
      join
        .onRef('o.place', '=', 'p.no')
        .on('o.kind', '=', 'committee')
        .on('o.valid_to', 'is', null),
    )
    .where('p.no', '=', committee)
    .select(['p.pinyin', 'o.phone'])
    .executeTakeFirst();
  return { pinyin: row?.pinyin ?? '', phone: row?.phone ?? null };
}

export async function setLanguage(ctx: Ctx, language: 'zh' | 'en'): Promise<void> {
  await ctx.db
    .updateTable('identity.account')
    .set({ language })
    .where('no', '=', ctx.actor.account)
    .execute();
}
/** A resident belongs where the first report was made, until somebody who knows better says so. */
export async function rememberCommittee(ctx: Ctx, place: number): Promise<void> {
  const first = ctx.db
    .updateTable('identity.account')
    .set({ committee: committeeOf(place) })
    .where('no', '=', ctx.actor.account)
    .where('committee', 'is', null);
  await runLater(ctx.db, first);
}

/** How sure it is who an account belongs to: 1 a phone number, 2 a document that was seen. Its sessions look again. */
export async function setLevel(db: Db, account: number, level: 1 | 2): Promise<void> {
  await db.updateTable('identity.account').set({ level }).where('no', '=', account).execute();
  await notifySessions(db, account);
}

/** The invented person behind a door of the demonstration: the first with that role, or the first resident. */
export async function selectDoor(
  ctx: Ctx,
  as: InputOf<typeof signInDemo>['as'],
  { organisation, office, place }: Omit<InputOf<typeof signInDemo>, 'as'> = {},
): Promise<{ account: number; post: number | null } | undefined> {
  if (as === 'resident')
    return ctx.db
      .selectFrom('identity.account')
      .where('invented', '=', true)
      .where('kind', '=', 'resident')
      .$if(place !== undefined, (query) => query.where('committee', '=', place ?? 0))
      .select(['no as account', sql<null>`null`.as('post')])
      .orderBy('no')
      .executeTakeFirst();
  return ctx.db
    .selectFrom('identity.post as p')
    .innerJoin('identity.account as a', 'a.no', 'p.account')
    .where('a.invented', '=', true)
    .where('p.role', '=', as)
    .where(holdsNow('p', ctx.now))
    .$if(organisation !== undefined, (query) =>
      query.where('p.organisation', '=', organisation ?? 0),
    )
    .$if(office !== undefined, (query) =>
      query.where(
        sql<SqlBool>`p.organisation in (select no from places.organisation where strpos(name, ${office ?? ''}) > 0)`,
      ),
    )
    .$if(place !== undefined, (query) =>
      query.where(sql<SqlBool>`${place ?? 0}::bigint = any(p.places)`),
    )
    .select(['a.no as account', 'p.no as post'])
    .orderBy('p.no')
    .executeTakeFirst();
}

/** Tells every process to look this account's sessions up again. */
export async function notifySessions(db: Db, account: number): Promise<void> {
  await sql`select pg_notify('lilong_session', ${String(account)}::text)`.execute(db);
}
