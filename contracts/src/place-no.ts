// SPDX-License-Identifier: Apache-2.0

/** Depth of a place in the tree, from the whole city down to an estate or 楼组. */
export const placeLevels = ['city', 'district', 'street', 'committee', 'estate'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** First and last place number of a subtree; both ends belong to it. */
export interface PlaceRange {
  readonly first: number;
  readonly last: number;
}

/**
 * How many numbers a place of each depth spans. The fifteen digits are
 * 2 province, 2 city, 2 district, 3 street, 3 committee, 3 estate; coarser places end in zeros.
 */
const spans = [1e13, 1e11, 1e9, 1e6, 1e3, 1] as const;
const levelOfSpan: Record<number, PlaceLevel> = {
  1e13: 'city',
  1e11: 'city',
  1e9: 'district',
  1e6: 'street',
  1e3: 'committee',
  1: 'estate',
};
/** 北京, 天津, 上海, 重庆: a district lies directly under the province, no city between. */
const municipalities: ReadonlySet<number> = new Set([11, 12, 31, 50]);

/**
 * Place number of a twelve-digit statistical code: `310101002001` → `310101002001000`.
 *
 * @throws {RangeError} when `code` is not twelve digits, or starts with zero
 */
export function placeNoOfCode(code: string): number {
  if (!/^[1-9]\d{11}$/.test(code)) throw new RangeError(`not a twelve-digit code: ${code}`);
  return Number(code) * 1000;
}

/** The subtree below `no` as one range, which an ordinary index answers. */
export function placeRange(no: number): PlaceRange {
  return { first: no, last: no + spanOf(no) - 1 };
}

export function levelOf(no: number): PlaceLevel {
  return levelOfSpan[spanOf(no)] ?? 'estate';
}

/** First nine digits: the home street of rows born at `no`. A district or city ends in zeros here as well. */
export function streetOf(no: number): number {
  return Math.floor(no / 1e6);
}

/** The committee or village that `no` lies in: an estate's own, or itself. */
export function committeeOf(no: number): number {
  return floorTo(no, 1e3);
}

/** The next coarser place; none above a province-level city. */
export function parentOf(no: number): number | undefined {
  const span = spanOf(no);
  if (span === 1e13) return undefined;
  if (span === 1e9 && municipalities.has(Math.floor(no / 1e13))) return floorTo(no, 1e13);
  return floorTo(no, spans[spans.indexOf(span) - 1] ?? 1e13);
}

/** `no` and everything above it, finest first. */
export function placeChain(no: number): number[] {
  const parent = parentOf(no);
  return parent === undefined ? [no] : [no, ...placeChain(parent)];
}

/** Is `no` the place `above` itself, or somewhere below it? */
export function isWithin(no: number, above: number): boolean {
  const { first, last } = placeRange(above);
  return first <= no && no <= last;
}

/** The coarsest span whose zeros `no` ends in. */
function spanOf(no: number): (typeof spans)[number] {
  if (!Number.isSafeInteger(no) || no < 1e14 || no >= 1e15)
    throw new RangeError(`not a fifteen-digit place number: ${no}`);
  return spans.find((span) => no % span === 0) ?? 1;
}

function floorTo(no: number, span: number): number {
  return no - (no % span);
}
