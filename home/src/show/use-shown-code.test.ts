// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { stateOf } from './use-shown-code.ts';

const until = '2026-03-02T01:02:00.000Z';
const code = { number: '12345678', qrSvg: '<svg/>', seconds: 120, until };
const shown = { code, refusal: undefined, pending: false, left: 60, waits: until, made: 1 };
const refused = (name: string) => ({ code: name, status: 0, facts: {}, detail: '' });

test('a code is shown while it waits, and says when it was read, replaced, or put away', () => {
  expect(stateOf(shown)).toBe('shown');
  expect(stateOf({ ...shown, waits: undefined })).toBe('shown');
  expect(stateOf({ ...shown, waits: null })).toBe('used');
  expect(stateOf({ ...shown, waits: '2026-03-02T01:02:30.000Z' })).toBe('elsewhere');
  expect(stateOf({ ...shown, pending: true })).toBe('making');
  expect(stateOf({ ...shown, left: 0, waits: null })).toBe('shown'); // it is over, and is renewed
  expect(stateOf({ ...shown, left: 0, made: 5 })).toBe('resting');
});

test('without a network, or not bound, it says so in words of its own', () => {
  expect(stateOf({ ...shown, refusal: refused('client.offline') })).toBe('offline');
  expect(stateOf({ ...shown, refusal: refused('registry.not-bound') })).toBe('unbound');
  expect(stateOf({ ...shown, refusal: refused('auth.too-many') })).toBe('refused');
});
