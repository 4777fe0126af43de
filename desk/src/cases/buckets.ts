// SPDX-License-Identifier: Apache-2.0
import type { buckets } from '@lilong/contracts/case-work';
import type { Role } from '@lilong/contracts/identity';

export type Bucket = (typeof buckets)[number];

const whole: readonly Bucket[] = [
  'mine',
  'register',
  'dispatch',
  'handle',
  'check',
  'close',
  'late',
  'open',
  'ended',
];
const own: readonly Bucket[] = ['mine', 'late', 'open', 'ended'];
const above: readonly Bucket[] = [
  'open',
  'register',
  'dispatch',
  'handle',
  'check',
  'close',
  'late',
  'ended',
];

/** Tabs that a post has use for; the first is where it begins. */
export function bucketsFor(role: Role): readonly Bucket[] {
  if (role === 'dispatcher' || role === 'street_leader') return whole;
  return role === 'district' || role === 'city' ? above : own;
}

export const firstBucket = (role: Role): Bucket => bucketsFor(role)[0] ?? 'open';
