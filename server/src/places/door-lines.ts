// SPDX-License-Identifier: Apache-2.0
// How the address of a door is kept, what stands above it, and when two of them are one.
import {
  parseAddress,
  parts,
  printAddress,
  type StandardAddress,
  tidyLine,
} from './standard-address.ts';
import { soughtOf } from './words.ts';

const roadSign = /(?:路|街|道|巷|弄|里|坊|村道|大道|公路|支路)$/;

/** As people search for it: digits narrow, no blanks, small letters. */
export const written = (text: string): string => soughtOf(tidyLine(text)).text;

/** An address as the columns of its table have it; a village is no road. */
export function columnsOf(address: StandardAddress) {
  const { road, lane, sublane, estate, number, building, unit, room } = address;
  return {
    road: road !== null && roadSign.test(road) ? road : null,
    lane: joined(lane, sublane),
    number: joined(estate, number, building, unit, room) ?? '',
  };
}

const joined = (...of: readonly (string | null)[]): string | null => of.join('') || null;

export interface Step {
  readonly part: keyof StandardAddress;
  /** 4号 */
  readonly name: string;
  /** 南京东路139弄4号: all that stands above it, and itself. */
  readonly path: string;
}

/** From the road down to the door. What is not written by the rules is a road, or one number behind it. */
export function stepsOf(line: string, road: string | null): Step[] {
  const address = parseAddress(line);
  if (address === undefined || printAddress(address) !== line) return plainSteps(line, road);
  let path = '';
  return parts.flatMap((part) => {
    const name = address[part];
    if (name === null) return [];
    path += name;
    return [{ part, name, path }];
  });
}

function plainSteps(line: string, road: string | null): Step[] {
  const rest = road !== null && line.startsWith(road) ? line.slice(road.length) : line;
  const number = { part: 'number', name: rest, path: line } as const;
  return rest === line || road === null
    ? [number]
    : [{ part: 'road', name: road, path: road }, number];
}

const figureOf = (sign: string): number => '零一二三四五六七八九'.indexOf(sign || '零');
/** 十二 is 12; up to 99. */
function digitsOf(count: string): string {
  const at = count.indexOf('十');
  const ones = figureOf(count.slice(at + 1));
  return String(at < 0 ? ones : (figureOf(count.slice(0, at)) || 1) * 10 + ones);
}

/** 04号 is 4号, 十二号 is 12号, 12号甲 is 12甲号, 12号之三 and 12之3号 are 12-3号. */
const plainNumber = (text: string): string =>
  text
    .replace(/[一二三四五六七八九十]+/g, digitsOf)
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/^临时/, '临')
    .replace(/^(\D?\d+)号([甲乙丙丁戊己])$/, '$1$2号')
    .replace(/^(\D?\d+)(?:号之|之)(\d+)号?$/, '$1-$2号');

/** Nearly all: road, lane and number in plain figures. */
const isPlain = /^(?!\D*临时)\D+(?:[1-9]\d*弄)?[1-9]\d*号$/;

/**
 * What two spellings of one door have in common: 139弄大华公寓04号 and 139弄4号, 3号楼 and 三幢, 7支弄 and 7弄. Where lane and
 * number are known, the name between them tells no two doors apart. What is not written by the rules stays as it is.
 */
export function standardOf(line: string): string {
  if (isPlain.test(line)) return line;
  const address = parseAddress(line.toLowerCase());
  if (address === undefined) return line;
  const { road, lane, sublane, estate, number, building, unit, room } = address;
  const named = lane !== null && number !== null ? null : estate;
  return [
    ...[road, lane && plainNumber(lane).replace('村民小组', '组')],
    ...[
      sublane && plainNumber(sublane).replace('支弄', '弄'),
      named,
      number && plainNumber(number),
    ],
    building &&
      plainNumber(building).replace(/(?<=^[\da-z甲乙丙丁东南西北中]+)(?:号楼|栋|座|楼)$/, '幢'),
    ...[unit && plainNumber(unit), room],
  ].join('');
}
