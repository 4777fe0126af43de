// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ChosenPlace } from '../outbox/store.ts';
import { Field } from '../parts/Field.tsx';
import { lacking } from '../parts/local.ts';
import { Sheet } from '../parts/Sheet.tsx';
import type { Known } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { ByMap } from './ByMap.tsx';
import { ByPosition } from './ByPosition.tsx';
import { ByWords } from './ByWords.tsx';
import type { Found, Way } from './ways.ts';
import './picker.css';

interface PlacePickerProps {
  readonly committee: Known['committee'];
  readonly way: Way;
  readonly before?: ChosenPlace | undefined;
  readonly onChoose: (place: ChosenPlace) => void;
  readonly onClose: () => void;
}

/** Finds a place in one of three ways, then asks: is it here? */
export function PlacePicker({
  committee,
  way: firstWay,
  before,
  onChoose,
  onClose,
}: PlacePickerProps): ReactNode {
  const t = useT();
  const [way, setWay] = useState(firstWay);
  const [found, setFound] = useState(firstWay === 'own' ? ownPlace(committee) : before);
  function again(): void {
    setFound(undefined);
    setWay(way === 'map' ? 'map' : 'words'); // the phone would say the same position again
  }
  return (
    <Sheet title={t('place.where')} onClose={onClose}>
      {found === undefined ? (
        <>
          <WayTabs way={way} onWay={setWay} />
          <Search way={way} committee={committee} onFound={setFound} onWay={setWay} />
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
    : { no: committee.no, name: committee.name, path: committee.path, address: '' };

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

interface SearchProps {
  readonly way: Way;
  readonly committee: Known['committee'];
  readonly onFound: (found: Found) => void;
  readonly onWay: (way: Way) => void;
}
export function Search({ way, committee, onFound, onWay }: SearchProps): ReactNode {
  if (way === 'position') return <ByPosition onFound={onFound} onWay={onWay} />;
  if (way === 'map') return <ByMap near={committee?.no} onFound={onFound} />;
  return <ByWords near={committee?.no} onFound={onFound} />;
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
        <b>{found.name}</b>
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
