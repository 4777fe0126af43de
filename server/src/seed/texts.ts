// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** What somebody in the demonstration says, and what is done about it. Invented. */
export interface Sentence {
  readonly category: string;
  readonly words: string;
  readonly placeKind: string;
  /** A drawing of data/demo-photos, or none. */
  readonly picture: string | undefined;
  readonly outcome: string;
}
/** Another sentence that a case needs. `code` is a reason or ground of the catalogue. */
export interface Saying {
  readonly kind: string;
  readonly code: string;
  readonly words: string;
}

const read = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url)), {
    columns: true,
    bom: true,
  }) as Record<string, string>[];

export function readSentences(): Sentence[] {
  return read('demo-sentences.csv').map((row) => ({
    category: row.category ?? '',
    words: row.words ?? '',
    placeKind: row.place_kind ?? '',
    picture: row.picture === '' ? undefined : row.picture,
    outcome: row.outcome ?? '',
  }));
}

export function readSayings(): Saying[] {
  return read('demo-sayings.csv').map(({ kind = '', code = '', words = '' }) => ({
    kind,
    code,
    words,
  }));
}
