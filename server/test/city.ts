// SPDX-License-Identifier: Apache-2.0
// The test city: the demonstration's places and people without its cases, and named people who act in it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@lilong/contracts/identity';
import { readConfig } from '../src/config.ts';
import { beginSession } from '../src/identity/index.ts';
import { type FixedClock, fixedClock } from '../src/kernel/clock.ts';
import type { Database } from '../src/kernel/db.ts';
import { folderStore } from '../src/kernel/filestore.ts';
import type { Host } from '../src/kernel/host.ts';
import { keysFrom } from '../src/kernel/keys.ts';
import { makeProgram, type Program } from '../src/program.ts';
import { type Browser, openBrowser } from './browser.ts';
import { type CityDatabase, openCityDatabase } from './city-database.ts';
import {
  homeOf,
  insertTestAccount,
  insertTestPost,
  type Known,
  officeFor,
  selectOffice,
  selectPlace,
} from './city-rows.ts';

/** Monday 2 March 2026, 09:00 in Shanghai. */
export const startOfStories = new Date('2026-03-02T01:00:00Z');

export interface CityOptions {
  /** True for the doors of the demonstration and for codes that are shown, not sent. */
  readonly demo?: boolean;
  /** Settings by their names, as the environment would give them. */
  readonly settings?: Record<string, string>;
}
export interface PersonOptions {
  readonly as?: Role;
  /** Name or number of a place. Without it the person is at home: 云南中路居委会, or what lies above it. */
  readonly at?: string | number;
  /** Name or number; without it the office that has such a post at the place. */
  readonly organisation?: string | number;
}
export interface Person extends Browser {
  readonly name: string;
  readonly account: number;
  /** What staff type to sign in; null for residents. */
  readonly login: string | null;
  /** The post acted as; null for residents. */
  readonly post: number | null;
}
export interface City {
  readonly host: Host;
  readonly program: Program;
  readonly db: Database;
  /** Stands still until it is set or advanced. */
  readonly clock: FixedClock;
  readonly now: Date;
  /** Somebody with an account, already signed in: staff when `as` says what, else a resident. */
  person(name: string, options?: PersonOptions): Promise<Person>;
  resident(name: string, at?: string | number): Promise<Person>;
  /** Somebody without an account; signs in by calling the routes. */
  anyone(address?: string): Browser;
  /** The one place of this name or number. */
  place(name: string | number): Promise<Known>;
  organisation(name: string | number): Promise<Known>;
  /** A second process on the same database. Closed with the city. */
  another(): Promise<Program>;
  /** Waits until every event has been relayed and every job done. */
  settleDown(): Promise<void>;
  asOwner: CityDatabase['asOwner'];
  close(): Promise<void>;
}

/** Opens the city on a database of its own. Close it. */
export async function aCity({ demo = false, settings = {} }: CityOptions = {}): Promise<City> {
  const database = await openCityDatabase();
  const clock = fixedClock(startOfStories);
  const folder = mkdtempSync(join(tmpdir(), 'lilong-city-'));
  const files = folderStore(join(folder, 'files'));
  const config = readConfig({ LOG_LEVEL: 'error', DATA_DIR: folder, ...settings });
  const keys = keysFrom(randomBytes(32));
  const start = (db: Database) => makeProgram({ db, clock, config, keys, files, demo });
  const program = await start(database.db);
  const others: Program[] = [];
  const { host } = program;
  const { db } = database;
  const person: City['person'] = (name, options = {}) => settle(host, name, options);
  return {
    host,
    program,
    db,
    clock,
    now: startOfStories,
    person,
    resident: (name, at) => person(name, at === undefined ? {} : { at }),
    anyone: (address) => openBrowser(host.http, address === undefined ? {} : { address }),
    place: (name) => selectPlace(db.kysely, name),
    organisation: (name) => selectOffice(db.kysely, name),
    another: async () => {
      const other = await start(database.again());
      others.push(other);
      return other;
    },
    settleDown: () => program.jobs.settleDown(),
    asOwner: database.asOwner,
    close: async () => {
      for (const other of others) await other.close();
      await program.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gives somebody an account, a post and a session, the way signing in does. */
async function settle(
  { db, config, clock, http }: Host,
  name: string,
  { as, at, organisation }: PersonOptions,
): Promise<Person> {
  const now = clock();
  const made = await db.kysely.transaction().execute(async (transaction) => {
    const office =
      organisation === undefined ? undefined : await selectOffice(transaction, organisation);
    const place = await selectPlace(transaction, at ?? office?.place ?? homeOf(as));
    const { account, login } = await insertTestAccount(transaction, name, as, place.no, now);
    const kind = as === undefined ? 'resident' : 'staff';
    const seat =
      office ?? (as === undefined ? undefined : await officeFor(transaction, as, place.no));
    const post =
      as === undefined || seat === undefined
        ? null
        : await insertTestPost(
            transaction,
            { account, role: as, organisation: seat.no, place: place.no },
            now,
          );
    const { token, csrf } = await beginSession(
      { db: transaction, config, now },
      { no: account, kind },
      post,
    );
    return { account, login, post, token, csrf };
  });
  const { account, login, post, token, csrf } = made;
  return { ...openBrowser(http, { token, csrf }), name, account, login, post };
}
