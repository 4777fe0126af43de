// SPDX-License-Identifier: Apache-2.0

import { endStates } from '@lilong/contracts/case-flow';
import type { MyReport } from '@lilong/contracts/cases';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

/** The outcome of a report that its reporter took back. */
export const WITHDRAWN = 'withdrawn';

interface StandingProps {
  readonly report: MyReport;
  /** Known on the page of one report, not in lists. */
  readonly outcome?: string | null;
}

/** Where it stands and what is promised, in one sentence. Colour is never alone: the words say the same. */
export function Standing({ report, outcome }: StandingProps): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  const { state, question, needsRating, late } = report;
  if (question !== null) return <b className="tone soon">{t('my.asked')}</b>;
  if (needsRating) return <b className="tone done">{t('my.rate-me')}</b>;
  const ended = endStates.includes(state);
  const due = report.solveDue ?? (report.answeredAt === null ? report.answerDue : null);
  const when = due === null || ended ? undefined : sayMoment(due);
  const promise = report.solveDue === null ? 'promise.answer' : 'promise.solve';
  return (
    <>
      <b className={`tone ${toneOf(report, due)}`}>{t(plainState(state, outcome))}</b>
      {when !== undefined && (
        <span className={late ? 'tone late' : undefined}>
          {t('promise.and')}
          {t(late ? 'promise.late' : promise, { when })}
          {report.provisional && t('promise.may-move')}
        </span>
      )}
    </>
  );
}

/** Withdrawn and declined are one state of the office, and two things to a reporter. */
function plainState(state: MyReport['state'], outcome: string | null | undefined) {
  if (state === 'not_accepted' && outcome === undefined) return 'my.goes-no-further';
  if (state === 'not_accepted' && outcome === WITHDRAWN) return 'timeline.withdrawn';
  return `state.plain.${state}` as const;
}

const SOON_MS = 4 * 3_600_000;

/** Colour only where it means something: done, late, or due within hours. */
function toneOf({ state, late }: MyReport, due: string | null): 'done' | 'plain' | 'late' | 'soon' {
  if (state === 'closed') return 'done';
  if (endStates.includes(state) || due === null) return 'plain';
  if (late) return 'late';
  return Date.parse(due) - Date.now() < SOON_MS ? 'soon' : 'plain';
}
