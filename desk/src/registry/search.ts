// SPDX-License-Identifier: Apache-2.0

/** What the address of every page of 人房 may carry: the search at the left, and an older day. */
export interface RegistrySearch {
  readonly q?: string;
  /** Cards are shown as of this day. */
  readonly at?: string;
}

export function readRegistrySearch({ q, at }: Record<string, unknown>): RegistrySearch {
  const words = typeof q === 'number' ? String(q) : q;
  return {
    ...(typeof words === 'string' && isKept(words) ? { q: words } : {}),
    ...(typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) ? { at } : {}),
  };
}

/** One Chinese character is a surname; one letter or figure is half of the street. */
export const isAskable = (q: string): boolean =>
  /\p{Script=Han}/u.test(q) || q.replace(/\s/g, '').length >= 2;

/** The address bar is seen over a shoulder and kept in a history: a whole phone or document number stays out of it. */
export const isKept = (q: string): boolean =>
  q.trim() !== '' && !/\d{7}/.test(q.normalize('NFKC').replace(/[\s-]/g, ''));

/** Pixels from which list and card stand side by side. */
export const splitPx = 1000;
