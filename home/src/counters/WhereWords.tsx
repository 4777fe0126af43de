// SPDX-License-Identifier: Apache-2.0
import { searchPlaces } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { ReadRefused } from '../parts/Refused.tsx';
import { usePaused } from '../parts/use-paused.ts';
import { useT } from '../words/use.ts';
import type { From } from './NearMe.tsx';
import '../places/picker.css';

type Hit = ReplyOf<typeof searchPlaces>['found'][number];
const most = 8;

/** A street, a road, a lane or a committee, by some of its characters. */
export function WhereWords({ onChoose }: { readonly onChoose: (from: From) => void }): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const words = usePaused(typed.trim());
  const { data, error } = useRead(
    searchPlaces,
    { q: words },
    { enabled: words !== '', staleTime: 60_000 },
  );
  const hits = words === '' ? [] : (data?.found ?? []).slice(0, most);
  const choose = ({ place, address, point }: Hit) =>
    onChoose({
      name: address ?? place.name,
      asked: point === null ? { place: place.no } : { lon: point.lon, lat: point.lat },
    });
  return (
    <>
      <Field
        name="where"
        label={t('near.where')}
        hint={t('near.where-hint')}
        maxLength={60}
        value={typed}
        onChange={setTyped}
      />
      {error !== null && words !== '' && <ReadRefused refusal={error.problem} />}
      <ul className="hits">
        {hits.map((hit) => (
          <li key={`${hit.place.no} ${hit.address}`}>
            <button type="button" onClick={() => choose(hit)}>
              <Icon name="pin" size="1.2em" />
              <span lang="zh-CN">
                {hit.address ?? hit.place.name}
                <small>{hit.place.path.slice(1).join(' ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={words !== '' && hits.length === 0 && data ? 'empty' : 'silent'}>
        {words !== '' && data !== undefined
          ? t(hits.length === 0 ? 'near.no-place' : 'near.hits', { count: hits.length })
          : ''}
      </p>
    </>
  );
}
