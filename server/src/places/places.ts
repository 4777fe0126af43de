// SPDX-License-Identifier: Apache-2.0
import { type PlaceRange, placeRange } from '@lilong/contracts/place-no';
import type {
  AreaMap,
  cityRoot,
  getMap,
  getPlace,
  locate,
  PlaceLine,
  searchPlaces,
} from '@lilong/contracts/places';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { remembered } from '../kernel/remembered.ts';
import { today } from '../kernel/today.ts';
import { type Spot, toWgs84 } from './datum.ts';
import { areaFrame, cityFrame, mapOf } from './map.ts';
import {
  type CardRow,
  SQUARE_DEGREES,
  searchDoors,
  searchNames,
  searchRoads,
  selectBeginningOf,
  selectCard,
  selectChildren,
  selectCommitteeAt,
  selectGridsAt,
  selectIsInCity,
  selectIsSquareInCity,
  selectLaneNear,
  selectLines,
  selectOfficialCode,
  selectOutlines,
  selectRoot,
} from './queries.ts';
import { type Sought, soughtOf } from './words.ts';

/** What a search shows at most. */
const MOST_FOUND = 20;
const everywhere: PlaceRange = { first: 0, last: 999_999_999_999_999 };

/** One place with its children, its office's telephone and hours. A closed one is still shown. */
export async function showPlace(
  ctx: Ctx,
  { no }: InputOf<typeof getPlace>,
): Promise<ReplyOf<typeof getPlace>> {
  const { phone, hours, validTo } = await knownPlace(ctx, no);
  const [place] = await placeLines(ctx, [no]);
  if (place === undefined) throw new Refusal('places.unknown', { place: no }, 'place');
  const [children, code] = [await selectChildren(ctx, no), await selectOfficialCode(ctx, no)];
  return { place, children, phone, hours, officialCode: code ?? null, validTo };
}

/** Names, pinyin and paths of several places; unknown ones are left out, closed ones are not. */
export function placeLines(ctx: Ctx, nos: readonly number[]): Promise<PlaceLine[]> {
  return selectLines(ctx, nos);
}

/**
 * A place that something new may be tied to.
 *
 * @throws {Refusal} places.unknown, places.closed
 */
export async function placeCard(ctx: Ctx, no: number): Promise<CardRow> {
  const found = await knownPlace(ctx, no);
  const day = today(ctx);
  if (day < found.validFrom || (found.validTo !== null && found.validTo < day))
    throw new Refusal('places.closed', { name: found.name }, 'place');
  return found;
}

const KEPT_MS = 300_000; // places and outlines come by import
const cardOf = remembered(selectCard, KEPT_MS);

/**
 * A place as it is or was: what happened in one that is closed still happened there.
 *
 * @throws {Refusal} places.unknown
 */
export async function knownPlace(ctx: Ctx, no: number): Promise<CardRow> {
  const found = await cardOf(ctx, no);
  if (found === undefined) throw new Refusal('places.unknown', { place: no }, 'place');
  return found;
}

/** Finds committees, roads, lanes and doors by name, by pinyin or by an address that begins with its district. */
export async function findPlaces(
  ctx: Ctx,
  { q, under }: InputOf<typeof searchPlaces>,
): Promise<ReplyOf<typeof searchPlaces>> {
  const range = under === undefined ? everywhere : placeRange(under);
  const whole = soughtOf(q);
  if (whole.text === '') return { found: [] };
  const found = await findAll(ctx, whole, range);
  if (found.length > 0 || whole.isPinyin) return { found };
  const { sought, within } = await narrowed(ctx, whole, range);
  return { found: within === range ? [] : await findAll(ctx, sought, within) };
}

type Found = ReplyOf<typeof searchPlaces>['found'];

async function findAll(ctx: Ctx, sought: Sought, range: PlaceRange): Promise<Found> {
  if (sought.isDoor) {
    const doors = await searchDoors(ctx, sought, range, MOST_FOUND);
    if (doors.length > 0) return doors;
  }
  const named = await searchNames(ctx, sought, range, MOST_FOUND);
  const left = MOST_FOUND - named.length;
  const roads = left > 0 ? await searchRoads(ctx, sought, range, left) : [];
  return [...named.map((place: PlaceLine) => ({ place, address: null, point: null })), ...roads];
}

/** Takes 上海市, 黄浦区 and 南京东路街道 off the front of an address and looks below them. */
async function narrowed(
  ctx: Ctx,
  sought: Sought,
  within: PlaceRange,
): Promise<{ sought: Sought; within: PlaceRange }> {
  const front = await selectBeginningOf(ctx, sought.text, within);
  if (front === undefined) return { sought, within };
  const rest = soughtOf(sought.text.slice(front.name.length));
  return narrowed(ctx, rest, placeRange(front.no));
}

/** Which committee and grids hold a point, and the nearest lane to name it by; nothing outside the city. */
export async function locatePoint(
  ctx: Ctx,
  input: InputOf<typeof locate>,
): Promise<ReplyOf<typeof locate>> {
  const spot = toWgs84(input);
  const place = await selectCommitteeAt(ctx, spot);
  if (place === undefined) return { place: null, address: null, grids: [] };
  const address = await selectLaneNear(ctx, place.no, spot);
  return { place, address: address ?? null, grids: await selectGridsAt(ctx, spot) };
}

/** Is the point in the city, or close enough that a coarse outline may be wrong? */
export async function pointInCity(ctx: Ctx, spot: Spot): Promise<boolean> {
  return (await isInside(ctx, squareOf(spot))) || selectIsInCity(ctx, spot);
}

/** Whether a square of about a kilometre lies inside the city as a whole; asked with every report. */
const isInside = remembered(
  (ctx: Ctx, square: string) => selectIsSquareInCity(ctx, cornerOf(square)),
  KEPT_MS,
);
const squareOf = ({ lon, lat }: Spot): string =>
  `${Math.floor(lon / SQUARE_DEGREES)} ${Math.floor(lat / SQUARE_DEGREES)}`;
function cornerOf(square: string): Spot {
  const [lon = 0, lat = 0] = square.split(' ').map(Number);
  return { lon: lon * SQUARE_DEGREES, lat: lat * SQUARE_DEGREES };
}

/** The children of a place as one picture. */
export async function drawMap(ctx: Ctx, { no }: InputOf<typeof getMap>): Promise<AreaMap> {
  const root = await selectRoot(ctx);
  return mapOf(await selectOutlines(ctx, no), root?.no === no ? cityFrame : areaFrame);
}

/** The city that this deployment serves. */
export async function showRoot(ctx: Ctx): Promise<ReplyOf<typeof cityRoot>> {
  const root = await selectRoot(ctx);
  if (root === undefined) throw new Refusal('found.nothing', { what: 'place' });
  return root;
}
