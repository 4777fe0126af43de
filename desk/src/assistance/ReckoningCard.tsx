// SPDX-License-Identifier: Apache-2.0
import type { Reckoning } from '@lilong/contracts/assistance';
import type { AssistancePage } from '@lilong/contracts/assistance-work';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { yuan } from './yuan.ts';

interface ReckoningCardProps {
  readonly reckoning: Reckoning;
  readonly basis: AssistancePage['basis'];
}

/** How it comes out, line by line, and by which rows of the catalogue. */
export function ReckoningCard({ reckoning, basis }: ReckoningCardProps): ReactNode {
  const t = useT();
  const { category, why, people, standardFen, incomeFen, leftFen, amountFen, perHeadFen } =
    reckoning;
  const counted = category === 'rigid' ? leftFen : incomeFen;
  return (
    <div className="note assistance-card">
      <h4>{t('assistance.reckoning')}</h4>
      <dl className="facts">
        <Line
          label={t('assistance.standard')}
          value={`${yuan(standardFen)} × ${people} = ${yuan(standardFen * people)}`}
        />
        <Line label={t('assistance.income')} value={yuan(incomeFen)} />
        <Line label={t('assistance.per-head')} value={yuan(perHeadFen)} />
        <Line
          label={t('assistance.spending')}
          value={yuan(reckoning.medicalFen + reckoning.educationFen)}
        />
        <Line label={t('assistance.left')} value={yuan(leftFen)} />
        <Line label={t('assistance.assets')} value={yuan(reckoning.assetsFen)} />
      </dl>
      <p>
        <b>
          {category === null
            ? t(`assistance.why.${why ?? 'income'}`)
            : t(`assistance.category.${category}`)}
        </b>
        {amountFen > 0 &&
          ` · ${yuan(standardFen * people)} − ${yuan(counted)} = ${yuan(amountFen)}`}
      </p>
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

const Line = ({ label, value }: { readonly label: string; readonly value: string }): ReactNode => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
