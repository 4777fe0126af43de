// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import type { CertificateWhole } from '@lilong/contracts/certificates';
import { type DocumentFacts, paragraphsOf } from '@lilong/contracts/item-documents';
import type { ReactNode } from 'react';
import { dayOf } from '../moment.ts';
import { useLanguage } from '../words.tsx';
import { DocumentText } from './DocumentText.tsx';
import { useReceiptWords } from './words.ts';

interface ReceiptDocumentProps {
  readonly receipt: Receipt;
  readonly document: NonNullable<Receipt['document']>;
}

/** 决定书: as it was signed, in Chinese; for whoever reads English the same from the English template below it. */
export function ReceiptDocument({ receipt, document }: ReceiptDocumentProps): ReactNode {
  const t = useReceiptWords();
  const english = useLanguage() === 'en';
  const { letter } = receipt;
  if (letter === null) return <FromTemplate receipt={receipt} document={document} />;
  return (
    <>
      <Signed letter={letter} />
      {english && document.textEn !== undefined && (
        <section className="receipt-box receipt-translation">
          <h3>{t('receipt.translation')}</h3>
          <FromTemplate receipt={receipt} document={document} />
        </section>
      )}
    </>
  );
}

function Signed({ letter }: { readonly letter: CertificateWhole }): ReactNode {
  const t = useReceiptWords();
  const { state, revokedOn, reason, text, issuerName, on } = letter;
  return (
    <>
      {state === 'revoked' && (
        <p className="receipt-box">
          {t('receipt.letter-over', { day: revokedOn ?? '', reason: reason ?? '' })}
        </p>
      )}
      <div lang="zh-CN">
        <DocumentText paragraphs={text?.split('\n') ?? []} office={issuerName} day={on} />
      </div>
    </>
  );
}

/** The template of the matter's version, with what was decided in its slots. */
function FromTemplate({ receipt, document }: ReceiptDocumentProps): ReactNode {
  const english = useLanguage() === 'en';
  const { decision, itemName, itemNameEn, decideName } = receipt;
  const day = decision === null ? '' : dayOf(new Date(decision.at));
  const facts: DocumentFacts = {
    ...{ applicant: receipt.name, number: receipt.ref, office: decideName, day },
    item: english ? (itemNameEn ?? itemName) : itemName,
    ...{ result: document.result, law: document.law },
    ...{ reason: decision?.reason ?? '', remedy: decision?.remedy ?? '' },
  };
  const text = english ? (document.textEn ?? document.text) : document.text;
  return <DocumentText paragraphs={paragraphsOf(text, facts)} office={decideName} day={day} />;
}
