// SPDX-License-Identifier: Apache-2.0
// Conditions as the database is asked them (`registry.crowd_text`, migration 0037): ages as days of birth, codes as numbers.
import { parseRef } from '@lilong/contracts/refs';
import { standings } from '@lilong/contracts/registry';
import type { CrowdConditions } from '@lilong/contracts/registry-crowds';

/** Whoever is born on this day or before is so old on `day`. */
export function bornUntil(day: string, age: number): string {
  const year = String(Number(day.slice(0, 4)) - age).padStart(4, '0');
  const isLeap = new Date(`${year}-02-29T00:00:00Z`).getUTCDate() === 29;
  return `${year}${day.endsWith('-02-29') && !isLeap ? '-02-28' : day.slice(4)}`;
}

/** As one line of JSON. */
export function askedOf(conditions: CrowdConditions, day: string): string {
  const { ageFrom, ageTo, sex, standings: states, childUnder, groups, ...rest } = conditions;
  return JSON.stringify({
    ...rest,
    ...(ageFrom === undefined ? {} : { bornUntil: bornUntil(day, ageFrom) }),
    ...(ageTo === undefined ? {} : { bornAfter: bornUntil(day, ageTo + 1) }),
    ...(sex === undefined ? {} : { sex: Number(sex) }),
    ...(states === undefined ? {} : { standings: states.map((one) => standings.indexOf(one) + 1) }),
    ...(groups === undefined ? {} : { groups: groups.map((ref) => parseRef('G', ref)?.no ?? 0) }),
    ...(childUnder === undefined ? {} : { childBornAfter: bornUntil(day, childUnder) }),
  });
}
