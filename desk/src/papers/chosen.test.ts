// SPDX-License-Identifier: Apache-2.0
import type { PaperLine } from '@lilong/contracts/affair-papers';
import { expect, test } from 'vitest';
import { actsOf, targetsOf } from './chosen.ts';

const paper = (to: readonly number[], can: Partial<PaperLine['can']>): PaperLine => ({
  ...{ ref: 'A310101002-10', key: 'proof', name: '证明', nameEn: null, itemName: '事项' },
  ...{
    itemNameEn: null,
    affairState: 'accepted',
    door: null,
    count: null,
    state: 'held',
    holderName: '中心',
  },
  ...{ goingToName: null, at: '2026-03-02T01:00:00Z', long: false, notGot: false },
  to: to.map((organisation) => ({ organisation, name: String(organisation) })),
  can: { send: false, receive: false, miss: false, find: false, give_back: false, ...can },
});

test('what is done is done with all that are chosen', () => {
  expect(actsOf([])).toEqual([]);
  expect(
    actsOf([paper([1], { send: true, give_back: true }), paper([], { give_back: true })]),
  ).toEqual(['give_back']);
});

test('they go where all of them may go', () => {
  expect(targetsOf([])).toEqual([]);
  expect(
    targetsOf([paper([1, 2], {}), paper([2, 3], {})]).map(({ organisation }) => organisation),
  ).toEqual([2]);
});
