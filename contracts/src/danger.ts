// SPDX-License-Identifier: Apache-2.0
// Does a sentence tell of danger that wants a telephone, not a form? Pure; runs on the phone while people type.

/** One row of data/danger-words.csv. In words, `*` stands for up to six characters of the same clause. */
export interface DangerRow {
  readonly kind: string;
  /** Number to call first. */
  readonly call: string;
  /** A second number, not confirmed: see `source`. Show it only where a city has confirmed it. */
  readonly alsoCall?: string;
  readonly words: readonly string[];
  /** Innocent phrases that hold such a word: 烧烤, 落水管. */
  readonly unless: readonly string[];
  /** Said shortly before such a word in the same clause, they make it a fear or a memory: 万一着火. */
  readonly notAfter: readonly string[];
  readonly say: { readonly zh: string; readonly en: string };
  readonly source: string;
}

export interface Danger {
  readonly kind: string;
  readonly call: string;
  readonly alsoCall?: string;
  readonly say: { readonly zh: string; readonly en: string };
}

/** The first danger of `list` that `words` tell of as happening now; the list goes from worst to mildest. */
export function dangerIn(words: string, list: readonly DangerRow[]): Danger | undefined {
  const text = clauses(words);
  const row = list.find((one) => tells(text, one));
  if (row === undefined) return undefined;
  const { kind, call, alsoCall, say } = row;
  return alsoCall === undefined ? { kind, call, say } : { kind, call, alsoCall, say };
}

/** How far before a word a hedge still counts, in characters. */
const HEDGE_REACH = 8;
const GAP = '[^|]{0,6}';

function tells(text: string, row: DangerRow): boolean {
  const { words, unless, notAfter } = row;
  if (!hintOf(row).test(text)) return false; // so it is with nearly every report
  const rest = unless.reduce((left, phrase) => left.replace(pattern(phrase), '□'), text);
  return words.some((word) =>
    [...rest.matchAll(pattern(word))].some((found) => {
      const before = rest.slice(Math.max(0, found.index - HEDGE_REACH), found.index);
      // Between the parts of a word a hedge counts too: 电梯[经常]困人.
      const within = word.includes('*') ? found[0] : '';
      return !hedged(before.slice(before.lastIndexOf('|') + 1) + within, notAfter);
    }),
  );
}

const hints = new WeakMap<DangerRow, RegExp>();

/** Any word of the row, or the first part of one. */
function hintOf(row: DangerRow): RegExp {
  const known = hints.get(row);
  if (known !== undefined) return known;
  const made = new RegExp(row.words.map((word) => word.split('*')[0]).join('|'));
  hints.set(row, made);
  return made;
}

/** 恐怕 and 主要是 hold a hedge and are none. */
function hedged(before: string, notAfter: readonly string[]): boolean {
  const plain = before.replaceAll('恐怕', '').replaceAll('主要是', '');
  return notAfter.some((hedge) => plain.includes(hedge));
}

/** Half width, lower case, `|` between clauses, no blanks beside Chinese characters. */
function clauses(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, '|')
    .replace(/\s+/g, ' ')
    .replace(/(\p{Script=Han}) /gu, '$1') // no look-behind: iOS 15 does not know it
    .replace(/ (?=\p{Script=Han})/gu, '');
}

/** Words of the list are letters, blanks and `*` only (a test holds them to it), so nothing needs escaping. */
function pattern(word: string): RegExp {
  return new RegExp(word.replaceAll('*', GAP), 'g');
}
