// SPDX-License-Identifier: Apache-2.0

import { affairWords } from './en-affairs.ts';
import { assistanceWords } from './en-assistance.ts';
import { counterWords } from './en-counters.ts';
import { office } from './en-office.ts';
import { plain } from './en-plain.ts';
import { ratingWords } from './en-ratings.ts';
import { registryWords } from './en-registry.ts';
import { settlementWords } from './en-settlement.ts';
import type { SharedWords } from './keys.ts';

export const en = {
  ...plain,
  ...office,
  ...registryWords,
  ...counterWords,
  ...affairWords,
  ...ratingWords,
  ...assistanceWords,
  ...settlementWords,
} as const satisfies SharedWords;
