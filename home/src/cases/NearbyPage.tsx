// SPDX-License-Identifier: Apache-2.0
import { endStates } from '@lilong/contracts/case-flow';
import { nearbyCases, type PublicCase } from '@lilong/contracts/cases';
import { filePath } from '@lilong/contracts/files';
import { useRead } from '@lilong/ui/client.ts';
import { PlaceName } from '@lilong/ui/PlaceName.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import { ReadRefused } from '../parts/Refused.tsx';
import { PickerButton } from '../places/PickerButton.tsx';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { useT } from '../words/use.ts';
import './cases.css';
import { useCategoryOf } from './category.ts';

export function NearbyPage(): ReactNode {
  return <ResidentOnly>{(known) => <Around committee={known.committee} />}</ResidentOnly>;
}

interface Place {
  readonly no: number;
  readonly name: string;
  readonly pinyin?: string;
}

/** What neighbours reported and what became of it: kind, road, time and state, never who. */
function Around({ committee }: { committee: Known['committee'] }): ReactNode {
  const t = useT();
  const [place, setPlace] = useState<Place | null>(committee);
  return (
    <div className="page narrow">
      <h1>{t('nav.nearby')}</h1>
      <p className="near-place">
        <span>{place === null ? t('nearby.choose') : <PlaceName of={place} />}</span>
        <PickerButton
          committee={committee}
          words={t(place === null ? 'nearby.pick' : 'nearby.other')}
          onChoose={setPlace}
        />
      </p>
      {place !== null && <NearbyList place={place.no} limit={50} />}
      <p className="hint">{t('nearby.who-sees')}</p>
    </div>
  );
}

interface NearbyListProps {
  readonly place: number;
  readonly limit: number;
}
export function NearbyList({ place, limit }: NearbyListProps): ReactNode {
  const t = useT();
  const { data, error } = useRead(nearbyCases, { place });
  if (data === undefined)
    return error === null ? <div className="card bone" /> : <ReadRefused refusal={error.problem} />;
  if (data.cases.length === 0) return <p className="empty">{t('nearby.empty')}</p>;
  return (
    <ul className="near-list">
      {data.cases.slice(0, limit).map((one) => (
        <NearLine key={one.ref} one={one} />
      ))}
    </ul>
  );
}

function NearLine({ one }: { one: Static<typeof PublicCase> }): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  const category = useCategoryOf();
  const ended = endStates.includes(one.state);
  return (
    <li>
      {one.photo !== null && <img src={filePath(one.photo, 'thumb')} alt="" loading="lazy" />}
      <div>
        <b>{category(one)}</b>
        <p>
          {one.road} · {sayMoment(one.closedAt ?? one.reportedAt, 'day')}
        </p>
        {one.words !== null && <p>{one.words}</p>}
      </div>
      <span className={ended ? 'tag done' : 'tag'}>{t(`near.${ended ? 'ended' : 'open'}`)}</span>
    </li>
  );
}
