// SPDX-License-Identifier: Apache-2.0
// A file of lines, CSV or XLSX. It knows the file's form, not people.
import { Misfit, openCsv } from '../../places/index.ts';
import { openXlsx } from './xlsx.ts';

export interface Row {
  /** As Excel or an editor counts it: titles are mostly line 1. */
  readonly at: number;
  readonly cells: string[];
}

export interface Table {
  /** Once, from the first line to the last; empty lines are passed over. */
  readonly rows: AsyncGenerator<Row>;
  /** How much of the file has been read, 0 to 1. */
  share(): number;
}

/**
 * Opens a table by the ending of its name.
 *
 * @throws {Misfit} `table.kind`, and what the two kinds of file say
 */
export async function openTable(file: string): Promise<Table> {
  if (/\.xlsx$/i.test(file)) return openXlsx(file);
  if (/\.(csv|tsv|txt)$/i.test(file)) return openCsv(file);
  throw new Misfit('', 'table.kind');
}
