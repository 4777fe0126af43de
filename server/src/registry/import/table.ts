// SPDX-License-Identifier: Apache-2.0
// A file of lines, CSV or XLSX. It knows the file's form, not people.
import type { Readable } from 'node:stream';
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

/** A file that lies elsewhere, read in spans. */
export interface Stored {
  readonly name: string;
  readonly size: number;
  /** From one byte up to, and without, another. */
  span(from: number, to: number): Readable;
}
/** A file of this machine, one that was sent, by its name and contents, or one that lies elsewhere. */
export type Source = string | { readonly name: string; readonly bytes: Buffer } | Stored;

/**
 * Opens a table by the ending of its name.
 *
 * @throws {Misfit} `table.kind`, and what the two kinds of file say
 */
export async function openTable(source: Source): Promise<Table> {
  const name = typeof source === 'string' ? source : source.name;
  if (/\.xlsx$/i.test(name))
    return openXlsx(typeof source !== 'string' && 'bytes' in source ? source.bytes : source);
  if (!/\.(csv|tsv|txt)$/i.test(name)) throw new Misfit('', 'table.kind');
  if (typeof source === 'string') return openCsv(source);
  if ('span' in source)
    return openCsv({ size: source.size, stream: () => source.span(0, source.size) });
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
