// SPDX-License-Identifier: Apache-2.0
import type { FlowEntry } from '@lilong/contracts/case-shapes';
import { expect, test } from 'vitest';
import { comebacks } from './comebacks.ts';

const entry = (step: number, move: string, kind: FlowEntry['kind'], round = 1) =>
  ({ step, move, kind, round }) as FlowEntry;
const flow = [
  entry(1, 'dispatch', 'forward'),
  entry(2, 'return', 'return'),
  entry(3, 'dispatch', 'forward'),
  entry(4, 'return', 'return'),
];
const steps = (found: readonly FlowEntry[]) => found.map(({ step }) => step);

test('whoever sends a case on reads why it came back last', () => {
  const line = { adjudication: false, handedBack: true, round: 1 };
  expect(steps(comebacks({ line, flow }))).toEqual([4]);
  expect(comebacks({ line: { ...line, handedBack: false }, flow })).toEqual([]);
});

test('whoever rules reads every return of the round, and what the reporter still misses', () => {
  const line = { adjudication: true, handedBack: true, round: 1 };
  expect(steps(comebacks({ line, flow }))).toEqual([2, 4]);
  const again = [...flow, entry(5, 'not_solved', 'return', 2)];
  expect(steps(comebacks({ line: { ...line, round: 2 }, flow: again }))).toEqual([5]);
});
