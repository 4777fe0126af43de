// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import type { ReactNode } from 'react';
import { dayOf } from '../moment.ts';
import { lastDay, useReceiptLimit, useReceiptWords } from './words.ts';

/** Who applied, which offices do what, and by when. */
export function ReceiptFacts({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const t = useReceiptWords();
  const { receiveName, acceptName, decideName, deliverBy, deliverName, provisional } = receipt;
  const deliver = deliverBy === 'window' ? `${t('delivery.window')} · ${deliverName}` : undefined;
  return (
    <dl>
      <Fact name={t('receipt.applicant')}>{receipt.name}</Fact>
      {receipt.helperName !== null && <Fact name={t('receipt.helper')}>{receipt.helperName}</Fact>}
      <Fact name={t('receipt.department')}>{receipt.departmentName}</Fact>
      <Fact name={t('receipt.received')}>
        {[receiveName ?? t('affairchannel.home'), dayWhen(receipt.receivedAt ?? receipt.appliedAt)]}
      </Fact>
      <Fact name={t('receipt.accepted')}>{[acceptName, dayWhen(receipt.acceptedAt)]}</Fact>
      <Fact name={t('receipt.decides')}>{decideName === acceptName ? '' : decideName}</Fact>
      <Fact name={t('receipt.promise')}>{usePromise(receipt)}</Fact>
      <Fact name={t('receipt.legal')}>{useLegal(receipt)}</Fact>
      <Fact name={t('receipt.delivers')}>
        {deliverBy === null ? '' : (deliver ?? t(`delivery.${deliverBy}`))}
      </Fact>
      {provisional && <p>{t('receipt.provisional')}</p>}
    </dl>
  );
}

const dayWhen = (at: string | null): string => (at === null ? '' : dayOf(new Date(at)));

function usePromise({ kind, clock, dueAt, promised }: Receipt): string {
  const t = useReceiptWords();
  const limit = useReceiptLimit()(promised);
  if (kind === 'not_accepted' || kind === 'over') return '';
  if (clock === 'stopped') return t('receipt.stopped', { limit });
  if (clock === 'promise' && dueAt !== null)
    return t('receipt.promise-by', { day: lastDay(dueAt), limit });
  return limit;
}

function useLegal({ kind, legal, legalDueAt }: Receipt): string {
  const t = useReceiptWords();
  const limit = useReceiptLimit();
  if (legal === null || kind === 'not_accepted' || kind === 'over') return '';
  if (legalDueAt === null) return limit(legal);
  return t('receipt.promise-by', { day: lastDay(legalDueAt), limit: limit(legal) });
}

interface FactProps {
  readonly name: string;
  readonly children: string | readonly string[];
}
function Fact({ name, children }: FactProps): ReactNode {
  const said = [children].flat().filter((one) => one !== '');
  if (said.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{said.join(' · ')}</dd>
    </div>
  );
}
