// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

const here = 310101002001000;
const there = 310101002002000;
const inCity = { registeredOutside: false, abroad: false, at: here };

test.each([
  ['人户一致', { ...inCity, livesIn: here, registeredIn: here }, 'together'],
  ['人在户不在', { ...inCity, livesIn: here, registeredIn: there }, 'lives_only'],
  ['户在人不在', { ...inCity, livesIn: there, registeredIn: here }, 'registered_only'],
  [
    '户在人不在, nobody knows where',
    { ...inCity, livesIn: undefined, registeredIn: here },
    'registered_only',
  ],
  [
    'born here, not registered yet',
    { ...inCity, livesIn: here, registeredIn: undefined },
    'lives_only',
  ],
  [
    '来沪人员',
    { ...inCity, registeredOutside: true, livesIn: here, registeredIn: undefined },
    'from_outside',
  ],
  ['境外人员', { ...inCity, abroad: true, livesIn: here, registeredIn: undefined }, 'from_abroad'],
] as const)('%s', (_, whereabouts, standing) => {
  expect(standingOf(whereabouts)).toBe(standing);
});
