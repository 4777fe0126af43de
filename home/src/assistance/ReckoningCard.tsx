// SPDX-License-Identifier: Apache-2.0
import type { Reckoning } from '@lilong/contracts/assistance';
import type { ReactNode } from 'react';
import { useAssistanceT } from '../words/assistance.tsx';
import { yuan } from './yuan.ts';

/** 怎么算的: the standard for all, less what the household has, is what it gets. */
export function ReckoningCard({ reckoning }: { readonly reckoning: Reckoning }): ReactNode {
  const t = useAssistanceT();
  const { category, why, people, standardFen, incomeFen, leftFen, amountFen } = reckoning;
  const rigid = category === 'rigid';
  return (
    <div className="assistance-reckoning">
      <h3>{t('assistance.reckoning')}</h3>
      <dl>
        <Line
          label={t('assistance.standard', { one: yuan(standardFen), people })}
          value={yuan(standardFen * people)}
        />
        <Line label={t('assistance.income')} value={yuan(incomeFen)} />
        {rigid && <Line label={t('assistance.left')} value={yuan(leftFen)} />}
        <Line label={t('assistance.amount')} value={yuan(amountFen)} />
      </dl>
      <p>
        {category === null
          ? t(`assistance.why.${why ?? 'income'}`)
          : `${t(`assistance.category.${category}`)}：${yuan(standardFen * people)} − ${yuan(rigid ? leftFen : Math.min(incomeFen, standardFen * people))} = ${yuan(category === 'edge' ? 0 : amountFen)}`}
      </p>
    </div>
  );
}

const Line = ({ label, value }: { readonly label: string; readonly value: string }): ReactNode => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
