// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import type { ReactNode } from 'react';
import { useLanguage } from '../words.tsx';
import { useReceiptWords } from './words.ts';

/** Each material and how it stands; and all that is missing, told once. */
export function ReceiptPapers({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const t = useReceiptWords();
  const english = useLanguage() === 'en';
  const { materials, correction, kind } = receipt;
  if (kind === 'over') return null;
  return (
    <>
      <section className="receipt-papers">
        <h3>{t('receipt.materials')}</h3>
        {materials.length === 0 && <p>{t('receipt.none')}</p>}
        <ol>
          {materials.map(({ key, name, nameEn, how, custodianName }) => (
            <li key={key} data-how={how}>
              <span>{english ? (nameEn ?? name) : name}</span>
              <span>
                {t(`given.${how}`)}
                {custodianName !== null && ` · ${t('receipt.custody', { name: custodianName })}`}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {correction !== null && kind === 'correction' && (
        <section className="receipt-box">
          <h3>{t('receipt.missing')}</h3>
          <ol>
            {correction.missing.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ol>
          {correction.words !== null && <p>{correction.words}</p>}
        </section>
      )}
    </>
  );
}
