// SPDX-License-Identifier: Apache-2.0
// Which category do words look like? Before anybody in office chose one. Pure.
import type { Entry } from '../kernel/catalogue.ts';
import { likenessOf, type Reading, read } from './similar.ts';

/** A category with what it is recognised by: its name, its chip, and what the conditions for registering it describe. */
export interface Described {
  readonly key: string;
  readonly othersMaySee: boolean;
  readonly readings: readonly Reading[];
}

/** Below this likeness a category says nothing about the words. Tuned on the sentences of guess.test.ts. */
const enough = 0.55;
/** Below this likeness a category is not worth a second look. */
const worthShowing = 0.45;
const glance = 3;
/** From this likeness on words may tell of a hidden category, unless a visible one is plainly more like them. */
const suspect = 0.38;
const plainly = 0.03;

/** `categories` and `conditions` as they are in force. */
export function describe(
  categories: readonly Entry[],
  conditions: readonly Entry[],
): readonly Described[] {
  const of = Map.groupBy(conditions, ({ key }) => key.slice(0, key.lastIndexOf('/')));
  return categories.map(({ key, name, body }) => {
    const chip = (body.chip as { name?: string } | undefined)?.name;
    const told = (of.get(key) ?? []).map((condition) => String(condition.body.registerWhen));
    const texts = [name, ...(chip === undefined ? [] : [chip]), ...told];
    return { key, othersMaySee: body.othersMaySee === true, readings: texts.map(readOnce) };
  });
}

/** The category most like what was said; undefined when none is like enough. A person decides. */
export function guessCategory(
  words: string,
  categories: readonly Described[],
): Described | undefined {
  const [best] = ranked(words, categories);
  return best !== undefined && best.likeness >= enough ? best.one : undefined;
}

/** The few categories that a person may choose from at a glance, the likest first; none when nothing is like what was said. */
export function guessCategories(words: string, categories: readonly Described[]): Described[] {
  const found = ranked(words, categories);
  return found
    .filter(({ likeness }) => likeness >= worthShowing)
    .slice(0, glance)
    .map(({ one }) => one);
}

function ranked(words: string, categories: readonly Described[]) {
  const said = read(words);
  return categories
    .map((one) => ({ one, likeness: likenessTo(said, one) }))
    .sort((a, b) => b.likeness - a.likeness);
}

/** Whether words may tell of what others must not see. In doubt they do. */
export function mayTellHidden(words: string, categories: readonly Described[]): boolean {
  const said = read(words);
  const [shown, hidden] = [true, false].map((see) =>
    categories.filter((one) => one.othersMaySee === see),
  ) as [Described[], Described[]];
  const likeness = likest(said, hidden);
  return likeness >= suspect && likeness >= likest(said, shown) - plainly;
}

const likest = (said: Reading, categories: readonly Described[]): number =>
  Math.max(0, ...categories.map((one) => likenessTo(said, one)));
const likenessTo = (said: Reading, { readings }: Described): number =>
  Math.max(...readings.map((reading) => likenessOf(said, reading)));

const kept = new Map<string, Reading>();
const most = 2000; // texts of a catalogue; there are about 500

/** Reading takes much longer than comparing, and the texts of a catalogue hardly ever change. */
function readOnce(text: string): Reading {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= most) kept.clear();
  const reading = read(text);
  kept.set(text, reading);
  return reading;
}
