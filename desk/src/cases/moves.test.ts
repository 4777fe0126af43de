// SPDX-License-Identifier: Apache-2.0
import {
  type CaseMove,
  type CaseState,
  caseFlow,
  caseMoves,
  moveOf,
  needsOf,
} from '@lilong/contracts/case-flow';
import { expect, test } from 'vitest';
import { isImmediate, movesOf, primaryOf } from './moves.ts';

const may = (...moves: CaseMove[]) => ({
  can: Object.fromEntries(moves.map((move) => [move, true])),
});

test('going forward comes before going back', () => {
  expect(movesOf(may('unregister', 'dispatch', 'force_close'))[0]).toBe('dispatch');
  expect(primaryOf(may('recheck', 'close'))).toBe('close');
});

test('Enter never declines, returns or closes by order', () => {
  expect(primaryOf(may('decline', 'return', 'force_close', 'recall', 'rework'))).toBeUndefined();
});

test('a button stands for every permitted move and for no other', () => {
  expect(movesOf(may('accept', 'return')).sort()).toEqual(['accept', 'return']);
  expect(movesOf({ can: { accept: false, ask: true } })).toEqual([]);
});

test('a move that needs something is never made without its form', () => {
  const states = Object.keys(caseFlow) as CaseState[];
  const hasty = states.flatMap((state) =>
    caseMoves
      .filter(
        (move) =>
          (moveOf(state, move)?.needs ?? []).length > 0 &&
          isImmediate({ state, handedBack: false }, move),
      )
      .map((move) => `${state} ${move}`),
  );
  expect(hasty).toEqual([]);
  const fresh = { state: 'pending_register', handedBack: false } as const;
  expect(needsOf(fresh, 'register')).toEqual(['category', 'condition']);
});

test('what came back is not sent on without a word about why', () => {
  const back = { state: 'pending_dispatch', handedBack: true } as const;
  expect(needsOf(back, 'dispatch')).toEqual(['organisation', 'words']);
  expect(needsOf(back, 'rule')).toEqual(['organisation', 'reason']);
  expect(needsOf({ state: 'pending_check', handedBack: true }, 'pass')).toEqual(['words']);
});
