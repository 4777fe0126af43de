// SPDX-License-Identifier: Apache-2.0
// The lines of a list that a department gives, CSV or XLSX, as lines of the API.
import type { SuppliedLine } from '@lilong/contracts/registry-supply';
import { Misfit } from '../../places/index.ts';
import { openTable, type Row, type Source } from '../import/table.ts';
import { plain } from '../import/values.ts';
import type { Rules } from './lines.ts';

type Field = 'number' | 'label' | 'from' | 'until' | 'note';
/** Headings that are understood; the first is the field's own name. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  number: ['证件号码', '证件号', '身份证号', '身份证号码', '公民身份号码', 'number'],
  label: ['标签', '标签代码', '标签名称', 'label'],
  from: ['起始日期', '开始日期', '认定日期', '发证日期', 'from'],
  until: ['截止日期', '有效期至', '到期日期', 'until'],
  note: ['依据', '说明', '备注', 'note'],
};
/** Titles stand in the first lines; above them there may be a name of the whole. */
const titlesWithin = 10;

/** What holds for every line that does not say otherwise. */
export interface ForAll {
  readonly label?: string | undefined;
  readonly from?: string | undefined;
}
export interface Listed {
  readonly titles: readonly string[];
  readonly rows: readonly Row[];
  readonly forAll: ForAll;
}

/**
 * Reads a list to its end.
 *
 * @param most lines that it may have
 * @throws {Misfit} when it cannot be read, has no titles, or is too long
 */
export async function readRows(
  source: Source,
  forAll: ForAll = {},
  most = Number.POSITIVE_INFINITY,
): Promise<Listed> {
  const table = await openTable(source);
  const all: Row[] = [];
  for await (const row of table.rows) {
    if (all.push(row) > most + titlesWithin) throw new Misfit('', 'labels.too-long', { most });
  }
  const index = all.slice(0, titlesWithin).findIndex(({ cells }) => areTitles(cells, forAll));
  const titles = all[index]?.cells;
  if (titles === undefined) {
    if (all[0] === undefined) throw new Misfit('', 'import.empty');
    throw new Misfit('', 'labels.no-titles', { found: all[0].cells.join('、').slice(0, 200) });
  }
  return { titles, rows: all.slice(index + 1), forAll };
}

/** What stands in brackets, stars and blanks are left aside. */
const bare = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\(.*?\)|[*\s]/g, '')
    .toLowerCase();

function columnsOf(titles: readonly string[]): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>();
  for (const [index, title] of titles.entries())
    for (const [field, names] of Object.entries(headings) as [Field, readonly string[]][])
      if (!found.has(field) && names.includes(bare(title))) found.set(field, index);
  return found;
}
const areTitles = (cells: readonly string[], { label, from }: ForAll): boolean => {
  const found = columnsOf(cells);
  return (
    found.has('number') &&
    (found.has('label') || label !== undefined) &&
    (found.has('from') || from !== undefined)
  );
};

/** As lines of the API, in their order; what is wrong with one is told there. A label may be named or given by its code. */
export function linesOf({ titles, rows, forAll }: Listed, { all }: Rules): SuppliedLine[] {
  const at = columnsOf(titles);
  const codes = new Map([...all.values()].map(({ key, name }) => [name, key]));
  return rows.map((row) => lineOf(row, at, codes, forAll));
}

function lineOf(
  row: Row,
  at: ReadonlyMap<Field, number>,
  codes: ReadonlyMap<string, string>,
  forAll: ForAll,
): SuppliedLine {
  const cell = (field: Field): string => plain(row.cells[at.get(field) ?? -1] ?? '');
  const label = cell('label') || (forAll.label ?? '');
  const from = dayOf(cell('from')) || (forAll.from ?? '');
  const [until, note] = [dayOf(cell('until')), cell('note').slice(0, 200)];
  return {
    number: cell('number').slice(0, 40),
    label: (codes.get(label) ?? label).slice(0, 40),
    from: from.slice(0, 10),
    ...(until === '' ? {} : { until: until.slice(0, 10) }),
    ...(note === '' ? {} : { note }),
  };
}

/** `2026/3/2`, `2026.03.02`, `2026年3月2日` and `20260302` as `2026-03-02`; anything else as it is. */
function dayOf(text: string): string {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?$/.exec(
    text,
  );
  if (found === null) return text;
  const [, year, ...rest] = found;
  const [month = '', day = ''] = rest.filter((part) => part !== undefined);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
