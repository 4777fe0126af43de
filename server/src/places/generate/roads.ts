// SPDX-License-Identifier: Apache-2.0
import type { Cell } from './cells.ts';
import { spread } from './cells.ts';
import { chordsOf } from './clip.ts';
import type { Region, Spot } from './plane.ts';
import type { Random } from './random.ts';
import { type Axis, axisOf, type RoadName, roadOfPlace } from './road-names.ts';

export interface NamedCell {
  readonly no: number;
  readonly name: string;
  readonly cell: Cell;
}

/** A road through a street: straight, and as long as the street is wide. */
export interface Road {
  readonly name: string;
  readonly through: Spot;
  /** Radians from east. */
  readonly angle: number;
  readonly stretches: readonly (readonly [Spot, Spot])[];
}

/** How far a street's roads may lean from the compass, in radians. */
const LEAN = 0.3;

/**
 * The roads of one street: those its committees are called after, its own, and some drawn from
 * `names`, which it takes from the end. Names in `taken` are not used again.
 */
export function roadsOf(
  street: NamedCell,
  committees: readonly NamedCell[],
  names: RoadName[],
  taken: Set<string>,
  random: Random,
): Road[] {
  const { region } = street.cell;
  const lean = (random() - 0.5) * LEAN;
  const known = [street, ...committees].flatMap(({ name, cell }) => {
    const road = roadOfPlace(name);
    if (road === undefined || taken.has(road)) return [];
    taken.add(road);
    return [{ name: road, through: cell.centre, axis: axisOf(road) ?? eitherAxis(random) }];
  });
  const wanted = Math.min(8, Math.max(3, Math.round(Math.sqrt(committees.length)) + 1));
  const missing = Math.max(0, wanted - known.length);
  const spots = spread(region, missing, random);
  const drawn = spots.flatMap((through) => {
    const next = nextName(names, taken);
    return next === undefined ? [] : [{ ...next, through }];
  });
  return [...known, ...drawn].map(({ name, through, axis }) =>
    roadAt(name, through, axis, lean, region),
  );
}

function roadAt(name: string, through: Spot, axis: Axis, lean: number, region: Region): Road {
  const angle = axis === 'east-west' ? lean : lean + Math.PI / 2;
  return { name, through, angle, stretches: chordsOf(region, through, angle) };
}

function nextName(names: RoadName[], taken: Set<string>): RoadName | undefined {
  for (let next = names.pop(); next !== undefined; next = names.pop())
    if (!taken.has(next.name)) {
      taken.add(next.name);
      return next;
    }
  return undefined;
}

function eitherAxis(random: Random): Axis {
  return random() < 0.5 ? 'east-west' : 'north-south';
}

/** How far a spot lies off the line of a road, in kilometres. */
export function offRoad(road: Road, [x, y]: Spot): number {
  return Math.abs(
    (x - road.through[0]) * Math.sin(road.angle) - (y - road.through[1]) * Math.cos(road.angle),
  );
}

/** How far along the line of a road a spot lies. */
export function alongRoad(road: Road, [x, y]: Spot): number {
  return (
    (x - road.through[0]) * Math.cos(road.angle) + (y - road.through[1]) * Math.sin(road.angle)
  );
}
