// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { standingCode, standingOf, type Whereabouts } from './standing.ts';

const here = 310101002001000;
const there = 310101002004000;
const nowhere: Whereabouts = {
  livesIn: undefined,
  registeredIn: undefined,
  registeredOutside: false,
  abroad: false,
};

test.each([
  ['lives and is registered here', { livesIn: here, registeredIn: here }, 'together'],
  ['lives here, registered elsewhere', { livesIn: here, registeredIn: there }, 'lives_only'],
  ['lives here, not registered yet: a newborn', { livesIn: here }, 'lives_only'],
  ['registered here, lives elsewhere', { livesIn: there, registeredIn: here }, 'registered_only'],
  ['registered here, lives nobody knows where', { registeredIn: here }, 'registered_only'],
  ['registered outside', { livesIn: here, registeredOutside: true }, 'from_outside'],
  ['from abroad', { livesIn: here, abroad: true }, 'from_abroad'],
  ['abroad goes before outside', { abroad: true, registeredOutside: true }, 'from_abroad'],
  ['only works here: as at home', { livesIn: there, registeredIn: there }, 'together'],
  ['only owns here: as at home', { livesIn: there, registeredIn: 1 }, 'lives_only'],
  ['only owns here, lives nobody knows where', { registeredIn: there }, 'registered_only'],
  ['nothing is known', {}, 'lives_only'],
] as const)('%s', (_, known, standing) => {
  expect(standingOf(here, { ...nowhere, ...known })).toBe(standing);
});

test('the codes follow the order of the contract', () => {
  expect(standingCode('together')).toBe(1);
  expect(standingCode('from_abroad')).toBe(5);
});
