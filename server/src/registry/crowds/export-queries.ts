// SPDX-License-Identifier: Apache-2.0
import type { CrowdColumn, CrowdConditions } from '@lilong/contracts/registry-crowds';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import type { KeptRow } from './queries.ts';

export interface Taken {
  readonly purpose: string;
  readonly people: number;
  readonly expiresOn: string;
}
export async function insertExport(
  ctx: Ctx,
  { no, name, conditions, columns }: KeptRow,
  { purpose, people, expiresOn }: Taken,
): Promise<number> {
  const { post } = ctx.actor;
  const { rows } = await sql<{ no: number }>`
    insert into registry.export (crowd, name, conditions, columns, organisation, post, purpose, people, made_on, expires_on, at)
    values (${no}, ${name}, ${JSON.stringify(conditions)}::jsonb, ${[...columns]}::text[], ${post?.organisation ?? null}::bigint,
      ${post?.no ?? null}::bigint, ${purpose}, ${people}, ${today(ctx)}::date, ${expiresOn}::date, ${ctx.now}::timestamptz)
    returning no`.execute(ctx.db);
  return rows[0]?.no ?? 0;
}

export interface ExportRow {
  name: string;
  conditions: CrowdConditions;
  columns: CrowdColumn[];
  purpose: string;
  expiresOn: string;
  organisationName: string;
}
export async function selectExport(ctx: Ctx, no: number): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`
    select e.name, e.conditions, e.columns, e.purpose, e.expires_on as "expiresOn", o.name as "organisationName"
    from registry.export e join places.organisation o on o.no = e.organisation where e.no = ${no}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** One row of 谁看过 for each of them. */
export async function insertLooks(
  ctx: Ctx,
  persons: readonly number[],
  purpose: string,
): Promise<void> {
  const { account, post } = ctx.actor;
  await sql`
    insert into registry.access (person, at, account, post, organisation, role, act, elements, purpose, request)
    select person, ${ctx.now}::timestamptz, ${account}::bigint, ${post?.no ?? null}::bigint,
      ${post?.organisation ?? null}::bigint, ${post?.role ?? null}, 'export', '{}', ${purpose}, ${ctx.requestId}
    from unnest(${[...persons]}::bigint[]) person`.execute(ctx.db);
}
