// SPDX-License-Identifier: Apache-2.0
import { refresh } from '@lilong/ui/client.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { cancel } from '../outbox/send.ts';
import { useOutboxChanged } from '../outbox/use-outbox.ts';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { useDraft } from './draft.ts';
import { ReportForm } from './ReportForm.tsx';
import { KeptForLater, Sent } from './Sent.tsx';
import type { Outcome } from './sending.ts';
import './report.css';

export function ReportPage(): ReactNode {
  return <ResidentOnly>{(known) => <Report known={known} />}</ResidentOnly>;
}

/** A waiting report is changed in its own place: an unfinished form stays as it was. */
export function ChangePage(): ReactNode {
  const key = useInAddress('key');
  return <ResidentOnly>{(known) => <Report key={key} known={known} from={key} />}</ResidentOnly>;
}

interface ReportProps {
  readonly known: Known;
  readonly from?: string;
}
function Report({ known, from }: ReportProps): ReactNode {
  const { draft, change, forget } = useDraft(known.account, from);
  const [outcome, setOutcome] = useState<Outcome>();
  const queries = useQueryClient();
  const outboxChanged = useOutboxChanged();
  async function finish(reached: Outcome): Promise<void> {
    await forget();
    if (from !== undefined && reached.kind === 'sent') await cancel(from); // joined to a neighbour's
    setOutcome(reached);
    await Promise.all([outboxChanged(), refresh(queries, 'my'), refresh(queries, 'me')]);
  }
  if (outcome?.kind === 'sent') return <Sent receipt={outcome.receipt} />;
  if (outcome?.kind === 'waiting') return <KeptForLater known={known} />;
  if (draft === undefined) return <Opening />;
  return <ReportForm known={known} draft={draft} onChange={change} onDone={finish} from={from} />;
}
