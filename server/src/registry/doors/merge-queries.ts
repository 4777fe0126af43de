// SPDX-License-Identifier: Apache-2.0
// Which doors were merged or are two, and every row that follows.
import { type Expression, type Selectable, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { DB } from '../../kernel/tables.ts';
import type { KeptDoor } from '../../places/index.ts';
import type { Change } from '../merging/rows.ts';
import type { RoomRow } from './queries.ts';

export type DoorMergeRow = Selectable<DB['registry.door_merge']>;

export async function insertMerge(
  ctx: Ctx,
  row: Pick<
    DoorMergeRow,
    'street' | 'survivor_door' | 'gone_door' | 'organisation' | 'role' | 'undo_until'
  >,
): Promise<number> {
  const { no } = await ctx.db
    .insertInto('registry.door_merge')
    .values({
      ...row,
      ...{ at: ctx.now, account: ctx.actor.account ?? 0, undone_at: null, undone_by: null },
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}

export async function insertChanges(
  ctx: Ctx,
  street: number,
  merge: number,
  changes: readonly Change[],
): Promise<void> {
  const rows = changes.map((change, nth) => ({ street, merge, nth, ...change }));
  await sql`insert into registry.door_merge_row select * from
    jsonb_populate_recordset(null::registry.door_merge_row, ${JSON.stringify(rows)}::text::jsonb)`.execute(
    ctx.db,
  );
}

export const changesIn = ({
  street,
  no,
}: Pick<DoorMergeRow, 'street' | 'no'>): Expression<unknown> =>
  sql`select * from registry.door_merge_row where street = ${street} and merge = ${no}`;

/** One that was not undone. */
export async function selectMerge(ctx: Ctx, no: number): Promise<DoorMergeRow | undefined> {
  return ctx.db
    .selectFrom('registry.door_merge')
    .selectAll()
    .where('no', '=', no)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function markUndone(ctx: Ctx, { street, no }: DoorMergeRow): Promise<void> {
  await sql`update registry.door_merge set undone_at = ${ctx.now}::timestamptz, undone_by = ${ctx.actor.account}
    where street = ${street} and no = ${no}`.execute(ctx.db);
}

/** What can still be undone, the last one first. */
export async function selectLately(ctx: Ctx, day: string, limit: number) {
  const { rows } = await sql<{
    merge: number;
    address: number;
    line: string;
    was: string;
    undoUntil: string;
    at: Date;
  }>`
    select m.no as merge, m.survivor_door as address, s.line, g.line as was, m.undo_until as "undoUntil", m.at
    from registry.door_merge m join places.address s on s.no = m.survivor_door join places.address g on g.no = m.gone_door
    where m.undone_at is null and m.undo_until >= ${day}::date order by m.no desc limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

export async function insertApart(
  ctx: Ctx,
  street: number,
  two: readonly [number, number],
): Promise<void> {
  const [one, other] = two.toSorted((first, second) => first - second);
  await sql`insert into registry.door_apart (street, one_door, other_door, at, account, organisation)
    values (${street}, ${one}, ${other}, ${ctx.now}::timestamptz, ${ctx.actor.account}, ${ctx.actor.post?.organisation ?? null}::bigint)
    on conflict do nothing`.execute(ctx.db);
}

/** `lower higher` of each two. */
export async function selectAparts(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ two: string }>`
    select one_door || ' ' || other_door as two from registry.door_apart`.execute(ctx.db);
  return rows.map(({ two }) => two);
}

/** The same committee stays as it is, to the estate; another becomes that of the door that stays. */
const placeAt = (kept: KeptDoor, of: string): Expression<unknown> =>
  sql`case when ${sql.ref(of)} / 1000 = ${kept.place}::bigint / 1000 then ${sql.ref(of)} else ${kept.place}::bigint end`;

/** A home that both doors have. */
export interface RoomTwin {
  readonly street: number;
  readonly kept: number;
  readonly gone: number;
}
/** Whoever is in the second home is in the first. What both have once over ends on the day; what the first does not know it takes. */
export async function joinRooms(
  ctx: Ctx,
  door: KeptDoor,
  twins: readonly RoomTwin[],
  last: string,
): Promise<void> {
  const two = sql`json_to_recordset(${JSON.stringify(twins)}::text::json) as w (street int, kept bigint, gone bigint)`;
  await sql`update registry.presence p set to_on = greatest(p.from_on, ${last}::date) from ${two}
    where p.street = w.street and p.home = w.gone and p.to_on is null and exists (select from registry.presence k
      where k.street = p.street and k.home = w.kept and k.person = p.person and k.role = p.role and k.to_on is null)`.execute(
    ctx.db,
  );
  for (const table of ['presence', 'household', 'objection'])
    await sql`update ${sql.table(`registry.${table}`)} t set home = w.kept, place = ${placeAt(door, 't.place')}
      from ${two} where t.street = w.street and t.home = w.gone`.execute(ctx.db);
  await sql`update registry.home k set floor = coalesce(k.floor, g.floor), lift = coalesce(k.lift, g.lift),
      tenure = coalesce(k.tenure, g.tenure), state = coalesce(k.state, g.state), area_m2 = coalesce(k.area_m2, g.area_m2),
      rooms = coalesce(k.rooms, g.rooms), closed_on = case when g.closed_on is not null then k.closed_on end
    from ${two} join registry.home g on g.street = w.street and g.no = w.gone
    where k.street = w.street and k.no = w.kept`.execute(ctx.db);
  await sql`update registry.home g set closed_on = coalesce(g.closed_on, ${last}::date) from ${two}
    where g.street = w.street and g.no = w.gone`.execute(ctx.db);
}

/** Homes that only the second door has stand behind the first. */
export async function moveRooms(
  ctx: Ctx,
  kept: KeptDoor,
  rooms: readonly Pick<RoomRow, 'street' | 'no' | 'door'>[],
): Promise<void> {
  const moved = sql`json_to_recordset(${JSON.stringify(rooms)}::text::json) as w (street int, no bigint, door text)`;
  await sql`update registry.home t set address = ${kept.no}::bigint, door = w.door, place = ${placeAt(kept, 't.place')}
    from ${moved} where t.street = w.street and t.no = w.no`.execute(ctx.db);
  for (const table of ['presence', 'household', 'objection', 'fact'])
    await sql`update ${sql.table(`registry.${table}`)} t set place = ${placeAt(kept, 't.place')}
      from ${moved} where t.street = w.street and t.home = w.no`.execute(ctx.db);
}

/** The door that stays keeps its 楼组, or takes that of the other in its committee. */
export async function joinGroups(
  ctx: Ctx,
  street: number,
  kept: KeptDoor,
  gone: KeptDoor,
  last: string,
): Promise<void> {
  const isFree = sql`${kept.place === gone.place} and not exists (select from registry.group_door k
    where k.street = ${street} and k.address = ${kept.no} and k.to_on is null)`;
  await sql`update registry.group_door d set address = case when ${isFree} then ${kept.no}::bigint else d.address end,
      to_on = case when not (${isFree}) then greatest(d.from_on, ${last}::date) end
    where d.street = ${street} and d.address = ${gone.no} and d.to_on is null`.execute(ctx.db);
}

/** What was recorded since goes with its household and its home; homes are called by the door where they are again. */
export async function followBack(ctx: Ctx, row: DoorMergeRow, gone: KeptDoor): Promise<void> {
  const { street } = row;
  await sql`update registry.presence p set home = u.home, place = u.place
    from (${changesIn(row)}) m join registry.household u on u.street = ${street} and u.no = (m.key->>'no')::bigint
    where m.tab = 'household' and p.street = u.street and p.household = u.no and p.home is distinct from u.home
      and p.to_on is null`.execute(ctx.db);
  for (const table of ['presence', 'household', 'objection', 'fact'])
    await sql`update ${sql.table(`registry.${table}`)} t set place = h.place from registry.home h
      where h.street = ${street} and h.address = ${gone.no} and t.street = h.street and t.home = h.no
        and t.place / 1000 <> h.place / 1000`.execute(ctx.db);
  await sql`update registry.home set door = ${gone.line} || coalesce(unit, '') || coalesce(room, '')
    where street = ${street} and address = ${gone.no} and not starts_with(door, ${gone.line})`.execute(
    ctx.db,
  );
}
