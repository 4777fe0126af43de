// SPDX-License-Identifier: Apache-2.0
import type { At, DoorStep } from '@lilong/contracts/registry-doors';

/** Which place of the tree is open, and what was searched for. */
export interface DoorSearch extends At {
  readonly q?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** `path=7` comes as a number. */
export function readDoorSearch(asked: Record<string, unknown>): DoorSearch {
  const { path, unit, home, q } = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      typeof value === 'number' ? String(value) : value,
    ]),
  );
  const address = Number(asked.address);
  return {
    ...(isText(path) ? { path } : {}),
    ...(Number.isSafeInteger(address) && address > 0 ? { address } : {}),
    ...(isText(unit) ? { unit } : {}),
    ...(isText(home) ? { home } : {}),
    ...(isText(q) ? { q } : {}),
  };
}

/** How the address of a page and a route name a place. */
export function atOf({ path, address, unit, home }: Omit<DoorStep, 'name' | 'part'>): At {
  if (home !== null) return { home };
  if (address !== null) return { address, ...(unit === null ? {} : { unit }) };
  return path === null ? {} : { path };
}

export const isSame = (one: At, other: At): boolean =>
  one.path === other.path &&
  one.address === other.address &&
  one.unit === other.unit &&
  one.home === other.home;
