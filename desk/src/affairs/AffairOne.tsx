// SPDX-License-Identifier: Apache-2.0
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BackLink } from '../parts/BackLink.tsx';
import { useT } from '../words.ts';
import { AffairPanel } from './AffairPanel.tsx';
import './affairs.css';

/** One application on a page of its own: what a phone shows, and where a link leads. */
export function AffairOne(): ReactNode {
  const t = useT();
  const { ref } = useParams({ from: '/affairs/$ref' });
  return (
    <div className="case-page">
      <h1 className="unseen">{ref}</h1>
      <BackLink to="/affairs">{t('affairs.back')}</BackLink>
      <AffairPanel key={ref} refNo={ref} line={undefined} onMoved={() => undefined} />
    </div>
  );
}
