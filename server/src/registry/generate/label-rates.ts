// SPDX-License-Identifier: Apache-2.0
// Which labels somebody has. The rates are 示例; those after a published figure stand in docs/sources.md.
import { between, isLucky, type Random, reached, type Steps } from './chance.ts';
import type { SexDrawn } from './drafts.ts';

/** What decides about labels. */
export interface Facts {
  readonly age: number;
  readonly sex: SexDrawn;
  readonly origin: 'city' | 'outside' | 'abroad';
  /** How many live together, and how many of them are 60 or older. */
  readonly together: number;
  readonly old: number;
  readonly isHead: boolean;
  readonly tenure: string;
}
export interface LabelDrawn {
  readonly code: string;
  /** How long ago somebody last said so, as a share of the time after which it must be looked at again. */
  readonly since: number;
}

type Rate = (facts: Facts) => number;

/** How likely by age, from the oldest down. */
const from =
  (...steps: Steps<number>): Rate =>
  ({ age }) =>
    reached(steps, age) ?? 0;
const when =
  (holds: (facts: Facts) => boolean, rate: Rate): Rate =>
  (facts) =>
    holds(facts) ? rate(facts) : 0;
const always = (share: number): Rate => from([0, share]);

const isCity = ({ origin }: Facts): boolean => origin === 'city';
const isAlone = ({ together }: Facts): boolean => together === 1;
const ofCity = (...steps: Steps<number>): Rate => when(isCity, from(...steps));

/** How likely each label is. Computed ones (ages) are never stored. */
const rates: readonly (readonly [code: string, rate: Rate])[] = [
  ['lives_alone', when(isAlone, from([70, 0.95], [60, 0.6]))],
  ['all_old', when((f) => f.together > 1 && f.old === f.together, always(0.85))],
  ['needs_care', when(isAlone, from([80, 0.5], [70, 0.13]))],
  ['needs_care', when((f) => !isAlone(f), from([80, 0.12], [70, 0.03], [0, 0.003]))],
  ['building_head', ofCity([80, 0], [50, 0.035])],
  ['resident_deputy', ofCity([78, 0], [40, 0.02])],
  ['owners_committee', when((f) => f.isHead, ofCity([75, 0], [35, 0.012]))],
  ['volunteer', from([75, 0], [16, 0.09])],
  ['low_income', ofCity([0, 0.009])],
  ['low_income_edge', ofCity([0, 0.003])],
  ['hardship', ofCity([0, 0.001])],
  ['no_support', when(isAlone, ofCity([60, 0.01]))],
  ['disabled', ofCity([60, 0.065], [15, 0.03], [0, 0.006])],
  ['disabled_jobless', ofCity([60, 0], [16, 0.004])],
  ['care_grade', ofCity([80, 0.3], [70, 0.08])],
  ['veteran', when(({ sex }) => sex === 1, ofCity([60, 0.06], [22, 0.03]))],
  ['preferential', ofCity([60, 0.006])],
  ['lost_only_child', ofCity([52, 0.008])],
  ['pregnant', when(({ sex }) => sex === 2, from([42, 0], [22, 0.025]))],
  ['child_in_need', from([18, 0], [0, 0.001])],
  ['jobless', ofCity([60, 0], [22, 0.03])],
  ['hard_to_employ', ofCity([60, 0], [45, 0.006])],
  ['party_member', ofCity([20, 0.14])],
  ['residence_permit', when(({ origin }) => origin === 'outside', from([16, 0.6]))],
  ['low_rent_home', when(isPublicRental, always(0.9))],
  ['dog', when(({ isHead }) => isHead, always(0.06))],
];

function isPublicRental({ isHead, tenure }: Facts): boolean {
  return isHead && (tenure === 'low_rent' || tenure === 'public_rental');
}

/** The labels of one person. One in ten is due: nobody has looked again in time. */
export function labelsOf(facts: Facts, random: Random): LabelDrawn[] {
  const drawn: LabelDrawn[] = [];
  for (const [code, rate] of rates) {
    const likely = rate(facts);
    if (likely > 0 && isLucky(random, likely))
      drawn.push({ code, since: between(random, 1, 110) / 100 });
  }
  return drawn;
}

export const ratedLabels: readonly string[] = [...new Set(rates.map(([code]) => code))];
