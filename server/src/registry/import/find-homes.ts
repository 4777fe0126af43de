// SPDX-License-Identifier: Apache-2.0
// Which home a line means: one that is known, or a new one behind a door that the city knows.
import { isWithin, type PlaceRange, streetOf } from '@lilong/contracts/place-no';
import type { Ctx } from '../../kernel/ctx.ts';
import { Misfit, type PlaceFinder } from '../../places/index.ts';
import type { HomeRow } from '../tables.ts';
import { doorOf, type Reading } from './doors.ts';
import type { Where } from './lines.ts';
import { type DoorKnown, selectDoorsNamed, selectHomesAt, takeNumbers } from './load-queries.ts';

/** What lines can be compared with. */
export interface Around {
  readonly range: PlaceRange;
  readonly streets: readonly number[];
  readonly find: PlaceFinder;
}

/** A home, and whether it is new: then somebody has to write it. */
export interface Found {
  readonly home: HomeRow;
  readonly isNew: boolean;
}

/** Finds the home of each place that lines name, or says why there is none. */
export async function findHomes(
  ctx: Ctx,
  wheres: readonly Where[],
  around: Around,
): Promise<ReadonlyMap<Where, Found | Error>> {
  const lines = new Set(wheres.flatMap(({ readings }) => readings.map(({ line }) => line)));
  const doors = Map.groupBy(
    await selectDoorsNamed(ctx.db, [...lines], around.range),
    ({ named }) => named,
  );
  const settled = new Map(wheres.map((where) => [where, settle(where, doors, around)] as const));
  const known = await selectKnown(ctx, settled, around);
  const fresh = new Map<string, HomeRow>();
  const found = new Map<Where, Found | Error>();
  for (const [where, at] of settled) found.set(where, homeOf(where, at, known, fresh));
  const numbers = await takeNumbers(ctx.db, 'home', fresh.size);
  for (const [index, home] of [...fresh.values()].entries()) home.no = numbers[index] ?? 0;
  return found;
}

/** The door that a line names, none when the city does not know one, or what is wrong with it. */
type Settled = { readonly door: DoorKnown; readonly reading: Reading } | Error | undefined;

function settle(
  { readings, place }: Where,
  doors: ReadonlyMap<string, readonly DoorKnown[]>,
  { find }: Around,
): Settled {
  const reading = readings.find(({ line }) => doors.has(line));
  if (reading === undefined) return undefined;
  const all = doors.get(reading.line) ?? [];
  const near = place === '' ? all : narrowed(all, place, find);
  if (near instanceof Error) return near;
  const [door, second] = near;
  if (second !== undefined)
    return new Misfit('address', 'load.many-doors', { value: reading.line });
  if (door === undefined)
    return new Misfit('place', 'load.other-place', { value: place, line: reading.line });
  return { door, reading: { ...reading, line: door.line } };
}

/** Doors in the place that the line names. Of a single door the place may be written as nobody knows it. */
function narrowed(
  all: readonly DoorKnown[],
  place: string,
  find: PlaceFinder,
): readonly DoorKnown[] | Error {
  try {
    const no = find(place, 'place');
    return all.filter((door) => isWithin(no, door.place) || isWithin(door.place, no));
  } catch (thrown) {
    if (all.length === 1) return all;
    return thrown as Error; // a finder throws refusals only
  }
}

/** Homes that stand behind the doors already, or under the same words in one of the streets. */
async function selectKnown(
  { db }: Ctx,
  settled: ReadonlyMap<Where, Settled>,
  { streets, range }: Around,
): Promise<ReadonlyMap<string, readonly HomeRow[]>> {
  const at = new Set<number>();
  const doors = new Set<string>();
  const words = new Set<string>();
  for (const [where, one] of settled) {
    if (one instanceof Error) continue;
    if (one !== undefined) {
      at.add(streetOf(one.door.place));
      for (const door of spellings(one.reading)) doors.add(door);
    } else for (const door of where.readings.flatMap(spellings)) words.add(door);
  }
  const homes = [
    ...(await selectHomesAt(db, [...at], [...doors])),
    ...(await selectHomesAt(db, streets, [...words])),
  ];
  const once = new Map(homes.map((home) => [`${home.street} ${home.no}`, home]));
  const within = [...once.values()].filter(
    ({ place }) => range.first <= place && place <= range.last,
  );
  return Map.groupBy(within, ({ door }) => door);
}

/** 501室 may be kept as 501. */
function spellings(reading: Reading): string[] {
  const door = doorOf(reading);
  return door.endsWith('室') ? [door, door.slice(0, -1)] : [door];
}

function homeOf(
  where: Where,
  at: Settled,
  known: ReadonlyMap<string, readonly HomeRow[]>,
  fresh: Map<string, HomeRow>,
): Found | Error {
  if (at instanceof Error) return at;
  const street = at === undefined ? undefined : streetOf(at.door.place);
  const readings = at === undefined ? where.readings : [at.reading];
  for (const door of readings.flatMap(spellings)) {
    const homes = known.get(door)?.filter((home) => street === undefined || home.street === street);
    const [home, second] = homes ?? [];
    if (second !== undefined) return new Misfit('address', 'load.many-doors', { value: door });
    if (home?.closed_on != null) return unknownDoor(where);
    if (home !== undefined) return { home, isNew: false };
  }
  if (at === undefined) return unknownDoor(where);
  const home = newHome(at.door, at.reading);
  const key = `${home.street} ${home.door}`;
  const made = fresh.get(key) ?? home;
  fresh.set(key, made);
  return { home: made, isNew: true };
}

function unknownDoor({ readings }: Where): Misfit {
  const shortest = readings.at(-1);
  return new Misfit('address', 'load.unknown-door', { value: shortest?.line ?? '' });
}

function newHome({ no: address, place }: DoorKnown, reading: Reading): HomeRow {
  const { unit, room } = reading;
  return {
    ...{ street: streetOf(place), no: 0, place, address, unit, room, door: doorOf(reading) },
    ...{
      floor: null,
      lift: null,
      tenure: null,
      use: 'dwelling',
      state: null,
      area_m2: null,
      rooms: null,
      closed_on: null,
    },
  };
}
