// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type documentKinds, documentKinds as kinds } from '@lilong/contracts/registry';
import { type SuppliedLabel, withdrawLabels } from '@lilong/contracts/registry-supply';
import type { ReplyOf } from '@lilong/contracts/route';
import { localProblem, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useCode, useName } from '../registry/said.ts';
import { useT } from '../words.ts';
import { type Typed, WhyFields } from './WhyFields.tsx';

interface TakeBackOneProps {
  readonly labels: readonly SuppliedLabel[];
  readonly finish: (words?: string) => void;
}

/** The one line, when it is not as it should be. */
function problemOf(reply: ReplyOf<typeof withdrawLabels> | undefined): Problem | undefined {
  const wrong = reply?.refused[0];
  return wrong && localProblem('registry.file', 400, wrong.field, { why: wrong.says });
}

/** One person, by the number. The answer is the same whether anybody has it or not. */
export function TakeBackOne({ labels, finish }: TakeBackOneProps): ReactNode {
  const t = useT();
  const code = useCode();
  const write = useWrite(withdrawLabels, { refreshes: ['registry'] });
  const [number, setNumber] = useState('');
  const [document, setDocument] = useState<(typeof documentKinds)[number]>('111');
  const [label, setLabel] = useState(labels.length === 1 ? labels[0]?.code : undefined);
  const [typed, setTyped] = useState<Typed>({ on: dayAfter(0), reason: '' });
  const problem = write.refusal ?? problemOf(write.reply);
  async function submit(): Promise<void> {
    const line = { number: number.trim(), document, label: label ?? '' };
    const made = await write.send({ ...typed, lines: [line] });
    if (made?.taken === 1) finish(t('labels.one-done'));
  }
  return (
    <div className="labels-form">
      <DockForm
        title={t('labels.one-title')}
        submit={t('labels.take-back')}
        grave
        pending={write.pending}
        problem={restOf(problem, 'number', 'label', 'on', 'reason')}
        onSubmit={() => void submit()}
        onCancel={() => finish()}
      >
        <TextField
          label={t('labels.number')}
          hint={t('labels.number-hint')}
          maxLength={40}
          problem={blames(problem, 'number')}
          value={number}
          onChange={setNumber}
        />
        <PickField
          label={t('labels.document')}
          value={document}
          options={kinds.map((kind) => ({ value: kind, label: code('document', kind) }))}
          onChange={(kind) => setDocument(kind ?? '111')}
        />
        <WhichLabel labels={labels} value={label} problem={problem} onChange={setLabel} />
        <WhyFields typed={typed} problem={problem} onChange={setTyped} />
      </DockForm>
    </div>
  );
}

interface WhichLabelProps extends Pick<TakeBackOneProps, 'labels'> {
  readonly value: string | undefined;
  readonly problem: Problem | undefined;
  readonly onChange: (label: string) => void;
}

function WhichLabel({ labels, value, problem, onChange }: WhichLabelProps): ReactNode {
  const t = useT();
  const name = useName();
  return (
    <Choices
      legend={t('labels.which')}
      name="label"
      value={value}
      options={labels.map((one) => ({ value: one.code, title: name(one) }))}
      problem={blames(problem, 'label')}
      onChange={onChange}
    />
  );
}
