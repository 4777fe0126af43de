// SPDX-License-Identifier: Apache-2.0
// A CSV as lines of named fields. It knows the file's form, not the city.
import { type FactsOf, Refusal, type RefusalCode } from '@lilong/contracts/refusals';
import { type CsvError, parse } from 'csv-parse/sync';

/** Columns of the template; each may also be named in Chinese. Those with a star may be missing. */
const columns = {
  organisation: '机构',
  organisation_kind: '机构类型',
  place_code_or_name: '地点',
  phone: '电话*',
  hours: '办公时间*',
  name: '姓名',
  login: '账号',
  role: '岗位',
  range: '范围*',
} as const;
export type Column = keyof typeof columns;

export interface Line {
  /** As an editor counts them; the header is line 1. */
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}
/** What is wrong with a line, at which field. */
export interface Fault {
  readonly line: number;
  readonly field: string;
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export function fault<C extends RefusalCode>(
  line: number,
  field: Column | '',
  code: C,
  facts: FactsOf<C>,
): Fault {
  return { line, field, code, facts };
}

/**
 * Reads the text of a CSV: comma or tab, quoted or not, with or without a byte order mark.
 *
 * @throws {Refusal} import.garbled when it was decoded wrongly, import.columns when the header lacks one
 */
export function readLines(csv: string): { lines: Line[]; faults: Fault[] } {
  if (csv.includes('\uFFFD')) throw new Refusal('import.garbled', {}, 'csv');
  const broken: number[] = [];
  const records = parse(csv, {
    bom: true,
    delimiter: [',', '\t'],
    info: true,
    on_skip: (thrown?: CsvError) => {
      broken.push(Number(thrown?.lines ?? 0));
      return undefined;
    },
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]; // `info: true` gives records like this
  const [header, ...rest] = records;
  const at = positionsIn(header?.record ?? []);
  const lines = rest
    .filter(({ record }) => record.some((text) => text !== ''))
    .map(({ record, info }) => ({ line: info.lines, fields: fieldsOf(record, at) }));
  // An open quotation mark swallows what follows: the line to mend is the one after the last that could be read.
  const faults = broken.map((ends) => {
    const before = records.map(({ info }) => info.lines).filter((line) => line < ends);
    return fault(Math.max(0, ...before) + 1, '', 'import.quotes', {});
  });
  return { lines, faults };
}

function positionsIn(header: readonly string[]): Record<Column, number> {
  const found = header.map((title) => title.toLowerCase());
  const entries = Object.entries(columns).map(([column, title]) => {
    const position = found.findIndex((one) => one === column || one === title.replace('*', ''));
    if (position < 0 && !title.endsWith('*'))
      throw new Refusal('import.columns', { column: `${column}（${title}）` }, 'csv');
    return [column, position] as const;
  });
  return Object.fromEntries(entries) as Record<Column, number>; // one entry for each column
}

function fieldsOf(record: readonly string[], at: Record<Column, number>): Line['fields'] {
  const entries = Object.entries(at).map(([column, position]) => [column, record[position] ?? '']);
  return Object.fromEntries(entries) as Line['fields']; // one entry for each column
}
