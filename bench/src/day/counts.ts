// SPDX-License-Identifier: Apache-2.0
// How much a day of the whole city brings.

/** Acts of one working day. Sources: issue of the counter (over 10 million acceptances a year), 1,386,700 uses a day, docs/sources.md. */
export const wholeDay = {
  applications: 42_000,
  tickets: 140_000,
  reports: 30_000,
  reads: 1_400_000,
};
export type Kind = keyof typeof wholeDay;
export type Counts = Readonly<Record<Kind, number>>;

/** Half of the applications are handed in at home, the other half by somebody who took a ticket. */
export const atCounters = (applications: number): number => Math.floor(applications / 2);

export function dayOf(share: number): Counts {
  const of = (count: number): number => Math.round(count * share);
  return {
    applications: of(wholeDay.applications),
    tickets: of(wholeDay.tickets),
    reports: of(wholeDay.reports),
    reads: of(wholeDay.reads),
  };
}
