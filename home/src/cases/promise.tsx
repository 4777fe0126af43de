// SPDX-License-Identifier: Apache-2.0
import type { MyReport } from '@lilong/contracts/cases';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

type Promised = Pick<
  MyReport,
  'state' | 'solveDue' | 'dueAt' | 'pausedUntil' | 'provisional' | 'late'
>;
interface StandingProps {
  /** A report; or the receipt of one, which nobody asked about or took back yet. */
  readonly report: Promised & Partial<Pick<MyReport, 'question' | 'needsRating' | 'withdrawn'>>;
  /** Known on the page of one report, not in lists. */
  readonly outcome?: string | null;
}

/** Where it stands and what is promised, in one sentence. Colour is never alone: the words say the same. */
export function Standing({ report, outcome }: StandingProps): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  const { state, question = null, needsRating = false, withdrawn = false } = report;
  const { late, dueAt, pausedUntil } = report;
  if (withdrawn) return <b className="tone plain">{t('timeline.withdrawn')}</b>;
  if (question !== null) return <b className="tone soon">{t('my.asked')}</b>;
  if (needsRating && state === 'forced_close')
    return <b className="tone plain">{t('my.rate-stopped')}</b>;
  if (needsRating) return <b className="tone done">{t('my.rate-me')}</b>;
  if (pausedUntil !== null)
    return <b className="tone plain">{t('promise.paused', { when: sayMoment(pausedUntil) })}</b>;
  const when = dueAt === null ? undefined : sayMoment(dueAt);
  const promise = report.solveDue === null ? 'promise.answer' : 'promise.solve';
  return (
    <>
      <b className={`tone ${toneOf(report)}`}>{t(plainState(state, outcome))}</b>
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

/** A reason is below only on the page of one report. */
function plainState(state: MyReport['state'], outcome: string | null | undefined) {
  if (state === 'not_accepted' && outcome === undefined) return 'my.goes-no-further';
  return `state.plain.${state}` as const;
}

const SOON_MS = 4 * 3_600_000;

/** Colour only where it means something: done, late, or due within hours. */
function toneOf({ state, late, dueAt }: Promised): 'done' | 'plain' | 'late' | 'soon' {
  if (state === 'closed') return 'done';
  if (dueAt === null) return 'plain';
  if (late) return 'late';
  return Date.parse(dueAt) - Date.now() < SOON_MS ? 'soon' : 'plain';
}
