// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export interface DelayFound {
  readonly no: number;
  readonly organisation: number;
  readonly organisationName: string;
  readonly role: string;
  readonly asked_by: number;
  readonly askerName: string;
  readonly asked_at: Date;
  readonly until_at: Date;
  readonly sealed: Buffer;
  readonly ended_at: Date | null;
  readonly ended_why: 'refused' | 'ended' | null;
  readonly approvals: readonly Approval[];
}
export interface Approval {
  readonly account: number;
  readonly name: string;
  readonly role: string;
  readonly organisationName: string;
  readonly at: string;
}
/** Those that this transaction may see, or one of them; the ones that wait first. */
export async function selectDelays(ctx: Ctx, no?: number): Promise<DelayFound[]> {
  const { rows } = await sql<DelayFound>`
    select d.no, d.organisation, o.name as "organisationName", d.role, d.asked_by, k.name as "askerName", d.asked_at, d.until_at, d.sealed,
      d.ended_at, d.ended_why, coalesce((select jsonb_agg(jsonb_build_object('account', a.account, 'name', c.name, 'role', a.role,
          'organisationName', p.name, 'at', a.at) order by a.at)
        from registry.delay_approval a join identity.account c on c.no = a.account join places.organisation p on p.no = a.organisation
        where a.delay = d.no), '[]'::jsonb) as approvals
    from registry.delay d join places.organisation o on o.no = d.organisation join identity.account k on k.no = d.asked_by
    where ${no ?? null}::bigint is null or d.no = ${no ?? null}::bigint
    order by (d.ended_at is null and d.until_at > ${ctx.now}::timestamptz) desc, d.no desc limit 200`.execute(
    ctx.db,
  );
  return rows;
}

export interface NewDelay {
  readonly person: number;
  readonly until: Date;
  readonly sealed: Buffer;
}
export async function insertDelay(ctx: Ctx, made: NewDelay): Promise<number> {
  const { account, post } = ctx.actor;
  const { rows } = await sql<{ no: number }>`
    insert into registry.delay (person, organisation, place, role, asked_by, asked_at, until_at, sealed)
    select ${made.person}::bigint, o.no, o.place, ${post?.role ?? null}, ${account}::bigint, ${ctx.now}::timestamptz,
      ${made.until}::timestamptz, ${made.sealed}::bytea
    from places.organisation o where o.no = ${post?.organisation ?? null}::bigint returning no`.execute(
    ctx.db,
  );
  return rows[0]?.no ?? 0;
}

/** False when the actor has approved it before. */
export async function insertApproval(ctx: Ctx, delay: number): Promise<boolean> {
  const { account, post } = ctx.actor;
  const { rows } = await sql`
    insert into registry.delay_approval (delay, account, organisation, role, at)
    values (${delay}, ${account}, ${post?.organisation ?? null}, ${post?.role ?? null}, ${ctx.now}::timestamptz)
    on conflict do nothing returning delay`.execute(ctx.db);
  return rows.length > 0;
}

export async function closeDelay(ctx: Ctx, no: number, why: 'refused' | 'ended'): Promise<void> {
  await sql`update registry.delay set ended_at = ${ctx.now}::timestamptz, ended_why = ${why}, ended_by = ${ctx.actor.account}
    where no = ${no} and ended_at is null`.execute(ctx.db);
}
