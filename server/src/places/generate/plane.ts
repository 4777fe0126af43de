// SPDX-License-Identifier: Apache-2.0

/** Kilometres east and north of People's Square: flat enough for a city. */
export type Spot = readonly [x: number, y: number];
/** Corners in order, the first not repeated. Counter-clockwise encloses, clockwise cuts out. */
export type Ring = readonly Spot[];
/** An area: every ring of it, in no order. */
export type Region = readonly Ring[];

/** GeoJSON coordinates: degrees, rings closed, the enclosing ring first. */
export type LonLat = readonly [lon: number, lat: number];
export type MultiPolygon = readonly (readonly (readonly LonLat[])[])[];

const ORIGIN = { lon: 121.4737, lat: 31.2304 };
const KM_PER_DEGREE = { lon: 111.32 * Math.cos((ORIGIN.lat * Math.PI) / 180), lat: 110.95 };
/** Rings below this (10 m²) are crumbs left by rounding. */
const CRUMB_KM2 = 1e-5;

export function toPlane([lon, lat]: LonLat): Spot {
  return [(lon - ORIGIN.lon) * KM_PER_DEGREE.lon, (lat - ORIGIN.lat) * KM_PER_DEGREE.lat];
}

/** Degrees rounded to five digits, about a metre. */
export function toLonLat([x, y]: Spot): LonLat {
  return [rounded(ORIGIN.lon + x / KM_PER_DEGREE.lon), rounded(ORIGIN.lat + y / KM_PER_DEGREE.lat)];
}

/** The area of GeoJSON coordinates, with its rings turned the right way round. */
export function regionOf(shape: MultiPolygon): Region {
  return shape.flatMap((polygon) =>
    polygon.map((closed, index) => {
      const ring = closed.slice(0, -1).map(toPlane);
      const enclosing = index === 0;
      return areaOf([ring]) > 0 === enclosing ? ring : ring.toReversed();
    }),
  );
}

/** GeoJSON coordinates of an area. Rounding may close a crumb or a spike; those are dropped. */
export function multiPolygonOf(region: Region): MultiPolygon {
  const rings = region
    .map(tidied)
    .filter((ring) => Math.abs(areaOf([ring.map(toPlane)])) > CRUMB_KM2);
  const turned = rings.map((ring) => ({ ring, area: areaOf([ring.map(toPlane)]) }));
  const polygons = turned
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area)
    .map(({ ring }) => [ring]);
  for (const { ring } of turned.filter(({ area }) => area < 0)) {
    const around = polygons.find(([outer]) => outer !== undefined && mostlyIn(ring, outer));
    around?.push(ring);
  }
  return polygons.map((polygon) => polygon.map(closed));
}

/** Square kilometres; holes count against. */
export function areaOf(region: Region): number {
  let sum = 0;
  for (const ring of region)
    for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) sum += x1 * y2 - x2 * y1;
  return sum / 2;
}

/** Is the spot inside? Crossings of a ray, so that holes need no care. */
export function contains(region: Region, [x, y]: Spot): boolean {
  let inside = false;
  for (const ring of region) {
    let [fromX, fromY] = ring.at(-1) ?? [0, 0];
    for (const [toX, toY] of ring) {
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX)
        inside = !inside;
      fromX = toX;
      fromY = toY;
    }
  }
  return inside;
}

export function boxOf(region: Region): { min: Spot; max: Spot } {
  const xs = region.flatMap((ring) => ring.map(([x]) => x));
  const ys = region.flatMap((ring) => ring.map(([, y]) => y));
  return { min: [Math.min(...xs), Math.min(...ys)], max: [Math.max(...xs), Math.max(...ys)] };
}

export function distance([ax, ay]: Spot, [bx, by]: Spot): number {
  return Math.hypot(ax - bx, ay - by);
}

export function meanOf(spots: readonly Spot[]): Spot {
  const x = spots.reduce((sum, spot) => sum + spot[0], 0);
  const y = spots.reduce((sum, spot) => sum + spot[1], 0);
  return [x / spots.length, y / spots.length];
}

/** Each corner with the next, the last with the first. */
export function* edgesOf<T>(ring: readonly T[]): Generator<readonly [T, T]> {
  let from = ring.at(-1);
  for (const to of ring) {
    if (from !== undefined) yield [from, to];
    from = to;
  }
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** A ring in rounded degrees without repeated corners and without spikes (a, b, a). */
function tidied(ring: Ring): LonLat[] {
  const kept: LonLat[] = [];
  for (const corner of ring.map(toLonLat)) {
    if (same(corner, kept.at(-1))) continue;
    if (same(corner, kept.at(-2))) kept.pop();
    else kept.push(corner);
  }
  while (kept.length > 1 && same(kept[0], kept.at(-1))) kept.pop();
  return kept.length < 3 ? [] : kept;
}

function same(a: LonLat | undefined, b: LonLat | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function mostlyIn(ring: readonly LonLat[], outer: readonly LonLat[]): boolean {
  return ring.filter((corner) => contains([outer], corner)).length * 2 > ring.length;
}

function closed(ring: readonly LonLat[]): readonly LonLat[] {
  const [first] = ring;
  return first === undefined ? ring : [...ring, first];
}
