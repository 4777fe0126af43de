// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { askedElements, correctValue, objectTo } from '@lilong/contracts/registry-objections';
import type { CardValue } from '@lilong/contracts/registry-values';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { wordsKept } from '../registry/use-card.ts';
import { useT } from '../words.ts';
import '../cases/dock.css';

/** What a card is about. */
export type About = { readonly person: number } | { readonly home: string };

interface ObjectFormProps {
  readonly value: CardValue;
  readonly about: About;
  readonly onEnd: () => void;
}

/** Field and value are filled in; somebody says what it should be, and how they know. What is the own is corrected. */
export function ObjectForm({ value, about, onEnd }: ObjectFormProps): ReactNode {
  const t = useT();
  const refreshes = { refreshes: ['registry'] };
  const [object, correct] = [useWrite(objectTo, refreshes), useWrite(correctValue, refreshes)];
  const [proposed, setProposed] = useState('');
  const [evidence, setEvidence] = useState('');
  const { element, label, may, name, says, ownerName } = value;
  const own = may === 'own';
  const write = own ? correct : object;
  async function submit(): Promise<void> {
    const what = { element, ...about, ...(proposed === '' ? {} : { proposed }) };
    const sent = own
      ? await correct.send({ ...what, proposed })
      : await object.send({ ...what, evidence, ...(label === null ? {} : { label }) });
    if (sent !== undefined) onEnd();
  }
  return (
    <div className="contest-form">
      <DockForm
        title={t(own ? 'objection.correct-what' : 'objection.object-what', { what: name })}
        submit={t(own ? 'objection.correct-submit' : 'objection.submit')}
        pending={write.pending}
        problem={restOf(write.refusal, 'proposed', 'evidence')}
        onSubmit={() => void submit()}
        onCancel={onEnd}
      >
        {label === null && (
          <p>{t('objection.current', { value: says ?? t('objection.unknown') })}</p>
        )}
        {label === null && (
          <Proposed
            element={element}
            value={proposed}
            problem={blames(write.refusal, 'proposed')}
            onChange={setProposed}
          />
        )}
        {!own && (
          <TextField
            label={t(label === null ? 'objection.evidence' : 'objection.evidence-label')}
            hint={t('objection.evidence-hint', { owner: ownerName ?? '' })}
            lines={2}
            maxLength={500}
            problem={blames(write.refusal, 'evidence')}
            value={evidence}
            onChange={setEvidence}
          />
        )}
      </DockForm>
    </div>
  );
}

interface ProposedProps {
  readonly element: string;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (value: string) => void;
}

/** A new value, asked for as the catalogue's lists have it. */
function Proposed({ element, value, problem, onChange }: ProposedProps): ReactNode {
  const t = useT();
  const { data } = useRead(askedElements, {}, wordsKept);
  const asked = data?.elements.find((one) => one.element === element);
  const common = { label: t('objection.should'), problem };
  if (asked === undefined || asked.input === 'choice')
    return (
      <PickField
        {...common}
        value={value === '' ? undefined : value}
        options={asked?.choices.map((one) => ({ value: one.value, label: one.says }))}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  const types = { day: 'date', number: 'number', text: 'text', label: 'text' } as const;
  return <TextField {...common} type={types[asked.input]} value={value} onChange={onChange} />;
}
