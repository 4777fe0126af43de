// SPDX-License-Identifier: Apache-2.0

import type { Change } from '@lilong/contracts/catalogue';

/** What differs between two values of JSON, by path. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [left, right] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  return paths
    .map((path) => ({
      path,
      before: left.get(path) ?? null,
      after: right.get(path) ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  const entries = Object.entries(value).flatMap(([key, inner]) => [
    ...leavesOf(inner, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(entries);
}
