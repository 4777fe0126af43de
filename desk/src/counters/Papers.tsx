// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { documentKinds } from '@lilong/contracts/registry';
import { localProblem } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useCode } from '../registry/said.ts';
import { useT } from '../words.ts';
import '../cases/dock.css';
import './visit.css';

const missing = (field: string, rule: 'enum' | 'required'): Problem =>
  localProblem('input.invalid', 400, field, { field, rule });

export type Document = (typeof documentKinds)[number];
interface PapersProps {
  /** What was typed or read so far. */
  readonly typed: string;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly onShown: (document: Document, number: string) => void;
  readonly onClose: () => void;
}

/** Without a phone: which document was seen, and its number. A reader that types like a keyboard fills it in. */
export function Papers({ typed, pending, refusal, onShown, onClose }: PapersProps): ReactNode {
  const t = useT();
  const code = useCode();
  const [document, setDocument] = useState<Document>();
  const [number, setNumber] = useState(typed);
  const [tried, setTried] = useState(false);
  const unseen = tried && document === undefined;
  const unsaid = tried && number.trim() === '';
  const submit = () => {
    setTried(true);
    if (document !== undefined && number.trim() !== '') onShown(document, number.trim());
  };
  return (
    <DockForm
      title={t('counters.papers')}
      submit={t('counters.papers-open')}
      pending={pending}
      problem={restOf(refusal, 'number')}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Choices
        legend={t('counters.papers-which')}
        name="document"
        value={document}
        options={documentKinds.map((value) => ({ value, title: code('document', value) }))}
        onChange={setDocument}
        {...(unseen ? { problem: missing('document', 'enum') } : {})}
      />
      <TextField
        label={t('counters.papers-number')}
        hint={t('counters.papers-hint')}
        problem={unsaid ? missing('number', 'required') : blames(refusal, 'number')}
        maxLength={30}
        value={number}
        onChange={setNumber}
      />
    </DockForm>
  );
}
