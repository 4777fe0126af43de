// SPDX-License-Identifier: Apache-2.0

interface LonLat {
  readonly lon: number;
  readonly lat: number;
}
const metresPerDegree = 111_320;

/** Distance in whole metres, good enough within a city; undefined where a place has no point. */
export function metresBetween(a: LonLat | null, b: LonLat | null): number | undefined {
  if (a === null || b === null) return undefined;
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.round(Math.hypot(east, a.lat - b.lat) * metresPerDegree);
}
