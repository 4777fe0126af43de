// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { useEffect, useState } from 'react';
import type { Key } from '../words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export type Tone = 'late' | 'soon' | 'ok' | 'none';
export interface Due {
  readonly tone: Tone;
  readonly key: Key;
  /** The span inside the words, when they have one. */
  readonly span?: Span;
}
export interface Span {
  readonly key: Key;
  readonly values: Readonly<Record<string, number>>;
}

/** How a promise stands, as words: 超时 2 小时, 剩 40 分, 挂账. */
export function dueOf(
  { dueAt, paused, lateness }: Pick<CaseLine, 'dueAt' | 'paused' | 'lateness'>,
  now: number,
): Due {
  if (paused) return { tone: 'none', key: 'due.paused' };
  if (dueAt === null) return { tone: 'none', key: 'due.none' };
  const leftMs = Date.parse(dueAt) - now;
  if (leftMs < 0) return { tone: 'late', key: 'due.late', span: spanOf(-leftMs) };
  return {
    tone: lateness === 'soon' || leftMs < hourMs ? 'soon' : 'ok',
    key: 'due.left',
    span: spanOf(leftMs),
  };
}

/** Two figures at most: days, hours and minutes, minutes. */
export function spanOf(ms: number): Span {
  if (ms >= 2 * dayMs) return { key: 'span.days', values: { days: Math.floor(ms / dayMs) } };
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  if (hours === 0) return { key: 'span.minutes', values: { minutes: Math.max(1, minutes) } };
  if (hours >= 10 || minutes === 0) return { key: 'span.hours', values: { hours } };
  return { key: 'span.hours-minutes', values: { hours, minutes } };
}

/** The present moment, told anew every `everyMs`. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
