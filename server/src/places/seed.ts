// SPDX-License-Identifier: Apache-2.0
import type { QueryExecutorProvider } from 'kysely';
import { dutiesOf } from './generate/duties.ts';
import { type Door, geographyOf } from './generate/geography.ts';
import { organisationsOf } from './generate/organisations.ts';
import { pinyinOf } from './pinyin.ts';
import {
  type AddressRow,
  analyse,
  continueOrganisations,
  insertAddresses,
  insertCodes,
  insertDuties,
  insertGrids,
  insertOrganisations,
  insertOutlines,
  insertPlaces,
  insertRoads,
} from './seed-queries.ts';
import { readSources, type Sources } from './sources.ts';

/** Rows in one statement: a few megabytes of text. */
const BATCH = 20_000;

/**
 * Fills an empty database with the demonstration city: the real tree, drawn outlines, invented
 * roads, doors and organisations, and a responsibility list 示例. Run once, as the owner, in one transaction.
 */
export async function seedPlaces(
  db: QueryExecutorProvider,
  sources: Sources = readSources(),
): Promise<void> {
  const places = sources.places.map((place) => ({ ...place, pinyin: pinyinOf(place.name) }));
  await insertPlaces(places).execute(db);
  await insertCodes(places).execute(db);
  await seedGeography(db, sources);
  const organisations = organisationsOf(sources.places);
  await insertOrganisations(organisations.all).execute(db);
  await continueOrganisations().execute(db);
  await insertDuties(dutiesOf(sources.places, sources.categories, organisations)).execute(db);
  await analyse().execute(db);
}

async function seedGeography(db: QueryExecutorProvider, sources: Sources): Promise<void> {
  const { outlines, roads, doors, grids } = geographyOf(sources);
  await insertOutlines(outlines).execute(db);
  await insertGrids(grids).execute(db);
  await insertRoads(roads.map((road) => ({ ...road, pinyin: pinyinOf(road.name) }))).execute(db);
  const villages = new Map(
    sources.places.map(({ no, name }) => [no, name.replace(/村委会$/, '')] as const),
  );
  const addresses = doors.map((door) => addressOf(door, villages));
  for (let first = 0; first < addresses.length; first += BATCH)
    await insertAddresses(addresses.slice(first, first + BATCH)).execute(db);
}

/** What one writes on a letter: 南京东路139弄4号, or in a village 张桥村3组12号. */
function addressOf(
  { place, road, lane, number, point: [lon, lat] }: Door,
  villages: ReadonlyMap<number, string>,
): AddressRow {
  return {
    place,
    road,
    lane,
    number,
    line: `${road ?? villages.get(place) ?? ''}${lane}${number}`,
    lon,
    lat,
  };
}
