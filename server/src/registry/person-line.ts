// SPDX-License-Identifier: Apache-2.0
// One person as every list of people shows them.
import { ageOn } from '@lilong/contracts/days';
import { formatRef } from '@lilong/contracts/refs';
import type { LabelMark } from '@lilong/contracts/registry';
import type { PersonLine } from '@lilong/contracts/registry-find';
import type { Entry } from '../kernel/catalogue.ts';
import type { FoundRow } from './find-queries.ts';
import { markOf } from './labels.ts';
import { sexOf, standingName } from './people.ts';

/** `names` is the dictionary of labels, `day` the one on which the age is said. */
export function personLine(
  row: FoundRow,
  names: ReadonlyMap<string, Entry>,
  day: string,
): PersonLine {
  return {
    person: row.person,
    name: row.name,
    sex: sexOf(row.sex),
    age: ageOn(row.born_on, day),
    role: row.role,
    standing: standingName(row.standing),
    home: row.home === null ? null : formatRef('F', { street: row.street, no: row.home }),
    door: row.door,
    placeName: row.placeName,
    labels: (row.labels ?? []).flatMap((code): LabelMark[] => markOf(names, code, row.due) ?? []),
  };
}
