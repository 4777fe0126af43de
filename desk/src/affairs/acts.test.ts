// SPDX-License-Identifier: Apache-2.0
import { affairFlow, affairMoves } from '@lilong/contracts/affair-flow';
import { zh as shared } from '@lilong/contracts/words/zh';
import { expect, test } from 'vitest';
import { zh } from '../words/zh.ts';
import { actsOf, primaryOf, wordsOf } from './acts.ts';

const can = (...buttons: string[]) => ({
  can: Object.fromEntries(buttons.map((button) => [button, true])),
});

test('the likeliest step forward is first and what Enter does; what ends it badly is last', () => {
  const page = can('check', 'receive', 'accept', 'ask', 'refuse_receipt', 'cancel');
  expect(actsOf(page)).toEqual(['accept', 'check', 'receive', 'ask', 'refuse_receipt', 'cancel']);
  expect(primaryOf(page)).toBe('accept');
});

test('where only going back is possible, Enter does nothing; what applicants press is no button here', () => {
  const page = can('withdraw', 'give_back', 'cancel');
  expect(primaryOf(page)).toBeUndefined();
  expect(actsOf(page)).toEqual(['give_back', 'cancel']);
});

test('every button of every state has words', () => {
  const moves = Object.values(affairFlow).flatMap((state) => Object.keys(state));
  const acts = actsOf(can(...moves, ...affairMoves, 'give', 'ask_extension', 'decide_extension'));
  expect(acts.map(wordsOf).filter((key) => !(key in { ...shared, ...zh }))).toEqual([]);
});
