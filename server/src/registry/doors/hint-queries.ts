// SPDX-License-Identifier: Apache-2.0
// What committees have told their street of its doors.
import { streetOf } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export interface HintRow {
  readonly street: number;
  readonly no: number;
  readonly place: number;
  readonly placeName: string;
  readonly line: string | null;
  readonly one_door: number | null;
  readonly other_door: number | null;
  readonly oneLine: string | null;
  readonly otherLine: string | null;
  readonly state: 'open' | 'done' | 'declined';
  readonly reason: string | null;
  readonly at: Date;
}
export type Told = { readonly line: string } | { readonly pair: readonly [number, number] };

/** False when it was told already and waits. */
export async function insertHint(ctx: Ctx, place: number, told: Told): Promise<boolean> {
  const [one, other] = 'pair' in told ? told.pair.toSorted((a, b) => a - b) : [null, null];
  const { rows } = await sql`
    insert into registry.door_hint (street, place, line, one_door, other_door, organisation, account, at)
    values (${streetOf(place)}, ${place}, ${'line' in told ? told.line : null}, ${one}, ${other},
      ${ctx.actor.post?.organisation}, ${ctx.actor.account}, ${ctx.now}::timestamptz)
    on conflict do nothing returning no`.execute(ctx.db);
  return rows.length > 0;
}

const most = 100;
/** Open ones first, then what was answered lately. */
export async function selectHints(ctx: Ctx): Promise<HintRow[]> {
  const { rows } = await sql<HintRow>`
    select h.*, l.name as "placeName", a.line as "oneLine", b.line as "otherLine" from registry.door_hint h
    join places.place l on l.no = h.place
    left join places.address a on a.no = h.one_door left join places.address b on b.no = h.other_door
    where h.state = 'open' or h.answered_at > ${ctx.now}::timestamptz - interval '90 days'
    order by h.state <> 'open', h.answered_at desc, h.no limit ${most}`.execute(ctx.db);
  return rows;
}

export async function selectHint(ctx: Ctx, no: number): Promise<HintRow | undefined> {
  return (await selectHints(ctx)).find((one) => one.no === no && one.state === 'open');
}

export async function countHints(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from registry.door_hint where state = 'open'`.execute(ctx.db);
  return rows[0]?.open ?? 0;
}

export async function answerHint(
  ctx: Ctx,
  { street, no }: Pick<HintRow, 'street' | 'no'>,
  state: 'done' | 'declined',
  reason: string | null,
): Promise<void> {
  await sql`update registry.door_hint set state = ${state}, reason = ${reason}, answered_at = ${ctx.now}::timestamptz
    where street = ${street} and no = ${no} and state = 'open'`.execute(ctx.db);
}

/** Two doors were looked at: they are one, or two. */
export async function answerPair(
  ctx: Ctx,
  street: number,
  pair: readonly [number, number],
  state: 'done' | 'declined',
): Promise<void> {
  const [one, other] = pair.toSorted((a, b) => a - b);
  await sql`update registry.door_hint set state = ${state}, answered_at = ${ctx.now}::timestamptz
    where street = ${street} and one_door = ${one} and other_door = ${other} and state = 'open'`.execute(
    ctx.db,
  );
}
