// SPDX-License-Identifier: Apache-2.0
// A first, plain estimate: how many are ahead, how long the last ones of the class took, how many windows do it. Pure.
import type { Wait } from '@lilong/contracts/counters';

/** So many served ones are needed before they tell more than what is usual. */
export const enough = 5;
/** Of each class the last so many are looked at. */
export const lookedAt = 20;

export interface Load {
  /** In line for the class before whoever asks. */
  readonly ahead: number;
  /** Open windows that do it, and how many of them have nobody. */
  readonly windows: number;
  readonly idle: number;
  /** Seconds that the last ones of this class took here, in any order. */
  readonly recent: readonly number[];
  /** Minutes that one of this class usually takes (示例). */
  readonly usual: number;
}

export function waitOf({ ahead, windows, idle, recent, usual }: Load): Wait {
  if (windows === 0) return { minutes: null, basis: 'none' };
  const known = recent.length >= enough;
  const each = known ? medianOf(recent) / 60 : usual;
  // Windows without anybody take the first ones at once; one that is busy is half-way through on average.
  const before = ahead < idle ? 0 : ahead - idle + 0.5;
  const minutes = Math.ceil((before * each) / windows);
  return { minutes, basis: known ? 'recent' : 'usual' };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
