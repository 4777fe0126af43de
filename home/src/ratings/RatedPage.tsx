// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { RateMine } from './RateCard.tsx';

/** One visit that was rated, long after its number is over. */
export function RatedPage(): ReactNode {
  const t = useT();
  const ref = useInAddress('ref');
  return (
    <ResidentOnly>
      {() => (
        <div className="page narrow">
          <h1>{t('nav.rated')}</h1>
          <RateMine subject={ref} />
        </div>
      )}
    </ResidentOnly>
  );
}
