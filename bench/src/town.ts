// SPDX-License-Identifier: Apache-2.0
// A town to measure in: the demonstration's places and people on a durable PostgreSQL of its own, for real use.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@lilong/contracts/identity';
import { readConfig } from '@lilong/server/config';
import { seedCentres } from '@lilong/server/counters/index';
import { beginSession, seedPeople } from '@lilong/server/identity/index';
import { type Database, type Db, openServer, programRole } from '@lilong/server/kernel/db';
import { bringUpToDate, settleMode } from '@lilong/server/opening';
import { seedPlaces } from '@lilong/server/places/index';
import { sql } from 'kysely';
import { startDurable } from '../../server/test/postgres.ts';
import { type Environment, stopAll } from './programs.ts';

/** What an operator with 8 GB would set; the same for everything that is measured. */
const settings = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min' };

/** A committee: where residents of the bench live. */
const NANJING_EAST = 310101002001000;

/** PostgreSQL with a seeded city, of which every bench gets copies of its own. */
export interface City {
  town(): Promise<Town>;
  /** Ends the programs that still run and the towns that are still open as well. */
  close(): Promise<void>;
}
export interface Town {
  /** Where the programs put files and logs. */
  readonly folder: string;
  /** Settings that programs start with. */
  readonly environment: Environment;
  /** The database, as its owner. */
  readonly owner: Database;
  /** Somebody signed in: the headers that a browser would send. A resident, or staff in the post. */
  signIn(as?: Role, at?: number): Promise<string>;
  close(): Promise<void>;
}

export async function openCity(): Promise<City> {
  const cluster = await startDurable(settings);
  const password = randomBytes(12).toString('hex');
  const seed = openServer({ url: await cluster.newDatabase('seed'), connections: 1 });
  await fill(seed);
  await seed.run(`create role ${PROGRAM} login password '${password}' in role ${programRole}`);
  await seed.close();
  let towns = 0;
  const open = new Set<Town>();
  return {
    town: async () => {
      towns += 1;
      const town = openTown(await cluster.newDatabase(`town${towns}`, 'seed'), password);
      const opened: Town = {
        ...town,
        close: async () => void (open.delete(opened) && (await town.close())),
      };
      open.add(opened);
      return opened;
    },
    close: async () => {
      await stopAll();
      for (const town of open) await town.close();
      await cluster.stop();
    },
  };
}

const PROGRAM = 'town_program';

function openTown(url: string, password: string): Town {
  const folder = mkdtempSync(join(tmpdir(), 'lilong-bench-'));
  const owner = openServer({ url, connections: 2 });
  const program = new URL(url);
  program.username = PROGRAM;
  program.password = password;
  return {
    folder,
    environment: {
      DATABASE_URL: program.href,
      DATABASE_ADMIN_URL: url,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
    },
    owner,
    signIn: (as, at) => signIn(owner, as, at ?? NANJING_EAST),
    close: async () => {
      await owner.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(owner: Database): Promise<void> {
  const now = new Date();
  await bringUpToDate(owner);
  await settleMode(owner, 'real');
  await seedPlaces(owner.kysely);
  await seedCentres(owner.kysely);
  await seedPeople(owner.kysely, now);
  await owner.run('vacuum analyze');
}

/** An account, for staff with a post at the place in the first office there, and its session. */
async function signIn(owner: Database, as: Role | undefined, at: number): Promise<string> {
  const now = new Date();
  const kind = as === undefined ? 'resident' : 'staff';
  const { token, csrf } = await owner.kysely.transaction().execute(async (db) => {
    const { rows } = await sql<{ no: number }>`
      insert into identity.account (kind, login, name, committee, made_at)
      values (${kind}, ${as === undefined ? null : `bench-${randomUUID()}`}, '压测', ${as === undefined ? at : null}, ${now})
      returning no`.execute(db);
    const account = rows[0]?.no ?? 0;
    const post = as === undefined ? null : await givePost(db, account, as, at, now);
    return beginSession({ db, config, now }, { no: account, kind }, post);
  });
  return `cookie: lilong=${token}\r\nx-csrf: ${csrf}\r\n`;
}

async function givePost(db: Db, account: number, as: Role, at: number, now: Date): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into identity.post (account, organisation, role, places, status, valid_from, made_at)
    select ${account}, o.no, ${as}, array[${at}::bigint], 'approved', ${now}, ${now}
    from places.organisation o where o.place = ${at} order by o.no limit 1 returning no`.execute(
    db,
  );
  const [made] = rows;
  if (made === undefined) throw new Error(`no office at ${at}`);
  return made.no;
}
const config = readConfig({});
