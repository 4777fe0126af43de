// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { OfferFigures } from './OfferFigures.tsx';
import { OfferTasks } from './OfferTasks.tsx';

/** 主动提醒: whom the committee should tell; above it, how many were told and what came of it. */
export function OffersPage(): ReactNode {
  const t = useT();
  const atDoors = useRole() === 'committee_worker';
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('offers.title')}</h1>
        <p className="page-lead">{t(atDoors ? 'offers.lead' : 'offers.figures-lead')}</p>
      </header>
      {atDoors ? <OfferTasks /> : <OfferFigures />}
    </div>
  );
}
