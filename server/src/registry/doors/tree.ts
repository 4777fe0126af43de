// SPDX-License-Identifier: Apache-2.0
// The tree of a street as it is walked, one place at a time.
import type { DoorNode, DoorPlace, listDoors } from '@lilong/contracts/registry-doors';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { type KeptDoor, selectAliases, selectCommitteesIn } from '../../places/index.ts';
import { doorPolicy } from '../policy.ts';
import { goToDoor, type Here, pathSteps, roomStep, unitStep } from './here.ts';
import { countHints } from './hint-queries.ts';
import {
  countCases,
  countPeople,
  type RoomRow,
  selectGroupName,
  selectRoads,
  selectRooms,
} from './queries.ts';
import { countTwins } from './twins.ts';

export async function showDoors(
  ctx: Ctx,
  input: InputOf<typeof listDoors>,
): Promise<ReplyOf<typeof listDoors>> {
  const keeps = doorPolicy.mayEver('keep', ctx.actor);
  const here = await goToDoor(ctx, input, keeps ? 'keep' : 'open');
  const isStreet = here.steps.length === 0;
  const rooms = here.rooms ?? (isStreet ? [] : await selectRooms(ctx, here.doors));
  return {
    above: here.steps.slice(0, -1),
    here: isStreet ? null : await placeOf(ctx, here, rooms),
    below: isStreet ? await roads(ctx) : below(here, rooms),
    places: keeps ? await placesOf(ctx, here) : [],
    twins: isStreet && keeps ? await countTwins(ctx) : 0,
    hints: isStreet ? await countHints(ctx) : 0,
    can: { keep: keeps, hint: doorPolicy.mayEver('hint', ctx.actor) },
  };
}

export async function roads(ctx: Ctx): Promise<DoorNode[]> {
  const rows = await selectRoads(ctx);
  const nodes = rows.map(({ road, ...row }) => ({
    ...{ path: road, address: null, unit: null, home: null },
    ...{ name: road, part: 'road', line: road, ...row },
  }));
  return inOrder(nodes as DoorNode[]);
}

/** Committees of a place’s doors; of the street all. */
async function placesOf(ctx: Ctx, { doors, steps }: Here) {
  if (steps.length === 0) return selectCommitteesIn(ctx, ctx.actor.post?.ranges ?? []);
  const names = new Map(doors.map(({ place, placeName }) => [place, placeName]));
  return [...names].map(([place, name]) => ({ place, name }));
}

/** What is right beneath: of a road its lanes and numbers, of a door its units and rooms. */
function below({ steps, doors, door, rooms: own }: Here, rooms: readonly RoomRow[]): DoorNode[] {
  const last = steps.at(-1);
  if (last?.part === 'room') return [];
  if (own !== undefined) return inOrder(own.map((room) => roomNode(door, room)));
  const path = last?.path ?? door?.line ?? '';
  const behind = door === undefined ? [] : roomsBehind(door, rooms);
  const groups = Map.groupBy(
    doors.filter(({ no }) => no !== door?.no),
    (one) => stepBelow(one, path)?.path ?? one.line,
  );
  const nodes = [...groups].flatMap(([next, all]) => nodesAt(next, path, all, rooms));
  return inOrder([...nodes, ...behind]);
}

function stepBelow(door: KeptDoor, path: string) {
  const steps = pathSteps(door);
  return steps[steps.findIndex((step) => step.path === path) + 1];
}

/** Doors of one address stand one by one, what is above several doors once. */
function nodesAt(
  next: string,
  path: string,
  doors: readonly KeptDoor[],
  rooms: readonly RoomRow[],
): DoorNode[] {
  const [first] = doors as [KeptDoor]; // a group has one at least
  const step = stepBelow(first, path) ?? pathSteps(first).at(-1);
  const name = next.slice(path.length);
  const exact = doors.filter(({ line }) => line === next);
  const common = { name, part: step?.part ?? 'number', line: next } as const;
  if (exact.length === 0)
    return [{ ...nodeOf(doors, rooms), ...common, path: next, address: null }];
  return exact.map((door, nth) => {
    const all = nth === 0 ? [door, ...doors.filter(({ line }) => line !== next)] : [door];
    return { ...nodeOf(all, rooms), ...common, path: null, address: door.no };
  });
}

export function nodeOf(doors: readonly KeptDoor[], rooms: readonly RoomRow[]) {
  const numbers = new Set(doors.map(({ no }) => no));
  const isClosed = doors.every(({ status }) => status === 'gone');
  const days = doors.flatMap(({ closedOn }) => closedOn ?? []).sort();
  return {
    ...{ unit: null, home: null },
    doors: doors.filter(({ status }) => status === 'in_use').length,
    homes: rooms.filter((room) => numbers.has(room.address) && room.closedOn === null).length,
    closed: isClosed ? (days.at(-1) ?? '') : null,
    placeNames: [...new Set(doors.map(({ placeName }) => placeName))],
  };
}

function roomsBehind(door: KeptDoor, rooms: readonly RoomRow[]): DoorNode[] {
  const own = rooms.filter(({ address }) => address === door.no);
  const units = Map.groupBy(own, ({ unit }) => unit);
  return [...units].flatMap(([unit, all]) =>
    unit === null
      ? all.map((room) => roomNode(door, room))
      : [{ ...roomsNode(door, all), ...unitStep(door, unit), line: `${door.line}${unit}` }],
  );
}

function roomsNode(door: KeptDoor | undefined, rooms: readonly RoomRow[]) {
  const open = rooms.filter(({ closedOn }) => closedOn === null).length;
  const days = rooms.flatMap(({ closedOn }) => closedOn ?? []).sort();
  return {
    ...{ doors: 0, homes: open, closed: open > 0 ? null : (days.at(-1) ?? null) },
    placeNames: door === undefined ? [] : [door.placeName],
  };
}

export const roomNode = (door: KeptDoor | undefined, room: RoomRow): DoorNode => ({
  ...roomsNode(door, [room]),
  ...{ ...roomStep(room), line: room.door },
});

const natural = new Intl.Collator('zh', { numeric: true });
/** In use first, then as numbers count. */
const inOrder = (nodes: readonly DoorNode[]): DoorNode[] =>
  nodes.toSorted(
    (one, other) =>
      Number(one.closed !== null) - Number(other.closed !== null) ||
      natural.compare(one.name, other.name),
  );

async function placeOf(ctx: Ctx, here: Here, rooms: readonly RoomRow[]): Promise<DoorPlace> {
  const { steps, doors, door, rooms: own } = here;
  const step = steps.at(-1) as DoorNode; // a street has no page of its own
  const isItself = door !== undefined && own === undefined;
  const node = own === undefined ? nodeOf(doors, rooms) : roomsNode(door, own);
  const line = step.home === null ? `${door?.line ?? step.path}${step.unit ?? ''}` : own?.[0]?.door;
  const aliases = isItself ? await selectAliases(ctx, ctx.may(doorPolicy, 'open', 'a')) : [];
  return {
    ...node,
    ...step,
    line: line ?? '',
    people: isItself ? await countPeople(ctx, rooms) : null,
    groupName: isItself ? await selectGroupName(ctx, door) : null,
    cases: isItself ? await countCases(ctx, door) : null,
    merged: aliases.filter(({ no }) => no === door?.no).map(({ was }) => was),
    about: isItself && door.about,
  };
}
