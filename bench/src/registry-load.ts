// SPDX-License-Identifier: Apache-2.0
// How long it takes to make a whole registry, people invented, numbers sealed and keys and indexes made; against copying
// the same rows, ready as they are, into tables without rights and making the same indexes.
import { finished } from 'node:stream/promises';
import { keysFile, readConfig } from '@lilong/server/config';
import { settleKeys } from '@lilong/server/kernel/install';
import { columns, tableNames } from '@lilong/server/registry/generate/rows';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { makeBare } from '../../sim/src/population/bare.ts';
import { load } from '../../sim/src/population/load.ts';
import type { Batch } from '../../sim/src/population/maker.ts';
import { startMakers } from '../../sim/src/population/makers.ts';
import type { Size } from './benches.ts';
import { bytesOf } from './peopled.ts';
import { type Found, figure } from './rounds.ts';
import type { City } from './town.ts';

const CITY = 310000000000000;
const MAKERS = 2;
const FLOOR = 'floor';
const quiet = (): void => undefined;

export async function registryLoad(city: City, { loaded: people }: Size): Promise<Found> {
  const town = await city.town();
  const url = town.environment.DATABASE_ADMIN_URL ?? '';
  const keys = keysFile(readConfig(town.environment));
  await settleKeys(town.owner, keys);
  await town.owner.run("update kernel.install set mode = 'demo'"); // the load is for demonstrations only
  const making = { url, keys, now: new Date(), people, seed: 7, within: CITY };
  const floor = await withClient(url, async (client) => copied(client, await made(making)));
  const ours = await seconds(async () => {
    const { batches, stop } = await startMakers(making, MAKERS);
    await load({ url, batches, onBatch: quiet, onStage: quiet }).finally(stop);
  });
  const bytes = await bytesOf(url, people);
  await town.close();
  return {
    figures: [
      figure('people', people, 'people'),
      figure('made, sealed and loaded', ours, 's'),
      figure('people a second', people / ours, 'per s'),
      figure('bare: the same rows copied, the same indexes', floor, 's'),
      figure('times the bare copy', ours / floor, 'times'),
      ...bytes,
    ],
    ratio: floor / ours,
  };
}

type Making = Parameters<typeof startMakers>[0];

/** All rows of the city, before any clock runs. */
async function made(making: Making): Promise<Batch[]> {
  const { batches, stop } = await startMakers(making, MAKERS);
  try {
    const all: Batch[] = [];
    for await (const batch of batches) all.push(batch);
    return all;
  } finally {
    await stop();
  }
}

/** Seconds to copy rows that are ready and to index them; what was copied is dropped. */
async function copied(client: Client, batches: readonly Batch[]): Promise<number> {
  await client.query(`create schema ${FLOOR}`);
  for (const table of tableNames)
    await client.query(`create table ${FLOOR}.${table} (like registry.${table} including all)`);
  const taken = await seconds(async () => {
    await client.query("begin; set local maintenance_work_mem = '256MB'");
    await client.query(`truncate ${tableNames.map((table) => `${FLOOR}.${table}`).join(', ')}`);
    const { keys, indexes } = await makeBare(client, FLOOR);
    for (const { texts } of batches)
      for (const table of tableNames) await copy(client, table, texts[table]);
    for (const again of [...keys, ...indexes]) await client.query(again);
    await client.query('commit');
    await client.query('vacuum analyze');
  });
  await client.query(`drop schema ${FLOOR} cascade`);
  return taken;
}

type TableName = (typeof tableNames)[number];

async function copy(client: Client, table: TableName, text: Uint8Array): Promise<void> {
  const list = columns[table].join(', ');
  const stream = client.query(
    copyFrom(`copy ${FLOOR}.${table} (${list}) from stdin with (freeze)`),
  );
  stream.end(Buffer.from(text.buffer, text.byteOffset, text.byteLength));
  await finished(stream);
}

async function seconds(act: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await act();
  return (performance.now() - from) / 1000;
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
