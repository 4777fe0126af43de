// SPDX-License-Identifier: Apache-2.0
// Numbers of people who do not exist. Why nobody else has them: docs/sources.md.
import { idCheckOf } from '@lilong/contracts/id-number';

/**
 * Identity numbers begin with 313000 to 319999. In GB/T 2260 the city's codes begin with 3101 and 3102 and never
 * began otherwise, so that no such number was ever given out. Foreign documents begin with SYN.
 */
const AREA = 313_000;
const AREAS = 7_000;
const SYNTHETIC = /^(31[3-9]\d{3}|SYN)/;

/** Whether a tidy document number belongs to somebody invented. */
export const isSyntheticId = (number: string): boolean => SYNTHETIC.test(number);

/** Phones begin with 164, which no operator is known to give out (unconfirmed). */
const PHONES = '164';
const LINES = 10_000;
/** Has no factor in common with 10,000: neighbours' last digits differ, and no two are the same. */
const STRIDE = 7_919;

export const isSyntheticPhone = (number: string): boolean => number.startsWith(PHONES);

/** Gives out the numbers of one committee, none of them twice. */
export function numbersOf(ordinal: number): {
  id(bornOn: string, sex: 1 | 2): string;
  foreign(index: number): string;
  phone(index: number): string;
} {
  if (ordinal >= AREAS) throw new Error(`no area is left for the committee at ${ordinal}`);
  const given = new Map<string, number>();
  const place = String(ordinal).padStart(4, '0');
  return {
    id: (bornOn, sex) => {
      const day = bornOn.replaceAll('-', '');
      const key = `${day}${sex}`;
      const nth = given.get(key) ?? 0;
      if (nth > 499) throw new Error(`too many people of one committee were born on ${bornOn}`);
      given.set(key, nth + 1);
      const order = String(2 * nth + (sex === 1 ? 1 : 0)).padStart(3, '0');
      const first17 = `${AREA + ordinal}${day}${order}`;
      return first17 + idCheckOf(first17);
    },
    foreign: (index) => `SYN${place}${String(index).padStart(5, '0')}`,
    phone: (index) =>
      `${PHONES}${place}${String((index * STRIDE + ordinal) % LINES).padStart(4, '0')}`,
  };
}
