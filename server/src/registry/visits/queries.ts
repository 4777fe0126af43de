// SPDX-License-Identifier: Apache-2.0
// Visits and the grants that they write. The transaction states the ticket, or the people.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export interface VisitRow {
  readonly matter: string;
  readonly person: number;
  readonly guardian: number | null;
  readonly seen: string;
  readonly until_at: Date;
}
export async function insertVisit(ctx: Ctx, row: VisitRow): Promise<void> {
  await sql`insert into registry.visit (matter, person, guardian, seen, until_at)
    values (${row.matter}, ${row.person}, ${row.guardian}, ${row.seen}, ${row.until_at}::timestamptz)`.execute(
    ctx.db,
  );
}

/** Those of a ticket that are not over; whoever stands there first. */
export async function selectVisit(ctx: Ctx, matter: string): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select v.matter, v.person, v.guardian, v.seen, v.until_at from registry.visit v
    where v.matter = ${matter} and v.until_at > ${ctx.now}::timestamptz order by v.guardian nulls first, v.person`.execute(
    ctx.db,
  );
  return rows;
}

/** Somebody stands at a window just now for a child or ward, whom the transaction states. */
export async function cameFor(
  { db, now }: Ctx,
  { person, guardian }: { readonly person: number; readonly guardian: number },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from registry.visit
    where person = ${person}::bigint and guardian = ${guardian}::bigint and until_at > ${now}::timestamptz limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

export async function deleteVisit(ctx: Ctx, matter: string): Promise<void> {
  await sql`delete from registry.visit where matter = ${matter}`.execute(ctx.db);
}
export async function deleteVisitor(ctx: Ctx, matter: string, person: number): Promise<void> {
  await sql`delete from registry.visit where matter = ${matter} and person = ${person}::bigint`.execute(
    ctx.db,
  );
}
export async function deleteOver(ctx: Ctx): Promise<void> {
  await sql`delete from registry.visit where until_at <= ${ctx.now}::timestamptz`.execute(ctx.db);
}

export interface VisitorRow extends VisitRow {
  readonly name: string;
  readonly sex: number;
  readonly born_on: string | null;
}
/** Those whose file a live grant of the ticket opens to the actor, in the post acted as. */
export async function selectVisitors(ctx: Ctx, matter: string): Promise<VisitorRow[]> {
  const { account, post } = ctx.actor;
  const { rows } = await sql<VisitorRow>`
    select v.matter, v.person, v.guardian, v.seen, v.until_at, p.name, p.sex, p.born_on
    from registry.visit v join registry.person p on p.no = v.person
    where v.matter = ${matter} and exists (select from registry.access_grant g
      where g.matter = v.matter and g.person = v.person and g.account = ${account}::bigint and g.post = ${post?.no ?? null}::bigint
        and g.from_at <= ${ctx.now}::timestamptz and g.until_at > ${ctx.now}::timestamptz)
    order by v.guardian nulls first, v.person`.execute(ctx.db);
  return rows;
}

/** Names of people who may be told: alive, and not protected. */
export async function selectNames(
  ctx: Ctx,
  persons: readonly number[],
): Promise<{ no: number; name: string }[]> {
  const { rows } = await sql<{ no: number; name: string }>`
    select no, name from registry.person
    where no = any(${[...persons]}::bigint[]) and not protected and died_on is null order by born_on nulls last, no`.execute(
    ctx.db,
  );
  return rows;
}

/** To the actor, in the post acted as. */
export async function insertPostGrant(
  ctx: Ctx,
  of: {
    readonly person: number;
    readonly purpose: string;
    readonly matter: string;
    readonly until: Date;
  },
): Promise<void> {
  const { account, post } = ctx.actor;
  if (account === null || post === null) throw new Error('nobody is given a grant without a post');
  await sql`insert into registry.access_grant (person, account, post, organisation, role, purpose, matter, from_at, until_at)
    values (${of.person}, ${account}, ${post.no}, ${post.organisation}, ${post.role}, ${of.purpose}, ${of.matter},
      ${ctx.now}::timestamptz, ${of.until}::timestamptz)`.execute(ctx.db);
}

export interface KeepsHouse {
  readonly person: number;
  readonly name: string;
  readonly sex: number;
  readonly born_on: string | null;
  readonly role: 'lives' | 'registered' | 'works' | 'owns';
  readonly relation: string | null;
  readonly stays_as: string | null;
  readonly standing: number;
  readonly household: number | null;
}
/** Who keeps house with somebody whose file a visit has opened to the actor. */
export async function selectHouseholdByVisit(
  ctx: Ctx,
  person: number,
  { street, household }: { readonly street: number; readonly household: number },
  day: string,
): Promise<KeepsHouse[]> {
  const { rows } = await sql<KeepsHouse>`
    select * from registry.household_by_visit(${person}::bigint, ${street}::int, ${household}::bigint, ${day}::date)`.execute(
    ctx.db,
  );
  return rows;
}

/** What the grant was given for by which the actor opens somebody. */
export async function grantedFor(ctx: Ctx, person: number): Promise<string> {
  const { account, post } = ctx.actor;
  const { rows } = await sql<{ purpose: string }>`
    select purpose from registry.access_grant where person = ${person}::bigint and account = ${account}::bigint
      and (post is null or post = ${post?.no ?? null}::bigint)
      and from_at <= ${ctx.now}::timestamptz and until_at > ${ctx.now}::timestamptz order by no desc limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.purpose ?? 'daily';
}
