// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { listCategories } from '@lilong/contracts/cases';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { DockForm } from './DockForm.tsx';
import type { Draft } from './drafts.ts';
import { useLimit } from './limit.ts';
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
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
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
        <CategoryAndLimit draft={draft} problem={problem} onChange={change} />
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

interface CategoryProps {
  readonly draft: Draft;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** The conditions of a category are told apart by their limits here; the words of each stand in its own case. */
function CategoryAndLimit({ draft, problem, onChange }: CategoryProps): ReactNode {
  const t = useT();
  const limit = useLimit();
  const categories = useRead(listCategories, {}, { staleTime: 600_000 }).data?.categories ?? [];
  const limits = categories.find(({ key }) => key === draft.category)?.limits ?? [];
  return (
    <>
      <PickField
        label={t('need.category')}
        problem={blames(problem, 'category')}
        value={draft.category}
        placeholder={t('register.category')}
        options={categories.map(({ key, name, majorName }) => ({
          value: key,
          label: name,
          group: majorName,
        }))}
        onChange={(category) => onChange({ category, condition: undefined })}
      />
      {limits.length > 0 && (
        <Cards
          legend={t('need.condition')}
          name="condition"
          value={draft.condition}
          problem={blames(problem, 'condition')}
          options={limits.map((one, at) => ({
            value: at + 1,
            title: t('bulk.condition', { order: at + 1, limit: limit(one) }),
          }))}
          onChange={(condition) => onChange({ condition })}
        />
      )}
    </>
  );
}
