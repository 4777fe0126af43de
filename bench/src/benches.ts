// SPDX-License-Identifier: Apache-2.0
import { affairsAccept } from './affairs-accept.ts';
import { affairsList } from './affairs-list.ts';
import { casesGet } from './cases-get.ts';
import { casesList } from './cases-list.ts';
import { casesRace } from './cases-race.ts';
import { casesReport } from './cases-report.ts';
import { certificates } from './certificates.ts';
import { cityDay } from './city-day.ts';
import { countersCall } from './counters-call.ts';
import { countersEstimate } from './counters-estimate.ts';
import { countersRace } from './counters-race.ts';
import { countersTake } from './counters-take.ts';
import { offers } from './offers.ts';
import { registryCrowd } from './registry-crowd.ts';
import { registryFind } from './registry-find.ts';
import { registryImport } from './registry-import.ts';
import { registryLoad } from './registry-load.ts';
import type { Found } from './rounds.ts';
import { start } from './start.ts';
import type { City } from './town.ts';

const CITY = 310000000000000;
/** 黄浦区: 662,030 residents in 2020 (docs/sources.md). */
const DISTRICT = 310101000000000;
/** 浦东新区, whose largest towns have more than 150,000 of three million. */
const LARGE_DISTRICT = 310115000000000;

/** How much is measured: the real thing, or a smoke test that only proves that the bench runs. */
export interface Size {
  /** Rounds of each side, after one that warms up. */
  readonly rounds: number;
  readonly seconds: number;
  readonly people: number;
  /** Cases in the table of a young city, and of one with years behind it. */
  readonly few: number;
  readonly many: number;
  /** Applications in the table of a young city, and of one with years behind it. */
  readonly fewAffairs: number;
  readonly manyAffairs: number;
  /** Share of a working day of the whole city. */
  readonly ofDay: number;
  /** People in the registry, and the place that they are spread over. */
  readonly population: number;
  readonly within: number;
  /** People who are made and loaded. */
  readonly loaded: number;
  /** Lines of a workbook of people. */
  readonly imported: number;
  /** Conflicting actions. */
  readonly actions: number;
  /** Boards on the walls of all halls. */
  readonly boards: number;
}
const full = {
  ...{ rounds: 5, seconds: 5, people: 400, few: 100_000, many: 5_000_000, actions: 10_000 },
  ...{ population: 662_030, within: DISTRICT, loaded: 250_000, imported: 100_000, boards: 2_000 },
  ...{ fewAffairs: 100_000, manyAffairs: 10_000_000, ofDay: 1 },
};
export const sizes = {
  full,
  /** As many people as live in Shanghai: 40 GB of disk and most of an hour. */
  whole: { ...full, population: 24_870_895, within: CITY },
  /** One in a hundred of a day: what the tests run. */
  sample: { ...full, population: 20_000, people: 400, ofDay: 0.01 },
  /** A tenth of a day, which is to go by in six minutes. */
  tenth: { ...full, ofDay: 0.1 },
  /** A crowd at the sizes of its goals: 4 GB of disk and some ten minutes. */
  district: { ...full, population: 3_000_000, within: LARGE_DISTRICT },
  quick: {
    ...{ rounds: 1, seconds: 0.3, people: 8, few: 1000, many: 5000, actions: 200 },
    ...{ population: 20_000, within: DISTRICT, loaded: 20_000, imported: 5_000, boards: 600 },
    ...{ fewAffairs: 2000, manyAffairs: 10_000, ofDay: 0.0005 },
  },
} as const satisfies Record<string, Size>;

export type Bench = (city: City, size: Size) => Promise<Found>;

/** One for each claim. */
export const benches: Readonly<Record<string, Bench>> = {
  'affairs-accept': affairsAccept,
  'affairs-list': affairsList,
  'cases-report': casesReport,
  'cases-list': casesList,
  'cases-get': casesGet,
  'cases-race': casesRace,
  'counters-call': countersCall,
  'counters-estimate': countersEstimate,
  certificates,
  'city-day': cityDay,
  'counters-race': countersRace,
  'counters-take': countersTake,
  offers,
  'registry-crowd': registryCrowd,
  'registry-find': registryFind,
  'registry-import': registryImport,
  'registry-load': registryLoad,
  start,
};
