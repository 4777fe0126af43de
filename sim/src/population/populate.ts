// SPDX-License-Identifier: Apache-2.0
// npm run sim -- population: a whole Shanghai of invented people, straight into PostgreSQL.
import { keysFile, readConfig } from '@lilong/server/config';
import { systemClock } from '@lilong/server/kernel/clock';
import { openServer } from '@lilong/server/kernel/db';
import { settleKeys } from '@lilong/server/kernel/install';
import { bringUpToDate, settleMode } from '@lilong/server/opening';
import { Client } from 'pg';
import { load } from './load.ts';
import { startMakers } from './makers.ts';
import type { PopulationOptions } from './options.ts';
import { many, progressLine, sizeLines, span } from './report.ts';

const TELL_MS = 5_000;

/** Thrown when no database was named. */
export class NoDatabase extends Error {}

/**
 * Fills the registry of a demonstration on PostgreSQL, which is made when the database is empty.
 *
 * @throws {NoDatabase}
 * @throws {RealPeople}
 */
export async function populate(
  options: PopulationOptions,
  print: (line: string) => void,
): Promise<void> {
  const config = readConfig(process.env);
  const url = config.DATABASE_ADMIN_URL;
  if (url === undefined) throw new NoDatabase();
  await prepare(url, keysFile(config));
  const now = systemClock();
  const { people, seed, within, workers } = options;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let [done, told] = [0, performance.now()];
  // First: the load locks what its tables refer to, and the makers read that.
  const makers = await startMakers(
    { url, keys: keysFile(config), now, people, seed, within },
    workers,
  );
  const onBatch = (more: number) => {
    done += more;
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    print(progressLine(done, people, seconds()));
  };
  const onStage = (stage: string) =>
    print(`${span(seconds())}: ${many(done)} people copied; ${stage}`);
  try {
    await load({ url, batches: makers.batches, onBatch, onStage });
  } finally {
    await makers.stop();
  }
  const taken = seconds();
  print(`${many(done)} people in ${span(taken)}, ${many(Math.round(done / taken))}/s`);
  await withClient(url, async (client) => {
    for (const line of await sizeLines(client, people)) print(line);
  });
}

/** The demonstration's places and rules, and the key that numbers are sealed with. */
async function prepare(url: string, keys: string): Promise<void> {
  const db = openServer({ url, connections: 1 });
  try {
    await bringUpToDate(db);
    await settleMode(db, 'demo');
    await settleKeys(db, keys);
  } finally {
    await db.close();
  }
}

async function withClient(url: string, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
