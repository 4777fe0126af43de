// SPDX-License-Identifier: Apache-2.0
// What somebody types for a place beneath another: its part of the address, or the whole pasted.
import { Refusal } from '@lilong/contracts/refusals';
import { parseAddress, printAddress, type StandardAddress, written } from '../../places/index.ts';
import { startsOf } from '../import/doors.ts';

const roadSign = /(?:路|街|道|巷)$/;
/** What is written behind a door is a room by its number, or by its sign. */
const roomSign = /\d|(?:室|间|厢|层|楼|阁|库|铺|户)$/;

/**
 * The whole address of what was typed beneath `path`. Pasted whole, with or without city, district and street before it, it
 * counts as it is.
 *
 * @param roads those of the street
 * @throws {Refusal} `door.grammar` when it is no address, or none down to its number
 */
export function readName(path: string, name: string, roads: readonly string[]): StandardAddress {
  const typed = written(name);
  const starts = startsOf(typed);
  const isWhole = (text: string): boolean => {
    const road = parseAddress(text)?.road ?? null;
    return road !== null && roads.includes(road);
  };
  const known = starts.find(isWhole);
  const road = parseAddress(typed)?.road ?? '';
  const line = known ?? (path === '' || roadSign.test(road) ? typed : path + typed);
  return readLine(line);
}

/** @throws {Refusal} `door.grammar` */
export function readLine(line: string): StandardAddress {
  const address = parseAddress(line);
  const isDoor = address !== undefined && (address.number ?? address.building) !== null;
  const isSame = address !== undefined && [line, `${line}室`].includes(printAddress(address));
  const isRoom = address?.room == null || roomSign.test(address.room);
  if (!isDoor || !isSame || !isRoom || address.road === null)
    throw new Refusal('door.grammar', { line: line.slice(0, 100) }, 'name');
  return address;
}

/** The door of an address, without what is behind it. */
export const doorLine = (address: StandardAddress): string =>
  printAddress({ ...address, unit: null, room: null });
