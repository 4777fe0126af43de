// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { useT } from '../words.ts';
import { DockForm } from './DockForm.tsx';
import { furthest } from './merging.ts';

interface BulkMergeProps {
  readonly lines: readonly CaseLine[];
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onSend: (into: CaseLine) => void;
  readonly onCancel: () => void;
}

/** Which of the picked cases is kept, by name; the one that has come furthest is proposed. */
export function BulkMerge({
  lines,
  pending,
  problem,
  onSend,
  onCancel,
}: BulkMergeProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const [ref, setRef] = useState(furthest(lines)?.ref);
  const into = lines.find((line) => line.ref === ref);
  return (
    <DockForm
      title={t('act.merge')}
      submit={t('merge.send', { count: lines.length - 1 })}
      pending={pending}
      blocked={into === undefined}
      problem={problem}
      onSubmit={() => into !== undefined && onSend(into)}
      onCancel={onCancel}
    >
      <p className="field-hint">{t('merge.hint')}</p>
      <Cards
        legend={t('merge.into')}
        name="into"
        value={ref}
        options={lines.map((line) => ({
          value: line.ref,
          title: line.title,
          note: `${t(`state.${line.state}`)} · ${line.address} · ${say(line.reportedAt)} · ${line.ref}`,
        }))}
        onChange={setRef}
      />
    </DockForm>
  );
}
