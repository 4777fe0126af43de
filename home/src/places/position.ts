// SPDX-License-Identifier: Apache-2.0
import { Refused as RefusedError } from '@lilong/contracts/call';
import { localProblem } from '@lilong/ui/client.ts';
import type { Spot } from '../outbox/store.ts';

export type Point = NonNullable<Spot['point']>;

/** Asks the phone where it is, once; it throws `client.no-position` when it will not say. */
export function pointOfPhone(): Promise<Point> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(refusedHere('client.no-position'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      () => reject(refusedHere('client.no-position')),
      {
        enableHighAccuracy: true,
        timeout: 10_000,
        maximumAge: 60_000,
      },
    );
  });
}

export const refusedHere = (code: string) => new RefusedError(localProblem(code, 400));
