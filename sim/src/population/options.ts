// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { CITY } from './city.ts';

/** What population is asked for. */
export interface PopulationOptions {
  readonly people: number;
  /** The same seed makes the same people. */
  readonly seed: number;
  /** Number of the place whose committees are peopled. */
  readonly within: number;
  /** Processors that make and seal people while the database writes them. */
  readonly workers: number;
}

export const populationUsage =
  'DATABASE_ADMIN_URL=postgres://… npm run sim -- population [--people 24870895] [--seed 7] [--within 310101000000000] [--workers N]';

/** @throws {RangeError} with the option to blame */
export function populationOptions(args: readonly string[]): PopulationOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '24870895' },
      seed: { type: 'string', default: '7' },
      within: { type: 'string', default: String(CITY) },
      workers: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
    },
  });
  return {
    people: whole('people', values.people, 1, 40_000_000),
    seed: whole('seed', values.seed, 0, 2 ** 31),
    within: whole('within', values.within, 1, Number.MAX_SAFE_INTEGER),
    workers: whole('workers', values.workers, 1, 64),
  };
}

function whole(name: string, given: string, least: number, most: number): number {
  const value = Number(given);
  if (!(Number.isInteger(value) && value >= least && value <= most))
    throw new RangeError(`--${name} is a whole number from ${least} to ${most}, not ${given}`);
  return value;
}
