// SPDX-License-Identifier: Apache-2.0
import { answerPaper } from '@lilong/contracts/affair-papers';
import type { AffairPage } from '@lilong/contracts/affairs';
import { useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useAffairT } from '../words/affairs.tsx';

interface GotPaperProps {
  readonly affair: string;
  readonly material: AffairPage['materials'][number];
}

/** A paper was given back: its person says so too, or that they have not got it. */
export function GotPaper({ affair, material: { key, got } }: GotPaperProps): ReactNode {
  const t = useAffairT();
  const { send, pending, refusal } = useWrite(answerPaper, { refreshes: ['affairs'] });
  if (got !== null) return <small>{t(`mine.got-${got}`)}</small>;
  return (
    <div className="got-paper">
      {([true, false] as const).map((one) => (
        <button
          key={String(one)}
          type="button"
          className="button"
          disabled={pending}
          onClick={() => void send({ ref: affair, key, got: one })}
        >
          {t(one ? 'mine.got' : 'mine.not-got')}
        </button>
      ))}
      <Refused refusal={refusal} />
    </div>
  );
}
