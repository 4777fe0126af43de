// SPDX-License-Identifier: Apache-2.0
// 楼组 are made, named, given doors, and dissolved.
import { isWithin, streetOf } from '@lilong/contracts/place-no';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  endGroup,
  putGroup,
  renameGroup,
  setGroupDoors,
} from '@lilong/contracts/registry-groups';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { selectPlaces } from '../institutions/queries.ts';
import { groupPolicy } from '../policy.ts';
import { lockGroup } from './at.ts';
import { endLeaders } from './leaders.ts';
import { endDoors, insertDoors } from './queries.ts';

export async function make(
  ctx: Ctx,
  { name: typed, place }: InputOf<typeof putGroup>,
): Promise<ReplyOf<typeof putGroup>> {
  ctx.requireEver(groupPolicy, 'begin');
  const at = await placeFor(ctx, place);
  const name = typed.trim();
  const { rows } = await sql<RowKey>`
    insert into registry.building_group (street, place, name, from_on, source, recorded_at)
    values (${streetOf(at)}, ${at}, ${name}, ${today(ctx)}::date, 'committee', ${ctx.now}::timestamptz)
    on conflict (street, place, name) where to_on is null do nothing returning street, no`.execute(
    ctx.db,
  );
  const [made] = rows;
  if (made === undefined) throw new Refusal('group.there', { name }, 'name');
  const group = formatRef('G', made);
  ctx.note({ act: 'registry.group-kept', subject: group, place: at, facts: { name } });
  return { group };
}

/** The post's own committee unless it is told; a post of a street says which. */
async function placeFor(ctx: Ctx, place: number | undefined): Promise<number> {
  const own = ctx.actor.post?.places ?? [];
  const at = place ?? (await selectPlaces(ctx, own))[0]?.place;
  if (at === undefined || at % 1_000_000 === 0 || !own.some((one) => isWithin(at, one)))
    throw new Refusal('group.place', {}, 'place');
  return at;
}

export async function rename(
  ctx: Ctx,
  { group: ref, name: typed }: InputOf<typeof renameGroup>,
): Promise<ReplyOf<typeof renameGroup>> {
  const { street, no, place } = await lockGroup(ctx, ref);
  const name = typed.trim();
  const { rows } = await sql`
    update registry.building_group g set name = ${name}, recorded_at = ${ctx.now}::timestamptz
    where g.street = ${street} and g.no = ${no} and not exists (select from registry.building_group o
      where o.street = g.street and o.place = g.place and o.name = ${name} and o.no <> g.no and o.to_on is null)
    returning g.no`.execute(ctx.db);
  if (rows.length === 0) throw new Refusal('group.there', { name }, 'name');
  ctx.note({ act: 'registry.group-kept', subject: ref, place, facts: { name } });
  return { done: true };
}

export async function setDoors(
  ctx: Ctx,
  { group: ref, add, take }: InputOf<typeof setGroupDoors>,
): Promise<ReplyOf<typeof setGroupDoors>> {
  const row = await lockGroup(ctx, ref);
  const day = today(ctx);
  const taken = sql<SqlBool>`d.building_group = ${row.no} and d.address = any(${take}::bigint[])`;
  const elsewhere = sql<SqlBool>`d.building_group <> ${row.no} and d.address = any(${add}::bigint[])
    and exists (select from registry.building_group o where o.street = d.street and o.no = d.building_group and o.place = ${row.place})`;
  await endDoors(ctx, row.street, taken, day);
  await endDoors(ctx, row.street, elsewhere, day);
  await insertDoors(ctx, row, add, day);
  ctx.note({
    ...{ act: 'registry.group-kept', subject: ref, place: row.place },
    facts: { add: add.length, take: take.length },
  });
  return { done: true };
}

export async function end(
  ctx: Ctx,
  { group: ref }: InputOf<typeof endGroup>,
): Promise<ReplyOf<typeof endGroup>> {
  const row = await lockGroup(ctx, ref);
  const day = today(ctx);
  await endDoors(ctx, row.street, sql<SqlBool>`d.building_group = ${row.no}`, day);
  await endLeaders(ctx, row, day);
  await sql`update registry.building_group set to_on = ${day}::date, recorded_at = ${ctx.now}::timestamptz
    where street = ${row.street} and no = ${row.no}`.execute(ctx.db);
  ctx.note({ act: 'registry.group-kept', subject: ref, place: row.place, facts: { ended: day } });
  return { done: true };
}
