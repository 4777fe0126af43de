// SPDX-License-Identifier: Apache-2.0
import { between, drawFrom, type Random } from './chance.ts';
import { type Building, type Door, type House, housesOf } from './doors.ts';

export interface Home {
  readonly no: number;
  readonly address: number | null;
  readonly unit: string | null;
  readonly room: string | null;
  readonly door: string;
  readonly floor: number | null;
  readonly lift: boolean;
  readonly tenure: string;
  readonly area: number;
  readonly rooms: number;
}

interface Style {
  readonly floors: number;
  readonly mostFloors: number;
  readonly lift: boolean;
  readonly area: readonly [number, number];
  readonly tenure: (random: Random) => string;
}

/** 产权性质 by kind of house, and how large a home is in it. 示例: docs/sources.md. */
const styles: Readonly<Record<Building, Style>> = {
  lane: {
    floors: 3,
    mostFloors: 3,
    lift: false,
    area: [11, 42],
    tenure: drawFrom([
      ['public', 45],
      ['sold_public', 30],
      ['private', 14],
      ['unit_public', 11],
    ]),
  },
  walk_up: {
    floors: 6,
    mostFloors: 7,
    lift: false,
    area: [34, 78],
    tenure: drawFrom([
      ['sold_public', 54],
      ['commercial', 30],
      ['resettlement', 13],
      ['low_rent', 3],
    ]),
  },
  tower: {
    floors: 11,
    mostFloors: 33,
    lift: true,
    area: [52, 138],
    tenure: drawFrom([
      ['commercial', 72],
      ['resettlement', 15],
      ['shared_ownership', 5],
      ['public_rental', 6],
      ['low_rent', 2],
    ]),
  },
  farm: { floors: 2, mostFloors: 3, lift: false, area: [110, 240], tenure: () => 'homestead' },
};
const PER_FLOOR = 4;
/** A floor with so many homes has two stairs. */
const TWO_STAIRS = 8;

/** The homes of one committee, exactly so many, numbered from `first`. */
export function homesOf(
  committee: { readonly name: string; readonly firstHome: number; readonly homes: number },
  doors: readonly Door[],
  random: Random,
): Home[] {
  const homes: Home[] = [];
  for (const house of housesOf(committee.name, committee.homes, doors, random))
    addHouse(house, committee.firstHome, homes, random);
  return homes;
}

function addHouse(house: House, first: number, homes: Home[], random: Random): void {
  const style = styles[house.building];
  const tenure = style.tenure(random); // of one house; a few homes of it have another
  const floors = Math.min(
    style.mostFloors,
    Math.max(Math.min(style.floors, house.homes), Math.ceil(house.homes / PER_FLOOR)),
  );
  const perFloor = Math.max(1, Math.ceil(house.homes / floors));
  for (let at = 0; at < house.homes; at += 1) {
    const area = between(random, ...style.area);
    homes.push({
      no: first + homes.length,
      address: house.door.address,
      ...placeIn(house, Math.floor(at / perFloor) + 1, at % perFloor, perFloor),
      lift: style.lift,
      tenure: random() < 0.85 ? tenure : style.tenure(random),
      area,
      rooms: Math.max(1, Math.round(area / 26)),
    });
  }
}

/** Where a home is in its house: unit, floor, room, and all of it as one writes it. */
function placeIn({ door, building, homes }: House, floor: number, at: number, perFloor: number) {
  if (building === 'farm' && homes === 1)
    return { unit: null, room: null, floor: 1, door: door.line };
  const perStairs = perFloor < TWO_STAIRS ? perFloor : Math.ceil(perFloor / 2);
  const unit = perStairs === perFloor ? null : `${1 + Math.floor(at / perStairs)}单元`;
  const nth = 1 + (at % perStairs);
  const room = `${floor}${String(nth).padStart(2, '0')}室`;
  return { unit, room, floor, door: `${door.line}${unit ?? ''}${room}` };
}
