// SPDX-License-Identifier: Apache-2.0
// The city that is peopled: its committees with their numbers, its doors and its suppliers of labels.
import type { Database } from '@lilong/server/kernel/db';
import type { Keys } from '@lilong/server/kernel/keys';
import { type Peopled, peopleOf } from '@lilong/server/registry/generate/people';
import { type CommitteePlan, planOf } from '@lilong/server/registry/generate/plan';
import type { Surroundings } from '@lilong/server/registry/generate/rows';
import { spreadPeople } from '@lilong/server/registry/generate/spread';
import {
  findSuppliers,
  readLabels,
  readResidents,
  selectCommittees,
  selectDoors,
  selectPhones,
} from '@lilong/server/registry/generate/surroundings';
import type { PopulationOptions } from './options.ts';

/** The city, unless a part of it is meant. */
export const CITY = 310000000000000;

export interface EmptyCity {
  readonly plans: readonly CommitteePlan[];
  readonly around: Surroundings;
  people(plans: readonly CommitteePlan[]): Generator<Peopled>;
}

export async function readCity(
  { kysely }: Database,
  { people, seed, within }: Pick<PopulationOptions, 'people' | 'seed' | 'within'>,
  { keys, now }: { readonly keys: Keys; readonly now: Date },
): Promise<EmptyCity> {
  const committees = await selectCommittees(kysely, within);
  if (committees.length === 0) throw new Error('the database has no committees');
  const places = committees.map(({ no }) => no);
  const sizes = spreadPeople(people, places, readResidents(), seed);
  const doors = await selectDoors(kysely, places);
  return {
    plans: planOf(committees, sizes, { person: 1, home: 1, institution: 1 }),
    around: {
      keys,
      now,
      labels: readLabels(),
      organisation: await findSuppliers(kysely, places),
      phone: await selectPhones(kysely, places),
    },
    people: (plans) => peopleOf(plans, (place) => doors.get(place) ?? [], seed),
  };
}
