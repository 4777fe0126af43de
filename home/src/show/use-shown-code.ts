// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { showMe, shownYet } from '@lilong/contracts/registry-show';
import type { ReplyOf } from '@lilong/contracts/route';
import { isOffline, useRead, useWrite } from '@lilong/ui/client.ts';
import { useEffect, useRef, useState } from 'react';

export type Code = ReplyOf<typeof showMe>;
type State =
  | 'making'
  | 'shown'
  | 'used'
  | 'elsewhere' // another phone of the account made one since
  | 'resting' // nobody touched it for some codes
  | 'unbound'
  | 'offline'
  | 'refused';

export interface ShownCode {
  readonly state: State;
  readonly code: Code | undefined;
  /** Seconds for which it still holds. */
  readonly left: number;
  readonly refusal: Problem | undefined;
  readonly again: () => void;
}

/** Whoever holds the phone to a scanner does not look at it: this often it is asked whether it was read. */
const ASK_MS = 2_500;
/** A phone that was laid down shows no more codes after so many. */
const MOST = 5;

/** A code that is made when the page is opened and anew when it is over; at rest while nobody looks. */
export function useShownCode(): ShownCode {
  const make = useWrite(showMe, { refreshes: ['my/show'] });
  const { reply: code, refusal, pending } = make;
  const [made, setMade] = useState(0); // codes since somebody touched the page
  const begun = useRef(false);
  const left = useSecondsLeft(pending ? undefined : code);
  const read = useRead(shownYet, {}, { enabled: code !== undefined, refetchInterval: ASK_MS });
  const state = stateOf({ code, refusal, pending, left, waits: read.data?.until, made });
  const next = (count: number) => {
    setMade(count);
    void make.send({});
  };
  const again = () => next(1);
  useEffect(() => {
    if (!begun.current) again();
    begun.current = true;
  });
  useEffect(() => {
    if (state === 'shown' && left === 0 && !document.hidden) next(made + 1);
  });
  useNetworkBack(state === 'offline', again);
  useAwake(state === 'shown');
  return { state, code, left, refusal, again };
}

interface Known {
  readonly code: Code | undefined;
  readonly refusal: Problem | undefined;
  readonly pending: boolean;
  readonly left: number;
  /** Until when the server says that one waits. */
  readonly waits: string | null | undefined;
  readonly made: number;
}
export function stateOf({ code, refusal, pending, left, waits, made }: Known): State {
  if (refusal?.code === 'registry.not-bound') return 'unbound';
  if (isOffline(refusal)) return 'offline';
  if (refusal !== undefined) return 'refused';
  if (code === undefined || pending) return 'making';
  if (left > 0 && waits === null) return 'used';
  if (left > 0 && waits !== undefined && waits !== code.until) return 'elsewhere';
  return left === 0 && made >= MOST ? 'resting' : 'shown';
}

/** By the phone's own beat: its clock may be wrong. */
function useSecondsLeft(code: Code | undefined): number {
  const [left, setLeft] = useState(0);
  const ends = useRef<{ readonly code: Code; readonly at: number }>(undefined);
  if (code !== undefined && ends.current?.code !== code) {
    ends.current = { code, at: performance.now() + code.seconds * 1000 };
    if (left !== code.seconds) setLeft(code.seconds);
  }
  useEffect(() => {
    const timer = setInterval(() => {
      const at = ends.current?.at ?? 0;
      setLeft(Math.max(0, Math.ceil((at - performance.now()) / 1000)));
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return left;
}

function useNetworkBack(waiting: boolean, act: () => void): void {
  useEffect(() => {
    if (!waiting) return;
    addEventListener('online', act);
    return () => removeEventListener('online', act);
  });
}

/** The screen stays lit while the code is shown, where the phone can do that. */
function useAwake(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const hold = async (): Promise<void> => {
      if (document.hidden) return;
      lock = await navigator.wakeLock.request('screen').catch(() => undefined); // the battery is low
      if (left) void lock?.release();
    };
    const holdAgain = () => void hold();
    holdAgain();
    document.addEventListener('visibilitychange', holdAgain);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', holdAgain);
      void lock?.release();
    };
  }, [wanted]);
}
