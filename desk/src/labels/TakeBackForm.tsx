// SPDX-License-Identifier: Apache-2.0
import { withdrawBatch, withdrawLabel } from '@lilong/contracts/registry-supply';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { restOf } from '../parts/Field.tsx';
import { useT } from '../words.ts';
import { type Typed, WhyFields } from './WhyFields.tsx';

interface TakeBackProps {
  /** A label from everybody, or a batch. */
  readonly what:
    | { readonly label: string; readonly name: string; readonly lines: number }
    | { readonly batch: number; readonly name: string };
  readonly finish: (words?: string) => void;
}

/** Taken back from everybody: since when, and why; the people read the reason. */
export function TakeBackForm({ what, finish }: TakeBackProps): ReactNode {
  const t = useT();
  const label = useWrite(withdrawLabel, { refreshes: ['registry'] });
  const batch = useWrite(withdrawBatch, { refreshes: ['registry'] });
  const [typed, setTyped] = useState<Typed>({ on: dayAfter(0), reason: '' });
  const refusal = label.refusal ?? batch.refusal;
  async function submit(): Promise<void> {
    const made =
      'label' in what
        ? await label.send({ label: what.label, ...typed })
        : await batch.send({ batch: what.batch, ...typed });
    if (made !== undefined) finish(t('labels.taken-back', { name: what.name }));
  }
  return (
    <div className="labels-form">
      <DockForm
        title={
          'label' in what
            ? t('labels.take-back-all', { name: what.name, lines: what.lines })
            : t('labels.take-back-batch', { name: what.name })
        }
        submit={t('labels.take-back')}
        grave
        pending={label.pending || batch.pending}
        problem={restOf(refusal, 'on', 'reason')}
        onSubmit={() => void submit()}
        onCancel={() => finish()}
      >
        <WhyFields typed={typed} problem={refusal} onChange={setTyped} />
      </DockForm>
    </div>
  );
}
