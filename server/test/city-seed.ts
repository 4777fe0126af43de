// SPDX-License-Identifier: Apache-2.0
// Makes the city that every test copies: once, before the tests of a project begin.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seedCentres } from '../src/counters/index.ts';
import { seedPeople } from '../src/identity/index.ts';
import { type Database, openServer, programRole } from '../src/kernel/db.ts';
import { bringUpToDate } from '../src/opening.ts';
import { seedPlaces } from '../src/places/index.ts';
import { seedRules } from '../src/seed/rules.ts';
import { keptDump } from './dumps.ts';
import { createFromTemplate } from './postgres-databases.ts';

/** What the seed rows say they were made at: the day before the stories begin. */
const SEEDED = new Date('2026-03-01T01:00:00Z');
/** Since when its people hold their posts: before any day that a story lives through, as in the demonstration. */
const IN_OFFICE = new Date('2026-01-01T01:00:00Z');
/** Whom the tests sign in as on PostgreSQL. */
export const TESTER = 'lilong_tester';

/** The file of the seeded city, embedded. */
export function cityDump(): Promise<string> {
  return keptDump('test-city', seedSources(), fill);
}

/** A copy of the seeded city on the server; its address for the owner. */
export function createCity(adminUrl: string): Promise<string> {
  return createFromTemplate(adminUrl, 'lilong_city', fillAt);
}

async function fill(db: Database): Promise<void> {
  await bringUpToDate(db);
  await seedRules(db.kysely, SEEDED);
  await seedPlaces(db.kysely);
  await seedCentres(db.kysely);
  await seedPeople(db.kysely, IN_OFFICE);
}

/** The role that the tests sign in as may do what the program may, and no more. */
async function fillAt(url: string): Promise<void> {
  const db = openServer({ url, connections: 2 });
  try {
    await fill(db);
    const password = decodeURIComponent(new URL(url).password);
    await db.run(`create role ${TESTER} login password '${password}' in role ${programRole}`);
  } finally {
    await db.close();
  }
}

/** What the seeded rows depend on. More than needed makes them anew too often, less would keep what is stale. */
function seedSources(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const seeds = ['seed', 'places', 'identity', 'cases', 'counters', 'affairs'].map(
    (one) => `server/src/${one}`,
  );
  const paths = ['data', 'server/db/migrations', ...seeds].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((path) => folder.startsWith('data') || isSeed(path)),
  );
  const digest = createHash('sha256');
  for (const path of paths.filter((one) => /\.\w+$/.test(one)).sort()) {
    digest.update(path).update(readFileSync(`${root}${path}`));
  }
  return digest.digest('hex');
}

const isSeed = (path: string): boolean =>
  path.endsWith('.sql') ||
  (/seed|generate|sources|people|names|rules|conditions|pinyin/.test(path) &&
    path.endsWith('.ts') &&
    !path.endsWith('.test.ts'));
