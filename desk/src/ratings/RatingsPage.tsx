// SPDX-License-Identifier: Apache-2.0
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { Figures } from './Figures.tsx';
import { Praise } from './Praise.tsx';
import { RatingRows } from './RatingRows.tsx';
import { handling, watching } from './roles.ts';
import '../cases/inbox.css';
import './ratings.css';

/** 评价: bad ones to handle, words of praise, and counts of matters; for whom each is. */
export function RatingsPage(): ReactNode {
  const t = useT();
  const role = useRole();
  const { tab } = useSearch({ from: '/ratings' });
  const handles = handling.includes(role);
  const watches = watching.includes(role);
  return (
    <div className="page ratings">
      <header>
        <h1>{t('rail.ratings')}</h1>
        <p className="page-lead">{t(handles ? 'ratings.lead' : 'ratings.lead-other')}</p>
      </header>
      {handles && <RatingRows tab={tab ?? 'open'} />}
      {!watches && <Praise />}
      {(handles || watches) && <Figures />}
    </div>
  );
}
