// SPDX-License-Identifier: Apache-2.0
// An address as a table writes it, taken apart by what is known of the city rather than by guesses.

/** One reading of an address: a door of the city, and what lies behind it. */
export interface Reading {
  /** 南京东路139弄4号, as `places.address` keeps it */
  readonly line: string;
  readonly unit: string | null;
  readonly room: string | null;
}

const MOST_SIGNS = 120;
/** Where the number of a house can end. */
const endOfHouse = /号(?!线|楼)|幢|栋|组/g;
const before = [
  /^上海市?(?=\S)/,
  /^\D{1,5}?[区县](?=\D)/,
  /^\D{1,8}?(?:街道|镇|乡)(?=\S)/,
  /^\D{1,10}?(?:居委会|村委会|居民区)(?=\S)/,
];

/** Full-width digits, blanks and commas go; `139弄4-501` is 139弄4号501. */
export function tidyAddress(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，.。;；]+/g, '')
    .replaceAll('號', '号');
  return plain.includes('号') ? plain : plain.replace(/(\d)[-—–](\d)/, '$1号$2');
}

/**
 * All readings of an address, the one with the longest door first. `unit` and `room` are what other columns say.
 * Empty when nothing in it could be a door.
 */
export function readingsOf(address: string, unit: string, room: string): Reading[] {
  const whole = tidyAddress(address);
  if (whole === '' || whole.length > MOST_SIGNS) return [];
  const readings = startsOf(whole).flatMap((text) =>
    cutsOf(text).map((cut) => ({
      line: text.slice(0, cut),
      ...behind(text.slice(cut), unit, room),
    })),
  );
  return readings.sort((a, b) => b.line.length - a.line.length);
}

/** With city, district, street and committee before it, and without each of them. */
export function startsOf(whole: string): string[] {
  const starts = [whole];
  for (const name of before) {
    const last = starts.at(-1) ?? whole;
    const rest = last.replace(name, '');
    if (rest !== last) starts.push(rest);
  }
  return starts;
}

function cutsOf(text: string): number[] {
  const ends = [...text.matchAll(endOfHouse)].map(({ index }) => index + 1);
  return [...new Set([...ends, text.length])];
}

function behind(rest: string, unit: string, room: string): Pick<Reading, 'unit' | 'room'> {
  const found = /^(?<unit>.*?(?:单元|幢|栋|座|号楼))?(?<room>.*)$/u.exec(rest)?.groups;
  return {
    unit: withSign(found?.unit ?? tidyAddress(unit), '单元') || null,
    room: withSign((found?.room || undefined) ?? tidyAddress(room), '室') || null,
  };
}

/** 501 is 501室; what has letters or a sign of its own stays as it is. */
const withSign = (text: string, sign: string): string =>
  /^\d+[A-Za-z]?$/.test(text) ? `${text}${sign}` : text;

/** The whole of it: 南京东路139弄4号501室. */
export const doorOf = ({ line, unit, room }: Reading): string =>
  `${line}${unit ?? ''}${room ?? ''}`;
