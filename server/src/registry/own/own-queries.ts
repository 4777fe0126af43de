// SPDX-License-Identifier: Apache-2.0
// All rows about one person, past ones too, for that person to read.
import type { InstitutionKind } from '@lilong/contracts/registry-institutions';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { PresenceRow } from '../tables.ts';

export interface OwnPresence extends PresenceRow {
  readonly door: string | null;
  readonly placeName: string;
  readonly householdKind: 'living' | 'book' | 'collective' | null;
  readonly householdFrom: string | null;
  readonly householdTo: string | null;
}
export async function selectOwnPresences(ctx: Ctx, person: number): Promise<OwnPresence[]> {
  const { rows } = await sql<OwnPresence>`
    select p.*, h.door, l.name as "placeName", u.kind as "householdKind", u.from_on as "householdFrom", u.to_on as "householdTo"
    from registry.presence p join places.place l on l.no = p.place
    left join registry.home h on h.street = p.street and h.no = p.home
    left join registry.household u on u.street = p.street and u.no = p.household
    where p.person = ${person} order by p.to_on desc nulls first, p.from_on desc, p.role, p.no`.execute(
    ctx.db,
  );
  return rows;
}

export interface OwnLabel {
  readonly no: number;
  readonly code: string | null;
  readonly sealed: Buffer | null;
  readonly words: string | null;
  readonly kind: 'shared' | 'collected' | 'computed' | 'declared';
  readonly organisationName: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly until: string | null;
  readonly ended_why: string | null;
  readonly look_again: string | null;
  readonly verified_at: Date;
}
export async function selectOwnLabels(ctx: Ctx, person: number): Promise<OwnLabel[]> {
  const { rows } = await sql<OwnLabel>`
    select k.no, k.code, k.sealed, k.words, k.kind, o.name as "organisationName", k.valid_from, k.valid_to, k.until, k.ended_why, k.look_again, k.verified_at
    from registry.label k join places.organisation o on o.no = k.organisation
    where k.person = ${person} order by k.valid_to desc nulls first, k.valid_from desc, k.no`.execute(
    ctx.db,
  );
  return rows;
}

export interface OwnGuardian {
  readonly person: number;
  readonly name: string;
  readonly relation: 'parent' | 'guardian';
  readonly proof: string;
  readonly organisationName: string;
  readonly seen_at: Date;
  readonly until_on: string;
  readonly ended_at: Date | null;
}
export async function selectOwnGuardians(ctx: Ctx, person: number): Promise<OwnGuardian[]> {
  const { rows } = await sql<OwnGuardian>`
    select g.person, g.name, g.relation, g.proof, o.name as "organisationName", g.seen_at, g.until_on, g.ended_at
    from registry.guardian g join places.organisation o on o.no = g.organisation
    where g.person = ${person} or g.guardian = ${person} order by g.ended_at desc nulls first, g.no desc`.execute(
    ctx.db,
  );
  return rows;
}

export interface OwnOffice {
  readonly position: string | null;
  readonly institutionName: string;
  /** None: a 楼组, which somebody looks after. */
  readonly kind: InstitutionKind | null;
  readonly phone: Buffer | null;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly source: string;
  readonly recorded_at: Date;
}
export async function selectOwnOffices(ctx: Ctx, person: number): Promise<OwnOffice[]> {
  const { rows } = await sql<OwnOffice>`
    select m.position, i.name as "institutionName", i.kind, m.phone, m.from_on, m.to_on, m.source, m.recorded_at
    from registry.member m join registry.institution i on i.street = m.street and i.no = m.institution
    where m.person = ${person}
    union all
    select null, g.name, null, r.phone, r.from_on, r.to_on, r.source, r.recorded_at
    from registry.group_leader r join registry.building_group g on g.street = r.street and g.no = r.building_group
    where r.person = ${person} order by to_on desc nulls first, from_on desc, recorded_at`.execute(
    ctx.db,
  );
  return rows;
}

export interface OwnMerge {
  readonly name: string;
  readonly born_on: string | null;
  readonly organisationName: string;
  readonly at: Date;
}
/** Records that became part of one's own; the caller has stated oneself with them. */
export async function selectOwnMerges(ctx: Ctx): Promise<OwnMerge[]> {
  const { rows } = await sql<OwnMerge>`
    select g.name, g.born_on, o.name as "organisationName", m.at from registry.merge m
    join registry.person g on g.no = m.gone join places.organisation o on o.no = m.organisation
    where m.survivor = any(registry.persons()) and m.undone_at is null order by m.no`.execute(
    ctx.db,
  );
  return rows;
}

/** Numbers in an order that stays. */
export async function selectOwnKeys(ctx: Ctx, person: number) {
  return ctx.db
    .selectFrom('registry.person_key')
    .select(['kind', 'document', 'sealed'])
    .where('person', '=', person)
    .orderBy('kind')
    .orderBy('document')
    .orderBy('digest')
    .execute();
}

export interface OwnGrantRow {
  readonly no: number;
  readonly purpose: string;
  /** None: given to an organisation, for one matter. */
  readonly account: number | null;
  readonly matter: string;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly organisation: number | null;
  readonly organisationName: string | null;
  readonly role: string | null;
  /** Of a guardian, or of somebody of the household. */
  readonly name: string | null;
}
/** Those that hold; or a number of all, before one. */
export type GrantsAsked = 'live' | { readonly before: number | undefined; readonly limit: number };
/** Grants, newest first, with the act that wrote each: who it was is known by organisation and role. */
export async function selectOwnGrants(
  ctx: Ctx,
  person: number,
  asked: GrantsAsked,
): Promise<OwnGrantRow[]> {
  const which =
    asked === 'live'
      ? sql`g.until_at > ${ctx.now}::timestamptz order by g.no desc`
      : sql`g.no < ${asked.before ?? Number.MAX_SAFE_INTEGER}::bigint order by g.no desc limit ${asked.limit}`;
  const { rows } = await sql<OwnGrantRow>`
    select g.no, g.purpose, g.account, g.matter, g.from_at, g.until_at, g.organisation, o.name as "organisationName",
      coalesce(g.role, x.role, u.relation, case when c.no is not null then 'family' when m.no is not null then 'helper' end) as role,
      coalesce(u.name, c.to_name, m.helper_name) as name
    from registry.access_grant g
    left join lateral (select x.organisation, x.role from registry.access x
      where x.person = any(registry.persons()) and x.request = g.matter limit 1) x on true
    left join registry.guardian u on g.matter = 'guardian ' || u.no and u.person = g.person
    left join registry.consent c on g.matter = 'consent ' || c.no and c.person = g.person
    left join registry.mandate m on g.matter = 'mandate ' || m.no and m.person = g.person
    left join places.organisation o on o.no = coalesce(g.organisation, x.organisation)
    where g.person = ${person} and not registry.grant_held(g.person, g.matter)
      and not registry.held_back(g.person, g.organisation, g.from_at) and ${which}`.execute(ctx.db);
  return rows;
}

/** Ends a live grant and gives its matter; none when it is not the person's, over, or what the law gives. */
export async function endLiveGrant(
  ctx: Ctx,
  person: number,
  no: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ matter: string }>`
    update registry.access_grant
    set until_at = ${ctx.now}::timestamptz, from_at = least(from_at, ${ctx.now}::timestamptz - interval '1 microsecond')
    where no = ${no} and person = ${person} and until_at > ${ctx.now}::timestamptz and purpose <> 'guardian' and account is not null returning matter`.execute(
    ctx.db,
  );
  return rows[0]?.matter;
}

export interface LookFound {
  readonly no: number;
  readonly at: Date;
  /** None: a parent, a guardian, somebody of the household. */
  readonly organisationName: string | null;
  readonly role: string;
  readonly act: 'card' | 'reveal' | 'change' | 'export';
  readonly elements: string[];
  readonly purpose: string;
  /** Until when it was held back by a lawful delay. */
  readonly held: Date | null;
}
/** Looks at oneself and at the records that became part of one's own; newest first, before a number. */
export async function selectLooks(
  ctx: Ctx,
  before: number | undefined,
  limit: number,
): Promise<LookFound[]> {
  const earlier = before === undefined ? sql<SqlBool>`true` : sql<SqlBool>`x.no < ${before}`;
  const { rows } = await sql<LookFound>`
    select x.no, x.at, o.name as "organisationName", x.role, x.act, x.elements, x.purpose,
      registry.held_until(x.person, x.organisation, x.at) as held
    from registry.access x left join places.organisation o on o.no = x.organisation
    where x.person = any(registry.persons()) and ${earlier} order by x.no desc limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}
