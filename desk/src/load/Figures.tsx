// SPDX-License-Identifier: Apache-2.0
import type { LoadFigures } from '@lilong/contracts/affair-load';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { type LoadColumn, loadColumns } from './sort.ts';

const reckoned: readonly LoadColumn[] = ['medianDays', 'weeksOfWork'];

/** The figures of one line. What is not told says why. */
export function Figures({ of }: { readonly of: LoadFigures }): ReactNode {
  const t = useT();
  return loadColumns.map((name) => (
    <td key={name} className={name === 'late' && (of.late ?? 0) > 0 ? 'num load-late' : 'num'}>
      {of[name] ??
        (reckoned.includes(name) ? (
          <abbr title={t('load.unknown')}>–</abbr>
        ) : (
          <abbr title={t('load.few')}>{t('load.few-short')}</abbr>
        ))}
    </td>
  ));
}
