// SPDX-License-Identifier: Apache-2.0
import { type Collection, collectionTabs, listCollections } from '@lilong/contracts/doorstep';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { useWhere } from './where.ts';
import '../papers/papers.css';
import './doorstep.css';

/** 上门收件: the slips of the own committee, or those that are carried to the own centre; the latest first. */
export function SlipsPage(): ReactNode {
  const t = useT();
  const { tab = 'open' } = useSearch({ from: '/doorstep' });
  const atDoors = useRole() === 'committee_worker';
  useLive('affairs');
  const { data, error, refetch } = useRead(listCollections, { tab });
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('doorstep.title')}</h1>
        <p className="page-lead">{t(atDoors ? 'doorstep.lead' : 'doorstep.lead-counter')}</p>
      </header>
      <nav className="papers-tabs" aria-label={t('doorstep.tabs')}>
        {collectionTabs.map((one) => (
          <Link
            key={one}
            to="/doorstep"
            activeOptions={{ exact: true }}
            search={one === 'open' ? {} : { tab: one }}
            aria-current={one === tab ? 'page' : undefined}
          >
            {t(`doortab.${one}`)}
          </Link>
        ))}
      </nav>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={6} />}
      {data?.collections.length === 0 && (
        <Empty icon="document" title={t('doorstep.none')}>
          <p>{t(atDoors ? 'doorstep.none-lead' : 'doorstep.none-counter')}</p>
        </Empty>
      )}
      <ul className="slips">
        {data?.collections.map((one) => (
          <Slip key={one.ref} slip={one} />
        ))}
      </ul>
    </div>
  );
}

function Slip({ slip }: { readonly slip: Collection }): ReactNode {
  const t = useT();
  const named = useNamed();
  const say = useMoment();
  const where = useWhere();
  const places = [...new Set(slip.papers.map(where))];
  return (
    <li>
      <Link to="/doorstep/$ref" params={{ ref: slip.ref }}>
        <b lang="zh-CN">{slip.name}</b>
        <span>{named(slip.itemName, slip.itemNameEn)}</span>
        <small>
          {t('doorstep.papers-count', { count: slip.papers.length })} ·{' '}
          {places.join(t('list.join'))}
        </small>
        <small>
          {t('doorstep.collected', { day: say(slip.collectedAt, 'day'), name: slip.workerName })} ·{' '}
          {slip.ref}
        </small>
        {slip.differs && <span className="tag tag-late">{t('slip.differs')}</span>}
      </Link>
    </li>
  );
}
