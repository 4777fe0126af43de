// SPDX-License-Identifier: Apache-2.0
import { seedCentres } from '../counters/index.ts';
import { seedPeople } from '../identity/index.ts';
import type { Db } from '../kernel/db.ts';
import { seedPlaces } from '../places/index.ts';

const inOffice = 60 * 86_400_000; // ms: people have held their posts for a while before the days that are lived

/** The demonstration city: Shanghai's places and invented people. Its cases are lived at the first start. */
export async function seedDemo(db: Db, now: Date): Promise<void> {
  await seedPlaces(db);
  await seedCentres(db);
  await seedPeople(db, new Date(now.getTime() - inOffice));
}
