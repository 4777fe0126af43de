// SPDX-License-Identifier: Apache-2.0
// Who lives where changes: in, out, born, died. What follows from it (standing, empty households) is computed here.
import { daysAfter } from '@lilong/contracts/days';
import { committeeOf, placeRange } from '@lilong/contracts/place-no';
import type { RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { moveIn, moveOut, recordBirth, recordDeath } from '@lilong/contracts/registry-moves';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { logAccess } from './access.ts';
import { goTo, keyOf } from './at.ts';
import { keepsHouse, selectHome, selectHousehold } from './card-queries.ts';
import {
  endEmptyHousehold,
  endPresences,
  insertHousehold,
  insertPresence,
  lockPerson,
  selectCurrent,
  setDied,
} from './move-queries.ts';
import { makePerson, phoneEnds } from './new-person.ts';
import { endReading } from './own/reading.ts';
import { lookAs, lookOver } from './reach.ts';
import { settleStanding } from './settle-standing.ts';
import type { HomeRow, HouseholdRow, PersonRow, PresenceRow } from './tables.ts';
import { requirePerson } from './ties/stand-aside.ts';

/** Somebody moves into a home: known here, shown by document just now, or new. They leave where they lived before. */
export async function makeMoveIn(
  ctx: Ctx,
  input: InputOf<typeof moveIn>,
): Promise<ReplyOf<typeof moveIn>> {
  const home = await homeAt(ctx, await goTo(ctx, 'F', input.home, 'change'));
  checkDay(ctx, input.from, 'from');
  const person = await whoMoves(ctx, input);
  await leaveBefore(ctx, person, input.from);
  const own = input.household === undefined;
  const household = own
    ? await insertHousehold(ctx, home, input.from)
    : await joined(ctx, home, input.household ?? '');
  await settleIn(ctx, person, home, {
    household,
    relation: own ? '02' : (input.relation ?? '99'),
    stays_as: input.staysAs,
    from_on: input.from,
  });
  await finish(ctx, person.no, home, 'moved-in');
  return { person: person.no };
}

async function whoMoves(ctx: Ctx, input: InputOf<typeof moveIn>): Promise<PersonRow> {
  if (input.person === undefined) {
    if (input.fresh === undefined) throw new Refusal('registry.who', {}, 'person');
    return makePerson(ctx, input.fresh, input.registeredIn);
  }
  await requirePerson(ctx, 'move', input.person);
  await lookAs(ctx, { persons: [input.person] });
  return alive(await lockPerson(ctx, input.person));
}

function alive(person: PersonRow | undefined): PersonRow {
  if (person === undefined) throw new Refusal('found.nothing', { what: 'person' }, 'person');
  if (person.died_on !== null) throw new Refusal('registry.died', {}, 'person');
  return person;
}

/** They lived somewhere until the day before. */
async function leaveBefore(ctx: Ctx, person: PersonRow, from: string): Promise<void> {
  const before = (await selectCurrent(ctx, person.no)).filter(({ role }) => role === 'lives');
  await endPresences(ctx, before, daysAfter(from, -1));
  if (before.length > 0) await endHouseholds(ctx, before, daysAfter(from, -1));
}

/**
 * Ends the households that they left empty. Whether anybody else still lives there is a question to the committee
 * that they left, which may be another than the actor's.
 */
async function endHouseholds(ctx: Ctx, left: readonly PresenceRow[], last: string): Promise<void> {
  const persons = left.map(({ person }) => person);
  await lookOver(
    ctx,
    left.map(({ place }) => placeRange(committeeOf(place))),
    { persons },
  );
  for (const { street, household } of left)
    if (household !== null) await endEmptyHousehold(ctx, { street, no: household }, last);
  await lookAs(ctx, { persons });
}

interface Settling {
  readonly household: number | null;
  readonly relation: string | null;
  readonly stays_as: PresenceRow['stays_as'];
  readonly from_on: string;
}
async function settleIn(ctx: Ctx, person: PersonRow, home: HomeRow, as: Settling): Promise<void> {
  const { no, name, pinyin, sex, born_on } = person;
  const [known] = await selectCurrent(ctx, no);
  await insertPresence(ctx, {
    street: home.street,
    place: home.place,
    person: no,
    role: 'lives',
    home: home.no,
    ...as,
    standing: 1, // settled below
    name,
    pinyin,
    sex,
    born_on,
    phone_end: await phoneEnds(ctx, no, home.street),
    labels: known?.labels ?? null,
  });
}

/** The number of a household that keeps house in this home. */
async function joined(ctx: Ctx, home: HomeRow, ref: string): Promise<number> {
  const { street, no, home: at } = await householdAt(ctx, keyOf('H', ref));
  if (street !== home.street || at !== home.no)
    throw new Refusal('registry.other-home', {}, 'household');
  return no;
}

/** @throws {Refusal} `registry.other-home` when nobody keeps house there any more */
async function householdAt(ctx: Ctx, key: RowKey): Promise<HouseholdRow & { home: number }> {
  const found = await selectHousehold(ctx, key);
  if (found === undefined || !keepsHouse(found))
    throw new Refusal('registry.other-home', {}, 'household');
  return found;
}

async function homeAt(ctx: Ctx, key: RowKey): Promise<HomeRow> {
  const home = await selectHome(ctx, key);
  if (home === undefined) throw new Refusal('found.nothing', { what: 'home' }, 'home');
  if (home.closed_on !== null) throw new Refusal('door.closed', { line: home.door }, 'home');
  return home;
}

/** No longer lives here; nobody knows where yet. */
export async function makeMoveOut(
  ctx: Ctx,
  { person: no, on }: InputOf<typeof moveOut>,
): Promise<ReplyOf<typeof moveOut>> {
  const { rows } = await changing(ctx, no);
  checkDay(ctx, on, 'on');
  const lived = rows.filter(({ role }) => role === 'lives');
  if (lived.length === 0) throw new Refusal('registry.not-living', {}, 'person');
  if (lived.some(({ from_on }) => from_on > on))
    throw new Refusal('registry.before', { day: lived[0]?.from_on ?? '' }, 'on');
  await endPresences(ctx, lived, on);
  await endHouseholds(ctx, lived, on);
  await finish(ctx, no, lived[0], 'moved-out');
  return { done: true };
}

/** Somebody died: nothing of theirs is current any more but what they own, until it is inherited. */
export async function makeDeath(
  ctx: Ctx,
  { person: no, on }: InputOf<typeof recordDeath>,
): Promise<ReplyOf<typeof recordDeath>> {
  const { person, rows } = await changing(ctx, no);
  checkDay(ctx, on, 'on');
  if (person.born_on !== null && on < person.born_on)
    throw new Refusal('registry.before', { day: person.born_on }, 'on');
  const ended = rows.filter(({ role }) => role !== 'owns');
  await setDied(ctx, no, on);
  await endPresences(ctx, ended, on);
  if (ended.length > 0) await endHouseholds(ctx, ended, on);
  await endReading(ctx, no, 'death');
  await lookAs(ctx, { persons: [no] });
  await finish(ctx, no, rows[0], 'died');
  return { done: true };
}

/** A child is born into a household. It has no number and no 户籍 yet. */
export async function makeBirth(
  ctx: Ctx,
  input: InputOf<typeof recordBirth>,
): Promise<ReplyOf<typeof recordBirth>> {
  const key = await goTo(ctx, 'H', input.household, 'change');
  checkDay(ctx, input.bornOn, 'bornOn');
  const household = await householdAt(ctx, key);
  const home = await homeAt(ctx, { street: key.street, no: household.home });
  const { name, sex, bornOn } = input;
  const person = await makePerson(ctx, { name, sex, bornOn }, undefined);
  await settleIn(ctx, person, home, {
    household: key.no,
    relation: input.relation,
    stays_as: 'family',
    from_on: bornOn,
  });
  await finish(ctx, person.no, home, 'born');
  return { person: person.no };
}

/** The person and all that is current of them, locked for a change. */
async function changing(ctx: Ctx, no: number): Promise<{ person: PersonRow; rows: PresenceRow[] }> {
  await lookAs(ctx);
  await requirePerson(ctx, 'change', no);
  await lookAs(ctx, { persons: [no] });
  const person = alive(await lockPerson(ctx, no));
  return { person, rows: await selectCurrent(ctx, no) };
}

/** @throws {Refusal} `registry.not-yet` for a day that has not come */
function checkDay(ctx: Ctx, day: string, field: string): void {
  if (day > today(ctx)) throw new Refusal('registry.not-yet', { day: today(ctx) }, field);
}

/** What follows from every change: standing anew, a line in the person's own log, and screens look again. */
async function finish(
  ctx: Ctx,
  person: number,
  at: Pick<PresenceRow, 'street' | 'place'> | undefined,
  what: 'moved-in' | 'moved-out' | 'born' | 'died',
): Promise<void> {
  await settleStanding(ctx, person);
  await logAccess(ctx, { person, act: 'change', elements: [what], purpose: 'daily' });
  if (at === undefined) return;
  ctx.emit({
    name: `registry.${what}`,
    street: at.street,
    subject: `person ${person}`,
    place: at.place,
    facts: {},
    audience: {},
  });
}
