// SPDX-License-Identifier: Apache-2.0
import type { CasePage, FlowEntry } from '@lilong/contracts/case-shapes';

type Known = Pick<CasePage, 'flow'> & {
  readonly line: Pick<CasePage['line'], 'adjudication' | 'handedBack' | 'round'>;
};

/** Why the case came back: every return of this round for whoever rules, the last one for whoever sends it on. */
export function comebacks({ line, flow }: Known): readonly FlowEntry[] {
  const last = line.handedBack ? flow.findLast(({ kind }) => kind === 'return') : undefined;
  if (!line.adjudication) return last === undefined ? [] : [last];
  const returns = flow.filter(({ move, round }) => move === 'return' && round === line.round);
  return last === undefined || returns.includes(last) ? returns : [last, ...returns];
}
