// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';

/** What is asked of a run. */
export interface Options {
  /** Reports to be made. */
  readonly cases: number;
  /** About how long it all takes. After half as long again and two minutes it ends in any case. */
  readonly minutes: number;
  readonly url: string;
  /** The same seed makes the same people say the same things. Who is quicker is not in its hands. */
  readonly seed: number;
  /** The street that is brought to life. */
  readonly street: number;
}

export const usage =
  'npm run sim -- [--cases 200] [--minutes 1] [--url http://localhost:8080] [--seed 1] [--street 310101002000000]';

/** @throws {RangeError} with the option to blame */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '200' },
      minutes: { type: 'string', default: '1' },
      url: { type: 'string', default: 'http://localhost:8080' },
      seed: { type: 'string', default: '1' },
      street: { type: 'string', default: '310101002000000' },
    },
  });
  return {
    cases: number('cases', values.cases, 1, 1_000_000),
    minutes: number('minutes', values.minutes, 0.01, 24 * 60),
    url: new URL(values.url).origin,
    seed: number('seed', values.seed, 0, 2 ** 31),
    street: number('street', values.street, 1e14, 1e15),
  };
}

function number(name: string, given: string, least: number, most: number): number {
  const value = Number(given);
  if (!(value >= least && value <= most))
    throw new RangeError(`--${name} is a number from ${least} to ${most}, not ${given}`);
  return value;
}
