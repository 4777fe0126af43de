// SPDX-License-Identifier: Apache-2.0
// A town with as many invented people as really live in a district or in the whole city.
import { keysFile, readConfig } from '@lilong/server/config';
import { settleKeys } from '@lilong/server/kernel/install';
import type { Keys } from '@lilong/server/kernel/keys';
import { Client } from 'pg';
import { load } from '../../sim/src/population/load.ts';
import { startMakers } from '../../sim/src/population/makers.ts';
import { sizesOf } from '../../sim/src/population/report.ts';
import type { Size } from './benches.ts';
import { type Figure, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

const seed = 7;
const MAKERS = 2;
const quiet = (): void => undefined;

export interface Peopled {
  readonly town: Town;
  /** What the town's programs seal and open numbers with. */
  readonly keys: Keys;
  /** How many people, how soon they stood there and what they take. */
  readonly figures: readonly Figure[];
}

const filled = new WeakMap<City, Promise<Peopled>>();

/** The same for every bench of a run; it is closed with the city. Leave it as you found it. */
export function peopled(city: City, size: Size): Promise<Peopled> {
  const there = filled.get(city) ?? fill(city, size);
  filled.set(city, there);
  return there;
}

async function fill(city: City, { population, within }: Size): Promise<Peopled> {
  const town = await city.town();
  const config = readConfig(town.environment);
  const keys = await settleKeys(town.owner, keysFile(config));
  const url = config.DATABASE_ADMIN_URL ?? '';
  const making = { url, keys: keysFile(config), now: new Date(), people: population, seed, within };
  // The load is for demonstrations only, and says so; a bench measures the program as for real use.
  await town.owner.run("update kernel.install set mode = 'demo'");
  const from = performance.now();
  const { batches, stop } = await startMakers(making, MAKERS);
  await load({ url, batches, onBatch: quiet, onStage: quiet }).finally(stop);
  const seconds = (performance.now() - from) / 1000;
  await town.owner.run("update kernel.install set mode = 'real'");
  const figures = [
    figure('people', population, ''),
    figure('made, sealed, loaded and indexed', seconds, 's'),
    figure('people a second', population / seconds, 'per s'),
    ...(await bytesOf(url, population)),
  ];
  return { town, keys, figures };
}

/** Bytes for each person, by table, with its indexes. */
export async function bytesOf(url: string, people: number): Promise<Figure[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const sizes = (await sizesOf(client)).filter(({ rows }) => rows > 0);
  await client.end();
  const each = sizes.map(({ table, heap, indexes }) => ({ table, bytes: heap + indexes }));
  const all = each.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    ...each.map(({ table, bytes }) => figure(`${table}`, bytes / people, 'bytes a person')),
    figure('all tables and indexes', all / people, 'bytes a person'),
  ];
}
