// SPDX-License-Identifier: Apache-2.0
import { discardDraft } from '@lilong/contracts/affairs';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useGo } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { useBy } from './acting.ts';
import type { Begun } from './saving.ts';

interface DiscardProps {
  readonly begun: Begun;
  readonly onDiscarded: () => void;
}

/** Throws an unfinished application away, asked once. */
export function Discard({ begun, onDiscarded }: DiscardProps): ReactNode {
  const t = useAffairT();
  const go = useGo();
  const by = useBy();
  const [asking, setAsking] = useState(false);
  const discard = useWrite(discardDraft, { refreshes: ['my'] });
  async function throwAway(): Promise<void> {
    const done = await discard.send({ ref: begun.ref, version: begun.version, ...by });
    if (done === undefined) return;
    onDiscarded();
    await go(by.mandate === undefined ? '/affairs' : '/affairs/helpers');
  }
  return (
    <>
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('apply.discard')}
      </button>
      {asking && (
        <Sheet title={t('apply.discard-ask')} size="question" onClose={() => setAsking(false)}>
          <button
            type="button"
            className="button main wide"
            disabled={discard.pending}
            onClick={() => void throwAway()}
          >
            {t('apply.discard-yes')}
          </button>
          <Refused refusal={discard.refusal} />
        </Sheet>
      )}
    </>
  );
}
