// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  clearProvisionals,
  freeLetter,
  giveProvisional,
  provisionals,
  readMachine,
} from './machine.ts';

const morning = new Date('2026-03-02T01:00:00Z');
const tomorrow = new Date('2026-03-03T01:00:00Z');
const wanted = { services: ['general'], priority: null };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('numbers of the machine’s own count on through the day and are nobody’s number of the server', () => {
  const machine = { ...readMachine(), which: 2 };
  const numbers = [morning, morning].map((at) => giveProvisional(machine, 'K', wanted, at).number);
  expect(numbers).toEqual(['K2001', 'K2002']);
  clearProvisionals(morning);
  expect(provisionals(morning)).toEqual([]);
  expect(giveProvisional(machine, 'K', wanted, morning).number).toBe('K2003');
  expect(provisionals(morning)).toEqual([
    { number: 'K2003', ...wanted, takenAt: morning.toISOString() },
  ]);
  expect(giveProvisional(machine, 'K', wanted, tomorrow).number).toBe('K2001');
  expect(provisionals(morning)).toEqual([]);
});

test('their letter is that of no class of the hall', () => {
  const hall = (...letters: string[]) =>
    ({ services: letters.map((letter) => ({ letter })) }) as Parameters<typeof freeLetter>[0];
  expect(freeLetter(hall('A', 'B'))).toBe('K');
  expect(freeLetter(hall('A', 'K', 'X'))).toBe('Y');
});
