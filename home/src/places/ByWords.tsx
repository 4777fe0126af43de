// SPDX-License-Identifier: Apache-2.0
import { searchPlaces } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { isOffline, useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { usePaused } from '../parts/use-paused.ts';
import { useT } from '../words/use.ts';
import { ByMap } from './ByMap.tsx';
import { foundOf, isFine, type Searching } from './ways.ts';

type Hit = ReplyOf<typeof searchPlaces>['found'][number];
const LONGEST = 60;

/** A road, a lane and its number, a committee, or its first letters. */
export function ByWords({ near, spot, onFound, onSpot }: Searching): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(spot?.address.slice(0, LONGEST) ?? '');
  const [coarse, setCoarse] = useState<number>();
  const words = usePaused(typed.trim());
  const { data, error } = useRead(
    searchPlaces,
    { q: words },
    { enabled: words !== '', staleTime: 60_000 },
  );
  if (coarse !== undefined) return <ByMap near={near} start={coarse} onFound={onFound} />;
  const hits = words === '' ? [] : (data?.found ?? []);
  function choose({ place, address, point }: Hit): void {
    const said = address ?? spot?.address ?? null; // what was noted says more than the committee's name
    if (isFine(place)) onFound(foundOf(place, said, point ?? undefined));
    else setCoarse(place.no);
  }
  return (
    <div className="by-words">
      <Field
        name="q"
        label={t('place.search')}
        hint={t('place.search-hint')}
        maxLength={LONGEST}
        value={typed}
        onChange={setTyped}
      />
      {words !== '' && isOffline(error?.problem) && onSpot !== undefined ? (
        <NoteWords words={words} onNote={() => onSpot({ address: words })} />
      ) : (
        <Refused refusal={error?.problem} />
      )}
      <p role="status" className="silent">
        {words === '' || data === undefined ? '' : t('place.hits', { count: hits.length })}
      </p>
      <ul className="hits">
        {hits.map((hit) => (
          <li key={`${hit.place.no} ${hit.address}`}>
            <HitButton hit={hit} onChoose={() => choose(hit)} />
          </li>
        ))}
      </ul>
      {words !== '' && data !== undefined && hits.length === 0 && (
        <p className="empty">{t('place.no-hits')}</p>
      )}
    </div>
  );
}

/** Nobody is there to look it up: the words themselves are noted. */
function NoteWords({ words, onNote }: { words: string; onNote: () => void }): ReactNode {
  const t = useT();
  return (
    <div className="noted" role="status">
      <p>{t('place.spot-later')}</p>
      <button type="button" className="button main wide" onClick={onNote}>
        {t('place.note-words', { words })}
      </button>
    </div>
  );
}

/** The address, or else the place, and under it where that lies. */
function HitButton({ hit, onChoose }: { hit: Hit; onChoose: () => void }): ReactNode {
  const { place, address } = hit;
  const within = [...place.path.slice(1), ...(address === null ? [] : [place.name])];
  return (
    <button type="button" onClick={onChoose}>
      <Icon name="pin" />
      <span>
        {address ?? place.name}
        <small>{within.join(' · ')}</small>
      </span>
    </button>
  );
}
