// SPDX-License-Identifier: Apache-2.0
// One event stream per browser: a browser opens six connections to a host, and a stream holds one for ever.
// The tab that holds the lock `lilong.live` listens and tells the others; when it closes, the next takes over.
import { everyTopic, livePath, type liveTopics } from '@lilong/contracts/office';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { keepFresh } from './fresh.ts';
import { onSessionChange, onSignIn } from './session.ts';
import { holdStream } from './stream.ts';

export type LiveTopic = (typeof liveTopics)[number];
type Listener = (look: string) => void;

const listeners = new Set<Listener>();
let leave: (() => void) | undefined;

/** Keeps what was read below `topic` fresh while the page is shown. */
export function useLive(topic: LiveTopic): void {
  const queries = useQueryClient();
  useEffect(() => follow(queries, topic), [queries, topic]);
}

/** Calls when there is news, for whoever reads one thing again and not all of them. */
export function useNews(topic: LiveTopic, hear: () => void): void {
  const tell = useEffectEvent(hear);
  useEffect(
    () =>
      listen((look) => {
        if (look === topic || look === everyTopic) tell();
      }),
    [topic],
  );
}

/** The same as `useLive` outside of a page, until it is told to stop. */
export function follow(queries: QueryClient, topic: LiveTopic): () => void {
  const fresh = keepFresh(queries, topic);
  const leaveStream = listen((look) => {
    if (look === topic || look === everyTopic) fresh.hear();
  });
  return () => {
    leaveStream();
    fresh.stop();
  };
}

function listen(listener: Listener): () => void {
  listeners.add(listener);
  leave ??= join();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    leave?.();
    leave = undefined;
  };
}

function tell(look: string): void {
  for (const listener of listeners) listener(look);
}

/** Joins the tabs of this browser; returns how to leave them. */
function join(): () => void {
  if (typeof EventSource === 'undefined') return () => undefined;
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return openStream(tell);
  const others = new BroadcastChannel('lilong.live');
  others.onmessage = ({ data }: MessageEvent<string>) => tell(data);
  const leaving = new AbortController();
  const lead = () =>
    new Promise<void>((resolve) => {
      const close = openStream((look) => {
        tell(look);
        others.postMessage(look);
      });
      leaving.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  // Waiting for the lock ends with an AbortError when the page leaves before its turn.
  navigator.locks.request('lilong.live', { signal: leaving.signal }, lead).catch(() => undefined);
  return () => {
    leaving.abort();
    others.close();
  };
}

/** Opens the stream, and opens it anew at once for another session or post. */
function openStream(hear: Listener): () => void {
  const stream = holdStream(livePath, {
    opened: () => hear(everyTopic), // nobody knows what changed between the first reading, or the last push, and now
    told: (data) => hear(lookOf(data)),
  });
  const forget = [onSessionChange(stream.open), onSignIn(stream.open)];
  return () => {
    for (const one of forget) one();
    stream.close();
  };
}

function lookOf(data: string): string {
  try {
    return (JSON.parse(data) as { look?: string }).look ?? '';
  } catch {
    return '';
  }
}
