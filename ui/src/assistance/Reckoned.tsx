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

/** 怎么算的: what is known, then the sum as it is written by hand: the standard for all, less what the household has. */
export function Reckoned({ reckoning, reader }: ReckonedProps): ReactNode {
  const t = useWords<keyof typeof assistanceWords>();
  const { category, why, amountFen } = reckoning;
  return (
    <>
      <p>
        <b>
          {category === null
            ? t(`assistance.why.${why ?? 'income'}`)
            : t(`assistance.category.${category}`)}
        </b>
      </p>
      <dl className="reckoned">
        <Known reckoning={reckoning} reader={reader} />
        {amountFen > 0 && <Sum reckoning={reckoning} />}
      </dl>
      {category === 'edge' && <p>{t('assistance.unpaid')}</p>}
    </>
  );
}

function Known({ reckoning, reader }: ReckonedProps): ReactNode {
  const t = useWords<keyof typeof assistanceWords>();
  const { category, why, people, standardFen, amountFen } = reckoning;
  const spentFen = reckoning.medicalFen + reckoning.educationFen;
  const office = reader === 'office';
  const spent = category === 'rigid' || (office && spentFen > 0);
  const lines = [
    amountFen === 0 &&
      ([
        t('assistance.sum.standard', { one: yuan(standardFen), people }),
        standardFen * people,
      ] as const),
    category !== 'minimum' && ([t('assistance.sum.income'), reckoning.incomeFen] as const),
    spent && ([t('assistance.sum.spending'), spentFen] as const),
    spent && category !== 'rigid' && ([t('assistance.sum.left'), reckoning.leftFen] as const),
    office && ([t('assistance.sum.head'), reckoning.perHeadFen] as const),
    (office || why === 'assets') && ([t('assistance.sum.assets'), reckoning.assetsFen] as const),
  ].filter((line) => line !== false);
  return lines.map(([name, fen]) => <Line key={name} name={name} sum={yuan(fen)} />);
}

function Sum({ reckoning }: Pick<ReckonedProps, 'reckoning'>): ReactNode {
  const t = useWords<keyof typeof assistanceWords>();
  const { category, people, standardFen, incomeFen, leftFen, amountFen } = reckoning;
  const rigid = category === 'rigid';
  return (
    <>
      <Line
        name={t('assistance.sum.standard', { one: yuan(standardFen), people })}
        sum={yuan(standardFen * people)}
      />
      <Line
        name={t(rigid ? 'assistance.sum.left' : 'assistance.sum.income')}
        sum={`− ${yuan(rigid ? leftFen : incomeFen)}`}
      />
      <Line name={t('assistance.sum.amount')} sum={`= ${yuan(amountFen)}`} last />
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
