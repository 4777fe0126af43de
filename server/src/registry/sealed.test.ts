// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { idCheckOf } from '@lilong/contracts/id-number';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysFrom, type Suite, suites } from '../kernel/keys.ts';
import { packed, unpacked } from './packed.ts';
import { digestOf, openValue, phoneEndOf, sealValue } from './sealed.ts';

test('the other suite is SHA-256 and AES as FIPS 180 and 197 have it', () => {
  expect(createHash('sha256').update('abc').digest('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  const key = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const block = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  expect(cipher.update(block).toString('hex')).toBe('69c4e0d86a7b0430d8cdb78070b4c55a');
});

test('the suite is SM3 and SM4 as their standards have it', () => {
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
});

describe.each(Object.keys(suites) as Suite[])('%s', (suite) => {
  const keys = keysFrom(Buffer.alloc(32, 7), suite);
  const others = keysFrom(Buffer.alloc(32, 8), suite);

  test('a digest is half of an HMAC under a key of its own, by kind', () => {
    const whole = createHmac(suites[suite].mac, keys.raw('find'))
      .update('id\x00310101194912100016')
      .digest();
    expect(digestOf(keys, 'id', '310101194912100016')).toEqual(whole.subarray(0, 16));
    expect(digestOf(keys, 'phone', '310101194912100016')).not.toEqual(whole.subarray(0, 16));
    expect(digestOf(others, 'id', '310101194912100016')).not.toEqual(whole.subarray(0, 16));
  });

  test('the last four digits give something else in each street', () => {
    const here = phoneEndOf(keys, 310101002, '0017');
    expect(here).toHaveLength(6);
    expect(phoneEndOf(keys, 310101002, '0017')).toEqual(here);
    expect(phoneEndOf(keys, 310101003, '0017')).not.toEqual(here);
    expect(phoneEndOf(keys, 310101002, '0018')).not.toEqual(here);
  });

  test('what is sealed opens again, is never the same twice, and is 32 bytes longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const sealed = sealValue(keys, text);
        expect(sealed).toHaveLength(32 + packed(text).length);
        expect(sealed.subarray(0, 4).toString('hex')).toBe(keys.id);
        expect(openValue(keys, sealed)).toBe(text);
        expect(sealValue(keys, text)).not.toEqual(sealed);
      }),
    );
  });

  test('a changed bit anywhere, a cut, and another key are refused', () => {
    const sealed = sealValue(keys, '31010019491210001X');
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(() => openValue(keys, changed)).toThrow(/changed|sealed with key/);
      }),
    );
    expect(() => openValue(keys, sealed.subarray(0, -1))).toThrow('changed');
    expect(() => openValue(keys, sealed.subarray(0, 20))).toThrow('cut off');
    expect(() => openValue(others, sealed)).toThrow('sealed with key');
  });

  test('an earlier key opens what it sealed, and today’s seals', () => {
    const now = keysFrom(Buffer.alloc(32, 9), suite, [keys]);
    expect(openValue(now, sealValue(keys, '310101'))).toBe('310101');
    expect(now.open(keys.seal('310101'))).toBe('310101');
    expect(sealValue(now, '310101').toString('hex', 0, 4)).toBe(now.id);
    expect(now.seal('310101').split('.')[0]).toBe(now.id);
    expect(() => openValue(keys, sealValue(now, '310101'))).toThrow('sealed with key');
  });
});

test('one master key has another name in each suite', () => {
  const names = (Object.keys(suites) as Suite[]).map(
    (suite) => keysFrom(Buffer.alloc(32, 7), suite).id,
  );
  expect(new Set(names).size).toBe(names.length);
});

describe('a number is packed before it is sealed', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
  const day = fc.date({
    min: new Date('1800-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  const ids = fc
    .tuple(digits(6), day, fc.integer({ min: 0, max: 999 }))
    .map(([area, at, order]) => {
      const first = `${area}${at.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
      return first + idCheckOf(first);
    });

  test('an identity number takes seven bytes, a mobile number six, and both come back', () => {
    fc.assert(fc.property(ids, (id) => packed(id).length === 7 && unpacked(packed(id)) === id));
    fc.assert(
      fc.property(digits(11), (it) => packed(it).length === 6 && unpacked(packed(it)) === it),
    );
  });

  test('every other text comes back as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (it) => unpacked(packed(it)) === it));
    for (const it of ['\u0000', '\u0001234567', '\u000212345', '\u0002'])
      expect(unpacked(packed(it))).toBe(it);
    for (const it of ['', '021-63212345', '31010119491310001X', '310101194912100010', 'E12345678'])
      expect(packed(it).toString('utf8')).toBe(it);
  });

  test('what was sealed before opens as before', () => {
    for (const it of ['310101194912100016', '13912345678', '{"code":"disabled"}'])
      expect(unpacked(Buffer.from(it))).toBe(it);
  });
});
