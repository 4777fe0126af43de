// SPDX-License-Identifier: Apache-2.0
import { type CaseState, progressSteps } from '@lilong/contracts/case-flow';
import type { CasePage, FlowEntry } from '@lilong/contracts/case-shapes';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

type Step = (typeof progressSteps)[number];

/** The step that is being waited for. */
const waitingFor: Record<CaseState, Step | undefined> = {
  reported: 'register',
  pending_verify: 'register',
  pending_register: 'register',
  pending_dispatch: 'dispatch',
  pending_handle: 'handle',
  handling: 'handle',
  handle_finish: 'handle',
  pending_check: 'check',
  pending_close: 'close',
  closed: undefined,
  forced_close: undefined,
  not_accepted: undefined,
};
/** Moves that complete a step. */
const completes: Record<Step, readonly string[]> = {
  report: ['report'],
  register: ['register'],
  dispatch: ['dispatch', 'rule'],
  handle: ['finish'],
  check: ['pass'],
  close: ['close', 'force_close', 'self_handle'],
};

/** 报事 09:12 — 立案 09:26 — **派遣** — 处置 — 核查 — 结案 */
export function Progress({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const { line, flow } = page;
  if (line.state === 'not_accepted') return null;
  const now = waitingFor[line.state];
  const at = now === undefined ? progressSteps.length : progressSteps.indexOf(now);
  return (
    <ol className="progress" aria-label={t('case.progress')}>
      {progressSteps.map((step, order) => {
        const entry = lastOf(flow, step, line.round);
        const skipped = now === undefined && entry === undefined && step !== 'report';
        return (
          <li
            key={step}
            className={toneOf(skipped ? 1 : order - at)}
            aria-current={step === now ? 'step' : undefined}
          >
            <span>{t(`step.${step}`)}</span>{' '}
            {order < at && <StepTime at={step === 'report' ? line.reportedAt : entry?.at} />}
          </li>
        );
      })}
    </ol>
  );
}

/** A case that was handled at once, or closed by order, never took some of the steps. */
function toneOf(distance: number): string {
  if (distance < 0) return 'progress-done';
  return distance === 0 ? 'progress-now' : '';
}

function lastOf(flow: readonly FlowEntry[], step: Step, round: number): FlowEntry | undefined {
  return flow.findLast((entry) => entry.round === round && completes[step].includes(entry.move));
}

function StepTime({ at }: { readonly at: string | undefined }): ReactNode {
  const say = useMoment();
  return at === undefined ? null : <time dateTime={at}>{say(at)}</time>;
}
