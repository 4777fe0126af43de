// SPDX-License-Identifier: Apache-2.0
// Lines of a responsibility list as rows of ours. Nothing is read or written here.
import { isWithin, placeChain } from '@lilong/contracts/place-no';
import type { NewDuty } from './duty-draft-queries.ts';
import { type Findings, faultOf, Misfit } from './import/fault.ts';
import type { Item } from './import/items.ts';
import { type KnownPlace, namedPlaces, type PlaceFinder } from './named.ts';

/** What the lines have to know of the city. */
export interface DutyKnown {
  readonly places: readonly KnownPlace[];
  readonly organisations: readonly { no: number; name: string; place: number }[];
  /** Names of the categories in force, by key. */
  readonly categories: ReadonlyMap<string, string>;
  readonly today: string;
  looksAfter(place: number): boolean;
}

/** Written as the lead where nobody has agreed: such a case is adjudicated. */
const NOBODY = ['待定', 'nobody'];
const DAY = /^\d{4}-\d\d-\d\d$/;
const longestSource = 200;
const mostAssisting = 8;

interface Finders {
  readonly known: DutyKnown;
  readonly place: PlaceFinder;
  readonly categoriesNamed: ReadonlyMap<string, readonly string[]>;
  readonly organisationsNamed: ReadonlyMap<string, DutyKnown['organisations']>;
}

/** Reads the lines. A line with a fault is named and left out; the others are rows. */
export async function dutiesIn(
  items: AsyncIterable<Item>,
  known: DutyKnown,
  findings: Findings,
): Promise<NewDuty[]> {
  const finders = findersFor(known);
  const rows = new Map<string, NewDuty & { readonly at: number }>();
  for await (const item of items) {
    findings.read += 1;
    try {
      const row = rowOf(item, finders);
      const key = [row.category, row.place, row.lead, row.validFrom].join(' ');
      const first = rows.get(key);
      if (first !== undefined)
        throw new Misfit('', 'import.twice', { what: item.field('category'), first: first.at });
      rows.set(key, { ...row, at: item.at });
    } catch (thrown) {
      findings.blame(faultOf(item.at, thrown));
    }
  }
  return [...rows.values()].map(({ at: _, ...row }) => row);
}

function findersFor(known: DutyKnown): Finders {
  return {
    known,
    place: namedPlaces(known.places, (places) => places.every((no) => known.looksAfter(no))),
    categoriesNamed: Map.groupBy(known.categories.keys(), (key) => known.categories.get(key) ?? ''),
    organisationsNamed: Map.groupBy(known.organisations, ({ name }) => name),
  };
}

function rowOf(item: Item, finders: Finders): NewDuty {
  const category = categoryIn(need(item, 'category'), finders);
  const place = finders.place(need(item, 'place'), 'place');
  const named = need(item, 'lead');
  const lead = NOBODY.includes(named) ? null : organisationIn(named, 'lead', place, finders);
  const assisting = namesIn(item.field('assisting')).map((name) =>
    organisationIn(name, 'assisting', place, finders),
  );
  if (lead === null && assisting.length > 0) throw new Misfit('assisting', 'import.assists-nobody');
  if (assisting.includes(lead ?? 0))
    throw new Misfit('assisting', 'import.assists-itself', { value: named });
  if (assisting.length > mostAssisting)
    throw new Misfit('assisting', 'import.too-many', { most: mostAssisting });
  const source = need(item, 'source');
  if (source.length > longestSource)
    throw new Misfit('source', 'import.too-long', { most: longestSource });
  const validFrom = dayIn(item.field('valid_from'), finders.known.today);
  return { category, place, lead, assisting: [...new Set(assisting)], validFrom, source };
}

function need(item: Item, field: 'category' | 'place' | 'lead' | 'source'): string {
  const text = item.field(field);
  if (text === '') throw new Misfit(field, 'import.needed', { field });
  return text;
}

const namesIn = (text: string): string[] => text.split(/[;；、]+/).filter((name) => name !== '');

/** By its key, or by a name that is the only one. */
function categoryIn(text: string, { known, categoriesNamed }: Finders): string {
  if (known.categories.has(text)) return text;
  const [key, second] = categoriesNamed.get(text) ?? [];
  if (key === undefined) throw new Misfit('category', 'import.unknown-category', { value: text });
  if (second !== undefined) throw new Misfit('category', 'import.many-categories', { value: text });
  return key;
}

/** Of several organisations with one name, the one that acts nearest to the place is meant. */
function organisationIn(
  name: string,
  field: 'lead' | 'assisting',
  place: number,
  { organisationsNamed }: Finders,
): number {
  const all = organisationsNamed.get(name) ?? [];
  const here = all.filter((one) => placeChain(place).some((above) => above === one.place));
  const near = Math.max(0, ...here.map((one) => one.place));
  const below = all.filter((one) => isWithin(one.place, place));
  const [found, second] =
    [here.filter((one) => one.place === near), below, all].find((some) => some.length > 0) ?? [];
  if (found === undefined) throw new Misfit(field, 'import.unknown-organisation', { value: name });
  if (second !== undefined) throw new Misfit(field, 'import.many-organisations', { value: name });
  return found.no;
}

function dayIn(text: string, today: string): string {
  if (text === '') return today;
  if (!DAY.test(text) || Number.isNaN(Date.parse(text)))
    throw new Misfit('valid_from', 'import.no-day', { value: text });
  if (text < today) throw new Misfit('valid_from', 'import.past', { day: today });
  return text;
}
