// SPDX-License-Identifier: Apache-2.0
// Homes behind the doors that are kept: made, written anew, closed and opened again.
import { streetOf } from '@lilong/contracts/place-no';
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { KeptDoor } from '../../places/index.ts';
import type { RoomRow } from './queries.ts';

export interface RoomCalled extends RowKey {
  readonly place: number;
  readonly address: number | null;
  readonly closedOn: string | null;
}
/** The home of these words in the street. */
export async function selectRoomCalled(
  ctx: Ctx,
  street: number,
  door: string,
): Promise<RoomCalled | undefined> {
  const { rows } = await sql<RoomCalled>`
    select street, no, place, address, closed_on as "closedOn" from registry.home where street = ${street} and door = ${door}`.execute(
    ctx.db,
  );
  return rows[0];
}

export async function insertRoom(
  ctx: Ctx,
  room: Omit<RoomRow, 'no' | 'closedOn'> & { readonly place: number },
): Promise<RowKey> {
  return ctx.db
    .insertInto('registry.home')
    .values({
      ...room,
      ...{ floor: null, lift: null, tenure: null, state: null, area_m2: null, rooms: null },
    })
    .returning(['street', 'no'])
    .executeTakeFirstOrThrow();
}

export async function reopenRoom(ctx: Ctx, { street, no }: RowKey): Promise<void> {
  await sql`update registry.home set closed_on = null where street = ${street} and no = ${no}`.execute(
    ctx.db,
  );
}

/** Homes that were closed together with their door. */
export async function reopenHomes(ctx: Ctx, { no, place }: KeptDoor, on: string): Promise<void> {
  await sql`update registry.home set closed_on = null
    where street = ${streetOf(place)} and address = ${no} and closed_on = ${on}::date`.execute(
    ctx.db,
  );
}

export async function closeRooms(ctx: Ctx, rooms: readonly RowKey[], on: string): Promise<void> {
  await sql`update registry.home h set closed_on = ${on}::date
    from unnest(${rooms.map(({ street }) => street)}::int[], ${rooms.map(({ no }) => no)}::bigint[]) as k (street, no)
    where h.street = k.street and h.no = k.no and h.closed_on is null`.execute(ctx.db);
}

/** Doors that are no more belong to no 楼组; those that were put into one since were never there. */
export async function endGroupDoors(
  ctx: Ctx,
  doors: readonly KeptDoor[],
  on: string,
): Promise<void> {
  const streets = [...new Set(doors.map(({ place }) => streetOf(place)))];
  await sql`update registry.group_door d set to_on = greatest(d.from_on, ${on}::date)
    where d.street = any(${streets}::int[]) and d.address = any(${doors.map(({ no }) => no)}::bigint[]) and d.to_on is null`.execute(
    ctx.db,
  );
}

/** Homes whose words begin with those of their door are written anew; each as `unit` and `room` say. */
export async function rewriteRooms(
  ctx: Ctx,
  rooms: readonly (RowKey & Pick<RoomRow, 'unit' | 'room' | 'door'>)[],
): Promise<void> {
  const rows = rooms.map(({ street, no, unit, room, door }) => ({ street, no, unit, room, door }));
  await sql`
    update registry.home h set unit = n.unit, room = n.room, door = n.door
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as n (street int, no bigint, unit text, room text, door text)
    where h.street = n.street and h.no = n.no`.execute(ctx.db);
}

/** The first of these words that another home of the street has. */
export async function selectTaken(
  ctx: Ctx,
  rooms: readonly (RowKey & Pick<RoomRow, 'door'>)[],
): Promise<string | undefined> {
  const { rows } = await sql<{ door: string }>`
    select h.door from registry.home h
    where (h.street, h.door) in (select * from unnest(${rooms.map(({ street }) => street)}::int[], ${rooms.map(({ door }) => door)}::text[]))
      and (h.street, h.no) not in (select * from unnest(${rooms.map(({ street }) => street)}::int[], ${rooms.map(({ no }) => no)}::bigint[]))
    order by h.door limit 1`.execute(ctx.db);
  return rows[0]?.door;
}
