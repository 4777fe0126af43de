// SPDX-License-Identifier: Apache-2.0
import type { LoadCounts, LoadFigures } from '@lilong/contracts/affair-load';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { countColumns, paceColumns } from './sort.ts';

/** The counts of one line. What is not told says why. */
export function Counts({ of }: { readonly of: LoadCounts }): ReactNode {
  const t = useT();
  return countColumns.map((name) => (
    <td key={name} className={name === 'late' && (of.late ?? 0) > 0 ? 'num load-late' : 'num'}>
      {of[name] ?? <abbr title={t('load.few')}>{t('load.few-short')}</abbr>}
    </td>
  ));
}

/** The same, and how long it takes. */
export function Figures({ of }: { readonly of: LoadFigures }): ReactNode {
  const t = useT();
  return (
    <>
      <Counts of={of} />
      {paceColumns.map((name) => (
        <td key={name} className="num">
          {of[name] ?? <abbr title={t('load.unknown')}>–</abbr>}
        </td>
      ))}
    </>
  );
}
