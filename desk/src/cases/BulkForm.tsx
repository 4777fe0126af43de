// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { RegisterFields } from './ConditionFields.tsx';
import { DockForm } from './DockForm.tsx';
import type { Draft } from './drafts.ts';
import { CodeField } from './PickFields.tsx';

interface BulkFacts {
  readonly category?: string;
  readonly condition?: number;
  readonly reasonCode?: string;
  readonly reason?: string;
}
interface BulkFormProps {
  readonly move: 'register' | 'decline' | string;
  readonly count: number;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onSend: (facts: BulkFacts) => void;
  readonly onCancel: () => void;
}

/** One answer for all picked cases: a category and its condition, or a reason for declining. */
export function BulkForm({
  move,
  count,
  pending,
  problem,
  onSend,
  onCancel,
}: BulkFormProps): ReactNode {
  const t = useT();
  const [draft, setDraft] = useState<Draft>({ photos: [] });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const { category, condition, reasonCode, reason } = draft;
  const facts: BulkFacts = {
    ...(category === undefined ? {} : { category }),
    ...(condition === undefined ? {} : { condition }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(reason === undefined ? {} : { reason }),
  };
  const title = t('bulk.title', {
    move: t(move === 'register' ? 'move.register' : 'move.decline'),
    count,
  });
  return (
    <DockForm
      title={title}
      submit={title}
      pending={pending}
      grave={move === 'decline'}
      problem={restOf(problem, 'category', 'condition', 'reason', 'reasonCode')}
      onSubmit={() => onSend(facts)}
      onCancel={onCancel}
    >
      {move === 'register' ? (
        <RegisterFields draft={draft} problem={problem} onChange={change} />
      ) : (
        <>
          <CodeField
            kind="decline_reason"
            name="reasonCode"
            draft={draft}
            problem={problem}
            onChange={change}
          />
          <TextField
            label={t('need.reason')}
            problem={blames(problem, 'reason')}
            lines={2}
            maxLength={1000}
            value={reason ?? ''}
            onChange={(text) => change({ reason: text })}
          />
        </>
      )}
    </DockForm>
  );
}
