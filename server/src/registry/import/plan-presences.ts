// SPDX-License-Identifier: Apache-2.0
// Where somebody is once a line is followed. Nothing is read or written here.
import { committeeOf } from '@lilong/contracts/place-no';
import type { PresenceRole } from '@lilong/contracts/registry';
import type { Keys } from '../../kernel/keys.ts';
import { daysBefore } from '../generate/days.ts';
import { isOutside } from '../new-person.ts';
import { openValue, phoneEndOf } from '../sealed.ts';
import { standingCode, standingOf } from '../standing.ts';
import type { HomeRow, PersonRow, PresenceRow } from '../tables.ts';
import type { Households } from './households.ts';
import type { Placed, Somebody } from './known-people.ts';

/** Who gave the file, and when it comes in. */
export interface By {
  readonly keys: Keys;
  readonly source: string;
  readonly now: Date;
  readonly today: string;
}

/** A presence as it will be. `no` is 0 while it is new. */
export type Presence = Omit<PresenceRow, 'initials'>;

/** What a worker of the committee has recorded is nearer to life than a list. */
export const BY_HAND = 'committee';

interface After {
  readonly somebody: Somebody;
  readonly person: PersonRow;
  /** A phone that they have from now on. */
  readonly phone: string | null;
}

export function planPresences(
  { line, home, registeredAt }: Placed,
  { somebody, person, phone }: After,
  households: Households,
  by: By,
): { made: Presence[]; changed: Presence[]; kept: boolean } {
  const rows = [...somebody.rows];
  const draft: Draft = { somebody, person, by, rows, made: [], ended: [], kept: false };
  const { relation, staysAs, from } = line;
  const stay = { relation, stays_as: staysAs, from };
  if (home !== null) settleAt(draft, 'lives', home, stay, households);
  if (registeredAt !== null)
    settleAt(draft, 'registered', registeredAt, { ...stay, stays_as: null }, households);
  return { ...finished(draft, phone), kept: draft.kept };
}

/** Presences as they grow. */
interface Draft {
  readonly somebody: Somebody;
  readonly person: PersonRow;
  readonly by: By;
  rows: readonly Presence[];
  readonly made: Presence[];
  readonly ended: Presence[];
  kept: boolean;
}
interface Stay {
  readonly relation: string | null;
  readonly stays_as: PresenceRow['stays_as'];
  readonly from: string | null;
}

/** They live, or are registered, in this home and in no other. */
function settleAt(
  draft: Draft,
  role: PresenceRole,
  home: HomeRow,
  stay: Stay,
  households: Households,
): void {
  const { by } = draft;
  const there = draft.rows.filter((row) => row.role === role);
  const here = there.find((row) => row.street === home.street && row.home === home.no);
  if (here !== undefined) {
    stayOn(draft, here, stay);
    return;
  }
  const from = stay.from ?? by.today;
  const isNewer = ({ source, from_on: since }: Presence): boolean =>
    source === BY_HAND && (stay.from === null || since > stay.from);
  if (there.some(isNewer)) {
    draft.kept = true;
    return;
  }
  const last = daysBefore(1, from);
  for (const row of there)
    draft.ended.push({ ...row, to_on: row.from_on > last ? row.from_on : last });
  draft.rows = draft.rows.filter((row) => row.role !== role);
  const kind = role === 'lives' ? 'living' : 'book';
  draft.made.push({
    ...{ street: home.street, no: 0, place: home.place, home: home.no },
    ...{ person: draft.somebody.no, role },
    household: households.at(home, kind, from),
    relation: stay.relation,
    stays_as: stay.stays_as,
    ...shownOf(draft.person),
    ...{ standing: 1, phone_end: null, labels: there[0]?.labels ?? draft.rows[0]?.labels ?? null },
    ...{ from_on: from, to_on: null, source: by.source, recorded_at: by.now },
  });
}

/** Where they are already: as what they stay there may have changed. */
function stayOn(draft: Draft, here: Presence, { relation, stays_as: staysAs }: Stay): void {
  const next = { ...here, relation: relation ?? here.relation, stays_as: staysAs ?? here.stays_as };
  const isSame = next.relation === here.relation && next.stays_as === here.stays_as;
  if (isSame) return;
  if (here.source === BY_HAND) {
    draft.kept = true;
    return;
  }
  draft.rows = draft.rows.map((row) => (row === here ? next : row));
}

const shownOf = ({ name, pinyin, sex, born_on, protected: hidden }: PersonRow) => ({
  ...{ name, pinyin, sex, born_on },
  protected: hidden,
});

/** Standing, and what lists show of the person, on every row that goes on. */
function finished(
  { somebody, person, by, rows, made, ended }: Draft,
  phone: string | null,
): { made: Presence[]; changed: Presence[] } {
  const standing = standingIn(person, [...rows, ...made]);
  const ends = phoneEnds(somebody, phone, by);
  const whole = (row: Presence, isMoved: boolean): Presence => ({
    ...row,
    ...shownOf(person),
    standing: standing(row),
    phone_end: isMoved ? ends(row.street) : row.phone_end,
  });
  const before = new Map(somebody.rows.map((row) => [`${row.street} ${row.no}`, row]));
  const after = rows.map((row) => whole(row, phone !== null));
  return {
    made: made.map((row) => whole(row, true)),
    changed: [
      ...after.filter((row) => !isSameRow(row, before.get(`${row.street} ${row.no}`))),
      ...ended,
    ],
  };
}

/** The 人户 state of a row, by where the person is now. */
function standingIn(person: PersonRow, current: readonly Presence[]): (row: Presence) => number {
  const at = (role: PresenceRole) => {
    const row = current.find((one) => one.role === role);
    return row === undefined ? undefined : committeeOf(row.place);
  };
  const where = {
    livesIn: at('lives'),
    registeredIn: at('registered'),
    registeredOutside: isOutside(person.registered_in),
    abroad: person.abroad,
  };
  return ({ place }) => standingCode(standingOf(committeeOf(place), where));
}

function isSameRow(a: Presence, b: PresenceRow | undefined): boolean {
  return (
    b !== undefined &&
    a.standing === b.standing &&
    a.relation === b.relation &&
    a.stays_as === b.stays_as &&
    a.sex === b.sex &&
    a.born_on === b.born_on &&
    areSame(a.phone_end, b.phone_end)
  );
}

const areSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;

/** The last four of the phone that somebody has from now on, digested with a street. */
function phoneEnds(
  { phones }: Somebody,
  phone: string | null,
  { keys }: By,
): (street: number) => Buffer | null {
  const sealed = phones[0]?.sealed;
  let known = phone;
  return (street) => {
    known ??= sealed === undefined ? null : openValue(keys, sealed);
    return known === null ? null : phoneEndOf(keys, street, known.slice(-4));
  };
}
