// SPDX-License-Identifier: Apache-2.0
import type { HallNow } from '@lilong/contracts/counters-city';

/** How it stands for the class: soon, a while, long, nobody serves it, or shut. */
export const loads = ['soon', 'while', 'long', 'shut'] as const;
export type Load = (typeof loads)[number];

/** Minutes up to which a wait is short, and up to which it is a while. */
export const shortWait = 15;
export const someWait = 40;

export function loadOf({ open, does, wait }: Pick<HallNow, 'open' | 'does' | 'wait'>): Load {
  if (!open || !does) return 'shut';
  if (wait.minutes === null || wait.minutes > someWait) return 'long';
  return wait.minutes > shortWait ? 'while' : 'soon';
}
