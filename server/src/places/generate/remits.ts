// SPDX-License-Identifier: Apache-2.0
import type { CrewKey, DepartmentKey } from './offices.ts';

/** Who leads a category, and who helps. 示例: invented from general knowledge, not a city's list. */
export interface Remit {
  readonly lead: DepartmentKey;
  readonly assisting: readonly DepartmentKey[];
}

/** By class: `event-01`. */
const byClass: Readonly<Record<string, string>> = {
  'event-01': 'enforcement',
  'event-02': 'enforcement',
  'event-03': 'works',
  'event-04': 'enforcement',
  'event-05': 'works',
  'event-06': 'works',
  'component-01': 'works',
  'component-02': 'works',
  'component-03': 'greening',
  'component-04': 'greening',
  'component-05': 'works',
  'community-21': 'housing',
  'community-22': 'fire',
  'community-23': 'housing',
  'community-24': 'enforcement',
  'community-25': 'civil',
  'community-26': 'civil',
};

/** Lead, then who helps; each with the categories for which the class's own does not hold. */
const byCategory: readonly (readonly [who: string, className: string, minors: string])[] = [
  ['greening', 'event-01', '10 11 12 14 17 18 21 22 35 37 79 90 91 92 93 95'],
  ['water', 'event-01', '25 26 82'],
  ['water enforcement', 'event-01', '30 81'],
  ['ecology enforcement', 'event-01', '20 28 32 87'],
  ['works enforcement', 'event-01', '03 13 97'],
  ['telecom power', 'event-01', '08 80'],
  ['planning enforcement', 'event-01', '98 99'],
  ['housing works', 'event-01', '83'],
  ['health ecology', 'event-01', '33'],
  ['police enforcement', 'event-01', '84'],
  ['greening enforcement', 'event-02', '04 06 07 99'],
  ['ecology works', 'event-03', '01 04'],
  ['greening police', 'event-03', '11 12'],
  ['enforcement works', 'event-03', '02 03'],
  ['market enforcement', 'event-04', '02 91 98'],
  ['fire police', 'event-04', '96'],
  ['enforcement police', 'event-04', '06 10 93'],
  ['tap works', 'event-05', '01'],
  ['gas safety', 'event-05', '02'],
  ['water works', 'event-05', '03 06'],
  ['power telecom', 'event-05', '08'],
  ['police housing', 'event-05', '96'],
  ['safety police', 'event-05', '95'],
  ['market enforcement', 'event-06', '02'],
  ['greening enforcement', 'event-06', '04'],
  ['water planning', 'event-06', '96'],
  ['tap', 'component-01', '01 25 93'],
  ['water works', 'component-01', '02 03 04 26'],
  ['power works', 'component-01', '06 28 29 30 37 38 54'],
  ['gas safety', 'component-01', '11 49 57'],
  ['telecom', 'component-01', '27 31'],
  ['greening', 'component-01', '14 18 39 52 78 79 97 99'],
  ['sports', 'component-01', '46'],
  ['police', 'component-01', '50 51'],
  ['works disabled', 'component-01', '81'],
  ['police works', 'component-02', '17 19 83'],
  ['enforcement police', 'component-02', '25'],
  ['water', 'component-02', '30'],
  ['works', 'component-03', '96'],
  ['works', 'component-04', '93'],
  ['market', 'component-05', '03'],
  ['gas safety', 'component-05', '04'],
  ['water', 'component-05', '06 07 08'],
  ['housing police', 'community-21', '01'],
  ['enforcement housing', 'community-21', '02 04'],
  ['police housing', 'community-21', '05'],
  ['housing safety', 'community-21', '06'],
  ['gas fire', 'community-22', '05'],
  ['market housing', 'community-23', '01'],
  ['greening housing', 'community-23', '06 07'],
  ['water tap', 'community-23', '08'],
  ['police', 'community-24', '01 02'],
  ['housing enforcement', 'community-24', '03'],
  ['ecology market', 'community-24', '04'],
  ['greening', 'community-24', '05'],
  ['housing', 'community-24', '06'],
  ['health', 'community-24', '07'],
  ['police civil', 'community-25', '03 04'],
  ['disabled civil', 'community-25', '05'],
  ['disabled works', 'community-26', '01'],
  ['housing planning', 'community-26', '02 03'],
  ['enforcement civil', 'community-26', '04'],
];

const exceptions = new Map<string, string>(
  byCategory.flatMap(([who, className, minors]) =>
    minors.split(' ').map((minor) => [`${className}-${minor}`, who] as const),
  ),
);

/** Who leads `event-01-10` in a district, unless its street says otherwise. */
export function remitOf(category: string): Remit {
  const className = category.slice(0, category.lastIndexOf('-'));
  const who = exceptions.get(category) ?? byClass[className] ?? 'operations';
  const [lead = 'operations', ...assisting] = who.split(' ') as DepartmentKey[]; // the words above
  return { lead, assisting };
}

/** Small things that a street's own crew sees to, so that no department is asked first. */
export const streetWork: Readonly<Record<CrewKey, readonly string[]>> = {
  cleaning: ['event-01-10', 'event-01-12'],
  gardening: ['community-23-07'],
  enforcers: ['event-04-01', 'event-04-05', 'event-04-06'],
  roadworks: ['component-02-84'],
  repairs: [],
  helpers: ['community-22-01', 'community-25-01'],
};

/** Categories that nobody in some streets has taken on. */
export const orphans: readonly string[] = ['component-01-23', 'event-06-98'];

/** Categories that two departments of some districts both hold to be their own. */
export const contested: readonly { readonly category: string; readonly rival: DepartmentKey }[] = [
  { category: 'community-24-04', rival: 'market' },
  { category: 'event-04-93', rival: 'works' },
  { category: 'event-01-08', rival: 'works' },
];
