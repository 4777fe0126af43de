// SPDX-License-Identifier: Apache-2.0
import type { NearHall } from '@lilong/contracts/counters-city';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { OpenWords } from './HallsTable.tsx';
import { LoadMark } from './LoadMark.tsx';
import { loadOf } from './load.ts';
import { waitWords } from './said.ts';

/** Halls for one visitor, soonest first, each with why: way, wait, until when. */
export function NearList({ halls }: { readonly halls: readonly NearHall[] }): ReactNode {
  const t = useT();
  if (halls.length === 0) return <p className="field-hint">{t('send.none')}</p>;
  return (
    <ol className="near-list">
      {halls.map((hall) => (
        <li key={hall.centre}>
          <p className="near-name">
            <b lang="zh-CN">{hall.name}</b>
            {hall.late && <span className="tag tag-late">{t('send.late')}</span>}
            {!hall.open && <span className="tag">{t('halls.shut')}</span>}
          </p>
          <p className="near-sum">
            {hall.minutes === null ? '—' : t('send.minutes', { minutes: hall.minutes })}
          </p>
          <p className="near-why">
            {t(`send.${hall.way.by}`, { minutes: hall.way.minutes, ...far(hall.metres) })} ·{' '}
            <LoadMark load={loadOf(hall)} />{' '}
            {hall.open ? t('send.waits', { wait: waitWords(t, hall.wait) }) : ''}{' '}
            <OpenWords hall={hall} /> · <span lang="zh-CN">{hall.address}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

const kilometre = 1000;
/** Metres to the nearest fifty, kilometres to one place. */
function far(metres: number): { metres: number; km: number; unit: 'm' | 'km' } {
  const km = Math.round(metres / 100) / 10;
  return { metres: Math.round(metres / 50) * 50, km, unit: metres < kilometre ? 'm' : 'km' };
}
