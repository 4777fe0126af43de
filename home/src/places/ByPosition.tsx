// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { locate } from '@lilong/contracts/places';
import { ask, asRefused, isOffline } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';
import { type Point, pointOfPhone, refusedHere } from './position.ts';
import { Unnamed } from './Unnamed.tsx';
import { type Found, foundOf, type Searching } from './ways.ts';

/** Asks the phone where it is, once. When it will not say, the other two ways remain. */
export function ByPosition({ spot, onFound, onSpot, onWay }: Searching): ReactNode {
  const t = useT();
  const [problem, setProblem] = useState<Problem>();
  const [here, setHere] = useState(spot?.point);
  const look = useCallback(async () => {
    setProblem(undefined);
    try {
      const point = spot?.point ?? (await pointOfPhone());
      setHere(point);
      onFound(await nameOf(point, spot?.address));
    } catch (error) {
      setProblem(asRefused(error).problem);
    }
  }, [onFound, spot]);
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
  if (isOffline(problem) && here !== undefined && onSpot !== undefined)
    return <Unnamed point={here} onSpot={onSpot} />;
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

/** What the point is called; the words that were noted with it say more than the nearest lane. */
async function nameOf(point: Point, noted: string | undefined): Promise<Found> {
  const { place, address } = await ask(locate, { ...point, datum: 'wgs84' });
  if (place === null) throw refusedHere('places.outside');
  return foundOf(place, noted || address, point);
}
