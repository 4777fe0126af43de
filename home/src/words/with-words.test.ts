// SPDX-License-Identifier: Apache-2.0
import { differingBraces } from '@lilong/contracts/words/braces';
import { affairWords } from '@lilong/contracts/words/zh-affairs';
import { expect, test } from 'vitest';
import { affairsEn } from './en-affairs.ts';
import { kioskEn } from './en-kiosk.ts';
import { offersEn } from './en-offers.ts';
import { officeEn } from './en-office.ts';
import { ratingsEn } from './en-ratings.ts';
import { zh } from './zh.ts';
import { affairsZh } from './zh-affairs.ts';
import { kioskZh } from './zh-kiosk.ts';
import { offersZh } from './zh-offers.ts';
import { officeZh } from './zh-office.ts';
import { ratingsZh } from './zh-ratings.ts';

test('words that come with their pages have the same braces in both languages, and hide no other word', () => {
  expect(differingBraces(affairsZh, affairsEn)).toEqual([]);
  const others = { ...zh, ...affairWords };
  expect(Object.keys(affairsZh).filter((key) => key in others)).toEqual([]);
  expect(differingBraces(kioskZh, kioskEn)).toEqual([]);
  expect(differingBraces(offersZh, offersEn)).toEqual([]);
  const below = { ...others, ...affairsZh };
  expect(Object.keys(offersZh).filter((key) => key in below)).toEqual([]);
  expect(differingBraces(ratingsZh, ratingsEn)).toEqual([]);
  expect(Object.keys(ratingsZh).filter((key) => key in below)).toEqual([]);
  expect(differingBraces(officeZh, officeEn)).toEqual([]);
  expect(Object.keys(officeZh).filter((key) => key in zh)).toEqual([]);
  expect(Object.keys(kioskZh).filter((key) => key in zh)).toEqual([]);
});
