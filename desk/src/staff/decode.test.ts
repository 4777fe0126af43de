// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { decodeTable } from './decode.ts';

const bytes = (...list: number[]): ArrayBuffer => new Uint8Array(list).buffer;

test('a table of Chinese Excel is read as it was typed', () => {
  expect(decodeTable(bytes(0xbb, 0xfa, 0xb9, 0xb9, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb))).toBe(
    '机构,姓名',
  );
});

test('UTF-8 stays UTF-8', () => {
  expect(decodeTable(new TextEncoder().encode('机构,姓名').buffer)).toBe('机构,姓名');
});
