// SPDX-License-Identifier: Apache-2.0
import { affairsZh } from './zh-affairs.ts';
import { assistanceZh } from './zh-assistance.ts';
import { auditZh } from './zh-audit.ts';
import { bookedZh } from './zh-booked.ts';
import { casesZh } from './zh-cases.ts';
import { certificatesZh } from './zh-certificates.ts';
import { cityZh } from './zh-city.ts';
import { countersZh } from './zh-counters.ts';
import { crowdsZh } from './zh-crowds.ts';
import { doorsZh } from './zh-doors.ts';
import { doorstepZh } from './zh-doorstep.ts';
import { groupsZh } from './zh-groups.ts';
import { hallZh } from './zh-hall.ts';
import { institutionsZh } from './zh-institutions.ts';
import { itemsZh } from './zh-items.ts';
import { keepingZh } from './zh-keeping.ts';
import { labelsZh } from './zh-labels.ts';
import { loadZh } from './zh-load.ts';
import { mergingZh } from './zh-merging.ts';
import { objectionsZh } from './zh-objections.ts';
import { offersZh } from './zh-offers.ts';
import { officeZh } from './zh-office.ts';
import { papersZh } from './zh-papers.ts';
import { ratingsZh } from './zh-ratings.ts';
import { registryZh } from './zh-registry.ts';
import { settlementZh } from './zh-settlement.ts';
import { uploadsZh } from './zh-uploads.ts';

/** Page words of the desk. The officials' terms are those of the standards. */
export const zh = {
  ...casesZh,
  ...objectionsZh,
  ...officeZh,
  ...ratingsZh,
  ...papersZh,
  ...registryZh,
  ...settlementZh,
  ...institutionsZh,
  ...loadZh,
  ...mergingZh,
  ...doorsZh,
  ...doorstepZh,
  ...groupsZh,
  ...labelsZh,
  ...certificatesZh,
  ...offersZh,
  ...keepingZh,
  ...uploadsZh,
  ...countersZh,
  ...cityZh,
  ...bookedZh,
  ...hallZh,
  ...crowdsZh,
  ...affairsZh,
  ...itemsZh,
  ...assistanceZh,
  ...auditZh,
} as const;
export type DeskKey = keyof typeof zh;
export type DeskWords = Readonly<Record<DeskKey, string>>;
