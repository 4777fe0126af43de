// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { PlaceName } from '@lilong/ui/PlaceName.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ChosenPlace, Spot } from '../outbox/store.ts';
import { Field } from '../parts/Field.tsx';
import { lacking } from '../parts/local.ts';
import { Sheet } from '../parts/Sheet.tsx';
import type { Known } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { ByMap } from './ByMap.tsx';
import { ByPosition } from './ByPosition.tsx';
import { ByWords } from './ByWords.tsx';
import type { Found, Searching, Way } from './ways.ts';
import './picker.css';

interface PlacePickerProps {
  readonly committee: Known['committee'];
  /** How to begin; what was noted without a network says it by itself. */
  readonly way?: Way | undefined;
  readonly before?: ChosenPlace | undefined;
  readonly spot?: Spot | undefined;
  readonly onChoose: (place: ChosenPlace) => void;
  readonly onSpot?: (spot: Spot) => void;
  readonly onClose: () => void;
}

/** Finds a place in one of three ways, then asks: is it here? */
export function PlacePicker({
  committee,
  spot: noted,
  way: firstWay = noted?.point === undefined ? 'words' : 'position',
  before,
  onChoose,
  onSpot,
  onClose,
}: PlacePickerProps): ReactNode {
  const t = useT();
  const [way, setWay] = useState(firstWay);
  const [spot, setSpot] = useState(noted);
  const [found, setFound] = useState(firstWay === 'own' ? ownPlace(committee) : before);
  function again(): void {
    setFound(undefined);
    setSpot(undefined);
    setWay(way === 'map' ? 'map' : 'words'); // the phone would say the same position again
  }
  return (
    <Sheet title={t('place.where')} onClose={onClose}>
      {found === undefined ? (
        <>
          <WayTabs way={way} onWay={setWay} />
          <Search
            way={way}
            near={committee?.no}
            spot={spot}
            onFound={setFound}
            onSpot={onSpot}
            onWay={setWay}
          />
        </>
      ) : (
        <Confirm found={found} onYes={onChoose} onNo={again} />
      )}
    </Sheet>
  );
}

const ownPlace = (committee: Known['committee']): Found | undefined =>
  committee === null
    ? undefined
    : {
        no: committee.no,
        name: committee.name,
        pinyin: committee.pinyin,
        path: committee.path,
        address: '',
      };

interface WayTabsProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
}
export function WayTabs({ way, onWay }: WayTabsProps): ReactNode {
  const t = useT();
  return (
    <div className="way-tabs">
      {(['position', 'map', 'words'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="button"
          aria-pressed={one === way || (one === 'words' && way === 'own')}
          onClick={() => onWay(one)}
        >
          {t(`place.tab-${one}`)}
        </button>
      ))}
    </div>
  );
}

export function Search({ way, ...searching }: Searching & { readonly way: Way }): ReactNode {
  if (way === 'position') return <ByPosition {...searching} />;
  if (way === 'map') return <ByMap near={searching.near} onFound={searching.onFound} />;
  return <ByWords {...searching} />;
}

interface ConfirmProps {
  readonly found: Found;
  readonly onYes: (place: ChosenPlace) => void;
  readonly onNo: () => void;
}

/** The name of the place, large, and room to say it more exactly. */
function Confirm({ found, onYes, onNo }: ConfirmProps): ReactNode {
  const t = useT();
  const [address, setAddress] = useState(found.address);
  const [mistake, setMistake] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation(); // the sheet lies inside the report's form
    const said = address.trim();
    setMistake(said === '');
    if (said !== '') onYes({ ...found, address: said });
  }
  return (
    <form className="confirm" noValidate onSubmit={submit}>
      <p className="hint">{t('place.is-it')}</p>
      <p className="found">
        <Icon name="pin" size={30} />
        <b>
          <PlaceName of={found} />
        </b>
        <span>{found.path.slice(1).join(' · ')}</span>
      </p>
      <Field
        name="address"
        label={t('place.address')}
        hint={t('place.address-hint')}
        maxLength={120}
        value={address}
        onChange={setAddress}
        refusal={mistake ? lacking('address') : undefined}
      />
      <button type="submit" className="button main wide">
        {t('place.yes')}
      </button>
      <button type="button" className="button wide" onClick={onNo}>
        {t('place.no')}
      </button>
    </form>
  );
}
