// SPDX-License-Identifier: Apache-2.0
// The houses of a committee: at doors that exist, and where those would be too few, further up the same lanes.
import { between, drawFrom, type Random, reached, type Steps } from './chance.ts';

/** A door of `places.address`; without a number when it is invented for the full city. */
export interface Door {
  readonly address: number | null;
  /** 139弄, or in a village 3组. */
  readonly lane: string;
  /** 4号 */
  readonly number: string;
  /** 南京东路139弄4号 */
  readonly line: string;
}

export type Building = 'lane' | 'walk_up' | 'tower' | 'farm';

export interface House {
  readonly door: Door;
  readonly building: Building;
  readonly homes: number;
}

/** A house of so many homes can still stand behind one door that exists. */
const CROWDED = 60;
/** Homes in one house of its kind, where houses are invented. */
const usual: Readonly<Record<Building, number>> = { lane: 9, walk_up: 24, tower: 96, farm: 1 };

const kindOf = drawFrom<Building>([
  ['lane', 12],
  ['walk_up', 50],
  ['tower', 38],
]);
const weight = drawFrom<number>([
  [1, 1],
  [2, 2],
  [4, 1],
]);

/** Houses for exactly so many homes. `name` is the committee's, for one without a single door. */
export function housesOf(
  name: string,
  homes: number,
  doors: readonly Door[],
  random: Random,
): House[] {
  const isVillage = name.endsWith('村委会');
  const lanes = [...Map.groupBy(doors.length > 0 ? doors : inventedLane(name), ({ lane }) => lane)];
  const weights = lanes.map(() => weight(random));
  const sum = weights.reduce((total, one) => total + one, 0);
  let left = homes;
  return lanes.flatMap(([, known], at) => {
    const isLast = at === lanes.length - 1;
    const here = isLast ? left : Math.min(left, Math.round((homes * (weights[at] ?? 1)) / sum));
    left -= here;
    return housesIn(known, here, isVillage, random);
  });
}

/** The houses of one lane: no more than it needs. */
function housesIn(known: readonly Door[], homes: number, isVillage: boolean, random: Random) {
  const each = homes / known.length;
  const isEnough = each <= CROWDED && !isVillage;
  const drawn = isEnough ? byHeight(each) : kindOf(random);
  const kind = isVillage ? 'farm' : drawn;
  const wanted = isEnough ? Math.min(homes, known.length) : Math.ceil(homes / usual[kind]);
  const doors = [...known.slice(0, wanted), ...further(known, wanted - known.length, random)];
  return doors.map((door, at): House => {
    const [from, to] = [at, at + 1].map((one) => Math.round((one * homes) / doors.length));
    return { door, building: kind, homes: (to ?? 0) - (from ?? 0) };
  });
}

/** The kind of a house of so many homes. */
const byHeight = (homes: number): Building => reached(heights, homes) ?? 'lane';
const heights: Steps<Building> = [
  [36.1, 'tower'],
  [12.1, 'walk_up'],
];

/** Doors after the last of a lane, in the order of their numbers. */
function further(known: readonly Door[], count: number, random: Random): Door[] {
  const [first] = known;
  if (first === undefined || count <= 0) return [];
  const prefix = first.line.slice(0, -first.number.length);
  let number = Math.max(...known.map((door) => Number.parseInt(door.number, 10) || 0));
  return Array.from({ length: count }, () => {
    number += between(random, 1, 2);
    return { address: null, lane: first.lane, number: `${number}号`, line: `${prefix}${number}号` };
  });
}

function inventedLane(name: string): Door[] {
  const stem = name.replace(/(社区)?(居委会|村委会)$/, '');
  return [{ address: null, lane: '1弄', number: '1号', line: `${stem}1弄1号` }];
}
