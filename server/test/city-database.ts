// SPDX-License-Identifier: Apache-2.0
// The demonstration city without cases, ready to be copied for every test file.
import { openAsBlob } from 'node:fs';
import { inject } from 'vitest';
import { type Database, openEmbedded, openServer, programRole } from '../src/kernel/db.ts';
import { createCity, TESTER } from './city-seed.ts';
import { dropDatabase } from './postgres-databases.ts';

/** One city's database, opened as the program's role. */
export interface CityDatabase {
  readonly db: Database;
  /** Another set of connections to the same rows, as a second process would have. */
  again(): Database;
  /** Runs SQL as the owner, who may do what the program may not. */
  asOwner(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Ends it; `db` is closed by the program that runs on it. */
  drop(): Promise<void>;
}

/** A copy of the seeded city: embedded or on the run's PostgreSQL, as the Vitest project says. */
export function openCityDatabase(): Promise<CityDatabase> {
  return process.env.LILONG_TEST_DB === 'postgres' ? openOnServer() : openInside();
}

async function openInside(): Promise<CityDatabase> {
  const db = await openEmbedded({ load: await openAsBlob(inject('cityDump')) });
  await db.run(`set role ${programRole}`);
  return {
    db,
    again: () => ({ ...db, close: async () => undefined }),
    asOwner: async (text, values) => {
      await db.run('reset role');
      try {
        return (await db.run(text, values)).rows;
      } finally {
        await db.run(`set role ${programRole}`);
      }
    },
    drop: async () => undefined,
  };
}

async function openOnServer(): Promise<CityDatabase> {
  const adminUrl = inject('postgresAdminUrl');
  const ownerUrl = await createCity(adminUrl);
  const url = new URL(ownerUrl);
  url.username = TESTER;
  const again = () => openServer({ url: url.href, connections: 6 });
  return {
    db: again(),
    again,
    asOwner: async (text, values) => {
      const owner = openServer({ url: ownerUrl, connections: 1 });
      try {
        return (await owner.run(text, values)).rows;
      } finally {
        await owner.close();
      }
    },
    drop: () => dropDatabase(adminUrl, ownerUrl),
  };
}
