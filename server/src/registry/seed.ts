// SPDX-License-Identifier: Apache-2.0
// The people of the demonstration: invented, a few thousand, in one street. Written at the first start, for their
// numbers are sealed with the key that it makes.
import { placeRange } from '@lilong/contracts/place-no';
import type { Transaction } from 'kysely';
import type { Keys } from '../kernel/keys.ts';
import type { DB } from '../kernel/tables.ts';
import { mostInstitutions } from './generate/institutions.ts';
import { peopleOf } from './generate/people.ts';
import { homesFor, type ListedCommittee, planOf } from './generate/plan.ts';
import { emptyRows, type Rows, rowsOf, tableNames } from './generate/rows.ts';
import { apportion, unevenly } from './generate/spread.ts';
import {
  findSuppliers,
  readLabels,
  selectCommittees,
  selectDoors,
  selectPhones,
} from './generate/surroundings.ts';
import { lookOver } from './reach.ts';
import { seedBound } from './seed-bound.ts';
import { seedDoorTwin } from './seed-doors.ts';
import { seedExample } from './seed-example.ts';
import { seedGroups } from './seed-groups.ts';
import { seatBound, stateOffices } from './seed-institutions.ts';
import { seedKeeping } from './seed-keeping.ts';
import { seedObjections } from './seed-objections.ts';
import { claimNumbers, insertRows, isPeopled, waitForOthers } from './seed-queries.ts';
import { seedSupplied } from './seed-supplied.ts';
import { seedTwin } from './seed-twins.ts';

const CITY = 310000000000000;
/** 南京东路街道, and 云南中路居委会 in it: where the demonstration is at home. */
const HOME_STREET = 310101002000000;
const HOME_COMMITTEE = 310101002001000;
const PEOPLE = 3_000;
/** So large a part of them lives in the home committee. */
const AT_HOME = 800 / PEOPLE;
const SEED = 16;

export interface Seeding {
  readonly keys: Keys;
  readonly now: Date;
  /** 3,000 unless told. */
  readonly people?: number;
}

/**
 * Fills an empty registry with the demonstration's people; one that is not empty is left as it is. In a transaction:
 * all of them or none, and processes that start at once take turns.
 */
export async function seedRegistry(db: Transaction<DB>, seeding: Seeding): Promise<boolean> {
  await waitForOthers(db);
  await lookOver({ db, now: seeding.now }, [placeRange(CITY)]);
  if (await isPeopled(db)) return false;
  const rows = await demoRows(db, seeding);
  await stateOffices(db, placeRange(CITY));
  for (const table of tableNames) await insertRows(db, table, rows[table]);
  await seedBound(db, seeding.now);
  await lookOver({ db, now: seeding.now }, [placeRange(CITY)]);
  await seedExample(db, HOME_COMMITTEE, seeding);
  await lookOver({ db, now: seeding.now }, [placeRange(CITY)]);
  await seatBound(db, seeding.now);
  await seedObjections(db, seeding.keys, seeding.now);
  await seedSupplied(db, seeding.keys, seeding.now);
  await seedTwin(db, HOME_COMMITTEE, seeding.now);
  await seedGroups(db, HOME_COMMITTEE, seeding);
  await seedDoorTwin(db, HOME_COMMITTEE);
  await seedKeeping(db, seeding);
  return true;
}

async function demoRows(
  db: Transaction<DB>,
  { keys, now, people = PEOPLE }: Seeding,
): Promise<Rows> {
  const committees = await selectCommittees(db, HOME_STREET);
  const sizes = demoSizes(committees, people);
  const homes = [...sizes.values()].reduce((sum, size) => sum + homesFor(size), 0);
  const institutions = sizes.size * mostInstitutions;
  const plans = planOf(committees, sizes, await claimNumbers(db, people, homes, institutions));
  const places = plans.map(({ place }) => place);
  const doors = await selectDoors(db, places);
  const organisation = await findSuppliers(db, places);
  const phone = await selectPhones(db, places);
  const around = { keys, now, labels: readLabels(), organisation, phone };
  const rows = emptyRows();
  for (const peopled of peopleOf(plans, (place) => doors.get(place) ?? [], SEED)) {
    const made = rowsOf(peopled, around);
    for (const table of tableNames) rows[table].push(...made[table]);
  }
  return rows;
}

/** The home street is peopled and nothing else: most of them in the home committee. */
function demoSizes(committees: readonly ListedCommittee[], people: number): Map<number, number> {
  const others = committees.map(({ no }) => no).filter((no) => no !== HOME_COMMITTEE);
  const atHome = others.length === 0 ? people : Math.round(people * AT_HOME);
  return new Map([[HOME_COMMITTEE, atHome], ...apportion(people - atHome, unevenly(others, SEED))]);
}
