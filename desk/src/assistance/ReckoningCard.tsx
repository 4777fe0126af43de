// SPDX-License-Identifier: Apache-2.0
import type { Reckoning } from '@lilong/contracts/assistance';
import type { AssistancePage } from '@lilong/contracts/assistance-work';
import { Reckoned } from '@lilong/ui/assistance/Reckoned.tsx';
import { yuan } from '@lilong/ui/assistance/yuan.ts';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

interface ReckoningCardProps {
  readonly reckoning: Reckoning;
  readonly basis: AssistancePage['basis'];
}

/** How it comes out, and by which rows of the catalogue. */
export function ReckoningCard({ reckoning, basis }: ReckoningCardProps): ReactNode {
  const t = useT();
  return (
    <div className="note assistance-card">
      <h4>{t('assistance.reckoning')}</h4>
      <Reckoned reckoning={reckoning} reader="office" />
      <p>
        <small>{basisSaid(basis).join(' · ')}</small>
      </p>
    </div>
  );
}

/** Each row of the catalogue; a source that is the same for all is told once. */
function basisSaid(basis: AssistancePage['basis']): string[] {
  const rows = basis.map(
    ({ name, value, unit }) => `${name} ${unit === 'fen' ? yuan(value) : `${value}${unit}`}`,
  );
  return [...rows, ...new Set(basis.map(({ source }) => source))];
}
