// SPDX-License-Identifier: Apache-2.0
import { between, type Datum } from '../datum.ts';
import { Misfit } from './fault.ts';

export type ShapeKind = 'area' | 'line' | 'point';
type Position = [lon: number, lat: number];
export interface Shape {
  readonly type: 'Point' | 'MultiLineString' | 'MultiPolygon';
  readonly coordinates: unknown;
}

/** How deep the positions of a geometry lie. */
const depths: Readonly<Record<string, readonly [kind: ShapeKind, depth: number]>> = {
  Point: ['point', 0],
  LineString: ['line', 1],
  MultiLineString: ['line', 2],
  Polygon: ['area', 2],
  MultiPolygon: ['area', 3],
};
const wanted = {
  point: ['Point', 0],
  line: ['MultiLineString', 2],
  area: ['MultiPolygon', 3],
} as const;

/**
 * A geometry of a file in degrees of WGS 84, of one type for each kind. Heights are dropped.
 *
 * @throws {Misfit} import.no-shape, import.other-shape, import.not-degrees, import.ring
 */
export function shapeOf(geometry: unknown, kind: ShapeKind, datum: Datum): Shape {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const [found, depth = 0] = depths[String(type)] ?? [];
  if (geometry === undefined || geometry === null) throw new Misfit('geometry', 'import.no-shape');
  if (found !== kind)
    throw new Misfit('geometry', 'import.other-shape', { type: String(type), kind });
  const moved = positions(coordinates, depth, datum);
  if (kind === 'area') checkRings(moved, depth);
  const [name, full] = wanted[kind];
  return { type: name, coordinates: depth < full ? [moved] : moved };
}

function positions(value: unknown, depth: number, datum: Datum): unknown {
  if (!Array.isArray(value)) throw new Misfit('geometry', 'import.no-shape');
  if (depth > 0) {
    if (value.length === 0) throw new Misfit('geometry', 'import.no-shape');
    return value.map((inner) => positions(inner, depth - 1, datum));
  }
  const [lon, lat]: unknown[] = value;
  if (typeof lon !== 'number' || typeof lat !== 'number' || !isOnEarth(lon, lat))
    throw new Misfit('geometry', 'import.not-degrees', { value: `${lon}, ${lat}` });
  return between([lon, lat], datum, 'wgs84');
}

function isOnEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90; // false for NaN
}

function checkRings(moved: unknown, depth: number): void {
  if (depth > 2) {
    for (const polygon of moved as unknown[]) checkRings(polygon, depth - 1);
    return;
  }
  for (const ring of moved as Position[][]) {
    const [first, last] = [ring[0], ring.at(-1)];
    const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
    if (ring.length < 4 || !closed)
      throw new Misfit('geometry', 'import.ring', { corners: ring.length });
  }
}
