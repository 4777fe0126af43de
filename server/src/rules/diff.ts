// SPDX-License-Identifier: Apache-2.0

import type { Change } from '@lilong/contracts/catalogue';

/** What differs between two values of JSON, by path. Of a list of parts, days or hours, only the parts that differ. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [left, right] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  return paths
    .map((path) => {
      const [was, is] = [left.get(path) ?? [], right.get(path) ?? []];
      return { path, before: textOf(was, is), after: textOf(is, was) };
    })
    .filter((change) => change.before !== change.after);
}

/** Parts that the other side does not have. */
function textOf(parts: readonly string[], others: readonly string[]): string | null {
  const own = parts.filter((part) => !others.includes(part));
  return own.length === 0 ? null : own.join('、');
}

function leavesOf(value: unknown, path = ''): Map<string, readonly string[]> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object') return new Map([[path, [String(value)]]]);
  if (Array.isArray(value) && value.every(isPart)) return new Map([[path, value.map(partOf)]]);
  const entries = Object.entries(value).flatMap(([key, inner]) => [
    ...leavesOf(inner, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(entries);
}

/** A day with its name, a span of hours, or a part of a matter with what is in it. */
const isPart = (value: unknown): value is object => typeof value === 'object' && value !== null;
const partOf = (part: object): string =>
  Array.isArray(part) ? part.join('–') : Object.values(part).map(withinOf).join(' ');
function withinOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(withinOf).join(' / ');
  return isPart(value) ? partOf(value) : String(value);
}
