// SPDX-License-Identifier: Apache-2.0
import type { Hours } from '@lilong/contracts/opening-hours';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { addedBy, type NewOpening } from './plan-rows.ts';
import type { CentreRow, OpeningRow } from './tables.ts';

/** Locked: two who plan for one centre take turns. Whoever books there does not wait: their rows only name it. */
export async function lockCentre(ctx: Ctx, centre: number): Promise<void> {
  await sql`select 1 from counters.centre where no = ${centre}::bigint for no key update`.execute(
    ctx.db,
  );
}

export type Planned = OpeningRow & { readonly by: string | null };

/** What holds of a centre from today on: the regular week in force and later ones, and single days; earliest first. */
export async function selectPlanned(ctx: Ctx, centre: number): Promise<Planned[]> {
  const { rows } = await sql<Planned>`
    select o.*, a.name as by from counters.opening o left join identity.account a on a.no = o.by_account
    where o.centre = ${centre}::bigint and o.withdrawn_at is null and (o.to_day >= ${today(ctx)}::date or (o.kind = 'week'
      and o.from_day >= (select coalesce(max(w.from_day), '-infinity') from counters.opening w
        where w.centre = o.centre and w.kind = 'week' and w.withdrawn_at is null and w.from_day <= ${today(ctx)}::date)))
    order by o.from_day, o.no`.execute(ctx.db);
  return rows;
}

export async function insertOpening(
  ctx: Ctx,
  { no: centre, place }: Pick<CentreRow, 'no' | 'place'>,
  { kind, from_day, to_day, body, why }: NewOpening,
): Promise<void> {
  await sql`
    insert into counters.opening (centre, place, kind, from_day, to_day, body, why, by_account, at)
    values (${centre}, ${place}, ${kind}, ${from_day}::date, ${to_day}::date,
      ${JSON.stringify(body)}::text::jsonb, ${why}, ${ctx.actor.account ?? 0}, ${ctx.now}::timestamptz)`.execute(
    ctx.db,
  );
}

export function selectOpening(ctx: Ctx, no: number): Promise<OpeningRow | undefined> {
  return ctx.db
    .selectFrom('counters.opening')
    .selectAll()
    .where('no', '=', no)
    .executeTakeFirst() as Promise<OpeningRow | undefined>; // the kind says what the body is
}

export async function updateWithdrawn(ctx: Ctx, no: number): Promise<void> {
  await ctx.db
    .updateTable('counters.opening')
    .set({ withdrawn_at: ctx.now, withdrawn_by: ctx.actor.account ?? 0 })
    .where('no', '=', no)
    .execute();
}

/** What the hours of a centre are made of: everything that holds, written where every reader looks. */
export async function updateHours(ctx: Ctx, centre: number): Promise<Hours> {
  const planned = await selectPlanned(ctx, centre);
  const added = addedBy(planned);
  const { rows } = await sql<{ hours: Hours }>`
    update counters.centre set hours = jsonb_build_object('working', hours->'working', 'rest', hours->'rest')
      || ${JSON.stringify(added)}::text::jsonb
    where no = ${centre}::bigint returning hours`.execute(ctx.db);
  return rows[0]?.hours ?? { working: [], rest: [] };
}
