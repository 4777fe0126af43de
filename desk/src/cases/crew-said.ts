// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';

interface CrewSaid {
  readonly words: string | undefined;
  /** They showed the work too: nobody has to go there again for a picture. */
  readonly shown: boolean;
}

type Known = Pick<CasePage, 'flow' | 'photos'> & { readonly line: Pick<CasePage['line'], 'state'> };

/** What the crew handed in, while the officer has not answered it: it stands for 报完成 as well. */
export function crewSaid({ line, flow, photos }: Known): CrewSaid | undefined {
  const done = flow.findLast(({ move }) => move === 'crew_done');
  if (line.state !== 'handle_finish' || done === undefined) return undefined;
  return {
    words: done.words ?? undefined,
    shown: photos.some(({ kind, at }) => kind === 'after' && at >= done.at),
  };
}
