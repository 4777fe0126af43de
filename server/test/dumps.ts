// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Database, openEmbedded } from '../src/kernel/db.ts';

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
const KEPT = 2;

/**
 * An embedded database as `fill` leaves it, kept as a file for as long as `madeFrom` stays the same.
 * Returns the file's path.
 *
 * @param name of the file; the last few of a name stay, since another run may be reading one
 */
export async function keptDump(
  name: string,
  madeFrom: string,
  fill: (db: Database) => Promise<void>,
): Promise<string> {
  const key = createHash('sha256').update(madeFrom).digest('hex').slice(0, 16);
  const file = `${cache}${name}-${key}.tar.gz`;
  if (!existsSync(file)) await makeDump(name, file, fill);
  return file;
}

async function makeDump(
  name: string,
  file: string,
  fill: (db: Database) => Promise<void>,
): Promise<void> {
  mkdirSync(cache, { recursive: true });
  dropOld(name);
  const db = await openEmbedded({});
  try {
    await fill(db);
    await db.run('checkpoint'); // what its log holds is in the tables now, and need not be carried
    const dump = await db.dump?.();
    if (dump === undefined) throw new Error('the embedded database gave no dump');
    // Two workers may make it at once: beside it first, and the first one to finish wins, since it may be read by then.
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, await dump.bytes());
    if (!existsSync(file)) renameSync(beside, file);
    rmSync(beside, { force: true });
  } finally {
    await db.close();
  }
}

function dropOld(name: string): void {
  const files = readdirSync(cache).filter((entry) => entry.startsWith(`${name}-`));
  const age = (entry: string): number => statSync(`${cache}${entry}`).mtimeMs;
  for (const old of files.toSorted((a, b) => age(b) - age(a)).slice(KEPT)) {
    rmSync(`${cache}${old}`, { force: true });
  }
}
