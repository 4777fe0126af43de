// SPDX-License-Identifier: Apache-2.0
import { PGlite } from '@electric-sql/pglite';
import { Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { embeddedDialect } from './embedded.ts';
import { Listening } from './listening.ts';
import { endRead, pipelinedDialect } from './pipelined.ts';
import { embeddedPostgis } from './postgis.ts';
import type { DB } from './tables.ts';

export type Db = Kysely<DB> | Transaction<DB>;

/** One open database, embedded or a server. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly kysely: Kysely<DB>;
  /** Runs plain SQL, several statements at once; rows of all of them. */
  run(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Hears `NOTIFY channel` from any process; `missed` is called when some may have been lost on the way. */
  listen(channel: string, hear: (payload: string) => void, missed: () => void): Promise<void>;
  /** False while notices of other processes do not arrive. */
  isListening(): boolean;
  /** The data folder as one file, for backups. Embedded only. */
  dump?(): Promise<Blob>;
  close(): Promise<void>;
}

/** int8 as number, date as `'YYYY-MM-DD'`: the two drivers agree (style.md, trap 3). */
const parsers = { 20: Number, 1082: (value: string) => value };
/** The embedded driver makes numbers of the elements by itself, pg leaves them as texts. */
const INT8_ARRAY: number = 1016;
const textsOfArray = pg.types.getTypeParser(INT8_ARRAY) as (value: string) => string[];

/** The role that the program runs as. It owns nothing and cannot change the append-only tables. */
export const programRole = 'lilong_program';

/**
 * The embedded database keeps two files of its log (16 MB each) instead of a hundred megabytes for reuse, and buffers
 * of 32 MB instead of 128: they are written full of noughts at every opening, which takes most of a second.
 */
const small = ['min_wal_size=32MB', 'wal_recycle=off', 'shared_buffers=32MB'].flatMap((one) => [
  '-c',
  one,
]);

export interface EmbeddedOptions {
  /** Folder; without it in memory. */
  readonly folder?: string;
  /** A prepared database to start from. */
  readonly load?: Blob;
}

/** Opens the embedded database. The caller holds the folder's lock. */
export async function openEmbedded({ folder, load }: EmbeddedOptions): Promise<Database> {
  const lite = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(load === undefined ? {} : { loadDataDir: load }),
    extensions: { postgis: embeddedPostgis },
    startParams: [...PGlite.defaultStartParams, ...small],
    parsers,
  });
  const kysely = new Kysely<DB>({ dialect: embeddedDialect(lite) });
  return {
    kind: 'embedded',
    kysely,
    run: (text, values) =>
      kysely.connection().execute(async () => {
        if (values !== undefined && values.length > 0) return lite.query(text, values);
        const results = await lite.exec(text);
        return { rows: results.flatMap((result) => result.rows) as Record<string, unknown>[] };
      }) as Promise<{ rows: Record<string, unknown>[] }>,
    listen: async (channel, hear) => {
      await kysely.connection().execute(() => lite.listen(channel, hear));
    },
    isListening: () => true,
    dump: () => kysely.connection().execute(() => lite.dumpDataDir('gzip')),
    close: async () => {
      await kysely.destroy();
      await lite.close();
    },
  };
}

/** A connection that was idle for so long is closed; its prepared statements go with it. */
const idleMs = 300_000;

export interface ServerOptions {
  readonly url: string;
  readonly connections: number;
}

/** Opens a PostgreSQL server. */
export function openServer({ url, connections }: ServerOptions): Database {
  for (const [type, parse] of Object.entries(parsers)) pg.types.setTypeParser(Number(type), parse);
  pg.types.setTypeParser(INT8_ARRAY, (value) => textsOfArray(value).map(Number));
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    idleTimeoutMillis: idleMs,
    pipeline: true,
  });
  pool.on('error', () => undefined); // an idle connection died; the next request opens another
  pool.on('connect', (client) => client.on('error', () => undefined)); // one in use died: its request fails, not the program
  const listening = new Listening(url);
  const kysely = new Kysely<DB>({ dialect: pipelinedDialect(pool) });
  return {
    kind: 'server',
    kysely,
    run: async (text, values) => {
      const client = await pool.connect();
      endRead(client);
      const found = await client.query(text, values).then(
        (result) => {
          client.release();
          return result;
        },
        (fault: unknown) => {
          client.release(true); // it may stand in a transaction that failed
          throw fault;
        },
      );
      const results = (Array.isArray(found) ? found : [found]) as pg.QueryResult[];
      return { rows: results.flatMap((result) => result.rows ?? []) };
    },
    listen: (channel, hear, missed) => listening.add({ channel, hear, missed }),
    isListening: () => listening.isWhole(),
    close: async () => {
      await listening.close();
      await kysely.destroy();
      if (!pool.ended) await pool.end(); // Kysely ends only a pool that it used
    },
  };
}

/** A value for a jsonb column. Both drivers take text best. */
export function json(value: unknown): RawBuilder<never> {
  return sql`${JSON.stringify(value)}::text::jsonb`;
}
