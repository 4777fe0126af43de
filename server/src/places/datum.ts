// SPDX-License-Identifier: Apache-2.0
import type { Point } from '@lilong/contracts/shapes';
import gcoord from 'gcoord';

/** Degrees of WGS 84. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** What coordinates may be counted in. CGCS 2000 and WGS 84 are the same to within centimetres. */
export const datums = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const;
export type Datum = (typeof datums)[number];

const systems = {
  wgs84: gcoord.WGS84,
  cgcs2000: gcoord.WGS84,
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const;

/** A point in degrees of WGS 84, whatever the phone's map counts in. */
export function toWgs84({ lon, lat, datum = 'wgs84' }: Point): Spot {
  const [x, y] = between([lon, lat], datum, 'wgs84');
  return { lon: x, lat: y };
}

/** A position of one datum in another. */
export function between(
  [lon, lat]: readonly [number, number],
  from: Datum,
  to: Datum,
): [lon: number, lat: number] {
  if (systems[from] === systems[to]) return [lon, lat];
  const [x = lon, y = lat] = gcoord.transform([lon, lat], systems[from], systems[to]);
  return [x, y];
}
