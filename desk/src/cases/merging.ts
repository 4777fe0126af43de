// SPDX-License-Identifier: Apache-2.0
import { caseStates } from '@lilong/contracts/case-flow';
import type { CaseLine } from '@lilong/contracts/case-shapes';

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
