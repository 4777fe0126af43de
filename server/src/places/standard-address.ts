// SPDX-License-Identifier: Apache-2.0
// The standard address: road, lane, sub-lane, estate, number, building, unit, room. Taken apart by the signs that people
// in Shanghai write behind each, and put together again as one writes it on a letter.

/** Each part with its sign, as it is written: 139弄, 7支弄, 4号. What an address does not have is null. */
export interface StandardAddress {
  /** 南京东路, or in the country a village and its hamlet: 张桥村顾家宅. */
  readonly road: string | null;
  /** 139弄; 3组 or 6队 in a village. */
  readonly lane: string | null;
  /** 7支弄, or a lane within a lane. */
  readonly sublane: string | null;
  /** A name that stands between the lane and the number: 大华公寓. */
  readonly estate: string | null;
  /** 4号, 临12号, 12号甲, 12甲号, 12-3号, 12号之二. */
  readonly number: string | null;
  /** 2幢, A座, 3号楼, 东楼, 东方大厦. */
  readonly building: string | null;
  /** 2单元 */
  readonly unit: string | null;
  /** 501室, 三楼后间, 亭子间: whatever stands last. */
  readonly room: string | null;
}
export const parts = [
  ...(['road', 'lane', 'sublane', 'estate', 'number', 'building', 'unit', 'room'] as const),
] satisfies readonly (keyof StandardAddress)[];

const stem = '[甲乙丙丁戊己]';
const count = '[一二三四五六七八九十]+';
const ordinal = '(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const digits = String.raw`\d+(?:${stem}|[A-Za-z])?`;
const patterns = {
  lane: `(?:临|附)?${digits}(?:弄|组|队|村民小组)`,
  sublane: `${digits}(?:支弄|弄)`,
  /** Neither 1号楼, which is a building, nor 3号线, which is the underground. */
  number: String.raw`(?:临时?|附|新|老)?${digits}(?:[-之至、/]${digits})*号(?!楼(?![下上])|线|桥|门|院)(?:之(?:\d+|${ordinal}(?!楼|层))|${stem}(?!单元|幢|栋|座|楼|室))?`,
  building: `(?:${digits}|${stem}|${count}|[A-Za-z]|[东南西北中主副前后])(?:幢|栋|座|号楼(?![下上]))|[东南西北中主副A-Za-z]楼`,
  named: String.raw`[^\d室]{1,12}?(?:大厦|大楼|公寓|商厦|商务楼)`,
  unit: `(?:${digits}|${stem}|${count}|[A-Za-z]|[东南西北中])单元`,
} as const;
const at = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`, 'u');
const first = {
  lane: at(patterns.lane),
  sublane: at(patterns.sublane),
  number: at(patterns.number),
  building: at(`(?:${patterns.named})?(?:${patterns.building})|${patterns.named}`),
  unit: at(patterns.unit),
};
/** Where the name of a road or a village is over. */
const begins = new RegExp(`${patterns.lane}|${patterns.number}|${digits}(?:幢|栋|座|号楼)`, 'u');
/** A name before the number; a floor or a room is none. */
const estate = new RegExp(
  `^(?!${count}(?:楼|层)|临时?\\d|附\\d|新\\d|老\\d)[^\\d]{2,12}?(?=(?:${patterns.number}|${digits}(?:幢|栋|座|号楼)))`,
  'u',
);

/** As addresses are kept: digits narrow, no blanks or commas, 号 as it is written now. */
export const tidyLine = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,，。．·]+/g, '')
    .replace(/[—–－]/g, '-')
    .replaceAll('號', '号')
    .replaceAll('衖', '弄');

/** A stroke behind a sign parts nothing that the sign does not: 4号-501, 12号-甲. */
const stroke = /(?<=[弄组队号幢栋座楼元])-+/gu;

/** The parts of an address, tidied; undefined where neither lane, number nor building is in it. */
export function parseAddress(text: string): StandardAddress | undefined {
  const line = tidyLine(text).replace(stroke, '');
  const start = begins.exec(line)?.index;
  if (start === undefined) return undefined;
  let rest = line.slice(start);
  const take = (pattern: RegExp): string | null => {
    rest = rest.replace(/^-+/, ''); // 4号-501
    const found = pattern.exec(rest)?.[0] ?? null;
    rest = rest.slice(found?.length ?? 0);
    return found;
  };
  const road = line.slice(0, start) || null;
  const lane = take(first.lane);
  const sublane = lane === null ? null : take(first.sublane);
  const name = lane === null ? null : take(estate);
  const number = take(first.number);
  const building = take(first.building);
  const unit = take(first.unit);
  return { road, lane, sublane, estate: name, number, building, unit, room: roomOf(rest) };
}

/** 501 is 501室; what is in words, or has a sign of its own, stays as it is. */
const roomOf = (rest: string): string | null => {
  const room = rest.replace(/^-+|-+$/g, '');
  return /^\d+[A-Za-z]?$/.test(room) ? `${room}室` : room || null;
};

/** As one writes it on a letter. */
export const printAddress = (address: StandardAddress): string =>
  parts.map((part) => address[part] ?? '').join('');
