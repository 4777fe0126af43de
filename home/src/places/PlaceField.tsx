// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import { PlaceName, useSaidPlace } from '@lilong/ui/PlaceName.tsx';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ChosenPlace, Spot } from '../outbox/store.ts';
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
  readonly spot: Spot | undefined;
  readonly onChoose: (place: ChosenPlace) => void;
  readonly onSpot: (spot: Spot) => void;
  readonly refusal?: Problem | undefined;
}

/** Fields of a report that stand here. */
export const placeFields: readonly string[] = ['place', 'address', 'point'];

/** Where it is: by position, on the map or in words, and always said back by name before it counts. */
export function PlaceField({
  committee,
  place,
  spot,
  onChoose,
  onSpot,
  refusal,
}: PlaceFieldProps): ReactNode {
  const t = useT();
  const [way, setWay] = useState<Way | 'noted'>();
  const close = () => setWay(undefined);
  const here = placeFields.includes(refusal?.field ?? '');
  return (
    <fieldset className="field where-field" data-field="place">
      <legend>{t('place.where')}</legend>
      {place !== undefined && <Chosen place={place} onChange={() => setWay('words')} />}
      {spot !== undefined && <Noted spot={spot} onSee={() => setWay('noted')} />}
      {place === undefined && spot === undefined && <Ways committee={committee} onWay={setWay} />}
      <FieldRefused
        id="place-refused"
        refusal={here && refusal !== undefined ? { ...refusal, field: 'place' } : undefined}
        field="place"
      />
      {way !== undefined && (
        <Suspense>
          <PlacePicker
            committee={committee}
            way={way === 'noted' ? undefined : way}
            before={place}
            spot={way === 'noted' ? spot : undefined}
            onClose={close}
            onChoose={(chosen) => {
              onChoose(chosen);
              close();
            }}
            onSpot={(noted) => {
              onSpot(noted);
              close();
            }}
          />
        </Suspense>
      )}
    </fieldset>
  );
}

function Chosen({ place, onChange }: { place: ChosenPlace; onChange: () => void }): ReactNode {
  const t = useT();
  return (
    <div className="chosen">
      <Icon name="pin" />
      <p>
        {place.address}
        <small>
          <PlaceName of={place} /> · {place.path.slice(1).join(' · ')}
        </small>
      </p>
      <button type="button" className="link" onClick={onChange}>
        {t('place.change')}
      </button>
    </div>
  );
}

/** Not named yet: it is looked up, and asked back, once there is a network. */
function Noted({ spot, onSee }: { spot: Spot; onSee: () => void }): ReactNode {
  const t = useT();
  return (
    <div className="chosen">
      <Icon name="pin" />
      <p>
        {spot.address || t('place.spot')}
        <small>{t('place.spot-later')}</small>
      </p>
      <button type="button" className="link" onClick={onSee}>
        {t('place.see')}
      </button>
    </div>
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
  const own = useSaidPlace(committee);
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
          {t('place.by-own', { name: own })}
        </button>
      )}
    </div>
  );
}
