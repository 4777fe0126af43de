// SPDX-License-Identifier: Apache-2.0
import type { KeptKind } from '@lilong/contracts/registry-keeping';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export interface DeletionFound {
  readonly no: number;
  readonly at: Date;
  readonly kind: KeptKind;
  readonly why: 'period' | 'used';
  readonly before: Date;
  readonly days: number;
  readonly source: string | null;
  readonly rows: number;
  readonly held: number;
}
export async function selectDeletions(
  ctx: Ctx,
  before: number | undefined,
  limit: number,
): Promise<DeletionFound[]> {
  const { rows } = await sql<DeletionFound>`
    select * from registry.deletion where no < ${before ?? Number.MAX_SAFE_INTEGER}::bigint order by no desc limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

export interface HoldFound {
  readonly no: number;
  readonly person: number | null;
  readonly source: string | null;
  readonly organisationName: string;
  readonly role: string;
  readonly sealed: Buffer;
  readonly from_at: Date;
  readonly until_on: string;
  readonly ended_at: Date | null;
}
/** Those of the places that the transaction stated; in force first, then the latest. */
export async function selectHolds(ctx: Ctx, day: string): Promise<HoldFound[]> {
  const { rows } = await sql<HoldFound>`
    select h.no, h.person, h.source, o.name as "organisationName", h.role, h.sealed, h.from_at, h.until_on, h.ended_at
    from registry.hold h join places.organisation o on o.no = h.organisation
    order by (h.ended_at is null and h.until_on >= ${day}::date) desc, h.no desc limit 200`.execute(
    ctx.db,
  );
  return rows;
}

export interface NewHold {
  readonly person: number | null;
  readonly source: string | null;
  readonly sealed: Buffer;
  readonly until: string;
}
export async function insertHold(ctx: Ctx, made: NewHold): Promise<number> {
  const { account, post } = ctx.actor;
  const { rows } = await sql<{ no: number }>`
    insert into registry.hold (person, source, place, organisation, role, account, sealed, from_at, until_on)
    select ${made.person}::bigint, ${made.source}::text, o.place, o.no, ${post?.role ?? null}, ${account}::bigint, ${made.sealed}::bytea,
      ${ctx.now}::timestamptz, ${made.until}::date
    from places.organisation o where o.no = ${post?.organisation ?? null}::bigint returning no`.execute(
    ctx.db,
  );
  return rows[0]?.no ?? 0;
}

/** False when it is over already. */
export async function endHold(ctx: Ctx, no: number): Promise<boolean> {
  const { rows } = await sql`
    update registry.hold set ended_at = ${ctx.now}::timestamptz, ended_by = ${ctx.actor.account}
    where no = ${no} and ended_at is null returning no`.execute(ctx.db);
  return rows.length > 0;
}

/** Who gave files of people or homes. */
export async function selectSources(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    select distinct source from registry.batch order by 1 limit 200`.execute(ctx.db);
  return rows.map(({ source }) => source);
}
