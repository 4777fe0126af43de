// SPDX-License-Identifier: Apache-2.0
import { type Problem, Refused as RefusedError } from '@lilong/contracts/call';
import { locate } from '@lilong/contracts/places';
import { ask, asRefused, localProblem } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';
import { type Found, foundOf, type Way } from './ways.ts';

interface ByPositionProps {
  readonly onFound: (found: Found) => void;
  readonly onWay: (way: Way) => void;
}

/** Asks the phone where it is, once. When it will not say, the other two ways remain. */
export function ByPosition({ onFound, onWay }: ByPositionProps): ReactNode {
  const t = useT();
  const [problem, setProblem] = useState<Problem>();
  const look = useCallback(async () => {
    setProblem(undefined);
    try {
      onFound(await placeHere());
    } catch (error) {
      setProblem(asRefused(error).problem);
    }
  }, [onFound]);
  useEffect(() => {
    void look();
  }, [look]);
  if (problem === undefined)
    return (
      <p className="looking" role="status">
        <Icon name="target" size={40} />
        {t('place.looking')}
      </p>
    );
  return (
    <div className="looking">
      <Refused refusal={problem} />
      <button type="button" className="button" onClick={() => void look()}>
        {t('fault.again')}
      </button>
      <button type="button" className="button main" onClick={() => onWay('words')}>
        {t('place.by-words')}
      </button>
    </div>
  );
}

async function placeHere(): Promise<Found> {
  const { longitude: lon, latitude: lat } = (await positionOfPhone()).coords;
  const { place, address } = await ask(locate, { lon, lat, datum: 'wgs84' });
  if (place === null) throw refusedHere('places.outside');
  return foundOf(place, address, { lon, lat });
}

function positionOfPhone(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(refusedHere('client.no-position'));
    navigator.geolocation.getCurrentPosition(
      resolve,
      () => reject(refusedHere('client.no-position')),
      {
        enableHighAccuracy: true,
        timeout: 10_000,
        maximumAge: 60_000,
      },
    );
  });
}

const refusedHere = (code: string) => new RefusedError(localProblem(code, 400));
