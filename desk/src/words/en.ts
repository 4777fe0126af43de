// SPDX-License-Identifier: Apache-2.0
import { affairsEn } from './en-affairs.ts';
import { assistanceEn } from './en-assistance.ts';
import { auditEn } from './en-audit.ts';
import { bookedEn } from './en-booked.ts';
import { casesEn } from './en-cases.ts';
import { certificatesEn } from './en-certificates.ts';
import { cityEn } from './en-city.ts';
import { countersEn } from './en-counters.ts';
import { crowdsEn } from './en-crowds.ts';
import { doorsEn } from './en-doors.ts';
import { doorstepEn } from './en-doorstep.ts';
import { groupsEn } from './en-groups.ts';
import { hallEn } from './en-hall.ts';
import { institutionsEn } from './en-institutions.ts';
import { itemsEn } from './en-items.ts';
import { keepingEn } from './en-keeping.ts';
import { labelsEn } from './en-labels.ts';
import { loadEn } from './en-load.ts';
import { mergingEn } from './en-merging.ts';
import { objectionsEn } from './en-objections.ts';
import { offersEn } from './en-offers.ts';
import { officeEn } from './en-office.ts';
import { papersEn } from './en-papers.ts';
import { ratingsEn } from './en-ratings.ts';
import { registryEn } from './en-registry.ts';
import { settlementEn } from './en-settlement.ts';
import { uploadsEn } from './en-uploads.ts';
import type { DeskWords } from './zh.ts';

/** Page words of the desk in English, written anew. */
export const en: DeskWords = {
  ...casesEn,
  ...objectionsEn,
  ...officeEn,
  ...ratingsEn,
  ...papersEn,
  ...registryEn,
  ...settlementEn,
  ...institutionsEn,
  ...loadEn,
  ...mergingEn,
  ...doorsEn,
  ...doorstepEn,
  ...groupsEn,
  ...labelsEn,
  ...certificatesEn,
  ...offersEn,
  ...keepingEn,
  ...uploadsEn,
  ...countersEn,
  ...cityEn,
  ...bookedEn,
  ...hallEn,
  ...crowdsEn,
  ...affairsEn,
  ...itemsEn,
  ...assistanceEn,
  ...auditEn,
};
