// SPDX-License-Identifier: Apache-2.0
// Pure: what was done for others comes to so many units and so much money. No I/O, no clock.
import type { SettleSums, SettleWork } from '@lilong/contracts/settlement';
import type { LineRow } from './tables.ts';
import type { Worth } from './worth.ts';

export interface Done {
  readonly doer: number;
  readonly on_behalf: number;
  readonly what: SettleWork;
  readonly day: string;
  readonly count: number;
}
export type Reckoned = Pick<LineRow, 'doer' | 'on_behalf' | 'what' | 'count' | 'units' | 'fen'>;

/** One line for each pair and kind of work, each day by what it was worth then; in the order in which they came. */
export function reckoned(
  done: readonly Done[],
  worthOf: (day: string) => Pick<Worth, 'units' | 'fenPerUnit'>,
): Reckoned[] {
  const lines = new Map<string, Reckoned>();
  for (const { doer, on_behalf, what, day, count } of done) {
    const key = `${doer} ${on_behalf} ${what}`;
    const { units: of, fenPerUnit } = worthOf(day);
    const units = count * of[what];
    const before = lines.get(key) ?? { doer, on_behalf, what, count: 0, units: 0, fen: 0 };
    lines.set(key, {
      ...{ doer, on_behalf, what, count: before.count + count, units: before.units + units },
      fen: before.fen + units * fenPerUnit,
    });
  }
  return [...lines.values()];
}

export const lineValues = ({ doer, on_behalf, what, count, units, fen }: Reckoned): Reckoned => ({
  ...{ doer, on_behalf, what, count, units, fen },
});

/** A line of which some are to be taken off. */
export interface Owed extends Reckoned {
  readonly line: number;
  readonly taken_off: number;
}
/** What it was worth then, by its share of the line: all of a line takes all of it off. */
export function correctionOf({ line, taken_off, ...of }: Owed): Omit<LineRow, 'no' | 'month'> {
  const share = (whole: number) => 0 - Math.round((whole * taken_off) / of.count);
  return {
    ...{ doer: of.doer, on_behalf: of.on_behalf, what: of.what, of_line: line },
    ...{ count: -taken_off, units: share(of.units), fen: share(of.fen) },
  };
}

export const sumsOf = (lines: readonly SettleSums[]): SettleSums =>
  lines.reduce(
    (all, { count, units, fen }) => ({
      ...{ count: all.count + count, units: all.units + units, fen: all.fen + fen },
    }),
    { count: 0, units: 0, fen: 0 },
  );
