// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { loadOf } from './load.ts';

test('a shut hall is shut, one without a window for it is long, the rest goes by its wait', () => {
  const hall = (minutes: number | null, open = true) =>
    loadOf({ open, does: true, wait: { minutes, basis: 'usual' } });
  expect([hall(0), hall(15), hall(16), hall(40), hall(41), hall(null), hall(0, false)]).toEqual([
    ...['soon', 'soon', 'while', 'while', 'long', 'long', 'shut'],
  ]);
});
