// SPDX-License-Identifier: Apache-2.0
// What an import has to know of organisations and staff, and what it writes of staff. Organisations are written by places.
import type { Role } from '@lilong/contracts/identity';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';

export async function selectOrganisationsNamed(db: Db, names: readonly string[]) {
  const { rows } = await sql<{
    no: number;
    name: string;
    kind: string;
    place: number;
    phone: string | null;
    hours: string | null;
  }>`
    select no, name, kind, place, phone, hours from places.organisation
    where valid_to is null and name = any(${[...names]}::text[])`.execute(db);
  return rows;
}

/** Accounts with these logins (in lower case), taken for the rest of the transaction, and their live posts. */
export async function lockStaffNamed(ctx: Ctx, logins: readonly string[]) {
  const { rows: accounts } = await sql<{ no: number; login: string; name: string; ended: boolean }>`
    select no, lower(login) as login, name, ended_at is not null as ended from identity.account
    where lower(login) = any(${[...logins]}::text[]) order by no for update`.execute(ctx.db);
  const { rows: posts } = await sql<{
    account: number;
    organisation: number;
    role: Role;
    places: number[];
  }>`
    select account, organisation, role, places from identity.post
    where account = any(${accounts.map(({ no }) => no)}::bigint[]) and status in ('proposed', 'approved')
      and (valid_to is null or valid_to > ${ctx.now}::timestamptz)`.execute(ctx.db);
  return { accounts, posts };
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly kept: string;
}
/** Staff accounts with one-time passwords; their numbers by login in lower case. */
export async function insertAccounts(
  ctx: Ctx,
  rows: readonly NewAccount[],
): Promise<Map<string, number>> {
  const { rows: made } = await sql<{ no: number; login: string }>`
    insert into identity.account (kind, login, name, password_hash, must_change, made_at)
    select 'staff', r.login, r.name, r.kept, true, ${ctx.now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as r (login text, name text, kept text)
    returning no, lower(login) as login`.execute(ctx.db);
  return new Map(made.map(({ no, login }) => [login, no]));
}

export interface ProposedPost {
  readonly account: number;
  readonly organisation: number;
  readonly role: Role;
  readonly places: readonly number[];
}
export async function insertProposals(ctx: Ctx, rows: readonly ProposedPost[]): Promise<void> {
  await sql`
    insert into identity.post (account, organisation, role, places, status, valid_from, proposed_by, made_at)
    select r.account, r.organisation, r.role, array(select json_array_elements_text(r.places)::bigint),
      'proposed', ${ctx.now}::timestamptz, ${ctx.actor.account}::bigint, ${ctx.now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (account bigint, organisation bigint, role text, places json)`.execute(ctx.db);
}
