// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import {
  decideDuties,
  diffDuties,
  draftDuty,
  importDuties,
  listDuties,
  listDutyDrafts,
} from '@lilong/contracts/duties';
import {
  cityRoot,
  correctOrganisation,
  getMap,
  getPlace,
  listOrganisations,
  locate,
  searchPlaces,
} from '@lilong/contracts/places';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { showDuties, showOrganisations } from './duties.ts';
import { decideBatch, diffBatch, draftOne, showBatches } from './duty-drafts.ts';
import { importList } from './duty-import.ts';
import { placesOn } from './on.ts';
import { correct } from './organisations.ts';
import { drawMap, findPlaces, locatePoint, showPlace, showRoot } from './places.ts';

export { between, type Datum, datums, type Spot, toWgs84 } from './datum.ts';
export { type Step, standardOf, stepsOf, written } from './door-lines.ts';
export {
  type Alias,
  beginsWith,
  closeDoors,
  freeNames,
  insertDoor,
  type KeptDoor,
  lockDoors,
  reopenDoor,
  rewriteDoors,
  roadOf,
  selectAliases,
  selectCommitteesIn,
  selectKeptDoors,
  setSurvivor,
} from './doors.ts';
export { dutiesFor, organisationCard, organisationNames } from './duties.ts';
export type { DutyNamed, OrganisationRow } from './duty-queries.ts';
export { type Random, randomOf, seedOf } from './generate/random.ts';
export { gridNamesAt } from './grids.ts';
export { openCsv, rowsOfText } from './import/csv.ts';
export { type Fault, Findings, faultAt, faultOf, Misfit } from './import/fault.ts';
export { importShapes, importTreeFile } from './import/import.ts';
export type { Kind as ShapesOf } from './import/incoming.ts';
export { isFeatures } from './import/items.ts';
export { type KnownPlace, namedPlaces, type PlaceFinder } from './named.ts';
export { type OrganisationToSave, saveOrganisation } from './organisations.ts';
export { pinyinOf } from './pinyin.ts';
export {
  findPlaces,
  knownPlace,
  locatePoint,
  placeCard,
  placeLines,
  pointInCity,
} from './places.ts';
export type { CardRow as PlaceCard } from './queries.ts';
export { selectPlacesToName } from './queries-names.ts';
export { seedPlaces } from './seed.ts';
export { parseAddress, printAddress, type StandardAddress } from './standard-address.ts';

/** Where things are, and who answers for them. */
export function placesModule(host: Host): void {
  placesOn(host);
  const open = 'names, outlines and offices of places are public';
  serve(host, cityRoot, showRoot, { open });
  serve(host, getPlace, showPlace, { open });
  serve(host, searchPlaces, findPlaces, { open });
  serve(host, locate, locatePoint, { open });
  serve(host, getMap, drawMap, { open });
  serve(host, listOrganisations, showOrganisations, { open });
  serve(host, correctOrganisation, correct);
  serve(host, listDuties, showDuties);
  serve(host, draftDuty, draftOne);
  serve(host, importDuties, importList);
  serve(host, listDutyDrafts, showBatches);
  serve(host, diffDuties, diffBatch);
  serve(host, decideDuties, decideBatch);
}
