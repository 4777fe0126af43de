// SPDX-License-Identifier: Apache-2.0
// The parts of a workbook: a ZIP of XML, unpacked as it is read. What is made to fill the memory is refused.
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  openPromise,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { Misfit } from '../../places/index.ts';
import type { Stored } from './table.ts';

/** Bytes that a part may have when it is unpacked: three million rows of people are less. */
const LARGEST = 4_000_000_000;
/** What people type packs to a twentieth; a part that packs to less is made to burst. */
const DENSEST = 200;
const SMALL = 10_000_000; // bytes: of a small part it does not matter
const MOST_PARTS = 2_000;

export interface Parts {
  /** Unpacked size of a part; undefined when there is none. */
  sizeOf(name: string): number | undefined;
  stream(name: string): Promise<Readable>;
  close(): void;
}

/** @throws {Misfit} `table.no-xlsx`, `table.bomb` */
export async function openParts(file: string | Buffer | Stored): Promise<Parts> {
  checkHead(Buffer.isBuffer(file) ? file : await headOf(file));
  const zip = await openZip(file).catch(() => {
    throw new Misfit('', 'table.no-xlsx');
  });
  try {
    const entries = await entriesOf(zip);
    const entry = (name: string): Entry => {
      const found = entries.get(name);
      if (found === undefined) throw new Misfit('', 'table.no-xlsx');
      return found;
    };
    return {
      sizeOf: (name) => entries.get(name)?.uncompressedSize,
      stream: (name) => zip.openReadStreamPromise(entry(name)),
      close: () => zip.close(),
    };
  } catch (fault) {
    zip.close();
    throw fault;
  }
}

function openZip(file: string | Buffer | Stored): Promise<ZipFile> {
  if (typeof file === 'string') return openPromise(file, { lazyEntries: true, autoClose: false });
  if (Buffer.isBuffer(file)) return fromBufferPromise(file, { lazyEntries: true });
  const options = { lazyEntries: true, autoClose: false };
  return fromRandomAccessReaderPromise(new Spans(file), file.size, options);
}

class Spans extends RandomAccessReader {
  readonly #file: Stored;
  constructor(file: Stored) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return this.#file.span(start, end);
  }
}

/** A workbook of before 2007, or one under a password, is another kind of file. */
function checkHead(bytes: Buffer): void {
  if (bytes.toString('latin1', 0, 4) !== 'PK\u0003\u0004') throw new Misfit('', 'table.no-xlsx');
}

async function headOf(file: string | Stored): Promise<Buffer> {
  if (typeof file !== 'string') return buffer(file.span(0, Math.min(4, file.size)));
  const handle = await open(file);
  try {
    const read = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return read.buffer.subarray(0, read.bytesRead);
  } finally {
    await handle.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) throw new Misfit('', 'table.bomb');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const { uncompressedSize: whole, compressedSize: packed } = entry;
    const isDense = whole > SMALL && whole > packed * DENSEST;
    if (whole > LARGEST || isDense) throw new Misfit('', 'table.bomb');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

export interface Reader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML piece by piece; `name` comes without its prefix. Yields after each piece, so that a caller can hand on. */
export async function* readXml(stream: Readable, reader: Reader): AsyncGenerator<number> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) =>
    reader.open(bare(name), attributes),
  );
  parser.on('closetag', ({ name }) => reader.close?.(bare(name)));
  if (reader.text !== undefined) parser.on('text', reader.text);
  parser.on('error', (fault) => {
    throw fault;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield chunk.length;
    }
    parser.close();
  } catch (fault) {
    if (fault instanceof Misfit) throw fault;
    throw new Misfit('', 'table.broken-xlsx');
  } finally {
    stream.destroy();
  }
}

/** Reads a small part to its end. */
export async function readWhole(stream: Readable, reader: Reader): Promise<void> {
  const pieces = readXml(stream, reader);
  while (!(await pieces.next()).done);
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
