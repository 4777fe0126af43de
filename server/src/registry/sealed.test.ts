// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysFrom } from '../kernel/keys.ts';
import { digestOf, openValue, phoneEndOf, sealValue } from './sealed.ts';

const keys = keysFrom(Buffer.alloc(32, 7));
const others = keysFrom(Buffer.alloc(32, 8));
const id = '310101194912100016';

test('what was sealed is opened, and two seals of one value differ', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(openValue(keys, sealValue(keys, text))).toBe(text);
    }),
  );
  expect(sealValue(keys, id).equals(sealValue(keys, id))).toBe(false);
  expect(sealValue(keys, id)).toHaveLength(4 + 12 + 18 + 16);
});

test('a changed byte, a cut, another key are noticed', () => {
  const sealed = sealValue(keys, id);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openValue(keys, changed)).toThrow();
  }
  expect(() => openValue(keys, sealed.subarray(0, -1))).toThrow();
  expect(() => openValue(others, sealed)).toThrow(/sealed with key/);
});

test('digests find, and say nothing across kinds, streets and deployments', () => {
  expect(digestOf(keys, 'id', id)).toEqual(digestOf(keys, 'id', id));
  expect(digestOf(keys, 'id', id)).toHaveLength(16);
  expect(digestOf(keys, 'phone', id)).not.toEqual(digestOf(keys, 'id', id));
  expect(digestOf(others, 'id', id)).not.toEqual(digestOf(keys, 'id', id));
  expect(phoneEndOf(keys, 310101002, '5678')).toHaveLength(6);
  expect(phoneEndOf(keys, 310101002, '5678')).not.toEqual(phoneEndOf(keys, 310101013, '5678'));
});
