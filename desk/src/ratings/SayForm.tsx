// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type Key, useT } from '../words.ts';

interface SayFormProps {
  readonly title: Key;
  /** What the words are about. */
  readonly ask: Key;
  /** `may`: an act that needs no words; otherwise the rater reads them. */
  readonly need?: 'may';
  readonly blocked?: boolean;
  readonly write: { readonly pending: boolean; readonly refusal: Problem | undefined };
  /** Undefined when it was refused. */
  readonly onSend: (words: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly children?: ReactNode;
}

/** An act about a rating: what it asks, then words. What was written stays when it is refused. */
export function SayForm(props: SayFormProps): ReactNode {
  const { title, ask, need, blocked = false, write, onSend, onDone, children } = props;
  const t = useT();
  const [words, setWords] = useState('');
  async function submit(): Promise<void> {
    if ((await onSend(words.trim())) !== undefined) onDone();
  }
  return (
    <DockForm
      title={t(title)}
      submit={t('ratings.save')}
      pending={write.pending}
      blocked={blocked}
      problem={restOf(write.refusal, 'words')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      {children}
      <TextField
        label={t(ask)}
        {...(need === 'may' ? { need } : { hint: t('ratings.words-told') })}
        problem={blames(write.refusal, 'words')}
        maxLength={500}
        lines={2}
        value={words}
        onChange={setWords}
      />
    </DockForm>
  );
}
