// SPDX-License-Identifier: Apache-2.0
import { nearHalls } from '@lilong/contracts/counters-city';
import { searchPlaces } from '@lilong/contracts/places';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Change } from './HallsFilters.tsx';
import type { HallsSearch } from './halls-search.ts';
import { NearList } from './NearList.tsx';

interface SendSomebodyProps {
  readonly search: HallsSearch;
  readonly onChange: Change;
}

/** Where to send somebody now: the street or the road that they name, and the halls where they are served soonest. */
export function SendSomebody({ search, onChange }: SendSomebodyProps): ReactNode {
  const t = useT();
  const from = fromOf(search);
  return (
    <section className="sheet-card halls-send" aria-labelledby="halls-send">
      <h2 id="halls-send">{t('send.title')}</h2>
      {from === undefined ? (
        <Where onChange={onChange} />
      ) : (
        <>
          <p>
            <Icon name="pin" size={18} /> {t('send.from')} <b lang="zh-CN">{search.at}</b>{' '}
            <Button
              size="small"
              onClick={() =>
                onChange({ from: undefined, lon: undefined, lat: undefined, at: undefined })
              }
            >
              {t('send.elsewhere')}
            </Button>
          </p>
          <Near asked={from} />
        </>
      )}
    </section>
  );
}

type Asked = InputOf<typeof nearHalls>;
function fromOf({ service, from, lon, lat }: HallsSearch): Asked | undefined {
  const of = service === undefined ? {} : { service };
  if (lon !== undefined && lat !== undefined) return { ...of, lon, lat };
  return from === undefined ? undefined : { ...of, place: from };
}

function Near({ asked }: { readonly asked: Asked }): ReactNode {
  const read = useRead(nearHalls, asked, { refetchInterval: 30_000 });
  return (
    <>
      <Refused problem={read.error?.problem} again={() => read.refetch()} />
      {read.data !== undefined && <NearList halls={read.data.halls} />}
    </>
  );
}

type Hit = ReplyOf<typeof searchPlaces>['found'][number];
const most = 6;

/** A street, a committee, a road, a lane with its number, or the first letters of one. */
function Where({ onChange }: { readonly onChange: Change }): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useRead(searchPlaces, { q }, { enabled: q !== '', staleTime: 60_000 });
  const hits = q === '' ? [] : (found.data?.found ?? []).slice(0, most);
  const choose = ({ place, address, point }: Hit) =>
    onChange({
      at: address ?? place.name,
      ...(point === null ? { from: place.no } : { lon: point.lon, lat: point.lat }),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const [first] = hits;
        if (first !== undefined) choose(first);
      }}
    >
      <TextField
        label={t('send.where')}
        hint={t('send.where-hint')}
        value={typed}
        maxLength={60}
        onChange={setTyped}
      />
      <p role="status" className="field-hint">
        {q !== '' && found.data !== undefined && hits.length === 0 ? t('send.no-place') : ''}
      </p>
      <ul className="halls-hits">
        {hits.map((hit) => (
          <li key={`${hit.place.no} ${hit.address}`}>
            <button type="button" onClick={() => choose(hit)} lang="zh-CN">
              <Icon name="pin" size={18} />
              <span>
                {hit.address ?? hit.place.name} <small>{hit.place.path.slice(1).join(' ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
