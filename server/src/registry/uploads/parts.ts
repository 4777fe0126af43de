// SPDX-License-Identifier: Apache-2.0
// A file in sealed parts, read as one: what is opened of it lies in memory only, a part or two at a time.
import { Readable } from 'node:stream';
import { Refusal } from '@lilong/contracts/refusals';
import { uploadSize } from '@lilong/contracts/registry-uploads';
import type { Keys } from '../../kernel/keys.ts';
import type { Stored } from '../import/table.ts';
import { openBytes } from '../sealed.ts';

interface Kept {
  readonly keys: Keys;
  readonly name: string;
  readonly size: number;
  /** The sealed part of this number; none once the file is in. */
  readonly fetch: (part: number) => Promise<Uint8Array | undefined>;
}

/** Of two readers side by side (the shared texts of a workbook, and its sheet) each finds its last part here. */
const MOST_OPEN = 2;

export function storedFile({ keys, name, size, fetch }: Kept): Stored {
  const open = new Map<number, Promise<Buffer>>();
  const partAt = (part: number): Promise<Buffer> => {
    const known = open.get(part);
    if (known !== undefined) return known;
    const opened = fetch(part).then((sealed) => {
      if (sealed === undefined) throw new Refusal('registry.upload-state', {});
      return openBytes(keys, sealed);
    });
    opened.catch(() => open.delete(part));
    open.set(part, opened);
    const [oldest] = open.keys();
    if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
    return opened;
  };
  async function* spans(from: number, to: number): AsyncGenerator<Buffer> {
    for (let at = from; at < to; ) {
      const part = Math.floor(at / uploadSize.part);
      const begins = part * uploadSize.part;
      const bytes = (await partAt(part)).subarray(at - begins, to - begins);
      if (bytes.length === 0) throw new Error('a part of a file is missing');
      yield bytes;
      at += bytes.length;
    }
  }
  return { name, size, span: (from, to) => Readable.from(spans(from, to), { objectMode: false }) };
}
