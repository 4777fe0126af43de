// SPDX-License-Identifier: Apache-2.0
import type { PlaceLine } from '@lilong/contracts/places';
import type { Spot } from '../outbox/store.ts';

/** How a place is found; `own` is the neighbourhood that was confirmed last. */
export type Way = 'position' | 'map' | 'words' | 'own';

/** A place found but not yet confirmed. */
export interface Found {
  readonly no: number;
  readonly name: string;
  readonly pinyin?: string;
  readonly path: readonly string[];
  readonly address: string;
  readonly point?: { readonly lon: number; readonly lat: number };
}

/** What each way of searching is given. */
export interface Searching {
  /** One's own committee, where a map begins. */
  readonly near: number | undefined;
  /** What was noted without a network, to be named now. */
  readonly spot?: Spot | undefined;
  readonly onFound: (found: Found) => void;
  /** Where nothing can be named, for want of a network, what is known is noted; absent where that is no use. */
  readonly onSpot?: ((spot: Spot) => void) | undefined;
  readonly onWay: (way: Way) => void;
}

export function foundOf(place: PlaceLine, address: string | null, point?: Found['point']): Found {
  const { no, name, pinyin, path } = place;
  return {
    no,
    name,
    pinyin,
    path,
    address: address ?? '',
    ...(point === undefined ? {} : { point }),
  };
}

/** Committees look after streets and lanes; a street or district is too coarse to send somebody to. */
export const isFine = ({ level }: PlaceLine): boolean =>
  level === 'committee' || level === 'estate';
