// SPDX-License-Identifier: Apache-2.0
import { type AffairPage, withdrawMine } from '@lilong/contracts/affairs';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { useBy } from './acting.ts';

/** Asked once; a reason may be given. */
export function Withdraw({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useWrite(withdrawMine, { refreshes: ['my'] });
  const by = useBy();
  const { ref, version } = page;
  async function send(): Promise<void> {
    const words = reason.trim();
    const done = await withdraw.send({
      ...{ ref, version, ...by },
      ...(words === '' ? {} : { reason: words }),
    });
    if (done !== undefined) setAsking(false);
  }
  return (
    <section className="leaving">
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('mine.withdraw')}
      </button>
      {asking && (
        <Sheet title={t('mine.withdraw-ask')} size="question" onClose={() => setAsking(false)}>
          <p>{t('mine.withdraw-why')}</p>
          <Field
            name="reason"
            label={t('mine.withdraw-reason')}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <button
            type="button"
            className="button main wide"
            disabled={withdraw.pending}
            onClick={() => void send()}
          >
            {t('mine.withdraw-yes')}
          </button>
          <Refused refusal={withdraw.refusal} />
        </Sheet>
      )}
    </section>
  );
}
