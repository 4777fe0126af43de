// SPDX-License-Identifier: Apache-2.0
// Pure rules of extension (延期) and suspension (挂账): docs/domain/cases.md, after domain facts 2.2.1, rules 6 and 7.
import { type Calendar, parseLimit } from '../kernel/calendar.ts';
import { solveBy } from './promises.ts';
import type { CasePatch, CaseRow } from './tables.ts';

export type DelayKind = 'extension' | 'suspension';
/** Why a delay is not possible; the words of `cases.delay-not-possible` know each. */
export type NoDelay = 'late' | 'used' | 'waiting' | 'too_long' | 'past' | 'lead' | 'state';

export interface DelayAsked {
  readonly kind: DelayKind;
  readonly until: Date;
}
export interface DelayFacts {
  readonly calendar: Calendar;
  readonly now: Date;
  /** How often one case may be extended. */
  readonly mostExtensions: number;
}

/** Why this delay cannot be asked for now; undefined when it can. */
export function hindrance(row: CaseRow, asked: DelayAsked, facts: DelayFacts): NoDelay | undefined {
  const inHand = row.state === 'pending_handle' || row.state === 'handling';
  if (!inHand || row.paused_until !== null || row.solve_due === null) return 'state';
  if (row.solve_due <= facts.now) return 'late';
  const used = asked.kind === 'extension' ? row.extensions : row.suspensions;
  if (used >= (asked.kind === 'extension' ? facts.mostExtensions : 1)) return 'used';
  return asked.kind === 'extension' ? noExtension(row, asked.until, facts) : noPause(asked, facts);
}

function noExtension(row: CaseRow, until: Date, { calendar, now }: DelayFacts) {
  if (until <= now || (row.solve_due !== null && until <= row.solve_due)) return 'past';
  return extendedTo(calendar, row, until) === undefined ? 'too_long' : undefined;
}
function noPause({ until }: DelayAsked, { now }: DelayFacts) {
  if (until <= now) return 'past';
  return until > yearAfter(now) ? 'too_long' : undefined;
}

/** A suspension lasts a year at most. */
function yearAfter(now: Date): Date {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() + 1);
  return then;
}

type Delayed = Pick<CaseRow, 'organisation' | 'solve_limit' | 'dispatched_at' | 'extra' | 'pauses'>;

/** The last moment that one more extension can reach; an hour limit is extended by hours. */
export function longestExtension(
  calendar: Calendar,
  row: Delayed,
): { latest: Date; byHour: boolean } | undefined {
  if (row.solve_limit === null || row.dispatched_at === null) return undefined;
  const { amount, kind } = parseLimit(row.solve_limit);
  const { solve_due } = solveBy(calendar, row.dispatched_at, { ...row, extra: row.extra + amount });
  if (!(solve_due instanceof Date)) return undefined;
  return { latest: solve_due, byHour: kind === 'urgent_hour' || kind === 'work_hour' };
}

/**
 * The fewest units beyond the limit that reach `until`, counted from the same start.
 * At most the original limit again per approval.
 */
export function extendedTo(calendar: Calendar, row: Delayed, until: Date): CasePatch | undefined {
  if (row.solve_limit === null || row.dispatched_at === null) return undefined;
  const { amount } = parseLimit(row.solve_limit);
  for (let more = 1; more <= amount; more++) {
    const patch = solveBy(calendar, row.dispatched_at, { ...row, extra: row.extra + more });
    if (patch.solve_due instanceof Date && patch.solve_due >= until) return patch;
  }
  return undefined;
}
