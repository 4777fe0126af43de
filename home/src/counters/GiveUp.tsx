// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useT } from '../words/use.ts';

export interface Cancelling {
  /** Undefined when it was refused. */
  readonly send: () => Promise<object | undefined>;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
}
interface GiveUpProps {
  readonly number: string;
  readonly cancelling: Cancelling;
}

/** Whoever is not coming says so, and the others move up. Asked once: a place in line does not come back. */
export function GiveUp({ number, cancelling }: GiveUpProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { send, pending, refusal } = cancelling;
  async function giveUp(): Promise<void> {
    if ((await send()) !== undefined) setAsking(false);
  }
  return (
    <>
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('ticket.cancel')}
      </button>
      {asking && (
        <Sheet
          title={t('ticket.cancel-ask', { number })}
          size="question"
          onClose={() => setAsking(false)}
        >
          <p>{t('ticket.cancel-why')}</p>
          <Refused refusal={refusal} />
          <button
            type="button"
            className="button main wide"
            disabled={pending}
            onClick={() => void giveUp()}
          >
            {t('ticket.cancel-yes')}
          </button>
        </Sheet>
      )}
    </>
  );
}
