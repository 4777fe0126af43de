// SPDX-License-Identifier: Apache-2.0
// One way of writing for what people write in many: width, case, punctuation, numbers of doors.

const DIGITS = '零一二三四五六七八九';
const DOOR = /([零〇一二两三四五六七八九十\d]+)(号楼|号门|幢|栋|号|室|单元|弄)(?!线)/g;

/** Half width, lower case, spaces for punctuation, numbers of doors in digits: `十二号楼！` → `12号楼`. */
export function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(DOOR, (_, number: string, unit: string) => `${digits(number)}${unit}`)
    .trim();
}

/** 十二 → 12, 两 → 2; up to 99, longer ones digit by digit. */
function digits(number: string): string {
  const plain = number
    .replace(/两/g, '二')
    .replace(/〇/g, '零')
    .replace(/[零一二三四五六七八九]/g, (one) => String(DIGITS.indexOf(one)));
  const tens = /^(\d?)十(\d?)$/.exec(plain);
  return tens ? `${tens[1] || '1'}${tens[2] || '0'}` : plain;
}

/** True when both folded texts name a house (or both a room) and share none. */
export function atOtherDoor(a: string, b: string): boolean {
  const [left, right] = [doors(a), doors(b)];
  return (['house', 'room'] as const).some((kind) => {
    const [ours, theirs] = [left[kind], right[kind]];
    return ours.size > 0 && theirs.size > 0 && ours.isDisjointFrom(theirs);
  });
}

function doors(text: string): { house: Set<string>; room: Set<string> } {
  const house = new Set<string>();
  const room = new Set<string>();
  for (const [, number = '', unit] of text.matchAll(
    /(?<![月\d])(\d+)(号楼|号门|幢|栋|号|室)(?!线)/g,
  ))
    (unit === '室' ? room : house).add(number);
  return { house, room };
}
