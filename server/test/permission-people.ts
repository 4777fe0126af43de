// SPDX-License-Identifier: Apache-2.0
// Where the people of the permission tests live, and who may know of them.
import { isWithin } from '@lilong/contracts/place-no';
import fc from 'fast-check';
import { places, type Somebody } from './permission-world.ts';
import type { Drawn, Put } from './registry-people.ts';

/** Where people live: committees and estates, near and far. */
export const homes = [
  places.lane,
  places.otherLane,
  places.estate,
  places.otherEstate,
  310104003001000,
];
export const drawn: fc.Arbitrary<Drawn> = fc.record({
  role: fc.constantFrom('lives', 'registered', 'works', 'owns'),
  until: fc.constantFrom(null, null, '2026-02-20', '2025-06-30'),
  protected: fc.constantFrom(false, false, false, true),
});

/** As docs/domain/registry.md says it, without asking the program. */
export function maySee(somebody: Somebody, put: Put): boolean {
  if (somebody.role !== 'committee_worker' || put.protected) return false;
  return isWithin(put.place, somebody.seat) && put.until !== '2025-06-30';
}
export const mayFind = (somebody: Somebody, put: Put): boolean =>
  maySee(somebody, put) &&
  put.until === null &&
  (put.role === 'lives' || put.role === 'registered');
export const hasPlace = (somebody: Somebody, put: Put): boolean =>
  somebody.role === 'committee_worker' && isWithin(put.place, somebody.seat);
