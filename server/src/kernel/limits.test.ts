// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { makeLimit } from './limits.ts';

const noon = new Date('2026-03-02T04:00:00Z');
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

test('one too many is refused until the window has passed; others go on', () => {
  const limit = makeLimit(2, 10);
  limit.count('a', noon);
  limit.count('a', after(1));
  expect(() => limit.count('a', after(9))).toThrow('auth.too-many');
  limit.count('b', after(9));
  limit.count('a', after(10));
});

test('a clock that is put back does not shut anybody out for longer', () => {
  const limit = makeLimit(1, 10);
  limit.count('a', after(60 * 24));
  limit.count('a', noon);
  expect(() => limit.count('a', after(1))).toThrow('auth.too-many');
  limit.count('a', after(10));
});
