// SPDX-License-Identifier: Apache-2.0
import type { AffairLine } from '@lilong/contracts/affairs';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { spanOf } from '../cases/due.ts';
import { useT } from '../words.ts';

interface AffairDueProps {
  readonly line: Pick<AffairLine, 'clock' | 'dueAt' | 'lateness' | 'provisional'>;
  readonly now: number;
}

/** Late, soon or in time, always with the word and never by colour alone. Nothing where no clock runs. */
export function AffairDue({ line, now }: AffairDueProps): ReactNode {
  const t = useT();
  if (line.clock === 'stopped') return <span className="tag">{t('affairclock.stopped')}</span>;
  if (line.clock === 'none' || line.dueAt === null) return null;
  const leftMs = Date.parse(line.dueAt) - now;
  const late = leftMs < 0;
  const { key, values } = spanOf(Math.abs(leftMs));
  const tone = late
    ? 'late'
    : { late: 'late', soon: 'soon', fine: 'ok', none: 'ok' }[line.lateness];
  return (
    <span className={`tag tag-${tone}`}>
      {late && <Icon name="warning" size={13} />}
      {t(late ? 'due.late' : 'due.left', { span: t(key, values) })}
      {line.provisional && <small>{t('due.provisional')}</small>}
    </span>
  );
}
