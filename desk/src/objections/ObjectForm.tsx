// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { askedElements, correctValue, objectTo } from '@lilong/contracts/registry-objections';
import type { CardValue } from '@lilong/contracts/registry-values';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { wordsKept } from '../registry/use-card.ts';
import { useT } from '../words.ts';
import '../cases/dock.css';

/** What a card is about. */
export type About = { readonly person: number } | { readonly home: string };

interface ObjectFormProps {
  readonly value: CardValue;
  readonly about: About;
  /** True when it was sent. */
  readonly onEnd: (done?: true) => void;
}

/** Field and value are filled in; somebody says what it should be, and how they know. What is the own is corrected. */
export function ObjectForm({ value, about, onEnd }: ObjectFormProps): ReactNode {
  const t = useT();
  const refreshes = { refreshes: ['registry'] };
  const [object, correct] = [useWrite(objectTo, refreshes), useWrite(correctValue, refreshes)];
  const [proposed, setProposed] = useState('');
  const [evidence, setEvidence] = useState('');
  const [photos, setPhotos] = useState<readonly number[]>([]);
  const { element, label, number, may, name } = value;
  const own = may === 'own';
  const write = own ? correct : object;
  async function submit(): Promise<void> {
    const which = { element, ...about, ...(number === null ? {} : { number }) };
    const what = { ...which, ...(proposed === '' ? {} : { proposed }) };
    const why = { evidence, photos: [...photos], ...(label === null ? {} : { label }) };
    const sent = own
      ? await correct.send({ ...what, proposed })
      : await object.send({ ...what, ...why });
    if (sent !== undefined) onEnd(true);
  }
  return (
    <div className="contest-form">
      <DockForm
        title={t(own ? 'objection.correct-what' : 'objection.object-what', { what: name })}
        submit={t(own ? 'objection.correct-submit' : 'objection.submit')}
        pending={write.pending}
        problem={restOf(write.refusal, 'proposed', 'evidence')}
        onSubmit={() => void submit()}
        onCancel={() => onEnd()}
      >
        {label === null && (
          <Proposed
            about={value}
            value={proposed}
            problem={blames(write.refusal, 'proposed')}
            onChange={setProposed}
          />
        )}
        {!own && (
          <Evidence
            about={value}
            value={evidence}
            problem={blames(write.refusal, 'evidence')}
            onChange={setEvidence}
          >
            <PhotoPicker label={t('objection.photos')} value={photos} onChange={setPhotos} />
          </Evidence>
        )}
      </DockForm>
    </div>
  );
}

interface EvidenceProps {
  readonly about: CardValue;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** How somebody knows: in words, and in pictures of it. */
function Evidence({ about, children, ...field }: EvidenceProps): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        {...field}
        label={t(about.label === null ? 'objection.evidence' : 'objection.evidence-label')}
        hint={t('objection.evidence-hint', { owner: about.ownerName ?? '' })}
        lines={2}
        maxLength={500}
      />
      {children}
    </>
  );
}

interface ProposedProps {
  readonly about: CardValue;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (value: string) => void;
}

/** A new value, asked for as the catalogue's lists have it. */
function Proposed({
  about: { element, says },
  value,
  problem,
  onChange,
}: ProposedProps): ReactNode {
  const t = useT();
  const { data } = useRead(askedElements, {}, wordsKept);
  const asked = data?.elements.find((one) => one.element === element);
  const common = { label: t('objection.should'), problem };
  const types = {
    ...({ day: 'date', number: 'number', text: 'text', label: 'text' } as const),
    ...({ phone: 'tel', document: 'text' } as const),
  };
  return (
    <>
      <p>{t('objection.current', { value: says ?? t('objection.unknown') })}</p>
      {asked === undefined || asked.input === 'choice' ? (
        <PickField
          {...common}
          value={value === '' ? undefined : value}
          options={asked?.choices.map((one) => ({ value: one.value, label: one.says }))}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      ) : (
        <TextField {...common} type={types[asked.input]} value={value} onChange={onChange} />
      )}
    </>
  );
}
