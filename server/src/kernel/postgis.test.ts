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

test('of an archive only the wanted entries are left, whole and in their order', () => {
  const raster = entry('lib/raster.so', 'r'.repeat(1300));
  const core = entry('lib/core.so', 'c'.repeat(700));
  const empty = entry('share/proj/', '');
  const tar = Buffer.concat([raster, core, empty, end]);
  expect(entriesOf(tar, (name) => !name.includes('raster'))).toEqual(
    Buffer.concat([core, empty, end]),
  );
});

test('an archive without its end is read as far as it goes', () => {
  const core = entry('lib/core.so', 'c');
  expect(entriesOf(core, () => true)).toEqual(Buffer.concat([core, end]));
});
