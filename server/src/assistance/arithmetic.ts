// SPDX-License-Identifier: Apache-2.0
// Pure: what a household is granted. Whole fen throughout; nothing is rounded but what is only shown.
import type { Reckoning } from '@lilong/contracts/assistance';

/** What is known of a household; money in fen, income and spending of a month. */
export interface Means {
  readonly people: number;
  readonly incomeFen: number;
  /** Necessary, and paid by the household itself. */
  readonly medicalFen: number;
  readonly educationFen: number;
  readonly assetsFen: number;
}
/** Dated rows of the catalogue; 示例 until a city states its own. */
export interface Basis {
  /** 低保标准: per head and month. */
  readonly standardFen: number;
  /** Up to so much of the standard per head: 低保边缘. */
  readonly edgePercent: number;
  /** Up to so much of the standard per head: 刚性支出困难, if spending leaves less than the standard. */
  readonly rigidPercent: number;
  /** Savings and the like per head; above it nothing is granted. */
  readonly assetsFen: number;
}

/**
 * Compared as sums of the whole household, so that no division decides. 低保: the standard less the income per head, for
 * each of them (domain facts 5.7, article 16); 刚性支出困难: the same with what necessary spending leaves of the income, never
 * below nought (article 18); 低保边缘 is paid nothing.
 *
 * @throws {RangeError} without people, or when a sum is no whole number of fen
 */
export function reckon(means: Means, basis: Basis): Reckoning {
  check(means);
  const { people, incomeFen, medicalFen, educationFen, assetsFen } = means;
  const standard = basis.standardFen * people;
  const leftFen = Math.max(0, incomeFen - medicalFen - educationFen);
  const within = (percent: number): boolean => incomeFen * 100 <= standard * percent;
  const told = {
    ...{ people, incomeFen, medicalFen, educationFen, assetsFen, leftFen },
    ...{ perHeadFen: Math.floor(incomeFen / people), standardFen: basis.standardFen },
  };
  const none = { ...told, category: null, amountFen: 0 };
  if (assetsFen > basis.assetsFen * people) return { ...none, why: 'assets' };
  const granted = { ...told, why: null };
  if (incomeFen < standard)
    return { ...granted, category: 'minimum', amountFen: standard - incomeFen };
  if (leftFen < standard && within(basis.rigidPercent))
    return { ...granted, category: 'rigid', amountFen: standard - leftFen };
  if (within(basis.edgePercent)) return { ...granted, category: 'edge', amountFen: 0 };
  return { ...none, why: 'income' };
}

function check({ people, ...sums }: Means): void {
  if (!(Number.isSafeInteger(people) && people > 0))
    throw new RangeError(`people must be one or more, got ${people}`);
  for (const [name, fen] of Object.entries(sums))
    if (!(Number.isSafeInteger(fen) && fen >= 0))
      throw new RangeError(`${name} must be whole fen, got ${fen}`);
}
