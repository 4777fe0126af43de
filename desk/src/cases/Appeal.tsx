// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { appealOverdue, decideAppeal } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActionForm.tsx';
import { DockForm } from './DockForm.tsx';

const fresh = { refreshes: ['cases'] };

/** 超时申诉: why it was late. Asked once. */
export function AppealForm({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  const write = useWrite(appealOverdue, fresh);
  const [reason, setReason] = useState('');
  const submit = async () =>
    (await write.send({ ref: page.line.ref, reason })) !== undefined && onDone();
  return (
    <DockForm
      title={t('act.appeal')}
      submit={t('act.appeal')}
      pending={write.pending}
      problem={restOf(write.refusal, 'reason')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <TextField
        label={t('appeal.reason')}
        hint={t('appeal.hint')}
        problem={blames(write.refusal, 'reason')}
        lines={2}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </DockForm>
  );
}

/** The appeal, what each review said, and the review that is open. */
export function Appeal({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const { appeal } = page;
  if (appeal === null) return null;
  return (
    <section className="part" aria-label={t('appeal.title')}>
      <h3>{t('appeal.title')}</h3>
      <div className={`delay delay-${appeal.status}`}>
        <p>
          <b>{t(`appeal.${appeal.status}`)}</b>
        </p>
        <p>{appeal.reason}</p>
        {appeal.reviews.map((words, order) => (
          <p key={order === 0 ? 'first' : 'second'} className="delay-decided">
            {words}
          </p>
        ))}
        {page.line.can.decide_appeal === true && <Review page={page} />}
      </div>
    </section>
  );
}

function Review({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const write = useWrite(decideAppeal, fresh);
  const [reason, setReason] = useState('');
  const decide = (grant: boolean) => void write.send({ ref: page.line.ref, grant, reason });
  return (
    <div className="delay-decide">
      <Refused problem={restOf(write.refusal, 'reason')} />
      <TextField
        label={t('delay.decide-reason')}
        problem={blames(write.refusal, 'reason')}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <div className="bar-buttons">
        <Button type="primary" loading={write.pending} onClick={() => decide(true)}>
          {t('delay.grant')}
        </Button>
        <Button disabled={write.pending} onClick={() => decide(false)}>
          {t('delay.refuse')}
        </Button>
      </div>
    </div>
  );
}
