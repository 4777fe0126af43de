// SPDX-License-Identifier: Apache-2.0
import type { RowKey } from '@lilong/contracts/refs';
import { type InstitutionKind, institutionKinds } from '@lilong/contracts/registry-institutions';
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { DB } from '../../kernel/tables.ts';
import { institutionPolicy } from '../policy.ts';

export type InstitutionRow = Selectable<DB['registry.institution']>;
export type MemberRow = Selectable<DB['registry.member']>;

export interface Asked {
  readonly kind: InstitutionKind | undefined;
  readonly q: string | undefined;
}
export interface LineRow
  extends Pick<InstitutionRow, 'street' | 'no' | 'kind' | 'name' | 'phone' | 'term_to'> {
  placeName: string;
  members: number;
}

const acts = (day: string) => sql<SqlBool>`(i.to_on is null or i.to_on >= ${day}::date)`;
const named = (q: string | undefined) =>
  q === undefined ? sql<SqlBool>`true` : sql<SqlBool>`strpos(i.name, ${q}) > 0`;

/** Those that act in reach on the day; kind by kind, as the nine are always listed. */
export async function selectLines(
  ctx: Ctx,
  { kind, q }: Asked,
  day: string,
  most: number,
): Promise<LineRow[]> {
  const only = kind === undefined ? sql<SqlBool>`true` : sql<SqlBool>`i.kind = ${kind}`;
  const { rows } = await sql<LineRow>`
    select i.street, i.no, i.kind, i.name, i.phone, i.term_to, l.name as "placeName",
      (select count(*)::int from registry.member m where m.street = i.street and m.institution = i.no and ${inOffice(day)}) as members
    from registry.institution i join places.place l on l.no = i.place
    where ${acts(day)} and ${ctx.may(institutionPolicy, 'open', 'i')} and ${only} and ${named(q)}
    order by array_position(${[...institutionKinds]}::text[], i.kind), i.place, i.name limit ${most}`.execute(
    ctx.db,
  );
  return rows;
}

export async function countKinds(
  ctx: Ctx,
  q: string | undefined,
  day: string,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select i.kind, count(*)::int as count from registry.institution i
    where ${acts(day)} and ${ctx.may(institutionPolicy, 'open', 'i')} and ${named(q)} group by i.kind`.execute(
    ctx.db,
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

export interface CardRow extends InstitutionRow {
  placeName: string;
  can: Record<string, boolean>;
}
export async function selectInstitution(
  ctx: Ctx,
  { street, no }: RowKey,
): Promise<CardRow | undefined> {
  const { rows } = await sql<CardRow>`
    select i.*, l.name as "placeName", ${ctx.can(institutionPolicy, ['change'], 'i').as('can')}
    from registry.institution i join places.place l on l.no = i.place
    where i.street = ${street} and i.no = ${no}`.execute(ctx.db);
  return rows[0];
}

const inOffice = (day: string) => sql<SqlBool>`(m.to_on is null or m.to_on >= ${day}::date)`;

/** All who hold or held an office there. Row-level security asks the place. */
export async function selectMembers(ctx: Ctx, { street, no }: RowKey): Promise<MemberRow[]> {
  return ctx.db
    .selectFrom('registry.member')
    .selectAll()
    .where('street', '=', street)
    .where('institution', '=', no)
    .orderBy('from_on')
    .orderBy('no')
    .execute();
}

/** Places of the post that may have institutions: committees and the streets above them. */
export async function selectPlaces(
  ctx: Ctx,
  places: readonly number[],
): Promise<{ place: number; name: string }[]> {
  const { rows } = await sql<{ place: number; name: string }>`
    select l.no as place, l.name from places.place l
    where l.valid_to is null and l.level in ('street', 'committee')
      and exists (select from unnest(${[...places]}::bigint[]) as own
        where l.no = own or (own % 1000000 = 0 and l.no between own and own + 999999))
    order by l.no limit 200`.execute(ctx.db);
  return rows;
}
