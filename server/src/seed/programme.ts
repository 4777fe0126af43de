// SPDX-License-Identifier: Apache-2.0
// Which cases the demonstration has lived through, and how long ago each began.
import type { TaleName } from './tales.ts';
import type { Origin } from './telling.ts';

export interface Item {
  readonly tale: TaleName;
  readonly count: number;
  /** Hours before now at which it began; earlier when it would not be over by now. */
  readonly began: readonly [from: number, to: number];
  readonly origins?: readonly Origin[];
  /** Only matters whose shortest limit is in hours round the clock, or whose limit is in days. */
  readonly limit?: 'hours' | 'days';
  /** Only matters of which others may see cases. */
  readonly visible?: true;
  /** Only matters that the department behind the door leads. */
  readonly greening?: true;
  /** Longer than was promised. */
  readonly slow?: true;
  /** In the committee behind the door. */
  readonly atDoor?: true;
}

const anyone: readonly Origin[] = ['neighbour', 'neighbour', 'worker', 'patrol', 'phone'];
const residents: readonly Origin[] = ['neighbour'];
const door: readonly Origin[] = ['door'];
const hotline: readonly Origin[] = ['hotline'];

/** 南京东路街道: open in every state, some late, and what came of others. */
export const atHome: readonly Item[] = [
  // Those of the resident, the committee worker and the department behind the doors.
  { tale: 'asked', count: 1, began: [3, 5], origins: door, atDoor: true },
  { tale: 'assigned', count: 1, began: [20, 26], origins: door, atDoor: true, greening: true },
  { tale: 'closed', count: 1, began: [50, 60], origins: door, atDoor: true },
  { tale: 'rated', count: 1, began: [190, 210], origins: door, atDoor: true },
  { tale: 'reported', count: 3, began: [1, 6], origins: residents, atDoor: true },
  { tale: 'seenTo', count: 5, began: [4, 190], origins: ['worker'], atDoor: true },
  { tale: 'seenToForResident', count: 2, began: [40, 150], origins: residents, atDoor: true },
  { tale: 'raised', count: 2, began: [2, 8], origins: ['worker'], atDoor: true },
  { tale: 'rated', count: 2, began: [100, 200], origins: ['worker'], atDoor: true },
  // Not registered yet.
  { tale: 'reported', count: 3, began: [0.3, 7], origins: anyone },
  { tale: 'reported', count: 1, began: [100, 110], origins: residents },
  { tale: 'reported', count: 1, began: [2, 5], origins: ['phone'] },
  { tale: 'reported', count: 1, began: [1, 4], origins: hotline },
  { tale: 'raised', count: 1, began: [2, 9], origins: ['worker'] },
  { tale: 'answered', count: 1, began: [5, 9], origins: residents },
  { tale: 'verifying', count: 2, began: [4, 9], origins: anyone },
  { tale: 'verified', count: 1, began: [7, 12], origins: anyone },
  { tale: 'merged', count: 1, began: [5, 9], origins: residents },
  // With the dispatcher, the leader and the departments.
  { tale: 'registered', count: 3, began: [1, 5], origins: anyone },
  { tale: 'adjudicating', count: 1, began: [40, 50], origins: residents },
  { tale: 'unsolved', count: 1, began: [90, 110], origins: residents },
  { tale: 'dispatched', count: 2, began: [2, 5], origins: anyone },
  { tale: 'dispatched', count: 2, began: [2, 9], origins: residents, greening: true },
  { tale: 'dispatched', count: 1, began: [60, 80], origins: hotline, limit: 'hours' },
  { tale: 'returned', count: 1, began: [26, 30], origins: hotline },
  { tale: 'accepted', count: 2, began: [5, 20], origins: anyone, limit: 'days' },
  { tale: 'accepted', count: 1, began: [50, 70], origins: residents, limit: 'hours' },
  { tale: 'assigned', count: 2, began: [6, 28], origins: anyone, greening: true },
  { tale: 'joined', count: 1, began: [8, 14], origins: residents, limit: 'days', visible: true },
  { tale: 'supervised', count: 1, began: [28, 34], origins: residents, limit: 'hours' },
  { tale: 'suspended', count: 1, began: [70, 90], origins: anyone, limit: 'days' },
  { tale: 'extensionAsked', count: 1, began: [30, 40], origins: anyone, limit: 'days' },
  { tale: 'crewDone', count: 1, began: [20, 30], origins: residents, greening: true },
  { tale: 'crewDone', count: 1, began: [20, 30], origins: anyone },
  { tale: 'finished', count: 2, began: [20, 40], origins: anyone },
  { tale: 'reworked', count: 1, began: [40, 60], origins: residents },
  { tale: 'passed', count: 3, began: [20, 50], origins: anyone },
  // Over.
  { tale: 'seenTo', count: 8, began: [6, 220], origins: ['worker'] },
  { tale: 'closed', count: 1, began: [50, 200], origins: anyone },
  { tale: 'closed', count: 1, began: [90, 200], origins: anyone, limit: 'hours', slow: true },
  { tale: 'rated', count: 3, began: [80, 220], origins: residents },
  { tale: 'published', count: 3, began: [60, 200], origins: residents, visible: true },
  { tale: 'hotline', count: 2, began: [60, 200], origins: hotline },
  { tale: 'closedAfterRework', count: 1, began: [120, 160], origins: residents },
  { tale: 'ruled', count: 1, began: [150, 180], origins: anyone },
  { tale: 'forced', count: 1, began: [180, 200], origins: anyone, limit: 'days' },
  { tale: 'declined', count: 3, began: [30, 200], origins: residents },
  { tale: 'notFound', count: 1, began: [60, 90], origins: residents },
  { tale: 'withdrawn', count: 1, began: [30, 90], origins: residents },
];

const staffOnly: readonly Origin[] = ['worker', 'patrol', 'phone', 'worker'];

/**
 * The rest of the city, thinner. Mostly what takes few steps: every step costs a first start some
 * milliseconds, and most of what committees do is seen to on the spot anyway.
 */
export const elsewhere: readonly Item[] = [
  { tale: 'notedDown', count: 134, began: [2, 225], origins: ['worker'] },
  { tale: 'closed', count: 5, began: [60, 225], origins: staffOnly },
  { tale: 'closed', count: 2, began: [90, 225], origins: staffOnly, limit: 'hours', slow: true },
  { tale: 'hotline', count: 2, began: [60, 225], origins: hotline },
  { tale: 'declined', count: 8, began: [20, 225], origins: staffOnly },
  { tale: 'reported', count: 58, began: [0.3, 9], origins: staffOnly },
  { tale: 'raised', count: 20, began: [1, 10], origins: ['worker'] },
  { tale: 'registered', count: 10, began: [1, 8], origins: staffOnly },
  { tale: 'dispatched', count: 8, began: [2, 12], origins: staffOnly },
  { tale: 'accepted', count: 12, began: [4, 26], origins: staffOnly, limit: 'days' },
  { tale: 'accepted', count: 4, began: [40, 90], origins: staffOnly, limit: 'hours' },
  { tale: 'finished', count: 2, began: [20, 60], origins: staffOnly },
  { tale: 'passed', count: 2, began: [20, 60], origins: staffOnly },
];
