// SPDX-License-Identifier: Apache-2.0
// A door as somebody says it: in figures or in words, the room first or last, with the city before it or without.

const figures = '零〇○一二两三四五六七八九十百幺';
/** Figures in words that stand before a sign of an address; a floor, 三楼后间, keeps its words. */
const inWords = new RegExp(
  `[${figures}]+(?=支?弄|号|室)|(?<=弄)[${figures}]+$|(?<=号)[${figures}]{3,4}(?=室|$)`,
  'gu',
);
const alike: Readonly<Record<string, string>> = { 〇: '零', '○': '零', 两: '二', 幺: '一' };
const digitOf = (sign: string): number => '零一二三四五六七八九'.indexOf(alike[sign] ?? sign);

/** 一百二十三 is 123, and so are 一二三 and 幺二三. */
function figuresOf(words: string): string {
  if (!/[十百]/.test(words)) return [...words].map(digitOf).join('');
  const [, hundreds, tens, ones] = /^(?:(.)百)?零?(?:(.?)十)?(.?)$/u.exec(words) ?? [];
  const ten = tens === '' ? 1 : digitOf(tens ?? '零');
  return String(digitOf(hundreds ?? '零') * 100 + ten * 10 + digitOf(ones || '零'));
}

/** Lane 123, No. 4, Room 501: the signs that are written here. */
const english: readonly (readonly [RegExp, string])[] = [
  [/\blane\s*(\d+)/gi, '$1弄'],
  [/\b(?:no|number|house)\b\.?\s*(\d+)/gi, '$1号'],
  [/\b(?:room|rm|flat|apt)\b\.?\s*(\d+\w?)/gi, '$1室'],
];

/**
 * A door as it is kept: `南京东路 １２３弄 4号 501` is 南京东路123弄4号501, and so are 123弄四号五零一, 123-4-501,
 * 4号5楼501 and 501室，4号，123弄 but for the road.
 */
export function tidyDoor(typed: string): string {
  const latin = english.reduce(
    (text, [sign, by]) => text.replace(sign, by),
    typed.normalize('NFKC'),
  );
  const line = latin
    .replace(/[\s,，.。、;；]+/g, '')
    .replaceAll('號', '号')
    .replaceAll('衖', '弄')
    .replace(inWords, figuresOf)
    .replace(/(\d+)[-—–](\d+)[-—–](\d+)/, '$1弄$2号$3')
    .replace(/(\d)[-—–](\d)/g, '$1号$2') // 4-501
    .replace(/(?<=号)\d{1,2}(?:楼|层)(?=\d{3,4}室?$)/, '');
  return roomLast(line);
}

/** As it was written, and without the zeros before a number: either may be how it is kept. */
export const doorsMeant = (door: string): string[] => [
  ...new Set([door, door.replace(/(?<![\d.])0+(?=\d+(?:弄|号))/g, '')]),
];

/** Said from the inside out: 501室4号123弄南京东路. */
function roomLast(line: string): string {
  const said = /^(\d+室)?(\d+号)(\d+弄)?(\p{Script=Han}+[路街道])?$/u.exec(line);
  if (said === null) return line;
  const [, room = '', house = '', lane = '', road = ''] = said;
  return `${road}${lane}${house}${room}`;
}
