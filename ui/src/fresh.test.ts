// SPDX-License-Identifier: Apache-2.0
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFresh } from './fresh.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that shows `/api/cases`; each reading takes `takesMs` and finds what stood there when it began. */
function aPage(takesMs: number) {
  const queries = new QueryClient();
  let stands = 0;
  let readings = 0;
  const shown = new QueryObserver(queries, {
    queryKey: ['/api/cases', 'list'],
    queryFn: async () => {
      readings += 1;
      const seen = stands;
      await new Promise((resolve) => setTimeout(resolve, takesMs));
      return seen;
    },
  });
  const leave = shown.subscribe(() => undefined);
  return {
    queries,
    change: () => (stands += 1),
    shows: () => shown.getCurrentResult().data,
    readings: () => readings,
    leave,
  };
}

test('a storm of pushes is one reading, and the page shows the last change within a second', async () => {
  const page = aPage(50);
  const { hear, stop } = keepFresh(page.queries, 'cases');
  await vi.advanceTimersByTimeAsync(100);
  for (let push = 0; push < 40; push++) {
    page.change();
    hear();
    await vi.advanceTimersByTimeAsync(5);
  }
  await vi.advanceTimersByTimeAsync(800);
  expect(page.shows()).toBe(40);
  expect(page.readings()).toBeLessThanOrEqual(3); // the first sight, and what 200 ms of pushes need
  stop();
  page.leave();
});

test('a change during a slow reading is not lost, and the reading is not cut off', async () => {
  const page = aPage(2_000);
  const { hear, stop } = keepFresh(page.queries, 'cases');
  await vi.advanceTimersByTimeAsync(100); // the first reading is on its way
  page.change();
  hear();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(page.shows()).toBe(0);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(page.shows()).toBe(1);
  expect(page.readings()).toBe(2);
  stop();
  page.leave();
});

test('other topics are left alone', async () => {
  const page = aPage(50);
  const { hear, stop } = keepFresh(page.queries, 'handovers');
  await vi.advanceTimersByTimeAsync(100);
  hear();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(page.readings()).toBe(1);
  stop();
  page.leave();
});
