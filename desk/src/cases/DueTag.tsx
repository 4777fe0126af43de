// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { dueOf } from './due.ts';

interface DueTagProps {
  readonly line: Pick<CaseLine, 'dueAt' | 'paused' | 'lateness' | 'provisional'>;
  readonly now: number;
}

/** Late, soon or in time, always with the word and never by colour alone. Nothing where no promise runs. */
export function DueTag({ line, now }: DueTagProps): ReactNode {
  const t = useT();
  const { tone, key, span } = dueOf(line, now);
  if (key === 'due.none') return null;
  const said = span === undefined ? '' : t(span.key, span.values);
  return (
    <span className={`tag tag-${tone}`}>
      {tone === 'late' && <Icon name="warning" size={13} />}
      {t(key, { span: said })}
      {line.provisional && <small>{t('due.provisional')}</small>}
    </span>
  );
}
