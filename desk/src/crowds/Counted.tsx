// SPDX-License-Identifier: Apache-2.0
import { type CrowdConditions, countCrowd } from '@lilong/contracts/registry-crowds';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';

const pauseMs = 300;

/** Follows conditions, once nobody has changed them for a moment. */
export function useSettled(of: CrowdConditions): CrowdConditions {
  const [settled, setSettled] = useState(of);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(of), pauseMs);
    return () => clearTimeout(timer);
  }, [of]);
  return settled;
}

export const useCounted = (of: CrowdConditions) =>
  useRead(countCrowd, { conditions: of }, { placeholderData: keepPreviousData });

interface CountedProps {
  readonly counted: ReplyOf<typeof countCrowd> | undefined;
  /** Of what was asked before; the answer is on its way. */
  readonly stale: boolean;
  readonly sentence: string;
  /** The ways to see who they are. */
  readonly children: ReactNode;
}
/** How many, and what was asked. On a phone it stays in sight, so that one tap leads to the list. */
export function Counted({ counted, stale, sentence, children }: CountedProps): ReactNode {
  const t = useT();
  return (
    <div className="crowd-count">
      <div role="status" aria-busy={stale}>
        <b>{counted === undefined ? t('crowds.counting') : saidOf(counted, t)}</b>
        <p>{sentence}</p>
      </div>
      {children}
    </div>
  );
}

/** Exactly for whoever sees names, to the nearest five above them. */
const saidOf = (
  { people, cells }: ReplyOf<typeof countCrowd>,
  t: ReturnType<typeof useT>,
): string => {
  if (people === null) return t('crowds.hidden');
  return t(cells.length === 0 ? 'crowds.count' : 'crowds.about', { count: people });
};

/** Above the committee: numbers by place, in the order of the official codes. */
export function Cells({ cells }: Pick<ReplyOf<typeof countCrowd>, 'cells'>): ReactNode {
  const t = useT();
  return (
    <section>
      <TableBox label={t('crowds.cells')}>
        <table className="table">
          <caption>{t('crowds.cells')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('crowds.cells-place')}</th>
              <th scope="col" className="num">
                {t('crowds.cells-people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ place, name, people }) => (
              <tr key={place}>
                <th scope="row" lang="zh-CN">
                  {name}
                </th>
                <td className="num">{people ?? t('crowds.cells-hidden')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="field-hint">{t('crowds.cells-why')}</p>
    </section>
  );
}
