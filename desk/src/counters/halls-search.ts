// SPDX-License-Identifier: Apache-2.0
/** What of the halls is shown, and from where somebody is sent; in the address bar. */
export interface HallsSearch {
  readonly service?: string;
  readonly place?: number;
  readonly q?: string;
  /** Only those that are open. */
  readonly open?: true;
  /** Where the visitor is: a place, or a point. */
  readonly from?: number;
  readonly lon?: number;
  readonly lat?: number;
  /** That place in words. */
  readonly at?: string;
}

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 60 ? value : undefined;
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export function readHalls(search: Record<string, unknown>): HallsSearch {
  const { service, place, q, open, from, lon, lat, at } = search;
  const read = {
    ...{ service: wordOf(service), q: wordOf(q), at: wordOf(at) },
    ...{ place: numberOf(place), from: numberOf(from), lon: numberOf(lon), lat: numberOf(lat) },
    open: open === true ? true : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
