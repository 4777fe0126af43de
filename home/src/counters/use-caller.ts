// SPDX-License-Identifier: Apache-2.0
import type { Board, Call } from '@lilong/contracts/counters';
import { useEffect, useState } from 'react';
import { announce, chime, mayBeHeard } from './announcer.ts';
import { addCalls, makeCaller } from './calls.ts';
import { useHall } from './hall.ts';
import { sayCall } from './pronounce.ts';
import { hallTime } from './use-clock.ts';

interface Calling {
  /** What is being spoken. */
  readonly calling: Call | undefined;
  /** What was called lately, newest first. */
  readonly called: readonly Call[];
  /** The browser makes no sound until somebody touches it. */
  readonly blocked: boolean;
  readonly unblock: () => void;
}

/** Speaks the calls of a hall as they come, by the stream or by reading the board again. */
export function useCaller(centre: number, board: Board | undefined): Calling {
  const [calling, setCalling] = useState<Call>();
  const [called, setCalled] = useState<readonly Call[]>([]);
  const [blocked, setBlocked] = useState(false);
  const [caller] = useState(() =>
    makeCaller(async ({ number, window }) => {
      setBlocked((await announce(sayCall(number, window))) === 'blocked');
    }, setCalling),
  );
  useEffect(() => {
    void mayBeHeard().then((heard) => setBlocked(!heard)); // whoever hangs it up is told before the first call
  }, []);
  useEffect(() => {
    if (board === undefined) return;
    caller.hear(board.calls, hallTime(board));
  }, [board, caller]);
  useHall(centre, (call) => {
    if (board === undefined) return;
    caller.hear([call], hallTime(board));
    setCalled((before) => addCalls(before, [call]));
  });
  const unblock = () => void chime().then((heard) => setBlocked(heard === 'blocked'));
  return { calling, called: addCalls(called, board?.calls ?? []), blocked, unblock };
}
