// SPDX-License-Identifier: Apache-2.0
// What can be objected to or corrected: where it is kept, which values it takes, and how they are said.
import type { Asked, Choice } from '@lilong/contracts/registry-objections';
import type { ElementKey, NumberElement } from '@lilong/contracts/registry-values';
import { codesZh } from '@lilong/contracts/words/zh-codes';
import { holds } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { provinceWords } from '../import/codes.ts';
import { type Say, sayerFor } from '../own/say.ts';
import type { HomeRow, PersonRow } from '../tables.ts';
import { selectDistricts } from './queries.ts';

/** A value as it is kept in a column of its own, which takes it as text. */
export interface Column {
  readonly table: 'person' | 'home';
  readonly column: keyof PersonRow | keyof HomeRow;
  readonly type: 'text' | 'smallint' | 'date' | 'boolean' | 'real';
  readonly input: Asked['input'];
  /** The list whose codes it takes. */
  readonly codes?: 'sex' | 'nation' | 'tenure' | 'use' | 'homestate' | 'yes' | 'area';
  /** Whether a text can be its value. */
  readonly fits?: (text: string, today: string) => boolean;
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
const day = {
  type: 'date',
  input: 'day',
  fits: (text: string, now: string) => isDay(text) && text <= now,
} as const;
const choice = { type: 'text', input: 'choice' } as const;
const between = (low: number, high: number) => (text: string) =>
  /^-?\d+(\.\d{1,2})?$/.test(text) && Number(text) >= low && Number(text) <= high;
const whole = (low: number, high: number) => (text: string) =>
  /^-?\d+$/.test(text) && between(low, high)(text);

type Columns = Readonly<Record<Exclude<ElementKey, NumberElement | 'label'>, Column>>;
export const columns: Columns = {
  'person.name': {
    ...{ table: 'person', column: 'name', type: 'text', input: 'text' },
    fits: (text) => /^[\p{L}\p{M}·• .’'-]{1,60}$/u.test(text),
  },
  'person.sex': { ...choice, table: 'person', column: 'sex', type: 'smallint', codes: 'sex' },
  'person.born_on': { ...day, table: 'person', column: 'born_on' },
  'person.died_on': { ...day, table: 'person', column: 'died_on' },
  'person.nation': { ...choice, table: 'person', column: 'nation', codes: 'nation' },
  'person.registered_in': { ...choice, table: 'person', column: 'registered_in', codes: 'area' },
  'home.floor': {
    ...{ table: 'home', column: 'floor', type: 'smallint', input: 'number' },
    fits: whole(-5, 200),
  },
  'home.lift': { ...choice, table: 'home', column: 'lift', type: 'boolean', codes: 'yes' },
  'home.tenure': { ...choice, table: 'home', column: 'tenure', codes: 'tenure' },
  'home.use': { ...choice, table: 'home', column: 'use', codes: 'use' },
  'home.state': { ...choice, table: 'home', column: 'state', codes: 'homestate' },
  'home.area_m2': {
    ...{ table: 'home', column: 'area_m2', type: 'real', input: 'number' },
    fits: between(0.1, 99_999),
  },
  'home.rooms': {
    ...{ table: 'home', column: 'rooms', type: 'smallint', input: 'number' },
    fits: whole(0, 50),
  },
};

export const columnOf = (element: string): Column | undefined =>
  Object.hasOwn(columns, element) ? columns[element as keyof Columns] : undefined;

/** A value of a row as facts and objections write it. */
export function textOf(row: object, { column }: Column): string | null {
  const value: unknown = (row as Readonly<Record<string, unknown>>)[column];
  return value === null || value === undefined ? null : String(value);
}

/** The same, back in the shape of its column. */
export function keptAs({ type }: Column, text: string | null): string | number | boolean | null {
  if (text === null) return null;
  if (type === 'smallint' || type === 'real') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

/** Says values of elements in the reader's language. */
export interface Speaker {
  readonly say: Say;
  value(element: string, text: string | null): string | null;
  choices(element: string): Choice[];
}

export async function speakerFor(ctx: Ctx): Promise<Speaker> {
  const say = sayerFor(ctx);
  const areas = await areaNames(ctx);
  const choicesOf = ({ codes }: Column): Choice[] => {
    if (codes === undefined) return [];
    if (codes === 'area') return [...areas].map(([value, says]) => ({ value, says }));
    if (codes === 'yes')
      return ['true', 'false'].map((value) => ({
        value,
        says: say(`own.is.${value}` as 'own.is.true'),
      }));
    return codesIn(codes).map((value) => ({ value, says: say.code(codes, value) }));
  };
  /** An area elsewhere in the country is told by its province. */
  const saidOf = (column: Column, text: string): string | undefined => {
    const { codes } = column;
    if (codes === 'area') return areas.get(text) ?? areas.get(`${text.slice(0, 2)}0000`);
    if (codes === undefined || codes === 'yes')
      return choicesOf(column).find(({ value }) => value === text)?.says;
    return codesIn(codes).includes(text) ? say.code(codes, text) : undefined; // not all of a list for one of it
  };
  return {
    say,
    choices: (element) => {
      const column = columnOf(element);
      return column === undefined ? [] : choicesOf(column);
    },
    value: (element, text) => {
      const column = columnOf(element);
      if (text === null || column === undefined) return text;
      return saidOf(column, text) ?? unitOf(say, element, text);
    },
  };
}

function unitOf(say: Say, element: string, text: string): string {
  if (element === 'home.floor') return say('own.floor', { floor: text });
  if (element === 'home.area_m2') return say('own.area-m2', { area: text });
  return element === 'home.rooms' ? say('own.rooms', { rooms: text }) : text;
}

/** Codes of each list, as the words have them. */
const lists = new Map<string, string[]>();
for (const [, kind = '', ...code] of Object.keys(codesZh).map((key) => key.split('.')))
  lists.set(kind, [...(lists.get(kind) ?? []), code.join('.')]);
const codesIn = (kind: string): readonly string[] => lists.get(kind) ?? [];

/** Where a 户籍 can be: districts of this city, and the provinces. */
async function areaNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const districts = (await selectDistricts(ctx, 'district')).map(
    ({ no, name }) => [String(no).slice(0, 6), name] as const,
  );
  const own = new Set(districts.map(([code]) => code.slice(0, 2)));
  const provinces = [...provinceWords.entries()]
    .filter(([name, code]) => name !== code && !own.has(code))
    .map(([name, code]) => [`${code}0000`, name] as const);
  return new Map([...districts, ...provinces]);
}

/** The value that was typed, as it is kept; undefined when it cannot be one. */
export async function parse(ctx: Ctx, element: string, typed: string): Promise<string | undefined> {
  const column = columnOf(element);
  const text = typed.normalize('NFKC').trim();
  if (column === undefined || text === '') return undefined;
  if (column.fits !== undefined) return column.fits(text, today(ctx)) ? text : undefined;
  const known = (await speakerFor(ctx)).choices(element).some(({ value }) => value === text);
  return known ? text : undefined;
}

/** Entries of the data-element catalogue that are in force today, by key. */
export async function elementEntries(ctx: Ctx) {
  const [rows, day] = [await ctx.catalogue.rows(ctx.db, 'element', ctx.now), today(ctx)];
  return new Map(rows.filter((row) => holds(row, day)).map((row) => [row.key, row]));
}

const inputs: Partial<Record<ElementKey, Asked['input']>> = {
  ...{ 'person.id': 'document', 'person.phone': 'phone' },
};
/** Elements in force, with how a value of each is asked for. */
export async function askedFor(ctx: Ctx, keys: readonly ElementKey[]): Promise<Asked[]> {
  const [entries, speaker] = [await elementEntries(ctx), await speakerFor(ctx)];
  return keys.flatMap((element) => {
    const entry = entries.get(element);
    if (entry === undefined) return [];
    const input = columnOf(element)?.input ?? inputs[element] ?? 'label';
    const name = speaker.say.named(entry, element);
    return [{ element, name, input, choices: speaker.choices(element) }];
  });
}
