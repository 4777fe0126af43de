// SPDX-License-Identifier: Apache-2.0

/** Letter of a public reference: C a case, R a report, F a home (房), H a household (户), Z an institution (组织), G a 楼组, T a ticket, A an application, B a booking, Q a certificate, E a rating, D a list of papers from a door. */
export type RefLetter = 'C' | 'R' | 'F' | 'H' | 'Z' | 'G' | 'T' | 'A' | 'B' | 'Q' | 'E' | 'D';
export interface RowKey {
  /** The home street: first nine digits of the place where the row was born. */
  readonly street: number;
  readonly no: number;
}

const CHECK = '0123456789X';

/** `C310101002-42137` + check character, short enough to read over the phone. */
export function formatRef(letter: RefLetter, key: RowKey): string {
  return `${letter}${key.street}-${key.no}${checkOf(key)}`;
}

/** The row that a reference names, or undefined when a digit was misheard. Spaces and case do not matter. */
export function parseRef(letter: RefLetter, ref: string): RowKey | undefined {
  const found = /^([CRFHZGTABQED])(\d{9})-?(\d{1,15})([\dX])$/.exec(
    ref.replace(/\s/g, '').toUpperCase(),
  );
  if (found === null || found[1] !== letter) return undefined;
  const key = { street: Number(found[2]), no: Number(found[3]) };
  return checkOf(key) === found[4] ? key : undefined;
}

/** ISO 7064 MOD 11-2 over street and number: catches every single wrong digit and every swap of neighbours. */
function checkOf({ street, no }: RowKey): string {
  let sum = 0;
  for (const digit of `${street}${no}`) sum = ((sum + Number(digit)) * 2) % 11;
  return CHECK[(12 - sum) % 11] ?? '0';
}
