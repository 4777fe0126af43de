// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

interface NewLabel {
  readonly person: number;
  readonly code: string;
  readonly words: string | undefined;
  readonly lookAgain: string;
}
/** False when the organisation says so already. */
export async function insertLabel(ctx: Ctx, { person, code, words, lookAgain }: NewLabel) {
  const { rows } = await sql`
    insert into registry.label (person, code, kind, organisation, words, valid_from, look_again, verified_at, account)
    values (${person}, ${code}, 'collected', ${ctx.actor.post?.organisation ?? null}::bigint, ${words ?? null}::text,
      ${today(ctx)}::date, ${lookAgain}::date, ${ctx.now}::timestamptz, ${ctx.actor.account}::bigint)
    on conflict (person, organisation, (case when valid_to is null then code end)) do nothing returning no`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

/** The code of a current label that the actor's own organisation collected. */
export async function selectOwnLabel(
  ctx: Ctx,
  person: number,
  no: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select code from registry.label where no = ${no} and person = ${person} and kind = 'collected' and code is not null
      and organisation = ${ctx.actor.post?.organisation ?? null}::bigint and valid_to is null for update`.execute(
    ctx.db,
  );
  return rows[0]?.code;
}

export async function postponeLabel(ctx: Ctx, no: number, until: string): Promise<void> {
  await sql`update registry.label set look_again = ${until}::date, verified_at = ${ctx.now}::timestamptz,
    account = ${ctx.actor.account}::bigint where no = ${no}`.execute(ctx.db);
}

/** From today on it is said no more; it was true until yesterday, or never for a day. */
export async function endLabel(ctx: Ctx, no: number, day: string): Promise<void> {
  await sql`update registry.label set valid_to = greatest(valid_from, ${day}::date - 1) where no = ${no}`.execute(
    ctx.db,
  );
}

/** Lists and crowds look at the codes beside each presence. */
export async function spreadLabels(ctx: Ctx, person: number): Promise<void> {
  await sql`update registry.presence p set labels = nullif(array(
      select distinct k.code from registry.label k where k.person = p.person and k.code is not null and k.valid_to is null order by k.code), '{}')
    where p.person = ${person} and p.to_on is null`.execute(ctx.db);
}
