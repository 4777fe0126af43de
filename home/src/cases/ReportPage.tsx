// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/cases';
import { refresh } from '@lilong/ui/client.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useOutboxChanged } from '../outbox/use-outbox.ts';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useDraft } from './draft.ts';
import { ReportForm } from './ReportForm.tsx';
import { KeptForLater, Sent } from './Sent.tsx';
import './report.css';

export function ReportPage(): ReactNode {
  return <ResidentOnly>{(known) => <Report known={known} />}</ResidentOnly>;
}

type Outcome = { readonly kind: 'sent'; readonly receipt: Receipt } | { readonly kind: 'waiting' };

function Report({ known }: { known: Known }): ReactNode {
  const { draft, change, forget } = useDraft(known.account);
  const [outcome, setOutcome] = useState<Outcome>();
  const queries = useQueryClient();
  const outboxChanged = useOutboxChanged();
  async function finish(reached: Outcome): Promise<void> {
    await forget();
    setOutcome(reached);
    await Promise.all([outboxChanged(), refresh(queries, 'my'), refresh(queries, 'me')]);
  }
  if (outcome?.kind === 'sent') return <Sent receipt={outcome.receipt} />;
  if (outcome?.kind === 'waiting') return <KeptForLater committee={known.committee} />;
  if (draft === undefined) return <Opening />;
  return <ReportForm known={known} draft={draft} onChange={change} onDone={finish} />;
}
