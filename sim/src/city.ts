// SPDX-License-Identifier: Apache-2.0
// What everybody in a run shares.
import { type Chance, chanceOf } from '@lilong/server/seed/chance';
import { drawAll } from '@lilong/server/seed/pictures';
import { readSayings, readSentences, type Saying, type Sentence } from '@lilong/server/seed/texts';
import { openBrowser } from './browser.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Options } from './options.ts';
import { type Pace, paceOf } from './pace.ts';
import { learnStreet, type Street } from './street.ts';

export interface City {
  readonly options: Options;
  readonly ledger: Ledger;
  readonly chance: Chance;
  readonly pace: Pace;
  readonly street: Street;
  readonly sentences: readonly Sentence[];
  /** The sentence that a case's title was taken from. */
  sentenceOf(title: string): Sentence;
  say(kind: string): Saying;
  /** The drawing that a sentence is shown with; some other when it has none. */
  photo(sentence: Sentence, moment: 'before' | 'after'): Buffer;
  /** Nobody begins anything new: all is answered, or time is up. */
  isOver(): boolean;
  end(): void;
}

export async function openCity(options: Options): Promise<City> {
  const ledger = openLedger();
  const chance = chanceOf(options.seed);
  const sentences = readSentences();
  const byTitle = new Map(sentences.map((one) => [one.words.split('。')[0] ?? '', one]));
  const sayings = Map.groupBy(readSayings(), ({ kind }) => kind);
  const drawn = await drawAll();
  const [some] = drawn.values();
  let over = false;
  return {
    options,
    ledger,
    chance,
    pace: paceOf(options.minutes, chance),
    street: await learnStreet(openBrowser(options.url, ledger), options.street, chance),
    sentences,
    sentenceOf: (title) => byTitle.get(title) ?? chance.pick(sentences),
    say: (kind) => chance.pick(sayings.get(kind) ?? []),
    photo: ({ picture }, moment) =>
      (drawn.get(`${picture} ${moment}`) ?? some)?.whole ?? Buffer.alloc(0),
    isOver: () => over,
    end: () => {
      over = true;
    },
  };
}
