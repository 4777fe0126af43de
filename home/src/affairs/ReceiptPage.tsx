// SPDX-License-Identifier: Apache-2.0
import { printMyReceipt, type Receipt } from '@lilong/contracts/affair-receipts';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { ReceiptPrinter } from '@lilong/ui/receipt/ReceiptPrinter.tsx';
import { ReceiptSheet } from '@lilong/ui/receipt/ReceiptSheet.tsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { useWho } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { useBy, usePathOf } from './acting.ts';
import './affairs.css';

/** The receipt of one's own matter, as the window prints it. */
export function ReceiptPage(): ReactNode {
  const ref = useInAddress('ref');
  return (
    <ResidentOnly>
      {() => (
        <WithAffairWords>
          <One key={ref} affair={ref} />
        </WithAffairWords>
      )}
    </ResidentOnly>
  );
}

/** A helper's too, with the name masked. */
export function One({ affair }: { readonly affair: string }): ReactNode {
  const t = useAffairT();
  const by = useBy();
  const pathOf = usePathOf();
  const { send, reply, refusal } = useWrite(printMyReceipt);
  const made = useRef(false);
  useEffect(() => {
    if (made.current) return;
    made.current = true;
    void send({ ref: affair, ...by });
  }, [send, affair, by]);
  if (refusal !== undefined)
    return <RetryLater refusal={refusal} again={() => void send({ ref: affair, ...by })} />;
  if (reply === undefined) return <Opening />;
  return (
    <article className="page narrow">
      <h1>{t('mine.receipt-title')}</h1>
      <Sheet receipt={reply} />
      <p className="aside">
        <Link to={pathOf(affair)}>{t('mine.receipt-back')}</Link>
      </p>
    </article>
  );
}

function Sheet({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const t = useAffairT();
  const { demo } = useWho();
  const [out, setOut] = useState<Receipt>();
  return (
    <>
      <div className="card receipt-card">
        <ReceiptSheet receipt={receipt} paper="80" demo={demo} />
      </div>
      <button type="button" className="button main wide" onClick={() => setOut({ ...receipt })}>
        <Icon name="printer" size="1.2em" />
        {t('mine.print')}
      </button>
      {receipt.letter !== null && (
        <Link className="button wide" to={`/certificates/${receipt.letter.ref}`}>
          <Icon name="document" size="1.2em" />
          {t('mine.letter')}
        </Link>
      )}
      {out !== undefined && <ReceiptPrinter receipt={out} paper="a5" demo={demo} />}
    </>
  );
}
