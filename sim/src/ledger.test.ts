// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { openLedger } from './ledger.ts';

const lane = 310101002001000;

test('a reply that was overtaken by a newer one changes nothing', () => {
  const ledger = openLedger();
  ledger.received('C1', lane);
  ledger.stands('C1', { state: 'pending_handle', version: 3, organisation: 7 });
  ledger.stands('C1', { state: 'pending_dispatch', version: 2, organisation: null });
  expect(
    ledger.some(({ state, organisation }) => state === 'pending_handle' && organisation === 7),
  ).toBe(true);
});

test('a reply that does not tell the organisation leaves it as it was', () => {
  const ledger = openLedger();
  ledger.received('C1', lane);
  ledger.stands('C1', { state: 'pending_handle', version: 3, organisation: 7 });
  ledger.stands('C1', { state: 'handling', version: 4 });
  expect(ledger.some(({ state, organisation }) => state === 'handling' && organisation === 7)).toBe(
    true,
  );
  expect(ledger.open).toBe(1);
});

test('cases of others are not ours', () => {
  const ledger = openLedger();
  ledger.stands('C9', { state: 'closed', version: 1 });
  expect(ledger.isOurs('C9')).toBe(false);
  expect(ledger.ended).toBe(0);
});
