// SPDX-License-Identifier: Apache-2.0
// Pure: figures from sums of the tally; small ones hidden so that none can be told from the others.
import type { LoadFigures } from '@lilong/contracts/affair-load';
import { hideSmall } from '../kernel/hide.ts';
import type { Sum } from './load-queries.ts';

const counted = ['incoming', 'running', 'paused', 'late', 'handed', 'decided'] as const;
type Counted = Record<(typeof counted)[number], number>;
type OneSum = Pick<Sum, 'what' | 'recent' | 'days' | 'n'>;

/** What is known of one item or office, nothing hidden. */
export interface Load extends Counted {
  /** Decided in the weeks that are looked back over, by the days that each took. */
  readonly took: ReadonlyMap<number, number>;
}

export function loadOf(sums: readonly OneSum[], late: number): Load {
  const sum = (fits: (one: OneSum) => boolean) =>
    sums.reduce((all, one) => (fits(one) ? all + one.n : all), 0);
  const took = new Map<number, number>();
  for (const { what, days, n } of sums)
    if (what === 'decided') took.set(days, (took.get(days) ?? 0) + n);
  return {
    incoming: sum(({ what }) => what === 'incoming'),
    running: sum(({ what }) => what === 'running'),
    paused: sum(({ what }) => what === 'paused'),
    handed: sum(({ what, recent }) => what === 'handed' && recent),
    decided: sum(({ what, recent }) => what === 'decided' && recent),
    ...{ late, took },
  };
}

export function added(loads: readonly Load[]): Load {
  const took = new Map<number, number>();
  for (const load of loads)
    for (const [days, n] of load.took) took.set(days, (took.get(days) ?? 0) + n);
  const sums = counted.map((name) => [name, loads.reduce((all, one) => all + one[name], 0)]);
  return { ...(Object.fromEntries(sums) as Counted), took }; // all of its names
}

/** Half took no longer than so many days; undefined when nothing was decided. */
export function medianOf(took: ReadonlyMap<number, number>): number | undefined {
  const all = [...took.values()].reduce((sum, n) => sum + n, 0);
  let passed = 0;
  for (const [days, n] of [...took].sort(([one], [other]) => one - other)) {
    passed += n;
    if (n > 0 && passed * 2 >= all) return days;
  }
  return undefined;
}

/**
 * The loads of one whole whose sum is told beside them. Each count below `fewest` is hidden, with whatever would tell it; a
 * median and a pace only stand where enough was decided and nothing of it is hidden.
 */
export function figuresOf(loads: readonly Load[], fewest: number, weeks: number): LoadFigures[] {
  const shown = counted.map(
    (name) =>
      [
        name,
        hideSmall(
          loads.map((one) => one[name]),
          fewest,
        ),
      ] as const,
  );
  return loads.map((load, at) => {
    const counts = Object.fromEntries(shown.map(([name, of]) => [name, of[at] ?? null]));
    const told = counts as Record<keyof Counted, number | null>; // all of its names
    return { ...told, ...paceOf(load, told, fewest, weeks) };
  });
}

function paceOf(
  { took, incoming, running, paused }: Load,
  told: Readonly<Record<keyof Counted, number | null>>,
  fewest: number,
  weeks: number,
): Pick<LoadFigures, 'medianDays' | 'weeksOfWork'> {
  const decided = [...took.values()].reduce((all, n) => all + n, 0);
  if (decided < fewest) return { medianDays: null, weeksOfWork: null };
  const open = [told.incoming, told.running, told.paused].includes(null)
    ? null
    : incoming + running + paused;
  return {
    medianDays: medianOf(took) ?? null,
    weeksOfWork: open === null ? null : Math.round((open / (decided / weeks)) * 10) / 10,
  };
}
