// SPDX-License-Identifier: Apache-2.0
// What the simulated people know of their street, learnt as anybody can.

import { isWithin } from '@lilong/contracts/place-no';
import { getMap, getPlace, locate } from '@lilong/contracts/places';
import type { Chance } from '@lilong/server/seed/chance';
import type { Browser } from './browser.ts';

/** Somewhere in the street, as a telephone would find it. */
export interface Spot {
  readonly place: number;
  readonly address: string;
  readonly lon: number;
  readonly lat: number;
}
export interface Street {
  readonly no: number;
  readonly name: string;
  readonly committees: readonly number[];
  readonly spots: readonly Spot[];
}

const spotsWanted = 60;
const mostTries = 600;

export async function learnStreet(browser: Browser, no: number, chance: Chance): Promise<Street> {
  const { place, children } = await browser.call(getPlace, { no });
  const map = await browser.call(getMap, { no });
  const spots: Spot[] = [];
  for (let tried = 0; spots.length < spotsWanted && tried < mostTries; tried += 1) {
    const lon = map.west + (chance.whole(0, 10_000) / 10_000) * (map.east - map.west);
    const lat = map.south + (chance.whole(0, 10_000) / 10_000) * (map.north - map.south);
    const found = await browser.call(locate, { lon, lat });
    if (found.place === null || !isWithin(found.place.no, no)) continue;
    spots.push({ place: found.place.no, address: found.address ?? found.place.name, lon, lat });
  }
  if (spots.length === 0) throw new Error(`nothing was found in ${place.name}`);
  return { no, name: place.name, committees: children.map((child) => child.no), spots };
}
