// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { PersonCard } from '@lilong/contracts/registry';
import { putLabel, registryWords } from '@lilong/contracts/registry-labels';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Finish } from './CardFrame.tsx';
import { Choices } from './Choices.tsx';
import { useName } from './said.ts';
import { wordsKept } from './use-card.ts';

interface LabelFormProps {
  readonly card: PersonCard;
  readonly finish: Finish;
}

interface Typed {
  readonly code: string | undefined;
  readonly words: string;
  /** Undefined until somebody chooses another day than the dictionary's. */
  readonly day: string | undefined;
}

function inputOf(person: number, { code, words, day }: Typed): InputOf<typeof putLabel> {
  return {
    person,
    label: code as string, // left out until it is chosen: the server asks for it
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    ...(day === undefined ? {} : { lookAgain: day }),
  };
}

/** 登记标签: what only the grass roots know, with the day on which somebody looks again. */
export function LabelForm({ card, finish }: LabelFormProps): ReactNode {
  const t = useT();
  const dictionary = useRead(registryWords, {}, wordsKept);
  const write = useWrite(putLabel, { refreshes: ['registry'] });
  const [typed, setTyped] = useState<Typed>({ code: undefined, words: '', day: undefined });
  const held = new Set(card.labels.filter(({ mine }) => mine).map((label) => label.code));
  const offered = (dictionary.data?.labels ?? []).filter((label) => !held.has(label.code));
  const none = dictionary.data !== undefined && offered.length === 0;
  const submit = async () =>
    (await write.send(inputOf(card.person, typed))) !== undefined && finish(t('label.done'));
  return (
    <DockForm
      title={t('label.title', { name: card.name })}
      submit={t('label.submit')}
      pending={write.pending}
      blocked={none}
      problem={restOf(write.refusal ?? dictionary.error?.problem, 'label', 'words', 'lookAgain')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      {none ? (
        <p>{t('label.all')}</p>
      ) : (
        <LabelFields
          offered={offered}
          typed={typed}
          problem={write.refusal}
          onChange={(part) => setTyped({ ...typed, ...part })}
        />
      )}
    </DockForm>
  );
}

interface LabelFieldsProps {
  readonly offered: ReplyOf<typeof registryWords>['labels'];
  readonly typed: Typed;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
}

function LabelFields({ offered, typed, problem, onChange }: LabelFieldsProps): ReactNode {
  const t = useT();
  const name = useName();
  const days = offered.find((label) => label.code === typed.code)?.lookAgainDays;
  return (
    <>
      <Choices
        legend={t('label.what')}
        name="label"
        value={typed.code}
        options={offered.map((label) => ({ value: label.code, title: name(label) }))}
        problem={blames(problem, 'label')}
        onChange={(code) => onChange({ code, day: undefined })}
      />
      {days !== undefined && (
        <TextField
          label={t('label.next')}
          hint={t('label.next-hint')}
          type="date"
          problem={blames(problem, 'lookAgain')}
          value={typed.day ?? dayAfter(days)}
          onChange={(day) => onChange({ day })}
        />
      )}
      <TextField
        label={t('label.words')}
        hint={t('label.words-hint')}
        need="may"
        problem={blames(problem, 'words')}
        maxLength={200}
        value={typed.words}
        onChange={(words) => onChange({ words })}
      />
    </>
  );
}
