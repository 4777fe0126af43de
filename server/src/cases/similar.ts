// SPDX-License-Identifier: Apache-2.0
// Are two short reports about the same thing? Pure rule over words; place and time are the query's business.
import { atOtherDoor, fold } from './fold.ts';
import { fillers, kin, spots, things, troubles } from './thesaurus.ts';

/** From which likeness on a report is offered as "this one, me too". A city may change both. */
export interface SimilarLimits {
  /** 0–1, for reports of different or unknown category. */
  readonly words: number;
  /** 0–1, for reports of the same category; 0 offers all but those at another door. */
  readonly wordsInSameCategory: number;
}
export const similarLimits: SimilarLimits = { words: 0.44, wordsInSameCategory: 0 };

export interface Likeness {
  readonly sameCategory: boolean;
  readonly limits?: SimilarLimits;
}

/** Whether `b` is worth offering to somebody who says `a`: the same category or similar words, and not plainly at another door. */
export function isSimilar(
  a: string,
  b: string,
  { sameCategory, limits = similarLimits }: Likeness,
): boolean {
  const likeness = similarity(a, b);
  if (!sameCategory) return likeness >= limits.words;
  return likeness >= limits.wordsInSameCategory && !atOtherDoor(fold(a), fold(b));
}

/** How much two short Chinese reports say the same, 0 (nothing) to 1 (same words). Symmetric. */
export function similarity(a: string, b: string): number {
  return likenessOf(read(a), read(b));
}

/** The same for what was read before: whoever compares one report with many reads each text once. */
export function likenessOf(left: Reading, right: Reading): number {
  if (left.text === right.text) return left.text === '' ? 0 : 1;
  const known = left.things.size > 0 && right.things.size > 0;
  const names = known ? new Set<string>() : namesInBoth(left.rest, right.rest);
  const about = alike(left.things.union(names), right.things.union(names), same);
  const wrong = heardNothing(left, right)
    ? SAID_IN_UNKNOWN_WORDS
    : alike(left.troubles, right.troubles, sameTrouble);
  const likeness = mixed(about, wrong, sameWords(left.pairs, right.pairs));
  return atOtherDoor(left.text, right.text) ? likeness * OTHER_DOOR : likeness;
}

/**
 * Terms of a report for a cheap first cut in SQL (array overlap): what it is about, what is wrong,
 * and its pairs of characters beside them. Sorted, no repeats, at most 40.
 */
export function fingerprint(words: string): string[] {
  const { things: about, troubles: wrong, pairs } = read(words);
  return [...new Set([...about, ...wrong, ...pairs])].slice(0, 40).sort();
}

/** Share left of the likeness when both name a house or room, and not the same. */
const OTHER_DOOR = 0.4;
/** What a silent side counts, what two silent sides count, and the least that a disagreement leaves. */
const UNSAID = 0.5;
const UNSAID_BY_BOTH = 0.35;
const DISAGREE = 0.1;
const SAID_IN_UNKNOWN_WORDS = 0.35;
const WEIGHT_OF_MEANING = 0.85;
const KIN = 0.5;

function mixed(about: number, wrong: number, words: number): number {
  if (about === UNSAID_BY_BOTH && wrong === UNSAID_BY_BOTH) return words;
  const meaning = Math.sqrt(Math.max(about, DISAGREE) * Math.max(wrong, DISAGREE));
  return WEIGHT_OF_MEANING * meaning + (1 - WEIGHT_OF_MEANING) * words;
}

/** One side says in unknown words what is wrong, the other in known ones: likelier something else. */
function heardNothing(a: Reading, b: Reading): boolean {
  const unknown = (one: Reading) => one.troubles.size === 0 && /[^ |]{2}/.test(one.rest);
  return (unknown(a) && b.troubles.size > 0) || (unknown(b) && a.troubles.size > 0);
}

/** What a text is about and what is wrong, in the words of the lists. */
export interface Reading {
  readonly text: string;
  readonly things: ReadonlySet<string>;
  readonly troubles: ReadonlySet<string>;
  /** What no list knows, without fillers. */
  readonly rest: string;
  readonly pairs: readonly string[];
}

export function read(words: string): Reading {
  const text = fold(words);
  const about = found(text, text, thingTerms);
  const wrong = found(text, text, troubleTerms);
  const unknown = found(found(about.rest, text, troubleTerms).rest, text, spotTerms).rest;
  return {
    text,
    things: about.kept,
    troubles: wrong.kept,
    rest: withoutFillers(unknown),
    pairs: pairsOf(text),
  };
}

interface Term {
  readonly term: string;
  readonly kept: string;
  readonly pattern?: RegExp;
}

function termsOf(list: Readonly<Record<string, string>>): readonly Term[] {
  return Object.entries(list)
    .flatMap(([kept, said]) => [kept, ...said.split(' ')].map((term) => termOf(term, kept)))
    .sort((a, b) => b.term.length - a.term.length);
}

function termOf(term: string, kept: string): Term {
  if (!term.includes('*')) return { term, kept };
  return { term, kept, pattern: new RegExp(term.replace('*', '[^ ]{0,6}')) };
}

const thingTerms = termsOf(things);
const troubleTerms = termsOf(troubles);
const spotTerms = termsOf(spots);
const noise = fillers.split(' ').sort((a, b) => b.length - a.length);
const kinOf = kin.map((family) => new Set(family.split(' ')));

/** The kept words of all terms; a longer term hides the shorter ones inside it, gaps are looked up in the whole text. */
function found(
  unread: string,
  text: string,
  terms: readonly Term[],
): { kept: Set<string>; rest: string } {
  const kept = new Set<string>();
  let rest = unread;
  for (const { term, kept: word, pattern } of terms) {
    if (pattern ? !pattern.test(text) : !rest.includes(term)) continue;
    kept.add(word);
    if (!pattern) rest = rest.replaceAll(term, '|');
  }
  return { kept, rest };
}

type Measure = (a: string, b: string) => number;

const same: Measure = (a, b) => (a === b ? 1 : 0);

function sameTrouble(a: string, b: string): number {
  if (a === b) return 1;
  return kinOf.some((family) => family.has(a) && family.has(b)) ? KIN : 0;
}

/** Mean of each word's best partner on the other side. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>, measure: Measure): number {
  if (a.size === 0 && b.size === 0) return UNSAID_BY_BOTH;
  if (a.size === 0 || b.size === 0) return UNSAID;
  const best = (one: string, others: ReadonlySet<string>) =>
    Math.max(...[...others].map((other) => measure(one, other)));
  const total =
    [...a].reduce((sum, one) => sum + best(one, b), 0) +
    [...b].reduce((sum, one) => sum + best(one, a), 0);
  return total / (a.size + b.size);
}

/** Names that no list knows but both sides use: common runs of two characters or more. */
function namesInBoth(a: string, b: string): Set<string> {
  const names = new Set<string>();
  for (const run of a.split(/[ |]+/)) {
    for (let start = 0; start < run.length - 1; start++) {
      let end = run.length;
      while (end - start >= 2 && !b.includes(run.slice(start, end))) end--;
      if (end - start < 2) continue;
      names.add(run.slice(start, end));
      start = end - 1;
    }
  }
  return names;
}

function withoutFillers(text: string): string {
  return noise.reduce((plain, filler) => plain.replaceAll(filler, ' '), text.replace(/\d+/g, ' '));
}

/** Pairs of neighbouring characters, spots said one way and fillers gone. */
function pairsOf(text: string): string[] {
  const plain = spotTerms.reduce((said, { term, kept }) => said.replaceAll(term, kept), text);
  return withoutFillers(plain)
    .split(' ')
    .flatMap((run) => [...run].slice(1).map((char, at) => `${[...run][at]}${char}`));
}

/** Common pairs and common characters, half each. */
function sameWords(a: readonly string[], b: readonly string[]): number {
  return (dice(a, b) + dice([...a.join('')], [...b.join('')])) / 2;
}

function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Set(a);
  const right = new Set(b);
  return (2 * left.intersection(right).size) / (left.size + right.size);
}
