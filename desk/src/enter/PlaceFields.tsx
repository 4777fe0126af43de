// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { searchPlaces } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useDeferredValue } from 'react';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import type { Entry } from './entry.ts';

type Found = ReplyOf<typeof searchPlaces>['found'][number];

interface PlaceFieldsProps {
  readonly entry: Entry;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Entry>) => void;
}

/** Where: the worker's own committee stands there already; roads and lanes come while one types. */
export function PlaceFields({ entry, problem, onChange }: PlaceFieldsProps): ReactNode {
  const t = useT();
  const { post } = useHolder();
  const q = useDeferredValue(entry.address.trim());
  const under = post.places[0]?.no;
  const found = useRead(
    searchPlaces,
    { q, ...(under === undefined ? {} : { under }) },
    { enabled: q !== '' && entry.point === undefined, staleTime: 60_000 },
  );
  const choices = (found.data?.found ?? [])
    .filter(({ place }) => place.level === 'committee')
    .slice(0, 5);
  return (
    <div className="enter-place">
      <TextField
        label={t('enter.where')}
        hint={
          entry.placeName === ''
            ? t('enter.where-search')
            : t('enter.where-in', { place: entry.placeName })
        }
        problem={blames(problem, 'address', 'place')}
        autoComplete="off"
        placeholder={t('enter.where-example')}
        maxLength={120}
        value={entry.address}
        onChange={(text) => onChange({ address: text, point: undefined })}
      />
      {q !== '' && entry.point === undefined && choices.length > 0 && (
        <Spots choices={choices} onChoose={(one) => onChange(spotOf(one))} />
      )}
    </div>
  );
}

interface SpotsProps {
  readonly choices: readonly Found[];
  readonly onChoose: (one: Found) => void;
}

function Spots({ choices, onChoose }: SpotsProps): ReactNode {
  const t = useT();
  return (
    <ul className="spots" aria-label={t('enter.spots')}>
      {choices.map((one) => (
        <li key={`${one.place.no} ${one.address}`}>
          <button type="button" onClick={() => onChoose(one)}>
            <Icon name="pin" size={18} />
            <span className="spot-words">
              {one.address ?? one.place.name}
              <small className="spot-name">{one.place.name}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const spotOf = ({ place, address, point }: Found): Partial<Entry> => ({
  place: place.no,
  placeName: place.name,
  address: address ?? place.name,
  point: point ?? undefined,
});
