// SPDX-License-Identifier: Apache-2.0
// A line of a file as an institution; all that is wrong with it is found at once. Nothing is read or written here.
import { readCredit, tidyId } from '@lilong/contracts/id-number';
import type { InstitutionKind } from '@lilong/contracts/registry-institutions';
import { Misfit } from '../../places/index.ts';
import { institutionWords } from './codes.ts';
import { type Checked, checked } from './lines.ts';
import { type Cells, codeIn, dayIn, nameIn, phoneIn } from './values.ts';

export interface InstitutionLine {
  readonly kind: InstitutionKind;
  readonly name: string;
  /** A committee or street by name or code; empty when the file does not say. */
  readonly place: string;
  readonly credit: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly termFrom: string | null;
  readonly termTo: string | null;
  readonly from: string | null;
  readonly leader: Leader | null;
}
/** Who answers for it. */
export interface Leader {
  readonly name: string;
  readonly position: string;
  readonly phone: string | null;
}

/** A term may end in days to come. */
const farOff = '2999-12-31';
/** What somebody is called of whom only the name is given. */
const usualPosition = '负责人';

export function checkInstitution(cells: Cells, today: string): Checked<InstitutionLine> {
  return checked(
    (attempt) => ({
      kind: attempt(() => kindIn(cells), 'team'),
      name: attempt(() => titleIn(cells), ''),
      place: cells('place'),
      credit: attempt(() => creditIn(cells), null),
      address: attempt(() => shortIn(cells, 'address', 120), null),
      phone: attempt(() => phoneIn(cells), null),
      termFrom: attempt(() => wholeDayIn(cells, 'term_from', farOff), null),
      termTo: attempt(() => wholeDayIn(cells, 'term_to', farOff), null),
      from: attempt(() => wholeDayIn(cells, 'from_on', today), null),
      leader: attempt(() => leaderIn(cells), null),
    }),
    ({ termFrom, termTo }) => {
      if (termFrom !== null && termTo !== null && termTo <= termFrom)
        throw new Misfit('term_to', 'load.term');
    },
  );
}

function kindIn(cells: Cells): InstitutionKind {
  const kind = codeIn(cells, 'kind', institutionWords);
  if (kind === null) throw new Misfit('kind', 'load.needed');
  return kind as InstitutionKind; // the table has no others
}

function titleIn(cells: Cells): string {
  const name = shortIn(cells, 'name', 120);
  if (name === null) throw new Misfit('name', 'load.needed');
  return name;
}

function shortIn(cells: Cells, field: string, most: number): string | null {
  const text = cells(field).replace(/\s+/g, ' ');
  if (text.length > most) throw new Misfit(field, 'load.too-long', { most });
  return text === '' ? null : text;
}

/** A few early codes have a wrong check sign: they are kept, and doubted where they are shown. */
function creditIn(cells: Cells): string | null {
  const code = tidyId(cells('credit'));
  if (code === '') return null;
  if (readCredit(code) === 'none') throw new Misfit('credit', 'load.credit');
  return code;
}

function wholeDayIn(cells: Cells, field: string, latest: string): string | null {
  const day = dayIn(cells, field, latest);
  if (day !== null && day.length < 10) throw new Misfit(field, 'load.no-day', { value: day });
  return day;
}

function leaderIn(cells: Cells): Leader | null {
  if (cells('leader') === '') return null;
  return {
    name: nameIn((field) => cells(field === 'name' ? 'leader' : field)),
    position: shortIn(cells, 'position', 20) ?? usualPosition,
    phone: phoneIn(cells, 'leader_phone'),
  };
}
