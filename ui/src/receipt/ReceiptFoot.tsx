// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import type { ReactNode } from 'react';
import { shownAt } from '../moment.ts';
import { useReceiptWords } from './words.ts';

interface ReceiptFootProps {
  readonly receipt: Receipt;
  /** Says that it proves nothing. */
  readonly demo: boolean;
}

/** Whose sheet it is: a decision is of the office that decided. */
export const officeOf = ({ document, receiveName, acceptName, decideName }: Receipt): string =>
  document === null ? (receiveName ?? acceptName) : decideName;

/** What its code opens, where one asks, and by whom it was made out. */
export function ReceiptFoot({ receipt, demo }: ReceiptFootProps): ReactNode {
  const t = useReceiptWords();
  const { contact, printedAt } = receipt;
  return (
    <footer data-letter={receipt.letter !== null}>
      <Code receipt={receipt} />
      <div className="receipt-ask">
        <p>
          <b>{t('receipt.ask')}</b> {contact.phone} {contact.where} {contact.hours}
        </p>
        {contact.complaints !== null && (
          <p>
            <b>{t('receipt.complain')}</b> {contact.complaints}
          </p>
        )}
        <p className="receipt-by">
          {demo && <i>{t('receipt.sample')}</i>}
          <span>
            {t('receipt.by')} <b lang="zh-CN">{officeOf(receipt)}</b>
            <br />
            {t('receipt.day', { day: shownAt(new Date(printedAt)).replace('T', ' ') })}
          </span>
        </p>
        <p className="receipt-sign">{t('receipt.sign')}</p>
      </div>
    </footer>
  );
}

/** Of a letter it leads to the check of what was signed; of any other sheet to how far the matter is. */
function Code({ receipt: { letter, qrSvg } }: Pick<ReceiptFootProps, 'receipt'>): ReactNode {
  const t = useReceiptWords();
  const says = t(letter === null ? 'receipt.scan' : 'receipt.check');
  return (
    <div className="receipt-follow">
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(letter?.qrSvg ?? qrSvg)}`}
        alt={says}
      />
      <p>
        <b>{says}</b>
        <span>{t(letter === null ? 'receipt.scan-how' : 'receipt.check-how')}</span>
      </p>
    </div>
  );
}
