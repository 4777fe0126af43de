// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@lilong/contracts/counters';

/** A call that the board hears of later than this is shown, and no longer spoken. */
const FRESH_MS = 30_000;
/** So long a call stays large, in case its voice was short. */
const SHOWN_MS = 5_000;
/** Far more than are called in the time of a lost connection's last words. */
const REMEMBERED = 200;

/** A wall has room for no more. */
const LISTED = 8;

const keyOf = ({ number, window, at }: Call): string => `${number} ${window} ${at}`;

export interface Caller {
  /** Hears of calls, in any order and as often as they come; `now` is the hall's clock. */
  readonly hear: (calls: readonly Call[], now: Date) => void;
}

/**
 * Speaks each call once, one after another, and shows it large meanwhile. What was called before the board was there, or
 * longer ago than half a minute, is never spoken.
 */
export function makeCaller(
  speak: (call: Call) => Promise<void>,
  show: (call: Call | undefined) => void,
): Caller {
  let known: ReadonlySet<string> | undefined;
  const waiting: Call[] = [];
  let speaking = false;

  async function speakAll(): Promise<void> {
    if (speaking) return;
    speaking = true;
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      show(call);
      await Promise.all([speak(call), new Promise((go) => setTimeout(go, SHOWN_MS))]);
    }
    show(undefined);
    speaking = false;
  }
  return {
    hear: (calls, now) => {
      const before = known;
      known = new Set([...(before ?? []), ...calls.map(keyOf)].slice(-REMEMBERED));
      if (before === undefined) return;
      waiting.push(...newsOf(calls, before, now));
      void speakAll();
    },
  };
}

function newsOf(calls: readonly Call[], known: ReadonlySet<string>, now: Date): Call[] {
  return calls
    .filter((call) => !known.has(keyOf(call)))
    .filter(({ at }) => now.getTime() - Date.parse(at) < FRESH_MS)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The last call of each number, newest first. */
export function addCalls(before: readonly Call[], more: readonly Call[]): readonly Call[] {
  const newest = [...more, ...before].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return newest
    .filter(({ number }, at) => newest.findIndex((one) => one.number === number) === at)
    .slice(0, LISTED);
}
