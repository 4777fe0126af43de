// SPDX-License-Identifier: Apache-2.0
import type { DistrictOutline, ListedPlace, Sources } from '../sources.ts';
import { type Address, addressesOf } from './addresses.ts';
import { type Cell, cellsOf, spread } from './cells.ts';
import {
  contains,
  distance,
  type LonLat,
  type MultiPolygon,
  multiPolygonOf,
  type Region,
  regionOf,
  type Spot,
  toLonLat,
  toPlane,
} from './plane.ts';
import { type Random, randomOf, seedOf } from './random.ts';
import { type RoadName, roadNamesOf } from './road-names.ts';
import { type NamedCell, type Road, roadsOf } from './roads.ts';

export interface Outline {
  readonly place: number;
  readonly shape: MultiPolygon;
  readonly centre: LonLat;
  readonly generated: boolean;
}

export interface RoadLine {
  readonly district: number;
  readonly name: string;
  readonly lines: readonly (readonly LonLat[])[];
}

/** A committee group that one grid covers. */
export interface Grid {
  readonly street: number;
  readonly name: string;
  readonly code: string;
  readonly committees: readonly number[];
}

/** An address in degrees. */
export type Door = Omit<Address, 'spot'> & { readonly point: LonLat };

/** The lie of the land: everything on the map of the demonstration city. */
export interface Geography {
  readonly outlines: readonly Outline[];
  readonly roads: readonly RoadLine[];
  readonly doors: readonly Door[];
  readonly grids: readonly Grid[];
}

const COMMITTEES_PER_GRID = 3;

/** Draws the city. The same sources give the same city, to the last digit. */
export function geographyOf(sources: Sources): Geography {
  const below = Map.groupBy(sources.places, ({ parent }) => parent);
  const drawn = sources.outlines.flatMap((district) => {
    const names = roadNamesOf(randomOf(seedOf(district.no)));
    const taken = new Set<string>();
    const region = regionOf(district.shape);
    const centre = labelPoint(region, district);
    const whole: Outline = {
      place: district.no,
      shape: multiPolygonOf(region),
      centre,
      generated: false,
    };
    const streets = streetCells(region, district.no, below.get(district.no) ?? [], sources);
    const parts = streets.map((street) => {
      const committees = committeeCells(street, below.get(street.no) ?? []);
      return drawStreet(district.no, street, committees, names, taken);
    });
    return [{ outlines: [whole], roads: [], doors: [], grids: [] }, ...parts];
  });
  return {
    outlines: drawn.flatMap((part) => part.outlines),
    roads: drawn.flatMap((part) => part.roads),
    doors: drawn.flatMap((part) => part.doors),
    grids: drawn.flatMap((part) => part.grids),
  };
}

/** Streets lie near where they really are; their borders are made up. */
function streetCells(
  region: Region,
  district: number,
  streets: readonly ListedPlace[],
  { streetPoints }: Sources,
): NamedCell[] {
  const random = randomOf(seedOf(district));
  const fallback = spread(region, streets.length, random);
  const sites = streets.map(({ no }, index): Spot => {
    const known = streetPoints.get(no);
    return known === undefined ? (fallback[index] ?? [0, 0]) : toPlane(known);
  });
  const cells = cellsOf(region, sites, { rounds: 2, pull: 0.4 }, random);
  return named(streets, cells);
}

/** Committees lie anywhere in their street; those with neighbouring codes lie side by side. */
function committeeCells(street: NamedCell, committees: readonly ListedPlace[]): NamedCell[] {
  const random = randomOf(seedOf(street.no));
  const sites = spread(street.cell.region, committees.length, random);
  const cells = cellsOf(street.cell.region, sites, { rounds: 3, pull: 1 }, random);
  return named(committees, inPassing(cells, street.cell.centre));
}

/** Cells in the order in which a walk from the outermost to the nearest unvisited one meets them. */
function inPassing(cells: readonly Cell[], centre: Spot): Cell[] {
  const left = cells.toSorted((a, b) => distance(b.centre, centre) - distance(a.centre, centre));
  const walk: Cell[] = [];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    walk.push(next);
    const from = next.centre;
    left.sort((a, b) => distance(a.centre, from) - distance(b.centre, from));
  }
  return walk;
}

function named(places: readonly ListedPlace[], cells: readonly Cell[]): NamedCell[] {
  return cells.flatMap((cell, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ no: place.no, name: place.name, cell }];
  });
}

function drawStreet(
  district: number,
  street: NamedCell,
  committees: readonly NamedCell[],
  names: RoadName[],
  taken: Set<string>,
): Geography {
  const random: Random = randomOf(seedOf(street.no) + 1);
  const roads = roadsOf(street, committees, names, taken, random);
  return {
    outlines: [street, ...committees].map(outlineOf),
    roads: roads.map((road) => roadLine(district, road)),
    doors: addressesOf(committees, roads, random).map(({ spot, ...door }) => ({
      ...door,
      point: toLonLat(spot),
    })),
    grids: gridsOf(street, committees),
  };
}

function outlineOf({ no, cell }: NamedCell): Outline {
  return {
    place: no,
    shape: multiPolygonOf(cell.region),
    centre: toLonLat(cell.centre),
    generated: true,
  };
}

function roadLine(district: number, { name, stretches }: Road): RoadLine {
  return {
    district,
    name,
    lines: stretches.map(([from, to]) => [toLonLat(from), toLonLat(to)]),
  };
}

/** About three committees that lie side by side make one grid. */
function gridsOf(street: NamedCell, committees: readonly NamedCell[]): Grid[] {
  const count = Math.max(1, Math.round(committees.length / COMMITTEES_PER_GRID));
  const groups = Map.groupBy(committees, ({ no }) =>
    Math.floor((committees.findIndex((one) => one.no === no) * count) / committees.length),
  );
  return [...groups].map(([index, members]) => ({
    street: street.no,
    name: `${street.name.replace(/街道$/, '')}第${index + 1}网格`,
    code: `${Math.floor(street.no / 1e6)}-${String(index + 1).padStart(2, '0')}`,
    committees: members.map(({ no }) => no),
  }));
}

/** Where the district's own file puts its name, else its middle. */
function labelPoint(region: Region, { no, centre }: DistrictOutline): LonLat {
  if (centre !== undefined && contains(region, toPlane(centre))) return centre;
  const random = randomOf(seedOf(no));
  const [whole] = cellsOf(region, spread(region, 1, random), { rounds: 0, pull: 0 }, random);
  return toLonLat(whole?.centre ?? [0, 0]);
}
