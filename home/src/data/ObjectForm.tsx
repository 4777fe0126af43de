// SPDX-License-Identifier: Apache-2.0
// 异议 to a value of oneself: what it is now stands there, one says what it should be and how one knows.
import type { Problem } from '@lilong/contracts/call';
import { type Asked, objectToMine, ownObjections } from '@lilong/contracts/registry-objections';
import type { OwnValue } from '@lilong/contracts/registry-own';
import { useWrite } from '@lilong/ui/client.ts';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Photo } from '../outbox/store.ts';
import { carryPhotos } from '../parts/carry.ts';
import { Field } from '../parts/Field.tsx';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { PhotoField } from '../parts/PhotoField.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';

interface ObjectFormProps {
  readonly value: OwnValue;
  readonly asked: Asked;
  /** The grant for a child or ward. */
  readonly of: number | undefined;
  readonly onClose: () => void;
}

export function ObjectForm({ value, asked, of, onClose }: ObjectFormProps): ReactNode {
  const t = useT();
  const write = useWrite(objectToMine, { refreshes: [ownObjections.path] });
  const [proposed, setProposed] = useState('');
  const [evidence, setEvidence] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [mistake, setMistake] = useState<Problem>();
  const refusal = mistake ?? write.refusal;
  useFocusRefusal(refusal);
  const isLabel = asked.input === 'label';
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const carried = await carryPhotos(photos);
    setMistake('problem' in carried ? carried.problem : undefined);
    if ('problem' in carried) return;
    const { element } = asked;
    const sent = await write.send({
      ...{ element: element as 'label', evidence: evidence.trim() }, // those that the server lists for one's own
      photos: carried.numbers,
      ...(of === undefined ? {} : { of }),
      ...(value.label === null ? {} : { label: value.label }),
      ...(value.number === null ? {} : { number: value.number }),
      ...(proposed === '' ? {} : { proposed }),
    });
    if (sent !== undefined) onClose();
  }
  return (
    <Sheet
      title={t('objection.title', { what: isLabel ? value.says : value.name })}
      size="form"
      onClose={onClose}
    >
      <form noValidate className="own-object" onSubmit={(event) => void submit(event)}>
        <p>{t(isLabel ? 'objection.label' : 'objection.now', { value: value.says })}</p>
        {!isLabel && (
          <Proposed asked={asked} value={proposed} refusal={refusal} onChange={setProposed} />
        )}
        <Evidence
          words={evidence}
          onWords={setEvidence}
          photos={photos}
          onPhotos={setPhotos}
          refusal={refusal}
        />
        <Refused refusal={refusal} except={['proposed', 'evidence', 'photos']} />
        <Submit pending={write.pending}>{t('objection.send')}</Submit>
      </form>
    </Sheet>
  );
}

interface EvidenceProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly photos: readonly Photo[];
  readonly onPhotos: (change: (photos: readonly Photo[]) => readonly Photo[]) => void;
  readonly refusal: Problem | undefined;
}

/** How one knows: in words, and in pictures of it. */
function Evidence({ words, onWords, photos, onPhotos, refusal }: EvidenceProps): ReactNode {
  const t = useT();
  return (
    <>
      <Field
        name="evidence"
        label={t('objection.evidence')}
        hint={t('objection.evidence-hint')}
        rows={3}
        maxLength={500}
        value={words}
        onChange={onWords}
        refusal={refusal}
      />
      <PhotoField
        label={t('objection.photos')}
        note={t('field.may-skip')}
        photos={photos}
        onChange={onPhotos}
        refusal={refusal}
      />
    </>
  );
}

interface ProposedProps {
  readonly asked: Asked;
  readonly value: string;
  readonly refusal: Problem | undefined;
  readonly onChange: (value: string) => void;
}

const types: Partial<Record<Asked['input'], 'date' | 'tel'>> = { day: 'date', phone: 'tel' };

function Proposed({ asked, value, refusal, onChange }: ProposedProps): ReactNode {
  const t = useT();
  if (asked.input === 'choice') return <Choose {...{ asked, value, refusal, onChange }} />;
  return (
    <Field
      name="proposed"
      label={t('objection.should')}
      type={types[asked.input] ?? 'text'}
      maxLength={60}
      value={value}
      onChange={onChange}
      refusal={refusal}
    />
  );
}

/** One of a list: the device shows it in its own way. */
function Choose({ asked, value, refusal, onChange }: ProposedProps): ReactNode {
  const t = useT();
  const say = useRefusalWords();
  const id = useId();
  const wrong = refusal?.field === 'proposed' ? say(refusal) : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{t('objection.should')}</label>
      <div className="box">
        <select
          id={id}
          name="proposed"
          value={value}
          aria-describedby={`${id}-refused`}
          aria-invalid={wrong !== undefined}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t('objection.choose')}</option>
          {asked.choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.says}
            </option>
          ))}
        </select>
      </div>
      <span id={`${id}-refused`} className="field-refused">
        {wrong}
      </span>
    </div>
  );
}
