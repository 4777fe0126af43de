// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { maskPhone } from './mask.ts';
import { phonePattern, tidyPhone } from './phone.ts';

test.each([
  ['139 1234 5678', '13912345678'],
  ['+86 139-1234-5678', '13912345678'],
  ['13912345678.0', '13912345678'],
  ['021-6322 1234', '021-63221234'],
  ['（021）63221234', '021-63221234'],
  ['02163221234', '021-63221234'],
  ['63221234', '021-63221234'],
  ['0512-6522123', '0512-6522123'],
  ['010-65221234', '010-65221234'],
])('%s is kept as %s', (typed, kept) => {
  expect(tidyPhone(typed)).toBe(kept);
  expect(kept).toMatch(new RegExp(phonePattern));
  expect(tidyPhone(kept)).toBe(kept);
});

test.each(['', '12345', '12912345678', '021-12345678', '6322123', '021-63221234-801', '没有'])(
  '%s is no telephone',
  (typed) => {
    expect(tidyPhone(typed)).toBeUndefined();
  },
);

test('a fixed line is masked like a mobile number', () => {
  expect(maskPhone('021-63221234')).toBe('021*****1234');
});
