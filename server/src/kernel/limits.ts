// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';

/** At most `most` calls in `minutes` by one `who`; kept in memory, per process. */
export interface Limit {
  /** @throws {Refusal} auth.too-many */
  count(who: string, now: Date): void;
}

export function makeLimit(most: number, minutes: number): Limit {
  const windows = new Map<string, { from: number; used: number }>();
  return {
    count: (who, now) => {
      const at = now.getTime();
      const window = windows.get(who);
      // A window that begins later than now was counted by a clock that has been put right since.
      if (window === undefined || at < window.from || at - window.from >= minutes * 60_000) {
        if (windows.size > 50_000) windows.clear(); // bounded memory; a limit, not a ledger
        windows.set(who, { from: at, used: 1 });
        return;
      }
      window.used += 1;
      if (window.used > most) throw new Refusal('auth.too-many', { minutes });
    },
  };
}
