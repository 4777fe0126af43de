// SPDX-License-Identifier: Apache-2.0
// Which crowd is open; and conditions with which a new one can begin.
import type { CrowdConditions } from '@lilong/contracts/registry-crowds';

export type Beginning = 'stairs' | 'alone' | 'small' | 'comers';

/** What committees ask most; each is one tap, and changed from there. */
export const beginnings: Readonly<Record<Beginning, CrowdConditions>> = {
  stairs: { role: 'lives', ageFrom: 80, alone: true, floorFrom: 3, lift: false },
  alone: { role: 'lives', ageFrom: 70, alone: true },
  small: { role: 'lives', ageTo: 3 },
  comers: { role: 'lives', standings: ['from_outside'] },
};
export const beginningNames = Object.keys(beginnings) as readonly Beginning[];

export interface CrowdSearch {
  /** One that is kept; 0 a new one. */
  readonly crowd?: number;
  /** With what the new one begins. */
  readonly from?: Beginning;
}

export function readCrowdSearch({ crowd, from }: Record<string, unknown>): CrowdSearch {
  if (typeof crowd !== 'number' || !Number.isSafeInteger(crowd) || crowd < 0) return {};
  const known = beginningNames.find((one) => one === from);
  return { crowd, ...(crowd === 0 && known !== undefined ? { from: known } : {}) };
}
