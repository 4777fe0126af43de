// SPDX-License-Identifier: Apache-2.0
// A file of lines, CSV or XLSX. It knows the file's form, not people.
import { Misfit, openCsv, rowsOfText } from '../../places/index.ts';
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

/** A file of this machine, or one that was sent, by its name and contents. */
export type Source = string | { readonly name: string; readonly bytes: Buffer };

/**
 * Opens a table by the ending of its name.
 *
 * @throws {Misfit} `table.kind`, and what the two kinds of file say
 */
export async function openTable(source: Source): Promise<Table> {
  const name = typeof source === 'string' ? source : source.name;
  if (/\.xlsx$/i.test(name)) return openXlsx(typeof source === 'string' ? source : source.bytes);
  if (!/\.(csv|tsv|txt)$/i.test(name)) throw new Misfit('', 'table.kind');
  if (typeof source === 'string') return openCsv(source);
  return { rows: rowsOfText(decoded(source.bytes)), share: () => 1 };
}

/** Chinese Excel writes GB 18030 unless told otherwise; what is no UTF-8 is read as that. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
