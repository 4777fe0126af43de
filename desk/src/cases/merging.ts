// SPDX-License-Identifier: Apache-2.0
import { caseStates } from '@lilong/contracts/case-flow';
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { metresBetween } from './metres.ts';

/** The case that others best join: the one that has come furthest, and of those the oldest. */
export function furthest<L extends Pick<CaseLine, 'state' | 'reportedAt'>>(
  lines: readonly L[],
): L | undefined {
  const steps = ({ state }: L) => caseStates.indexOf(state);
  const [first] = lines.toSorted(
    (a, b) => steps(b) - steps(a) || a.reportedAt.localeCompare(b.reportedAt),
  );
  return first;
}

type Placed = Pick<CaseLine, 'ref' | 'category' | 'point'>;
/** Of the same category counts as that much nearer. That neither has one yet says nothing. */
const kinMetres = 500;

/** The twelve that are most likely the same thing. */
export function nearestFirst<L extends Placed>(from: Placed, lines: readonly L[]): L[] {
  const far = Number.MAX_SAFE_INTEGER;
  const isKin = ({ category }: L) => category !== null && category === from.category;
  const measure = (line: L) =>
    (metresBetween(line.point, from.point) ?? far) - (isKin(line) ? kinMetres : 0);
  return lines
    .filter(({ ref }) => ref !== from.ref)
    .toSorted((a, b) => measure(a) - measure(b))
    .slice(0, 12);
}
