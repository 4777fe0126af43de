// SPDX-License-Identifier: Apache-2.0
import { openAsBlob } from 'node:fs';
import { inject } from 'vitest';
import { type Database, openEmbedded, openServer } from '../src/kernel/db.ts';
import { migrate, migrations } from '../src/kernel/migrate.ts';
import { keptDump } from './dumps.ts';
import { createFromTemplate, dropDatabase } from './postgres-databases.ts';

/**
 * A database of one test file's own, with all migrations in it and no rows, opened as its owner:
 * embedded or on the run's PostgreSQL, as the Vitest project says (LILONG_TEST_DB). Close it.
 */
export async function openTestDatabase(): Promise<Database> {
  if (process.env.LILONG_TEST_DB === 'postgres') return openClone();
  return openEmbedded({ load: await openAsBlob(await migratedDump()) });
}

async function openClone(): Promise<Database> {
  const adminUrl = inject('postgresAdminUrl');
  const url = await createFromTemplate(adminUrl, 'lilong_migrated', migrateAt);
  const db = openServer({ url, connections: 4 });
  return {
    ...db,
    close: async () => {
      await db.close();
      await dropDatabase(adminUrl, url);
    },
  };
}

async function migrateAt(url: string): Promise<void> {
  const db = openServer({ url, connections: 1 });
  try {
    await migrate(db);
  } finally {
    await db.close();
  }
}

/** An embedded database after migration, kept as a file until a migration changes. */
export function migratedDump(): Promise<string> {
  return keptDump(
    'migrated',
    migrations()
      .map(({ digest }) => digest)
      .join(),
    async (db) => {
      await migrate(db);
    },
  );
}
