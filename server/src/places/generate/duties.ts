// SPDX-License-Identifier: Apache-2.0
import type { Category, ListedPlace } from '../sources.ts';
import { type CrewKey, crews } from './offices.ts';
import type { Organisations } from './organisations.ts';
import { contested, orphans, remitOf, streetWork } from './remits.ts';

/** A row of the responsibility list. Without a lead: nobody has taken it on. */
export interface Duty {
  readonly category: string;
  readonly place: number;
  readonly lead: number | null;
  readonly assisting: readonly number[];
  readonly basis: string;
}

/** One street in this many leaves the orphans open. */
const OPEN_EVERY = 6;
/** One district in this many has the contested categories twice. */
const CONTESTED_EVERY = 3;

/**
 * The responsibility list of the demonstration: every category in every district, some taken on by
 * the street. It is deliberately as imperfect as a real one, with gaps and overlaps.
 */
export function dutiesOf(
  places: readonly ListedPlace[],
  categories: readonly Category[],
  organisations: Organisations,
): Duty[] {
  const districts = places.filter(({ level }) => level === 'district');
  const streets = places.filter(({ level }) => level === 'street');
  return [
    ...districts.flatMap(({ no }) => categories.map((one) => districtDuty(no, one, organisations))),
    ...districts
      .filter((_, index) => index % CONTESTED_EVERY === 0)
      .flatMap(({ no }) => rivalDuties(no, categories, organisations)),
    ...streets.flatMap(({ no }) => streetDuties(no, categories, organisations)),
    ...streets
      .filter((_, index) => index % OPEN_EVERY === OPEN_EVERY - 1)
      .flatMap(({ no }) => openDuties(no, categories)),
  ];
}

function districtDuty(place: number, { key }: Category, organisations: Organisations): Duty {
  const { lead, assisting } = remitOf(key);
  return {
    category: key,
    place,
    lead: organisations.department(place, lead),
    assisting: assisting.map((one) => organisations.department(place, one)),
    basis: '示例：按区级部门职责划分。',
  };
}

function rivalDuties(
  place: number,
  categories: readonly Category[],
  organisations: Organisations,
): Duty[] {
  return contested
    .filter(({ category }) => categories.some(({ key }) => key === category))
    .map(({ category, rival }) => ({
      category,
      place,
      lead: organisations.department(place, rival),
      assisting: [],
      basis: '示例：另一份文件把同一事项列在本部门，尚未协商一致。',
    }));
}

function streetDuties(
  place: number,
  categories: readonly Category[],
  organisations: Organisations,
): Duty[] {
  const known = new Set(categories.map(({ key }) => key));
  const crewKeys: readonly CrewKey[] = crews.map(({ key }) => key);
  return crewKeys.flatMap((crew) =>
    streetWork[crew]
      .filter((category) => known.has(category))
      .map((category) => ({
        category,
        place,
        lead: organisations.crew(place, crew),
        assisting: [],
        basis: '示例：街镇自有队伍先行处置。',
      })),
  );
}

function openDuties(place: number, categories: readonly Category[]): Duty[] {
  return orphans
    .filter((category) => categories.some(({ key }) => key === category))
    .map((category) => ({
      category,
      place,
      lead: null,
      assisting: [],
      basis: '示例：本街镇尚无部门认领，派遣前需裁定。',
    }));
}
