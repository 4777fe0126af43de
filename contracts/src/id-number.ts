// SPDX-License-Identifier: Apache-2.0
// Identity numbers as GB 11643 and GB 32100 write them. Source: docs/domain/registry.md, "Numbers".

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const idChecks = '10X98765432';

/** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated. */
export const sexes = [0, 1, 2, 9] as const;
export type Sex = (typeof sexes)[number];

/** What an identity number says of its holder. */
export interface IdFacts {
  /** Six digits: where it was first given out. It may be a county that is no more. */
  readonly area: string;
  /** `1949-12-10` */
  readonly bornOn: string;
  readonly sex: 1 | 2;
}

/** As it is kept: eighteen signs without spaces, `X` large, full-width digits made plain. */
export const tidyId = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** The check digit of the first seventeen digits. */
export function idCheckOf(first17: string): string {
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return idChecks[sum % 11] ?? '';
}

/** What a tidy eighteen-digit number says; undefined when it is none: wrong length, no such day, wrong check digit. */
export function readId(id: string): IdFacts | undefined {
  const found = /^([1-9]\d{5})(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/.exec(id);
  if (found === null || idCheckOf(id.slice(0, 17)) !== id[17]) return undefined;
  const [, area = '', year, month, day, order] = found;
  const bornOn = `${year}-${month}-${day}`;
  if (!isDay(bornOn)) return undefined;
  return { area, bornOn, sex: Number(order) % 2 === 1 ? 1 : 2 };
}

/** A day of the calendar between 1800 and 2199. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && /^(18|19|20|21)/.test(day)
  );
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check sign of a unified social credit code's first seventeen; undefined when one of them is not of its alphabet. */
export function creditCheckOf(first17: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const sign of first17) {
    const value = creditAlphabet.indexOf(sign);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31];
}

/**
 * Whether a tidy code of eighteen signs is whole. A few early codes were given out with a wrong check sign:
 * `doubtful` is worth a question, never a refusal.
 */
export function readCredit(code: string): 'good' | 'doubtful' | 'none' {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return 'none';
  return creditCheckOf(code.slice(0, 17)) === code[17] ? 'good' : 'doubtful';
}
