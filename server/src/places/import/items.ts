// SPDX-License-Identifier: Apache-2.0
// A file as a stream of lines or features. It knows the file's form, not the city, and never holds all of it.
import { createReadStream } from 'node:fs';
import { openCsv, type Row, rowsOfText } from './csv.ts';
import { Misfit } from './fault.ts';
import { featuresIn } from './features.ts';
import { geometryOfWkt } from './wkt.ts';

/** One line of a table, or one feature. */
export interface Item {
  /** The line as an editor counts it (the header is line 1), or the number of the feature. */
  readonly at: number;
  /** Fields by their English names; one that is missing is empty. */
  field(name: Field): string;
  /** GeoJSON, unchecked. */
  geometry(): unknown;
}

/** Names that a column or property may have, beside its own. */
const names = {
  code: ['统计代码', '区划代码', '代码', '编码', '编号'],
  name: ['名称'],
  level: ['级别', '层级'],
  parent: ['上级', '上级代码'],
  valid_from: ['生效日期', '生效', 'from'],
  valid_to: ['失效日期', '失效', 'to'],
  place: [
    '地点',
    '地方',
    '所在',
    '居委会',
    '居村',
    '街镇',
    '区',
    'place_code',
    'place_code_or_name',
  ],
  kind: ['种类', '类型', '网格类型'],
  road: ['路名', '道路', '路'],
  lane: ['弄'],
  number: ['号', '门牌号', '门牌'],
  address: ['地址', '门弄号'],
  status: ['状态'],
  lon: ['经度', 'lng', 'longitude', 'x'],
  lat: ['纬度', 'latitude', 'y'],
  wkt: ['图形', '边界', 'geometry', 'geom'],
  category: ['类别', '类别编号'],
  lead: ['牵头', '牵头单位'],
  assisting: ['协办', '协办单位'],
  source: ['依据'],
} as const;
export type Field = keyof typeof names;

const fieldOf = new Map<string, Field>(
  (Object.keys(names) as Field[]).flatMap((field) =>
    [field, ...names[field]].map((name) => [name, field] as const),
  ),
);

type Fields = Map<Field, string>;

/** Reads a table (`.csv`, `.tsv`, `.txt`) or GeoJSON: a collection, or one feature a line. */
export function itemsIn(file: string): AsyncGenerator<Item> {
  return isFeatures(file) ? featureItems(file) : tableItems(file);
}

/** Whether a file is GeoJSON, by its name. */
export const isFeatures = (file: string): boolean => /\.(geo)?json(l|s)?$/i.test(file);

async function* featureItems(file: string): AsyncGenerator<Item> {
  let at = 0;
  for await (const feature of featuresIn(createReadStream(file, 'utf8'))) {
    at += 1;
    const { properties, geometry } = feature;
    const fields: Fields = new Map();
    for (const [name, value] of Object.entries(properties ?? {}))
      put(fields, name, value === null || value === undefined ? '' : String(value));
    yield { at, field: (name) => fields.get(name) ?? '', geometry: () => geometry };
  }
}

async function* tableItems(file: string): AsyncGenerator<Item> {
  const { rows } = await openCsv(file);
  yield* itemsOf(rows);
}

/** The lines of a table as text, for what comes over the wire. */
export function itemsOfText(csv: string): AsyncGenerator<Item> {
  if (csv.includes('\uFFFD')) throw new Misfit('csv', 'import.unreadable', {});
  return itemsOf(rowsOfText(csv));
}

async function* itemsOf(rows: AsyncIterable<Row>): AsyncGenerator<Item> {
  let columns: (Field | undefined)[] | undefined;
  for await (const { at, cells } of rows) {
    if (columns === undefined) {
      columns = cells.map((title) => fieldOf.get(title.trim().toLowerCase()));
      if (columns.every((field) => field === undefined)) throw new Misfit('', 'import.no-header');
      continue;
    }
    yield itemOf(at, columns, cells);
  }
}

function itemOf(at: number, columns: readonly (Field | undefined)[], record: string[]): Item {
  const fields: Fields = new Map();
  for (const [index, field] of columns.entries())
    if (field !== undefined && !fields.get(field)) fields.set(field, record[index] ?? '');
  const field = (name: Field): string => fields.get(name) ?? '';
  return { at, field, geometry: () => geometryOf(field) };
}

function geometryOf(field: (name: Field) => string): unknown {
  if (field('wkt') !== '') return geometryOfWkt(field('wkt'));
  if (field('lon') === '' && field('lat') === '') return undefined;
  const coordinates = [field('lon'), field('lat')].map((text) =>
    text === '' ? Number.NaN : Number(text),
  );
  return { type: 'Point', coordinates };
}

function put(fields: Fields, name: string, value: string): void {
  const field = fieldOf.get(name.trim().toLowerCase());
  if (field !== undefined && !fields.get(field)) fields.set(field, value.trim());
}
