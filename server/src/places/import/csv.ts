// SPDX-License-Identifier: Apache-2.0
// The lines of a CSV file as a stream: comma or tab, UTF-8 or GB 18030, however Excel wrote it.
import { createReadStream, statSync } from 'node:fs';
import { pipeline as begin, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { Misfit } from './fault.ts';

export interface Row {
  /** As an editor counts it: the first line is 1. */
  readonly at: number;
  readonly cells: string[];
}

/** Bytes that are read from their beginning, more than once. */
export interface Bytes {
  readonly size: number;
  stream(): Readable;
}

/** Opens a file. `share` says how much of it has been read, 0 to 1. Empty lines are passed over. */
export async function openCsv(
  source: string | Bytes,
): Promise<{ rows: AsyncGenerator<Row>; share(): number }> {
  const bytes = typeof source === 'string' ? bytesOf(source) : source;
  const decoder = new TextDecoder(await encodingOf(bytes));
  const whole = Math.max(1, bytes.size);
  let read = 0;
  const decode = new Transform({
    transform: (chunk: Buffer, _, done) => {
      read += chunk.length;
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush: (done) => done(null, decoder.decode()),
  });
  return { rows: rowsOf([bytes.stream(), decode]), share: () => read / whole };
}

const bytesOf = (file: string): Bytes => ({
  size: statSync(file).size,
  stream: () => createReadStream(file),
});

export const rowsOfText = (csv: string): AsyncGenerator<Row> => rowsOf(csv);

type Piped = readonly [source: Readable, decode: Transform];

async function* rowsOf(source: string | Piped): AsyncGenerator<Row> {
  const options = {
    ...{ bom: true, delimiter: [',', '\t'], info: true, trim: true },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  };
  const records = parse(options);
  if (typeof source === 'string') records.end(source);
  // What fails before the parser fails where the lines are read.
  else begin(...source, records, () => undefined);
  for await (const { record, info } of readable(records))
    if (record.some((text) => text !== '')) yield { at: info.lines, cells: record };
}

interface Record {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** An open quotation mark swallows what follows: the line to mend is the one after the last that could be read. */
async function* readable(rows: AsyncIterable<unknown>): AsyncGenerator<Record> {
  let line = 0;
  try {
    for await (const row of rows as AsyncIterable<Record>) {
      // `info: true` gives records like this
      line = row.info.lines;
      yield row;
    }
  } catch (fault) {
    if (!String((fault as { code?: unknown }).code).startsWith('CSV_')) throw fault;
    throw new Misfit('', 'import.broken-table', { line: line + 1 });
  }
}

/** Chinese Excel writes GB 18030 unless told otherwise; what is no UTF-8 from end to end is read as that. */
async function encodingOf({ stream }: Bytes): Promise<'utf-8' | 'gb18030'> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    await pipeline(stream(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) strict.decode(chunk, { stream: true });
      strict.decode();
    });
    return 'utf-8';
  } catch (fault) {
    if (fault instanceof TypeError) return 'gb18030';
    throw fault;
  }
}
