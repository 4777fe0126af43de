// SPDX-License-Identifier: Apache-2.0
// Labels from a file: the same lines as by the API, read from CSV or XLSX. One file is one batch, to be withdrawn whole.
import { basename } from 'node:path';
import { sayServer } from '../../kernel/voice.ts';
import { Misfit } from '../../places/index.ts';
import { openReport, reportOf } from '../import/refused.ts';
import type { Operate } from '../import/run.ts';
import type { Row } from '../import/table.ts';
import { lookOver } from '../reach.ts';
import { type LineRefused, rulesFor } from './lines.ts';
import { linesOf, readRows } from './rows.ts';
import { findSupplier } from './suppliers.ts';
import { takeLines } from './supply.ts';

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
  const read = await readRows(wanted.file);
  const { titles, rows } = read;
  const { taken, refused } = await operate(async (ctx) => {
    const organisation = await findSupplier(ctx, wanted.supplier);
    if (organisation === undefined)
      throw new Misfit('', 'labels.no-supplier', { supplier: wanted.supplier });
    await lookOver(ctx, [], { suppliers: [organisation] });
    const lines = linesOf(read, await rulesFor(ctx, organisation));
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
