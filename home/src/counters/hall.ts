// SPDX-License-Identifier: Apache-2.0
import { type BoardNews, boardLivePath, type Call } from '@lilong/contracts/counters';
import { keepFresh } from '@lilong/ui/fresh.ts';
import { holdStream } from '@lilong/ui/stream.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

/** Keeps what was read of a hall fresh while the page is shown; calls come with the news itself. */
export function useHall(centre: number | undefined, onCall: (call: Call) => void = ignore): void {
  const queries = useQueryClient();
  const called = useEffectEvent(onCall);
  useEffect(() => {
    if (centre === undefined || typeof EventSource === 'undefined') return;
    const fresh = keepFresh(queries, 'counters');
    const stream = holdStream(boardLivePath(centre), {
      opened: fresh.hear,
      told: (data) => {
        const news = newsOf(data);
        if (news !== undefined && 'call' in news) called(news.call);
        if (news !== undefined) fresh.hear();
      },
    });
    return () => {
      stream.close();
      fresh.stop();
    };
  }, [centre, queries]);
}

const ignore = (): void => undefined;

function newsOf(data: string): BoardNews | undefined {
  try {
    return JSON.parse(data) as BoardNews; // as the contract says
  } catch {
    return undefined;
  }
}
