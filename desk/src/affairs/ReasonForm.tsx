// SPDX-License-Identifier: Apache-2.0
import type { askExtension, resumeAffair, suspendAffair } from '@lilong/contracts/affair-work';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { wordsOf } from './acts.ts';
import { useWriting } from './drafts.ts';
import { SaidForm } from './SaidForm.tsx';
import { useAct } from './use-act.ts';

type ByReason = typeof suspendAffair | typeof resumeAffair | typeof askExtension;
interface ReasonFormProps extends ActFormProps {
  readonly act: 'suspend' | 'resume' | 'ask_extension';
  readonly route: ByReason;
}

/** An act that asks why, and nothing more. */
export function ReasonForm({ act, route, page, onDone, onCancel }: ReasonFormProps): ReactNode {
  const t = useT();
  const writing = useWriting(page.ref, act);
  const acting = useAct(route, page, () => {
    writing.forget();
    onDone();
  });
  return (
    <SaidForm
      title={t(wordsOf(act))}
      asks={[{ name: 'reason' }]}
      writing={writing}
      acting={acting}
      blocked={page.can[act] !== true}
      onSubmit={() => void acting.send({ reason: writing.draft.reason?.trim() ?? '' })}
      onCancel={onCancel}
    />
  );
}
