// SPDX-License-Identifier: Apache-2.0
// A first, plain estimate: the work of those ahead, by how long the last ones of their class took, shared among the windows. Pure.
import type { Wait } from '@lilong/contracts/counters';

/** So many served ones are needed before they tell more than what is usual. */
export const enough = 5;
/** Of each class the last so many are looked at. */
export const lookedAt = 20;

export interface Load {
  /** In line before whoever asks, at windows that could call them too. */
  readonly ahead: number;
  /** Seconds of work that they are, as far as it falls to these windows. */
  readonly work: number;
  /** Open windows that do it, and how many of them have nobody. */
  readonly windows: number;
  readonly idle: number;
  /** Seconds that one of this class takes. */
  readonly each: Each;
}
export interface Each {
  readonly seconds: number;
  readonly basis: 'recent' | 'usual';
}

/** How long one takes: the median of the last ones (seconds), or what is usual (minutes, 示例) while they are too few. */
export function eachOf(recent: readonly number[], usual: number): Each {
  if (recent.length < enough) return { seconds: usual * 60, basis: 'usual' };
  return { seconds: medianOf(recent), basis: 'recent' };
}

/** Windows without anybody take the first ones at once; of busy ones the first is free after a part of one service. */
export function waitOf({ ahead, work, windows, idle, each }: Load): Wait {
  if (windows === 0) return { minutes: null, basis: 'none' };
  const first = idle > 0 ? 0 : each.seconds / (windows + 1);
  const seconds = ahead < idle ? 0 : work / windows + first;
  return { minutes: Math.ceil(seconds / 60), basis: each.basis };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
