// SPDX-License-Identifier: Apache-2.0
import type { Loaded } from './load.ts';

/** One line that a bench prints: `name value unit`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}
/** What a bench found. `ratio` is printed last. */
export interface Found {
  readonly figures: readonly Figure[];
  readonly ratio: number;
}

/**
 * Measures several by turns, A B A B …, so that a neighbour's noise meets all of them, and takes the round
 * of each that is the median by speed or by p99. The first round warms up and does not count.
 */
export async function byTurns<S extends string>(
  rounds: number,
  sides: Readonly<Record<S, () => Promise<Loaded>>>,
  by: 'perSecond' | 'p99' = 'perSecond',
): Promise<Record<S, Loaded>> {
  const names = Object.keys(sides) as S[]; // Object.keys forgets
  const found = new Map(names.map((name) => [name, [] as Loaded[]]));
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const loaded = await sides[name]();
      mustAllBe(200, loaded);
      if (round > 0) found.get(name)?.push(loaded);
    }
  const middle = names.map((name) => [name, median(found.get(name) ?? [], by)]);
  return Object.fromEntries(middle) as Record<S, Loaded>;
}

function median(rounds: readonly Loaded[], by: 'perSecond' | 'p99'): Loaded {
  const sorted = rounds.toSorted((a, b) => a[by] - b[by]);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('no round was measured');
  return middle;
}

/** A bench that measures refusals measures nothing. */
export function mustAllBe(status: number, { statuses }: Loaded): void {
  const others = [...statuses].filter(([found]) => found !== status);
  if (others.length > 0) throw new Error(`replies that are not ${status}: ${others.join(' ')}`);
}

export function figure(name: string, value: number, unit: string): Figure {
  return { name, value, unit };
}
