// SPDX-License-Identifier: Apache-2.0
import { type PersonCard, putLabel, registryWords } from '@lilong/contracts/registry';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { ActForm } from './ActForm.tsx';

interface PutLabelProps {
  readonly card: PersonCard;
  readonly onDone: () => void;
}

/** What only the grass roots know; the dictionary says when to look again. */
export function PutLabel({ card, onDone }: PutLabelProps): ReactNode {
  const t = useT();
  const [code, setCode] = useState<string>();
  const [words, setWords] = useState('');
  const [lookAgain, setLookAgain] = useState('');
  const put = useWrite(putLabel, { refreshes: ['registry'] });
  async function submit(): Promise<void> {
    const said = words.trim() === '' ? {} : { words: words.trim() };
    const when = lookAgain === '' ? {} : { lookAgain };
    const input = { person: card.person, code: code ?? '-', ...said, ...when };
    if ((await put.send(input)) !== undefined) onDone();
  }
  return (
    <ActForm
      title={t('act.label')}
      submit={t('act.keep')}
      pending={put.pending}
      problem={put.refusal?.field === undefined ? put.refusal : undefined}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <Which
        code={code}
        problem={put.refusal}
        onChoose={(chosen, next) => {
          setCode(chosen);
          setLookAgain(next);
        }}
      />
      <TextField
        label={t('label.words')}
        need="may"
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      <TextField
        label={t('label.next-look')}
        hint={t('label.next-look-why')}
        type="date"
        problem={blames(put.refusal, 'lookAgain')}
        value={lookAgain}
        onChange={setLookAgain}
      />
    </ActForm>
  );
}

interface WhichProps {
  readonly code: string | undefined;
  readonly problem: ReturnType<typeof useWrite<typeof putLabel>>['refusal'];
  /** With the day of the next look. */
  readonly onChoose: (code: string, next: string) => void;
}
function Which({ code, problem, onChoose }: WhichProps): ReactNode {
  const t = useT();
  const english = useLanguage() === 'en';
  const own = useRead(registryWords, {}, { staleTime: 600_000 }).data?.labels ?? [];
  return (
    <Cards
      legend={t('label.which')}
      name="code"
      value={code}
      problem={blames(problem, 'code')}
      options={own.map((one) => ({
        value: one.code,
        title: (english ? one.nameEn : null) ?? one.name,
      }))}
      onChange={(chosen) => {
        const days = own.find((one) => one.code === chosen)?.lookAgainDays ?? 0;
        onChoose(chosen, days > 0 ? dayAfter(days) : '');
      }}
    />
  );
}
