// SPDX-License-Identifier: Apache-2.0
import { askDelay } from '@lilong/contracts/registry-delays';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import '../cases/dock.css';

interface DelayFormProps {
  readonly latest: string;
  readonly finish: (done?: string) => void;
}

/** Of whom by number, on which legal basis, until when. It counts from now on, once two others approved it. */
export function DelayForm({ latest, finish }: DelayFormProps): ReactNode {
  const t = useT();
  const day = useDay();
  const write = useWrite(askDelay, { refreshes: ['registry'] });
  const [typed, setTyped] = useState({ number: '', basis: '', until: '' });
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  async function submit(): Promise<void> {
    const { number, basis, until } = typed;
    const made = await write.send({ number: number.trim(), basis: basis.trim(), until });
    if (made !== undefined) finish(t('delays.done'));
  }
  return (
    <DockForm
      title={t('delays.ask')}
      submit={t('delays.submit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'number', 'basis', 'until')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <p>{t('delays.what')}</p>
      <TextField
        label={t('hold.number')}
        hint={t('hold.number-hint')}
        problem={blames(write.refusal, 'number')}
        maxLength={30}
        value={typed.number}
        onChange={(number) => change({ number })}
      />
      <TextField
        label={t('delays.basis')}
        hint={t('delays.basis-hint')}
        problem={blames(write.refusal, 'basis')}
        maxLength={300}
        lines={2}
        value={typed.basis}
        onChange={(basis) => change({ basis })}
      />
      <TextField
        label={t('hold.until')}
        hint={latest === '' ? undefined : t('delays.until-hint', { day: day(latest) })}
        type="date"
        problem={blames(write.refusal, 'until')}
        value={typed.until}
        onChange={(until) => change({ until })}
      />
    </DockForm>
  );
}
