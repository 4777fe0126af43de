// SPDX-License-Identifier: Apache-2.0
// Everything about one person, as that person reads it: what holds, and what held.
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { PresenceFound } from './card-queries.ts';

export async function selectMyPresences(ctx: Ctx, person: number): Promise<PresenceFound[]> {
  const { rows } = await sql<PresenceFound>`
    select p.*, h.door, l.name as "placeName" from registry.presence p
    join places.place l on l.no = p.place
    left join registry.home h on h.street = p.street and h.no = p.home
    where p.person = ${person} order by p.to_on desc nulls first, p.from_on desc, p.role`.execute(
    ctx.db,
  );
  return rows;
}

export interface MyLabelRow {
  no: number;
  code: string | null;
  sealed: Buffer | null;
  kind: 'shared' | 'collected' | 'computed' | 'declared';
  organisationName: string;
  words: string | null;
  valid_from: string;
  valid_to: string | null;
  look_again: string | null;
  verified_at: Date;
}
export async function selectMyLabels(ctx: Ctx, person: number): Promise<MyLabelRow[]> {
  const { rows } = await sql<MyLabelRow>`
    select k.no, k.code, k.sealed, k.kind, o.name as "organisationName", k.words, k.valid_from, k.valid_to, k.look_again, k.verified_at
    from registry.label k join places.organisation o on o.no = k.organisation
    where k.person = ${person} order by k.valid_to desc nulls first, k.valid_from desc, k.no`.execute(
    ctx.db,
  );
  return rows;
}

export interface MyGrantRow {
  organisationName: string;
  purpose: string;
  from_at: Date;
  until_at: Date;
}
/** Grants by which somebody may look now. By which organisation: that of the look which came with the grant. */
export async function selectMyGrants(ctx: Ctx, person: number): Promise<MyGrantRow[]> {
  const { rows } = await sql<MyGrantRow>`
    select coalesce((select o.name from registry.access a join places.organisation o on o.no = a.organisation
        where a.person = g.person and a.account = g.account order by a.no desc limit 1), '') as "organisationName",
      g.purpose, g.from_at, g.until_at
    from registry.access_grant g where g.person = ${person} and g.until_at > ${ctx.now} order by g.no desc`.execute(
    ctx.db,
  );
  return rows;
}

export interface MyLookRow {
  no: number;
  at: Date;
  organisationName: string;
  role: string;
  act: 'card' | 'reveal' | 'change';
  elements: string[];
  purpose: string;
}
export async function selectMyLooks(
  ctx: Ctx,
  person: number,
  before: number | undefined,
  most: number,
): Promise<MyLookRow[]> {
  const { rows } = await sql<MyLookRow>`
    select a.no, a.at, o.name as "organisationName", a.role, a.act, a.elements, a.purpose
    from registry.access a join places.organisation o on o.no = a.organisation
    where a.person = ${person} and a.no < coalesce(${before ?? null}::bigint, 9223372036854775807) order by a.no desc limit ${most}`.execute(
    ctx.db,
  );
  return rows;
}
