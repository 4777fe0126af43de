// SPDX-License-Identifier: Apache-2.0
// Fills the registry of a demonstration, as the owner, in one transaction: all people or none.
import { finished } from 'node:stream/promises';
import { columns, type TableName, tableNames } from '@lilong/server/registry/generate/rows';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { makeBare } from './bare.ts';
import type { Batch } from './maker.ts';

/** Thrown when the registry is no demonstration's, or holds people whom nobody invented. */
export class RealPeople extends Error {}

const SCHEMA = 'registry';
const INVENTED = '示例';

export interface Loading {
  readonly url: string;
  readonly batches: AsyncIterable<Batch>;
  /** Called after each batch, and with the name of each later stage. */
  readonly onBatch: (people: number) => void;
  readonly onStage: (stage: string) => void;
}

export async function load({ url, batches, onBatch, onStage }: Loading): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("set local statement_timeout = 0; set local maintenance_work_mem = '256MB'");
    await client.query('select pg_advisory_xact_lock(771003)');
    const tables = await lift(client);
    await empty(client, tables);
    const bare = await makeBare(client, SCHEMA);
    for await (const batch of batches) {
      for (const table of tableNames) await copy(client, table, batch.texts[table]);
      onBatch(batch.people);
    }
    onStage('keys and indexes');
    for (const made of [...bare.keys, ...bare.indexes]) await client.query(made);
    onStage('references');
    for (const made of bare.references) await client.query(made);
    await goOn(client);
    for (const table of tables) await client.query(`alter table ${table} force row level security`);
    await client.query('commit');
    onStage('figures for the planner');
    await client.query(`vacuum analyze ${tables.join(', ')}`);
  } finally {
    await client.end();
  }
}

/** COPY is refused under row-level security, which binds the owner too: it is lifted until the transaction ends. */
async function lift(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where relnamespace = $1::regnamespace and relforcerowsecurity order by 1',
    [SCHEMA],
  );
  const tables = rows.map(({ name }) => name);
  for (const table of tables)
    await client.query(`alter table ${table} no force row level security`);
  return tables;
}

/** @throws {RealPeople} */
async function empty(client: Client, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ mode: string; real: boolean }>(
    `select mode, exists (select from registry.person where source <> $1)
       or exists (select from registry.institution where source <> $1) as real from kernel.install`,
    [INVENTED],
  );
  if (rows[0]?.mode !== 'demo') throw new RealPeople('the database is no demonstration');
  if (rows[0].real) throw new RealPeople('the registry holds people whom nobody invented');
  await client.query(`truncate ${tables.join(', ')}, registry.institution restart identity`);
}

async function copy(client: Client, table: TableName, text: Uint8Array): Promise<void> {
  if (text.length === 0) return;
  const list = columns[table].join(', ');
  const stream = client.query(
    copyFrom(`copy ${SCHEMA}.${table} (${list}) from stdin with (freeze)`),
  );
  stream.end(Buffer.from(text.buffer, text.byteOffset, text.byteLength));
  await finished(stream);
}

/** Numbers were given by hand; the next ones continue after them. */
async function goOn(client: Client): Promise<void> {
  for (const table of ['person', 'home', 'household', 'institution'])
    await client.query(
      `select setval(pg_get_serial_sequence('${SCHEMA}.${table}', 'no'), coalesce(max(no), 1)) from ${SCHEMA}.${table}`,
    );
}
