// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';

export interface KnownPlace {
  readonly no: number;
  readonly name: string;
  readonly code: string | null;
}
/** The place that a field of a table names. */
export type PlaceFinder = (text: string, field: string) => number;

/**
 * Finds places by twelve-digit code, by fifteen-digit number or by name. Of several with one name,
 * the one that the reader of the table looks after is meant.
 */
export function namedPlaces(
  places: readonly KnownPlace[],
  looksAfter: (places: readonly number[]) => boolean,
): PlaceFinder {
  const byName = Map.groupBy(places, ({ name }) => name);
  const byCode = new Map(places.map(({ no, code }) => [code ?? String(no / 1000), no]));
  const numbers = new Set(places.map(({ no }) => no));
  const candidates = (text: string): number[] => {
    if (/^\d{12}$/.test(text)) return [byCode.get(text)].filter((no) => no !== undefined);
    if (/^\d{15}$/.test(text)) return numbers.has(Number(text)) ? [Number(text)] : [];
    return (byName.get(text) ?? []).map(({ no }) => no);
  };
  return (text, field) => {
    const all = candidates(text);
    if (all.length === 0) throw new Refusal('import.unknown-place', { value: text }, field);
    const [mine, second] = all.filter((no) => looksAfter([no]));
    if (mine === undefined) throw new Refusal('import.outside', { value: text }, field);
    if (second !== undefined) throw new Refusal('import.many-places', { value: text }, field);
    return mine;
  };
}
