// SPDX-License-Identifier: Apache-2.0

const limitKinds = {
  UH: 'urgent_hour',
  WH: 'work_hour',
  WD: 'work_day',
  UD: 'natural_day',
} as const;

/** The greatest number of hours or days in one limit. */
export const MOST = 9_999;

/** How a limit is counted: docs/domain/clocks.md. */
export type LimitKind = (typeof limitKinds)[keyof typeof limitKinds];

export interface Limit {
  readonly kind: LimitKind;
  /** Hours or days, 1 to 9,999. */
  readonly amount: number;
  /** Days only: count 24 hours each instead of ending at midnight. */
  readonly toTheMinute?: boolean;
}

/**
 * Reads `2UH`, `4WH`, `15WD` or `30UD`.
 * @throws {RangeError} for anything else; nothing is guessed
 */
export function parseLimit(text: string): Limit {
  const [, amount, code] = /^([1-9]\d{0,3})(UH|WH|WD|UD)$/.exec(text.trim()) ?? [];
  if (amount === undefined || code === undefined)
    throw new RangeError(`"${text}" is no limit: write 2UH, 4WH, 5WD or 30UD`);
  return { kind: limitKinds[code as keyof typeof limitKinds], amount: Number(amount) };
}

/**
 * Reads the limits of graded conditions, `2UD/15WD`, in their order.
 * @throws {RangeError} when one of them is broken or missing
 */
export function parseLimits(text: string): Limit[] {
  return text.split('/').map(parseLimit);
}
