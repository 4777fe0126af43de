// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { entriesOf } from './postgis.ts';

/** One entry of an archive, as `tar` writes it. */
function entry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')} `, 124);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}
const end = Buffer.alloc(1024);

test('of an archive every entry is read, whole and in its order', () => {
  const tar = Buffer.concat([
    entry('lib/raster.so', 'r'.repeat(1300)),
    entry('lib/core.so', 'c'.repeat(512)),
    entry('share/proj/', ''),
    end,
  ]);
  expect([...entriesOf(tar)].map(({ name, bytes }) => [name, String(bytes)])).toEqual([
    ['lib/raster.so', 'r'.repeat(1300)],
    ['lib/core.so', 'c'.repeat(512)],
    ['share/proj/', ''],
  ]);
});

test('an archive without its end is read as far as it goes', () => {
  expect([...entriesOf(entry('lib/core.so', 'c'))]).toHaveLength(1);
});
