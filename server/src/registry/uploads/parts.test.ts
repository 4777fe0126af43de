// SPDX-License-Identifier: Apache-2.0
// A file in parts is read as one, and a part that does not come is told where its lines are read.
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '@lilong/contracts/refusals';
import { uploadSize } from '@lilong/contracts/registry-uploads';
import { expect, test } from 'vitest';
import { workbook } from '../../../test/workbook.ts';
import { keysFrom } from '../../kernel/keys.ts';
import { openTable } from '../import/table.ts';
import { sealBytes } from '../sealed.ts';
import { storedFile } from './parts.ts';

const keys = keysFrom(randomBytes(32));
/** A file in parts; of the third one it may be said how often it comes before it is gone. */
function kept(name: string, file: Buffer, comes = Number.POSITIVE_INFINITY) {
  let came = 0;
  const fetch = async (part: number) => {
    if (part === 2 && ++came > comes) return undefined;
    return sealBytes(keys, file.subarray(part * uploadSize.part, (part + 1) * uploadSize.part));
  };
  return storedFile({ keys, name, size: file.length, fetch });
}
async function rowsOf(stored: ReturnType<typeof storedFile>): Promise<number> {
  let rows = 0;
  for await (const row of (await openTable(stored)).rows) rows += row.cells.length > 0 ? 1 : 0;
  return rows;
}
const LINES = 40_000; // three parts
const line = (n: number) => `某人,没有这条路${n}号,说明说明说明说明说明说明说明`;
const list = Buffer.from(Array.from({ length: LINES }, (_, n) => `${line(n)}\n`).join(''));

test('any span of a file comes as it was, across its parts', async () => {
  expect(Math.ceil(list.length / uploadSize.part)).toBe(3);
  const stored = kept('长.csv', list);
  for (const [from, to] of [
    [0, list.length],
    [uploadSize.part - 5, uploadSize.part + 5],
    [7, 8],
    [2 * uploadSize.part, list.length],
  ] as const)
    expect((await buffer(stored.span(from, to))).equals(list.subarray(from, to))).toBe(true);
});

test('a list and a workbook of several parts are read to the last line', async () => {
  expect(await rowsOf(kept('长.csv', list))).toBe(LINES);
  const cells = Array.from({ length: 60_000 }, (_, n) => [`${n}`, randomBytes(16).toString('hex')]);
  const book = workbook(cells);
  expect(book.length).toBeGreaterThan(uploadSize.part);
  expect(await rowsOf(kept('长.xlsx', book))).toBe(60_000);
});

test('a part that does not come fails where the lines are read, and nowhere else', async () => {
  await expect(rowsOf(kept('长.csv', list, 0))).rejects.toThrow(Refusal);
  // Once it was there, for the encoding to be told.
  await expect(rowsOf(kept('长.csv', list, 1))).rejects.toThrow(Refusal);
});
