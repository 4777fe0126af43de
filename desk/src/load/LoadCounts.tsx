// SPDX-License-Identifier: Apache-2.0
import type { LoadFigures } from '@lilong/contracts/affair-load';
import type { ReactNode } from 'react';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';

interface LoadCountsProps {
  readonly said: {
    readonly all: LoadFigures;
    readonly since: string;
    readonly fewest: number;
    readonly weeks: number;
  };
}

/** What there is in all, large; and how it was counted. */
export function LoadCounts({ said }: LoadCountsProps): ReactNode {
  const t = useT();
  const day = useDay();
  const { all, since, fewest, weeks } = said;
  return (
    <>
      <dl className="load-counts">
        {(['incoming', 'running', 'paused', 'late', 'handed', 'decided'] as const).map((name) => (
          <div
            key={name}
            className={name === 'late' && (all.late ?? 0) > 0 ? 'load-late' : undefined}
          >
            <dt>{t(`load.${name}`)}</dt>
            <dd>{all[name] ?? <abbr title={t('load.few')}>{t('load.few-short')}</abbr>}</dd>
          </div>
        ))}
      </dl>
      <p className="field-hint">{t('load.how', { since: day(since), fewest, weeks })}</p>
    </>
  );
}
