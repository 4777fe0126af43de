// SPDX-License-Identifier: Apache-2.0
// Parents and guardians, consents of a household, and the grants that both write.
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

/** What a grant of a guardian or of a consent says it was written by; the registry's own acts name a request. */
export const matterOf = {
  guardian: (no: number): string => `guardian ${no}`,
  consent: (no: number): string => `consent ${no}`,
};

export interface GuardianFound {
  readonly no: number;
  readonly person: number;
  readonly guardian: number;
  readonly name: string;
  readonly relation: 'parent' | 'guardian';
  readonly proof: string;
  readonly seen_at: Date;
  readonly until_on: string;
}
/** Those that hold on a day, of wards or of guardians whom this transaction may see. */
export async function selectGuardians(
  ctx: Ctx,
  of: { readonly wards: readonly number[] } | { readonly guardians: readonly number[] },
  day: string,
): Promise<GuardianFound[]> {
  const [column, persons] =
    'wards' in of ? ['g.person', of.wards] : (['g.guardian', of.guardians] as const);
  const { rows } = await sql<GuardianFound>`
    select g.no, g.person, g.guardian, g.name, g.relation, g.proof, g.seen_at, g.until_on from registry.guardian g
    where ${sql.ref(column as string)} = any(${[...persons]}::bigint[]) and g.ended_at is null and g.until_on >= ${day}::date
    order by g.no`.execute(ctx.db);
  return rows;
}

export interface NewGuardian {
  readonly person: number;
  readonly guardian: number;
  readonly name: string;
  readonly relation: 'parent' | 'guardian';
  readonly proof: string;
  readonly until: string;
}
export async function insertGuardian(ctx: Ctx, made: NewGuardian): Promise<number> {
  const { account, post } = ctx.actor;
  const { rows } = await sql<{ no: number }>`
    insert into registry.guardian (person, guardian, name, relation, proof, seen_by, organisation, role, seen_at, until_on)
    values (${made.person}, ${made.guardian}, ${made.name}, ${made.relation}, ${made.proof}, ${account}, ${post?.organisation ?? null},
      ${post?.role ?? null}, ${ctx.now}::timestamptz, ${made.until}::date) returning no`.execute(
    ctx.db,
  );
  return rows[0]?.no ?? 0;
}

/** Ends some that hold; their numbers. */
export async function endGuardians(
  ctx: Ctx,
  which: Expression<SqlBool>,
  why: 'worker' | 'death' | 'again',
): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    update registry.guardian g set ended_at = ${ctx.now}::timestamptz, ended_why = ${why}
    where g.ended_at is null and ${which} returning g.no`.execute(ctx.db);
  return rows.map(({ no }) => no);
}

/** The account bound to somebody now, if there is one and the transaction states the person. */
export async function selectAccountOf(ctx: Ctx, person: number): Promise<number | undefined> {
  const found = await ctx.db
    .selectFrom('registry.binding')
    .select('account')
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found?.account;
}

export interface NewGrant {
  readonly person: number;
  readonly account: number;
  readonly purpose: 'guardian' | 'family';
  readonly matter: string;
  readonly until: Date;
}
export async function insertGrant(ctx: Ctx, made: NewGrant): Promise<void> {
  await sql`insert into registry.access_grant (person, account, purpose, matter, from_at, until_at)
    values (${made.person}, ${made.account}, ${made.purpose}, ${made.matter}, ${ctx.now}::timestamptz, ${made.until}::timestamptz)`.execute(
    ctx.db,
  );
}

/** Ends grants that still hold, written by these matters. The transaction states whom they open. */
export async function endGrantsOf(ctx: Ctx, matters: readonly string[]): Promise<void> {
  if (matters.length === 0) return;
  await sql`update registry.access_grant
    set until_at = ${ctx.now}::timestamptz, from_at = least(from_at, ${ctx.now}::timestamptz - interval '1 microsecond')
    where matter = any(${[...matters]}::text[]) and until_at > ${ctx.now}::timestamptz`.execute(
    ctx.db,
  );
}

export interface WardFound {
  readonly grant: number;
  readonly person: number;
  readonly name: string;
  readonly until_at: Date;
  readonly purpose: 'guardian' | 'family';
  /** Of a guardian; none of a consent. */
  readonly relation: 'parent' | 'guardian' | null;
  readonly consent: number | null;
}
/**
 * About whom the account of a person may read: a live grant, and what it rests on holds. The grant itself lets the
 * transaction see their names.
 */
export async function selectWards(ctx: Ctx, me: number): Promise<WardFound[]> {
  const { rows } = await sql<WardFound>`
    select g.no as grant, g.person, p.name, g.until_at, g.purpose, u.relation, c.no as consent
    from registry.access_grant g join registry.person p on p.no = g.person
    left join registry.guardian u on g.matter = 'guardian ' || u.no and u.person = g.person and u.guardian = ${me} and u.ended_at is null
    left join registry.consent c on g.matter = 'consent ' || c.no and c.person = g.person and c.to_person = ${me} and c.ended_at is null
    where g.account = ${ctx.actor.account} and g.purpose in ('guardian', 'family')
      and g.from_at <= ${ctx.now}::timestamptz and g.until_at > ${ctx.now}::timestamptz and coalesce(u.no, c.no) is not null
    order by p.born_on desc nulls last, g.no`.execute(ctx.db);
  return rows;
}
