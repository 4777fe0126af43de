// SPDX-License-Identifier: Apache-2.0
// Labels from a file: the same lines as by the API, read from CSV or XLSX. One file is one batch, to be withdrawn whole.
import { basename } from 'node:path';
import type { SuppliedLine } from '@lilong/contracts/registry-supply';
import { sayServer } from '../../kernel/voice.ts';
import { Misfit } from '../../places/index.ts';
import { openReport, reportOf } from '../import/refused.ts';
import type { Operate } from '../import/run.ts';
import { openTable, type Row } from '../import/table.ts';
import { plain } from '../import/values.ts';
import { lookOver } from '../reach.ts';
import { type LineRefused, rulesFor } from './lines.ts';
import { findSupplier } from './suppliers.ts';
import { takeLines } from './supply.ts';

type Field = 'number' | 'label' | 'from' | 'until' | 'note';
/** Headings that are understood; the first is the field's own name. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  number: ['证件号码', '证件号', '身份证号', '身份证号码', '公民身份号码', 'number'],
  label: ['标签', '标签代码', '标签名称', 'label'],
  from: ['起始日期', '开始日期', '认定日期', '发证日期', 'from'],
  until: ['截止日期', '有效期至', '到期日期', 'until'],
  note: ['依据', '说明', '备注', 'note'],
};
const needed: readonly Field[] = ['number', 'label', 'from'];
/** Titles stand in the first lines; above them there may be a name of the whole. */
const titlesWithin = 10;

export interface WantedLabels {
  readonly file: string;
  /** The organisation's name, as the city knows it. */
  readonly supplier: string;
  readonly dry: boolean;
}
export interface LoadedLabels {
  readonly taken: number;
  /** By the line of the file. */
  readonly refused: readonly LineRefused[];
  /** Where refused lines are; none when there are none. */
  readonly report: string | null;
}

/** @throws {Misfit} when the file as a whole cannot be read, or nobody of that name supplies labels */
export async function supplyFile(operate: Operate, wanted: WantedLabels): Promise<LoadedLabels> {
  const { titles, rows } = await readRows(wanted.file);
  const at = columnsOf(titles);
  const { taken, refused } = await operate(async (ctx) => {
    const organisation = await findSupplier(ctx, wanted.supplier);
    if (organisation === undefined)
      throw new Misfit('', 'labels.no-supplier', { supplier: wanted.supplier });
    await lookOver(ctx, [], { suppliers: [organisation] });
    const { all } = await rulesFor(ctx, organisation);
    const codes = new Map([...all.values()].map(({ key, name }) => [name, key]));
    const lines = rows.map((row) => lineOf(row, at, codes));
    return takeLines(ctx, { organisation, name: basename(wanted.file).slice(0, 60), lines });
  });
  const lined = refused.map((one) => ({ ...one, line: rows[one.line - 1]?.at ?? one.line }));
  if (refused.length > 0) writeReport(wanted, titles, rows, refused);
  return {
    taken,
    refused: lined,
    report: refused.length > 0 ? reportOf(wanted.file, wanted.dry) : null,
  };
}

async function readRows(
  file: string,
): Promise<{ titles: readonly string[]; rows: readonly Row[] }> {
  const table = await openTable(file);
  const all: Row[] = [];
  for await (const row of table.rows) all.push(row);
  const index = all.slice(0, titlesWithin).findIndex(({ cells }) => areTitles(cells));
  const titles = all[index]?.cells;
  if (titles === undefined) {
    if (all[0] === undefined) throw new Misfit('', 'import.empty');
    throw new Misfit('', 'labels.no-titles', { found: all[0].cells.join('、').slice(0, 200) });
  }
  return { titles, rows: all.slice(index + 1) };
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
const areTitles = (cells: readonly string[]): boolean => {
  const found = columnsOf(cells);
  return needed.every((field) => found.has(field));
};

/** As a line of the API; what is wrong with it is told there. */
function lineOf(
  row: Row,
  at: ReadonlyMap<Field, number>,
  codes: ReadonlyMap<string, string>,
): SuppliedLine {
  const cell = (field: Field): string => plain(row.cells[at.get(field) ?? -1] ?? '');
  const label = cell('label');
  const [until, note] = [dayOf(cell('until')), cell('note').slice(0, 200)];
  return {
    number: cell('number').slice(0, 40),
    label: (codes.get(label) ?? label).slice(0, 40),
    from: dayOf(cell('from')),
    ...(until === '' ? {} : { until }),
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

/** Refused lines as they were, with line and reason in both languages: mended, it is a file to supply. */
function writeReport(
  { file, dry }: WantedLabels,
  titles: readonly string[],
  rows: readonly Row[],
  refused: readonly LineRefused[],
): void {
  const report = openReport(reportOf(file, dry), titles, 0);
  for (const { line, why } of refused) {
    const row = rows[line - 1];
    if (row !== undefined)
      report.add(row, [sayServer('zh', `supply.${why}`), sayServer('en', `supply.${why}`)]);
  }
  report.close();
}
