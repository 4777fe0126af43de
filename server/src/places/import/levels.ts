// SPDX-License-Identifier: Apache-2.0
import { type PlaceLevel, placeLevels } from '@lilong/contracts/place-no';

/** What lists call the levels of the tree, beside our own words. */
const named: Readonly<Record<string, PlaceLevel>> = {
  市: 'city',
  区: 'district',
  街镇: 'street',
  街道: 'street',
  镇: 'street',
  乡: 'street',
  居村: 'committee',
  居委会: 'committee',
  村委会: 'committee',
  社区: 'committee',
  小区: 'estate',
};

/** The level of a word, in Chinese or in English. */
export function levelNamed(text: string): PlaceLevel | undefined {
  return placeLevels.find((level) => level === text.toLowerCase()) ?? named[text];
}
