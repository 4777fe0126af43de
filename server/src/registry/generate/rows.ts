// SPDX-License-Identifier: Apache-2.0
// The people of a committee as rows of the registry's tables, their numbers digested and sealed.
import { streetOf } from '@lilong/contracts/place-no';
import type { PresenceRole } from '@lilong/contracts/registry';
import type { Keys } from '../../kernel/keys.ts';
import { sealedFrom } from '../labels.ts';
import { digestOf, keyOf, labelDigestOf, phoneEndOf, sealValue } from '../sealed.ts';
import { standingCode, standingOf } from '../standing.ts';
import { daysBefore } from './days.ts';
import type { Home } from './homes.ts';
import { addInstitutions } from './institution-rows.ts';
import type { Peopled } from './people.ts';
import type { Household, Person } from './settle.ts';

export type Cell = string | number | boolean | null | Buffer | readonly string[];

/** The tables in the order in which they can be filled, with the columns of a row. */
export const columns = {
  home: 'street no place address unit room door floor lift tenure state area_m2 rooms'.split(' '),
  household: 'street no place home kind from_on'.split(' '),
  presence:
    'street place person role home household relation stays_as standing name pinyin sex born_on phone_end labels from_on source recorded_at'.split(
      ' ',
    ),
  person: 'no name pinyin sex born_on nation registered_in abroad source recorded_at'.split(' '),
  person_key: 'kind digest person document sealed'.split(' '),
  label: 'person code digest sealed kind organisation valid_from look_again verified_at'.split(' '),
  institution:
    'street no place kind name credit_code address phone term_from term_to source recorded_at'.split(
      ' ',
    ),
  member: 'street institution place person name position from_on source recorded_at'.split(' '),
} as const;
export type TableName = keyof typeof columns;
export const tableNames = Object.keys(columns) as TableName[]; // the keys written above
export type Rows = Readonly<Record<TableName, Cell[][]>>;

/** A label of the dictionary, as far as rows need it. */
export interface Supplied {
  readonly kind: string;
  readonly supplier: string;
  readonly lookAgainDays: number;
  readonly sensitivity: number;
}
export interface Surroundings {
  readonly keys: Keys;
  /** When the rows are written. Labels were looked at some time before. */
  readonly now: Date;
  readonly labels: ReadonlyMap<string, Supplied>;
  /** Who says it at a committee: an organisation's number. */
  organisation(place: number, supplier: string): number;
  /** The office telephone of a committee. */
  phone(place: number): string | null;
}

const SOURCE = '示例';

export function rowsOf(peopled: Peopled, around: Surroundings): Rows {
  const rows = emptyRows();
  const writing = {
    peopled,
    around,
    rows,
    street: streetOf(peopled.plan.place),
    at: around.now.toISOString(),
  };
  const states = new Map<number, string>();
  for (const household of peopled.households) {
    states.set(household.home, stateOf(household));
    addHousehold(writing, household);
  }
  for (const [index, home] of peopled.homes.entries())
    rows.home.push(homeRow(writing, home, states.get(index) ?? 'vacant'));
  addInstitutions(peopled, around, rows);
  return rows;
}

export const emptyRows = (): Rows => ({
  home: [],
  household: [],
  presence: [],
  person: [],
  person_key: [],
  label: [],
  institution: [],
  member: [],
});

interface Writing {
  readonly peopled: Peopled;
  readonly around: Surroundings;
  readonly rows: Rows;
  readonly street: number;
  readonly at: string;
}

function stateOf({ kind, isLet }: Household): string {
  if (kind === 'collective') return 'dormitory';
  return isLet ? 'let' : 'self';
}

function homeRow({ street, peopled }: Writing, home: Home, state: string): Cell[] {
  const { no, address, unit, room, door, floor, lift, tenure, area, rooms } = home;
  const { place } = peopled.plan;
  return [street, no, place, address, unit, room, door, floor, lift, tenure, state, area, rooms];
}

function addHousehold(writing: Writing, household: Household): void {
  const { street, rows, peopled } = writing;
  const { plan } = peopled;
  const { no, kind, from, book, people } = household;
  rows.household.push([street, no, plan.place, plan.firstHome + household.home, kind, from]);
  if (book !== null && people.some(isRegistered)) {
    rows.household.push([street, book.no, book.place, book.home, 'book', from]);
  }
  for (const person of people) addPerson(writing, household, person);
}

const isRegistered = ({ registered }: Person): boolean =>
  registered === 'here' || registered === 'near';

function addPerson(writing: Writing, household: Household, person: Person): void {
  const { rows, peopled, at } = writing;
  const { place } = peopled.plan;
  const abroad = person.registered === 'abroad';
  const district = String(Math.floor(place / 1e9));
  rows.person.push([
    person.no,
    person.name,
    person.pinyin,
    person.sex,
    person.bornOn,
    person.nation,
    abroad ? null : (person.homeTown ?? district),
    abroad,
    SOURCE,
    at,
  ]);
  addPresences(writing, household, person);
  addKeys(writing, person);
  addLabels(writing, person);
}

/** Lives here; is registered here, or elsewhere in the street; and may own another home. */
function addPresences(writing: Writing, household: Household, person: Person): void {
  const { plan } = writing.peopled;
  const { book } = household;
  const where = {
    livesIn: plan.place,
    registeredIn: isRegistered(person) ? book?.place : undefined,
    registeredOutside: person.registered === 'outside',
    abroad: person.registered === 'abroad',
  };
  const { street, around, at: now, rows } = writing;
  const { phone } = person;
  const open = person.labels.flatMap(({ code }) => (isSealed(around, code) ? [] : [code]));
  const shown = {
    phoneEnd: phone === null ? null : phoneEndOf(around.keys, street, phone.slice(-4)),
    labels: open.length === 0 ? null : open,
  };
  const add = (role: PresenceRole, stay: Stay) => {
    const standing = standingCode(standingOf(stay.place, where));
    rows.presence.push(presenceRow(person, role, { ...stay, ...shown, street, standing, at: now }));
  };
  const home = plan.firstHome + household.home;
  const { staysAs, relation } = person;
  add('lives', { place: plan.place, home, household: household.no, relation, staysAs });
  if (book !== null && isRegistered(person)) {
    const at = { place: book.place, home: book.home, household: book.no };
    add('registered', { ...at, relation, staysAs: null });
  }
  if (person.owns !== null)
    add('owns', { ...nowhere, place: plan.place, home: plan.firstHome + person.owns });
}

interface Stay {
  readonly place: number;
  readonly home: number;
  readonly household: number | null;
  readonly relation: string | null;
  readonly staysAs: string | null;
}
const nowhere = { household: null, relation: null, staysAs: null };

interface Shown extends Stay {
  readonly street: number;
  readonly standing: number;
  readonly phoneEnd: Buffer | null;
  readonly labels: readonly string[] | null;
  readonly at: string;
}

function presenceRow(person: Person, role: PresenceRole, shown: Shown): Cell[] {
  return [
    shown.street,
    shown.place,
    person.no,
    role,
    shown.home,
    shown.household,
    shown.relation,
    shown.staysAs,
    shown.standing,
    person.name,
    person.pinyin,
    person.sex,
    person.bornOn,
    shown.phoneEnd,
    shown.labels,
    person.from,
    SOURCE,
    shown.at,
  ];
}

function addKeys({ around: { keys }, rows }: Writing, { no, id, document, phone }: Person): void {
  rows.person_key.push(['id', keyOf(digestOf(keys, 'id', id)), no, document, sealValue(keys, id)]);
  if (phone !== null)
    rows.person_key.push([
      'phone',
      keyOf(digestOf(keys, 'phone', phone)),
      no,
      null,
      sealValue(keys, phone),
    ]);
}

function addLabels({ around, rows, peopled, at }: Writing, { no, labels }: Person): void {
  const today = at.slice(0, 10);
  for (const { code, since } of labels) {
    const known = around.labels.get(code);
    if (known === undefined) throw new Error(`no label ${code} in the dictionary`);
    const ago = Math.round(since * known.lookAgainDays);
    const said = daysBefore(ago, today);
    rows.label.push([
      no,
      ...(isSealed(around, code) ? sealedLabel(around, no, code) : [code, null, null]),
      known.kind,
      around.organisation(peopled.plan.place, known.supplier),
      said,
      daysBefore(ago - known.lookAgainDays, today),
      `${said}T01:00:00Z`,
    ]);
  }
}

const isSealed = ({ labels }: Surroundings, code: string): boolean =>
  (labels.get(code)?.sensitivity ?? sealedFrom) >= sealedFrom;

/** Code, digest and sealed text, as a label of level 4 has them. */
const sealedLabel = ({ keys }: Surroundings, person: number, code: string): Cell[] => [
  null,
  labelDigestOf(keys, person, code),
  sealValue(keys, JSON.stringify({ code })),
];
