// SPDX-License-Identifier: Apache-2.0
// `keys rotate`: another master key takes the place of the old one, while the program is stopped.
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { affairsSealed } from '../affairs/index.ts';
import { assistanceSealed } from '../assistance/index.ts';
import { casesSealed } from '../cases/index.ts';
import { certificatesSealed } from '../certificates/index.ts';
import { keysFile } from '../config.ts';
import { countersSealed } from '../counters/index.ts';
import { forgetCodes, identitySealed } from '../identity/index.ts';
import type { Database } from '../kernel/db.ts';
import { takeKey, usedKey } from '../kernel/install.ts';
import { type Keys, keysOf, newRing, readRing, replaceRing, type Suite } from '../kernel/keys.ts';
import { resealTable, type Sealed, type Sealer } from '../kernel/reseal.ts';
import { officeSealed } from '../office/index.ts';
import { open311Sealed } from '../open311/index.ts';
import { ratingsSealed } from '../ratings/index.ts';
import { lookAsRotation, registrySealed, registrySealer, rekeyDigests } from '../registry/index.ts';
import { openAsOwner } from './open.ts';
import { type Shell, Trouble, tell } from './shell.ts';

const textSealer: Sealer = {
  open: (keys, sealed) => keys.open(String(sealed)),
  seal: (keys, text) => keys.seal(text),
};

/** Every column with sealed values; a test compares it with the tables. */
export const sealedColumns: readonly { readonly sealed: Sealed; readonly sealer: Sealer }[] = [
  ...[
    ...[...identitySealed, ...casesSealed, ...officeSealed, ...open311Sealed, ...ratingsSealed],
    ...countersSealed,
  ].map((sealed) => ({ sealed, sealer: textSealer })),
  ...[...registrySealed, ...affairsSealed, ...certificatesSealed, ...assistanceSealed].map(
    (sealed) => ({
      ...{ sealed, sealer: registrySealer },
    }),
  ),
];

/** Interrupted at any moment, the same command goes on. Until it is done the program does not start. */
export async function rotate(shell: Shell, args: readonly string[]): Promise<number> {
  const options = { suite: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const suite = suiteOf(values.suite);
  const file = keysFile(shell.config);
  const { db, close } = await (shell.open?.() ?? openAsOwner(shell.config));
  try {
    await refuseRunning(db);
    const keys = await freshKeys(db, file, suite);
    tell(shell.out, 'keys.rotating', { from: keys.earlier[0]?.id ?? '', to: keys.id });
    await reseal(shell, db, keys);
    await settle(shell, db, keys);
    tell(shell.out, 'keys.rotated', { id: keys.id, file });
    return 0;
  } finally {
    await close();
  }
}

function suiteOf(text = 'sm'): Suite {
  if (text === 'sm' || text === 'aes') return text;
  throw new Trouble('cli.usage', { usage: 'lilong keys rotate [--suite sm|aes]' });
}

/** A program that runs would write with the old key meanwhile. */
async function refuseRunning(db: Database): Promise<void> {
  if (db.kind === 'embedded') return; // the folder's lock says it
  const { rows } = await sql<{ others: number }>`
    select count(*) as others from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(
    db.kysely,
  );
  const others = rows[0]?.others ?? 0;
  if (others > 0) throw new Trouble('keys.running', { others });
}

/** A ring with a new key first; the one that is there, when an earlier try made it. */
async function freshKeys(db: Database, file: string, suite: Suite): Promise<Keys> {
  const ring = readRing(file);
  const keys = keysOf(ring);
  const used = await usedKey(db.kysely);
  if (keys.earlier.some(({ id }) => id === used)) return keys;
  if (used !== undefined && used !== keys.id)
    throw new Trouble('doctor.keys-other', { file, id: keys.id, used });
  const fresh = newRing(suite, ring);
  replaceRing(file, fresh);
  return keysOf(fresh);
}

async function reseal(shell: Shell, db: Database, keys: Keys): Promise<void> {
  for (const { sealed, sealer } of sealedColumns) {
    const rows = await resealTable(db, keys, sealed, sealer, lookAsRotation);
    if (rows > 0)
      tell(shell.out, 'keys.resealed', { table: `${sealed.table}.${sealed.column}`, rows });
  }
}

/** The rest, and from now on the database knows the new key. */
async function settle(shell: Shell, { kysely }: Database, keys: Keys): Promise<void> {
  const dropped = await kysely.transaction().execute(async (db) => {
    await lookAsRotation(db);
    const lost = await rekeyDigests(db, keys);
    await forgetCodes(db);
    await takeKey(db, keys);
    return lost;
  });
  for (const { organisation, lines } of dropped)
    tell(shell.out, 'keys.waiting-dropped', { organisation, lines });
}
