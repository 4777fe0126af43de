// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import { type DocumentFacts, paragraphsOf } from '@lilong/contracts/item-documents';
import type { ReactNode } from 'react';
import { dayOf } from '../moment.ts';
import { useLanguage } from '../words.tsx';
import { DocumentText } from './DocumentText.tsx';

interface ReceiptDocumentProps {
  readonly receipt: Receipt;
  readonly document: NonNullable<Receipt['document']>;
}

/** 决定书: the template of the matter's version, with what was decided in its slots. */
export function ReceiptDocument({ receipt, document }: ReceiptDocumentProps): ReactNode {
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
