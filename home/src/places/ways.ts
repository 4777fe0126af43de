// SPDX-License-Identifier: Apache-2.0
import type { PlaceLine } from '@lilong/contracts/places';

/** How a place is found; `own` is the neighbourhood that was confirmed last. */
export type Way = 'position' | 'map' | 'words' | 'own';

/** A place found but not yet confirmed. */
export interface Found {
  readonly no: number;
  readonly name: string;
  readonly path: readonly string[];
  readonly address: string;
  readonly point?: { readonly lon: number; readonly lat: number };
}

export function foundOf(place: PlaceLine, address: string | null, point?: Found['point']): Found {
  const { no, name, path } = place;
  return { no, name, path, address: address ?? '', ...(point === undefined ? {} : { point }) };
}

/** Committees look after streets and lanes; a street or district is too coarse to send somebody to. */
export const isFine = ({ level }: PlaceLine): boolean =>
  level === 'committee' || level === 'estate';
