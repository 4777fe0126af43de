// SPDX-License-Identifier: Apache-2.0
import type { CaseMove } from '@lilong/contracts/case-flow';
import type { CasePage } from '@lilong/contracts/case-shapes';
import { crewSaid } from './crew-said.ts';

/** What a move form holds while it is written. */
export interface Draft {
  readonly category?: string | undefined;
  readonly condition?: number | undefined;
  readonly organisation?: number | undefined;
  readonly crew?: number | undefined;
  readonly reasonCode?: string | undefined;
  readonly ground?: string | undefined;
  readonly reason?: string | undefined;
  readonly words?: string | undefined;
  readonly outcome?: string | undefined;
  readonly closing?: string | undefined;
  readonly photos: readonly number[];
}

/** Forms begun and left, kept as long as the page lives. */
const drafts = new Map<string, Draft>();
const nameOf = (ref: string, move: CaseMove): string => `${ref} ${move}`;

/** What was begun before, else what the case itself suggests. */
export function readDraft(page: CasePage, move: CaseMove): Draft {
  const { line } = page;
  return (
    drafts.get(nameOf(line.ref, move)) ?? {
      photos: [],
      ...(move === 'register' && line.category !== null ? { category: line.category } : {}),
      ...(move === 'register' && page.conditions.length === 1
        ? { condition: page.conditions[0]?.order }
        : {}),
      ...((move === 'rule' || (move === 'dispatch' && line.handedBack)) && page.proposals.length > 0
        ? { organisation: page.proposals[0]?.organisation }
        : {}),
      ...(move === 'finish' ? { words: crewSaid(page)?.words } : {}),
      ...(move === 'close' ? { closing: page.closing ?? onlyClosing(page) } : {}),
    }
  );
}

/** Where the condition of the case leaves one way of closing, nobody has to choose it. */
function onlyClosing({ conditions, condition }: CasePage): string | undefined {
  const own = conditions.filter(({ order }) => condition === null || order === condition);
  const [first, ...others] = new Set(own.map(({ closeWhen }) => closeWhen));
  return others.length === 0 ? first : undefined;
}

export function keepDraft(ref: string, move: CaseMove, draft: Draft): Draft {
  drafts.set(nameOf(ref, move), draft);
  return draft;
}

export const forget = (ref: string, move: CaseMove): unknown => drafts.delete(nameOf(ref, move));
