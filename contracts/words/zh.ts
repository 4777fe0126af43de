// SPDX-License-Identifier: Apache-2.0
import type { SharedWords } from './keys.ts';
import { affairWords } from './zh-affairs.ts';
import { assistanceWords } from './zh-assistance.ts';
import { counterWords } from './zh-counters.ts';
import { office } from './zh-office.ts';
import { plain } from './zh-plain.ts';
import { ratingWords } from './zh-ratings.ts';
import { registryWords } from './zh-registry.ts';
import { settlementWords } from './zh-settlement.ts';

export const zh = {
  ...plain,
  ...office,
  ...registryWords,
  ...counterWords,
  ...affairWords,
  ...ratingWords,
  ...assistanceWords,
  ...settlementWords,
} as const satisfies SharedWords;
