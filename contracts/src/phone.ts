// SPDX-License-Identifier: Apache-2.0

/** What may be typed as somebody's telephone: a mobile number, or one of a fixed line with its area code. */
export const phonePattern = '^(1[3-9]\\d{9}|0(10|2\\d|[3-9]\\d{2})-?[2-9]\\d{6,7})$';
const areaHere = '021';

/**
 * A telephone as it is kept: `13912345678`, or a fixed line as `021-63221234`. Blanks, hyphens and +86 may be there or
 * not; eight digits alone are a fixed line of the city.
 *
 * @returns undefined for what is neither
 */
export function tidyPhone(typed: string): string | undefined {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^\+?86(?=1\d{10}$|0\d{9,11}$)/, '')
    .replace(/\.0$/, ''); // as a table reckons it
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  if (/^[2-9]\d{7}$/.test(digits)) return `${areaHere}-${digits}`;
  const fixed = /^0(10|2\d|[3-9]\d{2})([2-9]\d{6,7})$/.exec(digits);
  return fixed === null ? undefined : `0${fixed[1]}-${fixed[2]}`;
}
