// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import type { ReactNode } from 'react';
import { Mark } from '../Icons.tsx';
import { dayOf } from '../moment.ts';
import { useLanguage } from '../words.tsx';
import { ReceiptDocument } from './ReceiptDocument.tsx';
import { ReceiptFacts } from './ReceiptFacts.tsx';
import { officeOf, ReceiptFoot } from './ReceiptFoot.tsx';
import { ReceiptPapers } from './ReceiptPapers.tsx';
import { lastDay, unbroken, useReceiptWords } from './words.ts';
import './receipt.css';

/** Sheets of A4 and A5, and a roll of 80 mm, of which 72 mm are printed. */
export const papers = ['a5', 'a4', '80'] as const;
export type Paper = (typeof papers)[number];

interface ReceiptSheetProps {
  readonly receipt: Receipt;
  readonly paper: Paper;
  /** Says that it proves nothing. */
  readonly demo: boolean;
}

/** 受理凭证, as it is printed: what was handed over, what is missing, by when, where one asks and what one can do. */
export function ReceiptSheet({ receipt, paper, demo }: ReceiptSheetProps): ReactNode {
  const t = useReceiptWords();
  const said = useSaid(receipt);
  return (
    <article className="receipt-sheet" data-paper={paper}>
      <header>
        <Mark size={30} />
        <div>
          <p lang="zh-CN">{officeOf(receipt)}</p>
          <h2>{useTitle(receipt)}</h2>
        </div>
        <p className="receipt-no">
          <small>{t(receipt.letter === null ? 'receipt.no' : 'receipt.letter-no')}</small>
          <b>{receipt.letter?.ref ?? receipt.ref}</b>
        </p>
      </header>
      {demo && <p className="receipt-demo">{t('receipt.demo')}</p>}
      {receipt.document === null ? (
        <>
          <p className="receipt-says">{said}</p>
          <ReceiptFacts receipt={receipt} />
          <ReceiptPapers receipt={receipt} />
          <Decision receipt={receipt} />
        </>
      ) : (
        <ReceiptDocument receipt={receipt} document={receipt.document} />
      )}
      <ReceiptFoot receipt={receipt} demo={demo} />
    </article>
  );
}

function useTitle({ kind, document }: Receipt): string {
  const t = useReceiptWords();
  const english = useLanguage() === 'en';
  if (document === null) return t(`receipt.kind.${kind}`);
  return english ? (document.titleEn ?? document.title) : document.title;
}

/** The sentence that it is all about. */
function useSaid(receipt: Receipt): string {
  const t = useReceiptWords();
  const english = useLanguage() === 'en';
  const { kind, correction, decision, dueAt } = receipt;
  const at = { received: receipt.receivedAt ?? receipt.appliedAt, over: decision?.at };
  const day = kind === 'received' || kind === 'over' ? at[kind] : receipt.acceptedAt;
  const until = kind === 'correction' ? correction?.until : dueAt;
  return t(`receipt.says.${kind}`, {
    item: english ? (receipt.itemNameEn ?? receipt.itemName) : receipt.itemName,
    day: day == null ? '' : unbroken(dayOf(new Date(day))),
    until: until == null ? '' : unbroken(lastDay(until)),
    state: t(`affair.${decision?.outcome ?? receipt.state}`),
  });
}

function Decision({ receipt: { decision } }: { readonly receipt: Receipt }): ReactNode {
  const t = useReceiptWords();
  if (decision === null) return null;
  const { reason, remedy } = decision;
  if (reason === null && remedy === null) return null;
  return (
    <dl className="receipt-box">
      {reason !== null && (
        <div>
          <dt>{t('receipt.reason')}</dt>
          <dd>{reason}</dd>
        </div>
      )}
      {remedy !== null && (
        <div>
          <dt>{t('receipt.remedy')}</dt>
          <dd>{remedy}</dd>
        </div>
      )}
    </dl>
  );
}
