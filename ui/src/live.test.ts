// SPDX-License-Identifier: Apache-2.0
import { everyTopic } from '@lilong/contracts/office';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { follow } from './live.ts';

/** The browser's end of the stream; the story says when it opens, breaks and hears. */
class Source {
  static last: Source | undefined;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  constructor() {
    Source.last = this;
  }
  close(): void {
    if (Source.last === this) Source.last = undefined;
  }
}
let stands = 0;
let readings = 0;
let leave: () => void;
let shows: () => number | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('navigator', {}); // one tab, in a browser without locks
  stands = 0;
  readings = 0;
  const queries = new QueryClient();
  const shown = new QueryObserver(queries, {
    queryKey: ['/api/cases', 'list'],
    queryFn: async () => {
      readings += 1;
      const seen = stands;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return seen;
    },
  });
  const leavers = [shown.subscribe(() => undefined), follow(queries, 'cases')];
  shows = () => shown.getCurrentResult().data;
  leave = () => leavers.forEach((one) => void one());
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what changed after the first reading and before the stream opened is shown', async () => {
  await vi.advanceTimersByTimeAsync(100);
  stands = 1; // nobody was there to hear of it
  Source.last?.onopen?.();
  await vi.advanceTimersByTimeAsync(900);
  expect(shows()).toBe(1);
});

test('what changed while the first reading was on its way is shown, whoever was first', async () => {
  await vi.advanceTimersByTimeAsync(10);
  stands = 1;
  Source.last?.onopen?.();
  await vi.advanceTimersByTimeAsync(900);
  expect(shows()).toBe(1);
  expect(readings).toBe(2);
});

test('after a break it opens again and looks at everything; without news it reads nothing', async () => {
  Source.last?.onopen?.();
  await vi.advanceTimersByTimeAsync(1000);
  const before = readings;
  Source.last?.onerror?.();
  stands = 2;
  await vi.advanceTimersByTimeAsync(1500);
  Source.last?.onopen?.();
  await vi.advanceTimersByTimeAsync(900);
  expect(shows()).toBe(2);
  expect(readings).toBe(before + 1);
  Source.last?.onmessage?.({ data: JSON.stringify({ look: 'staff' }) });
  await vi.advanceTimersByTimeAsync(900);
  expect(readings).toBe(before + 1);
  Source.last?.onmessage?.({ data: JSON.stringify({ look: everyTopic }) });
  await vi.advanceTimersByTimeAsync(900);
  expect(readings).toBe(before + 2);
});
