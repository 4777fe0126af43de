// SPDX-License-Identifier: Apache-2.0
import type { Board } from '@lilong/contracts/counters';
import { useEffect, useState } from 'react';

/** How far the server's clock is ahead of this machine's, by the reading that was last heard. */
const ahead = new WeakMap<Board, number>();

/** The server's time now: a machine on a wall may have any time. */
export function hallTime(board: Board): Date {
  const known = ahead.get(board) ?? Date.parse(board.now) - Date.now();
  ahead.set(board, known);
  return new Date(Date.now() + known);
}

/** The same, told every second. */
export function useHallClock(board: Board | undefined): Date {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((beats) => beats + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return board === undefined ? new Date() : hallTime(board);
}
