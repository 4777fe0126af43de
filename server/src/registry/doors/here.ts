// SPDX-License-Identifier: Apache-2.0
// Which place of the tree is meant, and what stands above it.
import { formatRef, parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { At, DoorStep } from '@lilong/contracts/registry-doors';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { beginsWith, type KeptDoor, selectAliases, stepsOf } from '../../places/index.ts';
import { lookAtDoors } from './look.ts';
import { isDoor, type RoomRow, selectDoors, selectHomesThat, selectRooms } from './queries.ts';

export interface Here {
  /** From the road down to the place itself; none: the street. */
  readonly steps: readonly DoorStep[];
  /** Doors that it is or that stand beneath it; none of a street. */
  readonly doors: readonly KeptDoor[];
  /** When it is a door, or behind one. */
  readonly door: KeptDoor | undefined;
  /** When it is behind a door: these homes. */
  readonly rooms: readonly RoomRow[] | undefined;
}

/** @throws {Refusal} `found.nothing` when there is no such place in the street */
export async function goToDoor(ctx: Ctx, at: At, to: 'open' | 'keep'): Promise<Here> {
  await lookAtDoors(ctx, to);
  if (at.home !== undefined) return homeHere(ctx, at.home, to);
  if (at.address !== undefined) return doorHere(ctx, at.address, at.unit, to);
  if (at.path === undefined) return { steps: [], doors: [], door: undefined, rooms: undefined };
  const doors = await doorsBelow(ctx, at.path, to);
  const [first] = doors;
  if (first === undefined) throw new Refusal('found.nothing', { what: 'door' }, 'path');
  const steps = pathSteps(first).filter(({ path }) => at.path?.startsWith(path ?? '') === true);
  return { steps, doors, door: undefined, rooms: undefined };
}

async function doorsBelow(ctx: Ctx, path: string, to: 'open' | 'keep'): Promise<KeptDoor[]> {
  const doors = await selectDoors(ctx, to, beginsWith(path));
  return doors.filter((door) => pathSteps(door).some((step) => step.path === path));
}

async function doorHere(
  ctx: Ctx,
  no: number,
  unit: string | undefined,
  to: 'open' | 'keep',
): Promise<Here> {
  const door = await doorOf(ctx, no, to);
  const steps = doorSteps(door);
  if (unit === undefined) {
    const beneath = (await doorsBelow(ctx, door.line, to)).filter(({ line }) => line !== door.line);
    return { steps, doors: [door, ...beneath], door, rooms: undefined };
  }
  const rooms = (await selectRooms(ctx, [door])).filter((room) => room.unit === unit);
  if (rooms.length === 0) throw new Refusal('found.nothing', { what: 'door' }, 'unit');
  return { steps: [...steps, unitStep(door, unit)], doors: [door], door, rooms };
}

/** Of a door that was merged, the one that stayed. */
export async function doorOf(ctx: Ctx, no: number, to: 'open' | 'keep'): Promise<KeptDoor> {
  const [alias] = await selectAliases(ctx, sql<SqlBool>`a.no = ${no}::bigint`);
  const [door] = await selectDoors(ctx, to, isDoor(alias?.no ?? no));
  if (door === undefined) throw new Refusal('found.nothing', { what: 'door' }, 'address');
  return door;
}

async function homeHere(ctx: Ctx, ref: string, to: 'open' | 'keep'): Promise<Here> {
  const key = parseRef('F', ref);
  const [room] =
    key === undefined
      ? []
      : await selectHomesThat(ctx, sql<SqlBool>`h.street = ${key.street} and h.no = ${key.no}`);
  if (room === undefined) throw new Refusal('found.nothing', { what: 'home' }, 'home');
  const door = await doorOf(ctx, room.address, to);
  const above = room.unit === null ? [] : [unitStep(door, room.unit)];
  return {
    steps: [...doorSteps(door), ...above, roomStep(room)],
    doors: [door],
    door,
    rooms: [room],
  };
}

const nowhere = { path: null, address: null, unit: null, home: null };

/** Steps of a door as places that are only words. */
export const pathSteps = ({ line, road }: KeptDoor): DoorStep[] =>
  stepsOf(line, road).map((step) => ({ ...nowhere, ...step }));

/** The last one is the door. */
export const doorSteps = (door: KeptDoor): DoorStep[] =>
  pathSteps(door).map((step) =>
    step.path === door.line ? { ...step, path: null, address: door.no } : step,
  );
export const unitStep = (door: KeptDoor, unit: string): DoorStep => ({
  ...{ ...nowhere, address: door.no, unit, name: unit, part: 'unit' },
});
export const roomStep = (room: RoomRow): DoorStep => ({
  ...{ ...nowhere, home: formatRef('F', room), name: room.room ?? '', part: 'room' },
});
