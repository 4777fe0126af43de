// SPDX-License-Identifier: Apache-2.0
// What can be done with all papers that are chosen. Pure.
import { type PaperAct, type PaperLine, paperActs } from '@lilong/contracts/affair-papers';

export const idOf = ({ ref, key }: Pick<PaperLine, 'ref' | 'key'>): string => `${ref} ${key}`;

/** Acts that each of them permits. */
export const actsOf = (papers: readonly PaperLine[]): PaperAct[] =>
  papers.length === 0
    ? []
    : paperActs.filter((act) => papers.every(({ can }) => can[act] === true));

/** Offices that work on the matter of each of them. */
export function targetsOf(papers: readonly PaperLine[]): PaperLine['to'] {
  const [first, ...rest] = papers;
  return (first?.to ?? []).filter(({ organisation }) =>
    rest.every(({ to }) => to.some((one) => one.organisation === organisation)),
  );
}
