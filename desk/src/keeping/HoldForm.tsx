// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { placeHold } from '@lilong/contracts/registry-keeping';
import type { InputOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import '../cases/dock.css';

interface HoldFormProps {
  readonly sources: readonly string[];
  readonly finish: (done?: string) => void;
}

type Of = 'person' | 'source';
interface Typed {
  readonly number: string;
  readonly source: string;
  readonly reason: string;
  readonly until: string;
}

/** Of whom or of which load, why, and until when. The person is named by a number, and no name is shown. */
export function HoldForm({ sources, finish }: HoldFormProps): ReactNode {
  const t = useT();
  const write = useWrite(placeHold, { refreshes: ['registry'] });
  const [of, setOf] = useState<Of>('person');
  const [typed, setTyped] = useState<Typed>({ number: '', source: '', reason: '', until: '' });
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  async function submit(): Promise<void> {
    const { number, source, reason, until } = typed;
    const what = of === 'person' ? { number: number.trim() } : { source };
    const asked = { ...what, reason: reason.trim(), until } satisfies InputOf<typeof placeHold>;
    if ((await write.send(asked)) !== undefined) finish(t('hold.made'));
  }
  return (
    <DockForm
      title={t('hold.make')}
      submit={t('hold.submit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'number', 'source', 'reason', 'until')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <What {...{ of, sources, typed, change, setOf }} problem={write.refusal} />
      <TextField
        label={t('hold.reason')}
        hint={t('hold.reason-hint')}
        problem={blames(write.refusal, 'reason')}
        maxLength={300}
        lines={2}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
      />
      <TextField
        label={t('hold.until')}
        type="date"
        problem={blames(write.refusal, 'until')}
        value={typed.until}
        onChange={(until) => change({ until })}
      />
    </DockForm>
  );
}

interface WhatProps extends Pick<HoldFormProps, 'sources'> {
  readonly of: Of;
  readonly typed: Typed;
  readonly problem: Problem | undefined;
  readonly change: (part: Partial<Typed>) => void;
  readonly setOf: (of: Of) => void;
}

function What({ of, sources, typed, problem, change, setOf }: WhatProps): ReactNode {
  const t = useT();
  return (
    <>
      {sources.length > 0 && (
        <Cards
          legend={t('hold.what')}
          name="of"
          value={of}
          options={(['person', 'source'] as const).map((value) => ({
            value,
            title: t(`hold.what.${value}`),
          }))}
          onChange={setOf}
        />
      )}
      {of === 'person' ? (
        <TextField
          label={t('hold.number')}
          hint={t('hold.number-hint')}
          problem={blames(problem, 'number')}
          maxLength={30}
          value={typed.number}
          onChange={(number) => change({ number })}
        />
      ) : (
        <PickField
          label={t('hold.source')}
          problem={blames(problem, 'source')}
          value={typed.source === '' ? undefined : typed.source}
          options={sources.map((value) => ({ value, label: value }))}
          onChange={(source) => change({ source: source ?? '' })}
        />
      )}
    </>
  );
}
