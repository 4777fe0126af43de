// SPDX-License-Identifier: Apache-2.0
import type { Cell } from './cells.ts';
import { contains, type Spot } from './plane.ts';
import type { Random } from './random.ts';
import { alongRoad, type NamedCell, offRoad, type Road } from './roads.ts';

/** A door: 南京东路 · 139弄 · 4号. A village has groups (组) and no road. */
export interface Address {
  readonly place: number;
  readonly road: string | null;
  readonly lane: string;
  readonly number: string;
  readonly spot: Spot;
}

const LANES = 3;
const DOORS_PER_LANE = 4;
/** Doors of one lane lie within this of each other, in kilometres. */
const LANE_LENGTH_KM = 0.08;

/** The doors of all committees of a street: lanes off its roads, numbered upwards along each road. */
export function addressesOf(
  committees: readonly NamedCell[],
  roads: readonly Road[],
  random: Random,
): Address[] {
  const villages = committees.filter(({ name }) => villageOf(name) !== undefined);
  const inGroups = villages.flatMap((village) =>
    lanes().flatMap((group) => doorsOf(village, null, `${group + 1}组`, group, random)),
  );
  const inLanes = roads.flatMap((road) => {
    let lane = 1;
    return entrancesOf(committees, roads, road).flatMap(({ committee, entrance }) => {
      lane += 6 + Math.floor(random() * 24);
      return doorsOf(committee, road.name, `${lane}弄`, entrance, random);
    });
  });
  return [...inGroups, ...inLanes];
}

/** 张桥村 of 张桥村村委会; none of an urban committee. */
export function villageOf(committee: string): string | undefined {
  return /^(.+村)村委会$/.exec(committee)?.[1];
}

/** Which committees have a lane off this road, in the order in which the road passes them. */
function entrancesOf(committees: readonly NamedCell[], roads: readonly Road[], road: Road) {
  return committees
    .filter(({ name }) => villageOf(name) === undefined)
    .flatMap((committee) => {
      const { centre } = committee.cell;
      const [first, second = first] = roads.toSorted(
        (a, b) => offRoad(a, centre) - offRoad(b, centre),
      );
      return lanes()
        .filter((entrance) => (entrance === LANES - 1 ? second : first) === road)
        .map((entrance) => ({ committee, entrance }));
    })
    .sort(
      (a, b) => alongRoad(road, a.committee.cell.centre) - alongRoad(road, b.committee.cell.centre),
    );
}

function doorsOf(
  { no, cell }: NamedCell,
  road: string | null,
  lane: string,
  entrance: number,
  random: Random,
): Address[] {
  const gate = cell.spots[Math.floor((entrance * cell.spots.length) / LANES)] ?? cell.centre;
  let number = 0;
  return Array.from({ length: DOORS_PER_LANE }, () => {
    number += 1 + Math.floor(random() * 5);
    return { place: no, road, lane, number: `${number}号`, spot: near(gate, cell, random) };
  });
}

/** A spot near the gate of a lane, inside the committee. */
function near(gate: Spot, cell: Cell, random: Random): Spot {
  const [east, north] = [random() - 0.5, random() - 0.5];
  for (let reach = LANE_LENGTH_KM; reach > 0.005; reach /= 2) {
    const spot: Spot = [gate[0] + east * reach, gate[1] + north * reach];
    if (contains(cell.region, spot)) return spot;
  }
  return gate;
}

function lanes(): number[] {
  return Array.from({ length: LANES }, (_, index) => index);
}
