// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ChosenPlace } from '../outbox/store.ts';
import { FieldRefused } from '../parts/Refused.tsx';
import type { Known } from '../session/me.ts';
import { type HomeKey, useT } from '../words/use.ts';
import type { Way } from './ways.ts';

const PlacePicker = lazy(() =>
  import('./PlacePicker.tsx').then(({ PlacePicker }) => ({ default: PlacePicker })),
);

interface PlaceFieldProps {
  readonly committee: Known['committee'];
  readonly place: ChosenPlace | undefined;
  readonly onChoose: (place: ChosenPlace) => void;
  readonly refusal?: Problem | undefined;
}

/** Where it is: by position, on the map or in words, and always said back by name before it counts. */
export function PlaceField({ committee, place, onChoose, refusal }: PlaceFieldProps): ReactNode {
  const t = useT();
  const [way, setWay] = useState<Way>();
  return (
    <fieldset className="field where-field" data-field="place">
      <legend>{t('place.where')}</legend>
      {place === undefined ? (
        <Ways committee={committee} onWay={setWay} />
      ) : (
        <div className="chosen">
          <Icon name="pin" />
          <p>
            {place.address}
            <small>
              {place.name} · {place.path.slice(1).join(' · ')}
            </small>
          </p>
          <button type="button" className="link" onClick={() => setWay('words')}>
            {t('place.change')}
          </button>
        </div>
      )}
      <FieldRefused
        id="place-refused"
        refusal={refusal?.field === 'address' ? { ...refusal, field: 'place' } : refusal}
        field="place"
      />
      {way !== undefined && (
        <Suspense>
          <PlacePicker
            committee={committee}
            way={way}
            before={place}
            onClose={() => setWay(undefined)}
            onChoose={(chosen) => {
              onChoose(chosen);
              setWay(undefined);
            }}
          />
        </Suspense>
      )}
    </fieldset>
  );
}

const ways = [
  { way: 'position', icon: 'target', word: 'place.by-position' },
  { way: 'map', icon: 'map', word: 'place.by-map' },
  { way: 'words', icon: 'search', word: 'place.by-words' },
] as const satisfies readonly { way: Way; icon: IconName; word: HomeKey }[];

interface WaysProps {
  readonly committee: Known['committee'];
  readonly onWay: (way: Way) => void;
}
function Ways({ committee, onWay }: WaysProps): ReactNode {
  const t = useT();
  return (
    <div className="ways">
      {ways.map(({ way, icon, word }) => (
        <button key={way} type="button" className="button" onClick={() => onWay(way)}>
          <Icon name={icon} />
          {t(word)}
        </button>
      ))}
      {committee !== null && (
        <button type="button" className="button own" onClick={() => onWay('own')}>
          <Icon name="home" />
          {t('place.by-own', { name: committee.name })}
        </button>
      )}
    </div>
  );
}
