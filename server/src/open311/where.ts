// SPDX-License-Identifier: Apache-2.0
// Where a request is: from a point, an address in words, or the number of a place.
import { levelOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { findPlaces, locatePoint, placeCard, type Spot } from '../places/index.ts';
import { type Fields, invalid, numberOf, textOf } from './fields.ts';

/** What a client said of the place, read but not yet looked up. */
export interface Said {
  readonly spot: Spot | undefined;
  readonly address: string | undefined;
  readonly place: number | undefined;
}
export interface Where {
  readonly place: number;
  readonly address: string;
  readonly point: Spot | undefined;
}

const longestAddress = 120; // characters, as a report has it
const mostAddress = 4000; // characters that a client may send
const longestSearch = 60;

/** @throws {Refusal} open311.where when nothing says where; input.invalid for half a point */
export function saidWhere(fields: Fields): Said {
  const lat = numberOf(fields, 'lat', -90, 90);
  const lon = numberOf(fields, 'long', -180, 180);
  if (lat === undefined && lon !== undefined) throw invalid('lat', 'required');
  if (lat !== undefined && lon === undefined) throw invalid('long', 'required');
  const spot = lat === undefined || lon === undefined ? undefined : { lon, lat };
  const address = shortened(textOf(fields, 'address_string', mostAddress));
  const place = placeNo(fields);
  if (spot === undefined && address === undefined && place === undefined)
    throw new Refusal('open311.where', {}, 'lat');
  return { spot, address, place };
}

/** Addresses go from small to large in Open311, so the end is what can be spared. */
function shortened(address: string | undefined): string | undefined {
  const signs = [...(address ?? '')];
  return signs.length <= longestAddress
    ? address
    : `${signs.slice(0, longestAddress - 1).join('')}…`;
}

/** The number of a committee or of an estate, as `address_id` of a request gives it. */
function placeNo(fields: Fields): number | undefined {
  const text = textOf(fields, 'address_id', 40);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{14}$/.test(text) || !isSmall(levelOf(Number(text))))
    throw invalid('address_id', 'pattern');
  return Number(text);
}
const isSmall = (level: string): boolean => level === 'committee' || level === 'estate';

/**
 * The committee that answers for it. A point goes before words, words before a number.
 *
 * @throws {Refusal} places.outside, open311.address, open311.addresses, places.unknown, places.closed
 */
export async function findWhere(ctx: Ctx, { spot, address, place }: Said): Promise<Where> {
  if (spot !== undefined) return atPoint(ctx, spot, address);
  if (place === undefined) return atAddress(ctx, address ?? '');
  const card = await placeCard(ctx, place);
  return { place, address: address ?? card.name, point: undefined };
}

async function atPoint(ctx: Ctx, spot: Spot, address: string | undefined): Promise<Where> {
  const { place, address: lane } = await locatePoint(ctx, spot);
  if (place === null) throw new Refusal('places.outside', {}, 'lat');
  return { place: place.no, address: address ?? lane ?? place.name, point: spot };
}

/** Chinese addresses go from large to small, Open311's the other way round: both are tried. */
async function atAddress(ctx: Ctx, address: string): Promise<Where> {
  const parts = address.split(/[,，]/).map((part) => part.trim());
  const orders = [...new Set([parts.join(''), parts.toReversed().join('')])];
  for (const q of orders) {
    const { found } = await findPlaces(ctx, { q: q.slice(0, longestSearch) });
    const small = found.filter(({ place }) => isSmall(place.level));
    const [first] = small;
    if (first === undefined) continue;
    const names = [...new Map(small.map(({ place }) => [place.no, place.name])).values()];
    if (names.length > 1)
      throw new Refusal(
        'open311.addresses',
        { address, names: names.slice(0, 3).join('、') },
        'address_string',
      );
    return { place: first.place.no, address, point: /\d/.test(q) ? pointOf(first) : undefined };
  }
  throw new Refusal('open311.address', { address }, 'address_string');
}

/** Only a door has a point worth keeping; a whole road's is somewhere along it. */
function pointOf({ point }: { readonly point: Spot | null }): Spot | undefined {
  return point ?? undefined;
}
