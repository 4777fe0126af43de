// SPDX-License-Identifier: Apache-2.0
import type { ratingsZh } from './zh-ratings.ts';

export const ratingsEn: Readonly<Record<keyof typeof ratingsZh, string>> = {
  'rail.ratings': 'Ratings',
  'ratingof.visit': 'Visit at a window',
  'ratingof.matter': 'Matter',
};
