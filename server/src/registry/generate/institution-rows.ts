// SPDX-License-Identifier: Apache-2.0
// The institutions of a committee as rows of the registry's tables, and who of its people holds office in them.
import { creditCheckOf } from '@lilong/contracts/id-number';
import { streetOf } from '@lilong/contracts/place-no';
import { daysBefore } from './days.ts';
import { type Institution, institutionsOf, mostInstitutions } from './institutions.ts';
import type { Peopled } from './people.ts';
import type { Cell, Rows, Surroundings } from './rows.ts';
import type { Person } from './settle.ts';

const SOURCE = '示例';
/** Codes are said to be of a division that no authority has: see docs/sources.md. */
const DIVISION = '313000';
/** Whoever may be elected, and is not too old to climb stairs. */
const ages = [35, 72] as const;
const inOfficeDays = 730;

export function addInstitutions(peopled: Peopled, around: Surroundings, rows: Rows): void {
  const { plan } = peopled;
  const at = around.now.toISOString();
  const today = at.slice(0, 10);
  const able = electable(peopled, today);
  const all = institutionsOf(plan).slice(0, mostInstitutions);
  for (const [nth, one] of all.entries()) {
    const no = plan.firstInstitution + nth;
    const [years, left] = one.term ?? [0, 0];
    const until = one.term === null ? null : daysBefore(-left, today);
    const since = until === null ? null : yearsBefore(years, until);
    rows.institution.push([
      ...[streetOf(plan.place), no, plan.place, one.kind, one.name, creditOf(one, no)],
      ...[null, one.atCommittee ? around.phone(plan.place) : null, since, until, SOURCE, at],
    ]);
    const from = since !== null && since < today ? since : daysBefore(inOfficeDays, today);
    for (const position of one.offices) {
      const person = able.next().value;
      if (person === undefined) break;
      rows.member.push(memberRow(peopled, { no, person, position, from, at }));
    }
  }
}

interface Seat {
  readonly no: number;
  readonly person: Person;
  readonly position: string;
  readonly from: string;
  readonly at: string;
}
function memberRow({ plan: { place } }: Peopled, { no, person, position, from, at }: Seat): Cell[] {
  return [streetOf(place), no, place, person.no, person.name, position, from, SOURCE, at];
}

/** Grown-ups who live there, one of each household in its turn. */
function* electable({ households }: Peopled, today: string): Generator<Person, undefined> {
  const [least, most] = ages.map((years) => yearsBefore(years, today));
  for (const { people } of households) {
    const able = people.find(
      ({ bornOn, registered }) =>
        registered !== 'abroad' && bornOn <= (least ?? '') && bornOn >= (most ?? ''),
    );
    if (able !== undefined) yield able;
  }
  return undefined;
}

function creditOf({ code }: Institution, no: number): string | null {
  if (code === null) return null;
  const first17 = `${code}${DIVISION}LL${String(no).padStart(7, '0')}`;
  return first17 + (creditCheckOf(first17) ?? '');
}

/** The same day of an earlier year. */
const yearsBefore = (years: number, day: string): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4).replace('02-29', '02-28')}`;
