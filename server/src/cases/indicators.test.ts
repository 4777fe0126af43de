// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { indicatorsOf, type Populations } from './indicators.ts';

const none: Populations = {
  received: 0,
  registered: 0,
  registeredOnTime: 0,
  sent: 0,
  sentOnTime: 0,
  dispatched: 0,
  returned: 0,
  toHandle: 0,
  handled: 0,
  handledOnTime: 0,
  toClose: 0,
  closed: 0,
  closedOnTime: 0,
  sentBack: 0,
  reworked: 0,
  extended: 0,
  suspended: 0,
  firstPass: 0,
  checked: 0,
  sorted: 0,
  frequent: 0,
  repeated: 0,
};
const shareOf = (counts: Populations, key: string): string | null => {
  const share = indicatorsOf(counts).find((one) => one.key === key)?.share;
  return share === null || share === undefined ? null : (share * 100).toFixed(2);
};

test('the figures that 天门 published for December 2016 come out to the last digit', () => {
  const tianmen = {
    ...none,
    received: 1054,
    registered: 996,
    toClose: 972,
    closed: 911,
    closedOnTime: 737,
  };
  expect(shareOf(tianmen, 'register')).toBe('94.50');
  expect(shareOf(tianmen, 'close')).toBe('93.72');
  expect(shareOf(tianmen, 'close_on_time')).toBe('75.82');
});

test('an empty denominator has no share, neither 0 nor 100', () => {
  expect(indicatorsOf(none).map((one) => one.share)).toEqual(indicatorsOf(none).map(() => null));
});

test('a wrong dispatch counts against the dispatcher, not the department', () => {
  expect(shareOf({ ...none, dispatched: 50, returned: 5, toHandle: 50 }, 'right_dispatch')).toBe(
    '90.00',
  );
});
