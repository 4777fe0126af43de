// SPDX-License-Identifier: Apache-2.0
// What the simulated month assumes. All of it 示例 (里弄自拟，2026-11) but where a source is named; none of it was chosen by what the
// estimate makes of it.

export interface HallKind {
  readonly name: string;
  /** People on a working day. */
  readonly people: number;
  readonly windows: readonly (readonly string[])[];
  /** A matter takes so many times what is usual there: the catalogue is the city's, not the hall's. */
  readonly pace: number;
}
const common = ['general', 'insurance', 'residence', 'other'];

/**
 * Ten million acceptances a year in 287 halls (docs/sources.md) are some 140 on a working day. A busy hall has twice as many, a small one
 * half. Windows are those that server/src/counters/generate/centres.ts makes; in the usual hall two of the eight have no clerk, in the
 * small one, a sub-centre, one of the four.
 */
const eight = [
  ...[common, common, common, ['insurance', 'general'], ['residence', 'general']],
  ...[['assistance', 'general'], ['veterans', 'other', 'general'], common],
];
export const halls: readonly HallKind[] = [
  { name: 'usual', people: 140, windows: eight.slice(0, 6), pace: 1.1 },
  { name: 'busy', people: 280, windows: eight, pace: 0.9 },
  {
    name: 'small',
    people: 70,
    windows: [common, common, [...common, 'assistance', 'veterans']],
    pace: 1.2,
  },
];

export const assumed = {
  /** Working days 8:30–16:30, the two others of a week 8:30–11:30 (published 2018, docs/sources.md). Minutes of the day. */
  opens: 510,
  closes: 990,
  closesAtWeekend: 690,
  days: 30,
  /** People of a weekend morning as a part of those of a working day. */
  weekend: 0.3,
  /** Part of the day's people in each hour from the opening on; a part stands at the door. */
  hours: [0.18, 0.2, 0.15, 0.07, 0.08, 0.14, 0.12, 0.06],
  atTheDoor: 0.05,
  /** From day to day. */
  daySpread: 0.15,
  mix: { general: 35, insurance: 30, residence: 20, other: 8, assistance: 4, veterans: 3 },
  second: 0.1,
  /** 37 % of those registered are 60 or older; most of them come for themselves. */
  priority: 0.25,
  /**
   * How long a matter takes is lognormal (as service times of a bank's telephone centre were: Brown et al., Journal of the American
   * Statistical Association 100, 2005); the standard deviation is so many times the mean.
   */
  spread: 0.7,
  /** Clerks differ. */
  clerkSpread: 0.15,
  /** Minutes from the call until somebody sits down. */
  walks: [0.5, 1.5],
  /** Seconds between one person and the next call. */
  between: [0, 30],
  /** Parts of those who took a number: gave it up within half an hour; do not come when called, which takes minutes. */
  givesUp: 0.03,
  givesUpWithin: 30,
  absent: 0.04,
  absentTakes: 3,
  /** Put aside after a part of the service; handed over to another class after a part of it. */
  parks: 0.03,
  parkedAfter: 0.4,
  parkedFor: 15,
  transfers: 0.03,
  transferredAfter: 0.3,
  /** Clerks eat one half after the other, and twice a day each window rests at some time. */
  noon: [690, 735, 780],
  rests: 10,
  lateOpening: 5,
} as const;
