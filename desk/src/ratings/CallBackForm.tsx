// SPDX-License-Identifier: Apache-2.0
import { callBackRater } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActProps } from './Acts.tsx';
import { Choose } from './Choose.tsx';

const yesNo = ['yes', 'no'] as const;
type YesNo = (typeof yesNo)[number];

interface Told {
  readonly reached?: YesNo;
  readonly solved?: YesNo;
  readonly satisfied?: YesNo;
}
const isWhole = ({ reached, solved, satisfied }: Told): boolean =>
  reached === 'no' || (reached === 'yes' && solved !== undefined && satisfied !== undefined);

/** 回访: what they said on the telephone; their own word, when they write it, stands above this. */
export function CallBackForm({ page, onDone }: ActProps): ReactNode {
  const t = useT();
  const write = useWrite(callBackRater, { refreshes: ['ratings'] });
  const [told, setTold] = useState<Told>({});
  const [words, setWords] = useState('');
  async function submit(): Promise<void> {
    const more = words.trim() === '' ? {} : { words: words.trim() };
    const { solved, satisfied } = told;
    const reached = told.reached === 'yes';
    const said = reached ? { solved: solved === 'yes', satisfied: satisfied === 'yes' } : {};
    const { ref, version } = page;
    const sent = await write.send({ ref, version, reached, ...said, ...more });
    if (sent !== undefined) onDone();
  }
  return (
    <DockForm
      title={t('ratings.act-call_back')}
      submit={t('ratings.save')}
      pending={write.pending}
      blocked={!isWhole(told)}
      problem={restOf(write.refusal, 'words')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <Asked name="reached" told={told} onTell={setTold} />
      {told.reached === 'yes' && <Asked name="solved" told={told} onTell={setTold} />}
      {told.reached === 'yes' && <Asked name="satisfied" told={told} onTell={setTold} />}
      <TextField
        label={t('ratings.words')}
        need="may"
        problem={blames(write.refusal, 'words')}
        maxLength={500}
        lines={2}
        value={words}
        onChange={setWords}
      />
    </DockForm>
  );
}

interface AskedProps {
  readonly name: keyof Told;
  readonly told: Told;
  readonly onTell: (told: Told) => void;
}
function Asked({ name, told, onTell }: AskedProps): ReactNode {
  const t = useT();
  return (
    <Choose
      label={t(name === 'reached' ? 'ratings.reached' : `ratings.measure-${name}`)}
      value={told[name]}
      onChange={(value) => onTell({ ...told, [name]: value })}
      options={yesNo.map((value) => ({ value, words: t(`ratings.${name}-${value}`) }))}
    />
  );
}
