// SPDX-License-Identifier: Apache-2.0
import type { Reckoning } from '@lilong/contracts/assistance';
import type { assistanceWords } from '@lilong/contracts/words/zh-assistance';
import type { ReactNode } from 'react';
import { useWords } from '../words.tsx';
import { yuan } from './yuan.ts';
import './reckoned.css';

interface ReckonedProps {
  readonly reckoning: Reckoning;
  /** Whoever decides also reads what only bears on whether anything fits. */
  readonly reader: 'household' | 'office';
}

/** 怎么算的: the standard for all, less what the household has, is what it gets; line by line as it is written by hand. */
export function Reckoned({ reckoning, reader }: ReckonedProps): ReactNode {
  const t = useWords<keyof typeof assistanceWords>();
  const { category, why, people, standardFen, incomeFen, leftFen, amountFen } = reckoning;
  const spentFen = reckoning.medicalFen + reckoning.educationFen;
  const office = reader === 'office';
  const counts = category === 'rigid' || (office && spentFen > 0);
  return (
    <>
      <p className="reckoned-result">
        <b>
          {category === null
            ? t(`assistance.why.${why ?? 'income'}`)
            : t(`assistance.category.${category}`)}
        </b>
      </p>
      <dl className="reckoned">
        <Line
          name={t('assistance.sum.standard', { one: yuan(standardFen), people })}
          sum={yuan(standardFen * people)}
        />
        <Line
          name={t('assistance.sum.income')}
          sum={category === 'minimum' ? `− ${yuan(incomeFen)}` : yuan(incomeFen)}
        />
        {counts && <Line name={t('assistance.sum.spending')} sum={yuan(spentFen)} />}
        {counts && (
          <Line
            name={t('assistance.sum.left')}
            sum={category === 'rigid' ? `− ${yuan(leftFen)}` : yuan(leftFen)}
          />
        )}
        {office && <Line name={t('assistance.sum.head')} sum={yuan(reckoning.perHeadFen)} />}
        {(office || why === 'assets') && (
          <Line name={t('assistance.sum.assets')} sum={yuan(reckoning.assetsFen)} />
        )}
        {amountFen > 0 && (
          <Line name={t('assistance.sum.amount')} sum={`= ${yuan(amountFen)}`} last />
        )}
      </dl>
      {category === 'edge' && <p>{t('assistance.unpaid')}</p>}
    </>
  );
}

interface LineProps {
  readonly name: string;
  readonly sum: string;
  readonly last?: true;
}
const Line = ({ name, sum, last }: LineProps): ReactNode => (
  <div className={last && 'reckoned-sum'}>
    <dt>{name}</dt>
    <dd>{sum}</dd>
  </div>
);
