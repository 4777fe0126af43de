// SPDX-License-Identifier: Apache-2.0
// A line of a file as somebody, or as a home; all that is wrong with it is found at once. Nothing is read or written here.
import type { Sex } from '@lilong/contracts/id-number';
import type { StaysAs } from '@lilong/contracts/registry';
import { Misfit } from '../../places/index.ts';
import {
  liftWords,
  nationWords,
  relationWords,
  stateWords,
  stayWords,
  tenureWords,
  useWords,
} from './codes.ts';
import { type Reading, readingsOf } from './doors.ts';
import { floorOf } from './floor.ts';
import {
  bornIn,
  type Cells,
  codeIn,
  dayIn,
  nameIn,
  type Papers,
  papersIn,
  phoneIn,
  type Registered,
  registeredIn,
  sexIn,
} from './values.ts';

/** Where a line says that a home is. */
export interface Where {
  readonly readings: readonly Reading[];
  /** A committee or estate by name or code; empty when the file does not say. */
  readonly place: string;
}

export interface PersonLine {
  readonly name: string;
  readonly papers: Papers | null;
  readonly sex: Sex;
  readonly bornOn: string | null;
  readonly phone: string | null;
  readonly nation: string | null;
  readonly registered: Registered | null;
  /** The home that they live in; none when they are only registered somewhere. */
  readonly home: Where | null;
  readonly staysAs: StaysAs | null;
  readonly relation: string | null;
  readonly from: string | null;
}

export interface HomeLine {
  readonly home: Where;
  readonly floor: number | null;
  readonly lift: boolean | null;
  readonly tenure: string | null;
  readonly use: string | null;
  readonly state: string | null;
  readonly area: number | null;
  readonly rooms: number | null;
}

export interface Checked<L> {
  /** Undefined when anything is wrong. */
  readonly line: L | undefined;
  readonly wrong: readonly Misfit[];
}

export function checkPerson(cells: Cells, today: string): Checked<PersonLine> {
  return checked((attempt) => {
    const papers = attempt(() => papersIn(cells), undefined);
    return {
      name: attempt(() => nameIn(cells), ''),
      papers: papers ?? null,
      sex: attempt(() => sexIn(cells, papers), 0),
      bornOn: attempt(() => bornIn(cells, papers, today), null),
      phone: attempt(() => phoneIn(cells), null),
      nation: attempt(() => codeIn(cells, 'nation', nationWords), null),
      registered: attempt(() => registeredIn(cells), null),
      home: attempt(() => whereIn(cells), null),
      // The column of codes of the contract: the table has no others.
      staysAs: attempt(() => codeIn(cells, 'stays_as', stayWords) as StaysAs | null, null),
      relation: attempt(() => codeIn(cells, 'relation', relationWords), null),
      from: attempt(() => dayIn(cells, 'from_on', today), null),
    };
  }, checkKnowable);
}

/** Whoever has no number is known again by name, birthday and home. */
function checkKnowable({ papers, bornOn, home, registered, from }: PersonLine): void {
  if (from !== null && from.length < 10)
    throw new Misfit('from_on', 'load.no-day', { value: from });
  if (from !== null && bornOn !== null && from < bornOn)
    throw new Misfit('from_on', 'load.before-birth', { value: from });
  if (papers === null && (bornOn === null || home === null))
    throw new Misfit('number', 'load.unknowable');
  if (home === null && !(registered !== null && 'at' in registered && registered.at !== 'same'))
    throw new Misfit('address', 'load.needed');
}

export function checkHome(cells: Cells): Checked<HomeLine> {
  return checked((attempt) => ({
    home: attempt(() => neededIn(cells), { readings: [], place: '' }),
    floor: attempt(() => floorIn(cells), null),
    lift: attempt(() => codeIn(cells, 'lift', liftWords), null) === null ? null : hasLift(cells),
    tenure: attempt(() => codeIn(cells, 'tenure', tenureWords), null),
    use: attempt(() => codeIn(cells, 'use', useWords), null),
    state: attempt(() => codeIn(cells, 'state', stateWords), null),
    area: attempt(() => numberIn(cells, 'area', { least: 0.1, most: 100_000 }), null),
    rooms: attempt(() => numberIn(cells, 'rooms', { least: 0, most: 50, whole: true }), null),
  }));
}

const hasLift = (cells: Cells): boolean => codeIn(cells, 'lift', liftWords) === 'yes';

function neededIn(cells: Cells): Where {
  const where = whereIn(cells);
  if (where === null) throw new Misfit('address', 'load.needed');
  return where;
}

function whereIn(cells: Cells): Where | null {
  const address = cells('address');
  if (address === '') return null;
  const readings = readingsOf(address, cells('unit'), cells('room'));
  if (readings.length === 0)
    throw new Misfit('address', 'load.no-door', { value: address.slice(0, 40) });
  return { readings, place: cells('place') };
}

function floorIn(cells: Cells): number | null {
  const text = cells('floor').replace(/\s/g, '');
  if (text === '') return null;
  const floor = floorOf(text);
  const bounds = { least: -5, most: 200 };
  if (floor === undefined || floor < bounds.least || floor > bounds.most)
    throw new Misfit('floor', 'load.number', { value: text.slice(0, 20), ...bounds });
  return floor;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
}
function numberIn(cells: Cells, field: string, { least, most, whole }: Bounds): number | null {
  const text = cells(field).replace(/(平方米|㎡|m2|间|室)$/i, '');
  if (text === '') return null;
  const value = Number(text);
  const fits = value >= least && value <= most && (whole !== true || Number.isInteger(value));
  if (!fits) throw new Misfit(field, 'load.number', { value: text.slice(0, 20), least, most });
  return value;
}

export type Attempt = <T>(read: () => T, otherwise: T) => T;

/** Reads field by field and goes on after a wrong one; a line whose fields are well is looked at as a whole. */
export function checked<L>(
  read: (attempt: Attempt) => L,
  whole: (line: L) => void = () => undefined,
) {
  const wrong: Misfit[] = [];
  const attempt: Attempt = (one, otherwise) => {
    try {
      return one();
    } catch (thrown) {
      if (!(thrown instanceof Misfit)) throw thrown;
      wrong.push(thrown);
      return otherwise;
    }
  };
  const line = read(attempt);
  if (wrong.length === 0) attempt(() => whole(line), undefined);
  return { line: wrong.length === 0 ? line : undefined, wrong };
}
