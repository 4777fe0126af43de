// SPDX-License-Identifier: Apache-2.0
import type { AreaMap } from '@lilong/contracts/places';
import type { LonLat, MultiPolygon } from './generate/plane.ts';

/** One outline to be drawn. */
export interface Drawable {
  readonly no: number;
  readonly name: string;
  readonly pinyin: string;
  readonly generated: boolean;
  readonly shape: MultiPolygon;
  readonly centre: LonLat;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Empty border inside the frame. */
  readonly margin: number;
}

/** The whole city, as on the landing page. */
export const cityFrame: Frame = { width: 520, height: 560, margin: 8 };
/** Anything smaller: finer steps, so that small cells keep their corners. */
export const areaFrame: Frame = { width: 1040, height: 1120, margin: 16 };

interface Projection {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
  at(lonLat: LonLat): readonly [x: number, y: number];
}

/** Outlines as SVG paths in whole steps of the frame: equirectangular, true to shape at the middle latitude. */
export function mapOf(drawables: readonly Drawable[], frame: Frame): AreaMap {
  const projection = projectionOf(
    drawables.flatMap(({ shape }) => shape.flat(2)),
    frame,
  );
  return {
    width: frame.width,
    height: frame.height,
    generated: drawables.some(({ generated }) => generated),
    west: projection.west,
    north: projection.north,
    east: projection.east,
    south: projection.south,
    shapes: drawables.map(({ no, name, pinyin, shape, centre }) => {
      const [x, y] = projection.at(centre);
      return { no, name, pinyin, path: pathOf(shape, projection), x, y };
    }),
  };
}

function projectionOf(corners: readonly LonLat[], { width, height, margin }: Frame): Projection {
  const [minLon, maxLon] = extent(corners.map(([lon]) => lon));
  const [minLat, maxLat] = extent(corners.map(([, lat]) => lat));
  const [midLon, midLat] = [(minLon + maxLon) / 2, (minLat + maxLat) / 2];
  const shrink = Math.cos((midLat * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / Math.max((maxLon - minLon) * shrink, 1e-9),
    (height - 2 * margin) / Math.max(maxLat - minLat, 1e-9),
  );
  const [halfLon, halfLat] = [width / 2 / (scale * shrink), height / 2 / scale];
  return {
    west: midLon - halfLon,
    east: midLon + halfLon,
    north: midLat + halfLat,
    south: midLat - halfLat,
    at: ([lon, lat]) => [
      Math.round(width / 2 + (lon - midLon) * shrink * scale),
      Math.round(height / 2 - (lat - midLat) * scale),
    ],
  };
}

/** Least and greatest; a spread of arguments would not take a city's corners. */
function extent(values: readonly number[]): readonly [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return values.length === 0 ? [0, 0] : [least, greatest];
}

function pathOf(shape: MultiPolygon, { at }: Projection): string {
  const rings = shape.flat().map((ring) => straightened(ring.slice(0, -1).map(at)));
  const drawn = rings.filter((ring) => ring.length > 2);
  const largest = rings.toSorted((a, b) => b.length - a.length)[0] ?? [];
  // An area too small for the frame is still a place: it keeps what is left of its largest ring.
  return (drawn.length > 0 ? drawn : [largest])
    .map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`)
    .join('');
}

/** Corners that fell on the same step, or on a straight line between steps, are left out. */
function straightened(ring: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const corner of ring) {
    const [before, last] = kept.slice(-2);
    if (isSame(kept.at(-1), corner)) continue;
    if (before !== undefined && last !== undefined && isStraight(before, last, corner)) kept.pop();
    kept.push(corner);
  }
  if (kept.length > 1 && isSame(kept[0], kept.at(-1) ?? [0, 0])) kept.pop();
  return kept;
}

function isSame(a: readonly [number, number] | undefined, b: readonly [number, number]): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}

function isStraight(
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
): boolean {
  return (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0]);
}
