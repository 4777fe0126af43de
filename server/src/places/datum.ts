// SPDX-License-Identifier: Apache-2.0
import type { Point } from '@lilong/contracts/shapes';
import gcoord from 'gcoord';

/** Degrees of WGS 84. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

const systems = {
  wgs84: gcoord.WGS84,
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const;

/** A point in degrees of WGS 84, whatever the phone's map counts in. */
export function toWgs84({ lon, lat, datum = 'wgs84' }: Point): Spot {
  if (datum === 'wgs84') return { lon, lat };
  const shifted = gcoord.transform([lon, lat], systems[datum], gcoord.WGS84);
  return { lon: shifted[0] ?? lon, lat: shifted[1] ?? lat };
}
