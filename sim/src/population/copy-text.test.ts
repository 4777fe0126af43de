// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { cellText, copyText } from './copy-text.ts';

test.each([
  [null, '\\N'],
  ['', ''],
  ['王\t小\n明\\', '王\\t小\\n明\\\\'],
  [310101002001000, '310101002001000'],
  [true, 't'],
  [Buffer.from([0, 255, 92]), '\\\\x00ff5c'],
  [[], '{}'],
  [['lives_alone', 'a b', 'null', 'q"\\'], '{lives_alone,"a b","null","q\\\\"\\\\\\\\"}'],
] as const)('%j is written as COPY reads it', (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

test('rows are lines, cells are apart by tabs', () => {
  expect(copyText([[1, null, 'x'], ['y']]).toString()).toBe('1\t\\N\tx\ny\n');
});
