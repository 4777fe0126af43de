// SPDX-License-Identifier: Apache-2.0
// 一人一档, 一户一档, 一房一档: three views of the same rows.
import { ageOn } from '@lilong/contracts/days';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  Companion,
  HeldLabel,
  HomeCard,
  homeCard,
  householdCard,
  PersonCard,
  PresenceLine,
  personCard,
} from '@lilong/contracts/registry';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Entry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { logAccess } from './access.ts';
import { goTo, mayChange } from './at.ts';
import {
  type CompanionRow,
  inHome,
  inHousehold,
  isOn,
  keepsHouse,
  type LabelFound,
  type PresenceFound,
  selectCompanions,
  selectHome,
  selectHousehold,
  selectHouseholds,
  selectKeys,
  selectLabels,
  selectPerson,
  selectPresences,
} from './card-queries.ts';
import { selectGroupOf } from './groups/queries.ts';
import { labelNames, markOf } from './labels.ts';
import { survivorOf } from './merging/queries.ts';
import { cardValues } from './objections/card-values.ts';
import { asOf, selectFacts } from './objections/facts.ts';
import { maskNumber, toldOf, toldOn } from './objections/numbers.ts';
import { selectBinding } from './own/binding-queries.ts';
import { guardiansOf } from './own/guardians.ts';
import { byRole, sexOf, standingName } from './people.ts';
import { personPolicy, registryReaders } from './policy.ts';
import { lookAs } from './reach.ts';
import { countUse } from './supply/uses.ts';
import type { FactRow, HomeRow, PersonRow } from './tables.ts';
import { requirePerson } from './ties/stand-aside.ts';
import { grantedFor, selectHouseholdByVisit } from './visits/queries.ts';

/** A look at one person. It is written down, for the person to read. */
export async function showPerson(
  ctx: Ctx,
  { person, at }: InputOf<typeof personCard>,
): Promise<ReplyOf<typeof personCard>> {
  await lookAs(ctx, { few: true });
  const no = await survivorOf(ctx, person);
  await requirePerson(ctx, 'open', no);
  const day = at ?? today(ctx);
  const [now, found, held, keys, can, facts, bound] = await heldOf(ctx, no, day);
  if (now === undefined) throw new Refusal('found.nothing', { what: 'person' });
  const presences = found.sort(byRole);
  const [together, labels] = await Promise.all([
    around(ctx, no, presences, day),
    heldLabels(ctx, held, day),
  ]);
  const companions = together.filter(({ person: one }) => one !== no);
  const then = asOf(now, facts, day);
  const change = can.change && day === today(ctx);
  const numbers = numbersOf(ctx, { keys, facts, day });
  const values = await valuesOf(ctx, {
    person: then,
    facts,
    presences,
    numbers,
    labels: held,
    change,
  });
  const purpose = isReader(ctx) ? 'daily' : await grantedFor(ctx, no);
  await logAccess(ctx, { person: no, act: 'card', purpose });
  await countCard(ctx, no, held, purpose);
  const [main] = presences;
  return {
    person: no,
    name: then.name,
    pinyin: then.pinyin,
    sex: sexOf(then.sex),
    bornOn: then.born_on,
    age: ageOn(then.born_on, then.died_on ?? day),
    diedOn: then.died_on,
    nation: then.nation,
    standing: main === undefined ? null : standingName(main.standing),
    numbers,
    presences: presences.map(presenceLine),
    ...{ companions, labels, values },
    guardians: await guardiansOf(ctx, no, day),
    asOf: at === undefined || at === today(ctx) ? null : at,
    source: then.source,
    recordedAt: then.recorded_at.toISOString(),
    boundSince: bound,
    can,
  };
}

/** Asked at once, all of it takes one round trip. */
const heldOf = (ctx: Ctx, no: number, day: string) =>
  Promise.all([
    selectPerson(ctx, no),
    selectPresences(ctx, no, day),
    selectLabels(ctx, no, day),
    selectKeys(ctx, no),
    personButtons(ctx, no),
    selectFacts(ctx, { person: no, place: 0 }),
    boundSince(ctx, no),
  ]);

interface PersonValues {
  readonly person: PersonRow;
  readonly facts: readonly FactRow[];
  readonly presences: readonly PresenceFound[];
  readonly numbers: PersonCard['numbers'];
  readonly labels: readonly LabelFound[];
  readonly change: boolean;
}
/** What somebody who is nowhere that day has, belongs to nobody. */
async function valuesOf(ctx: Ctx, { person, presences, ...known }: PersonValues) {
  const [main] = presences;
  if (main === undefined) return [];
  const of = { person: person.no, place: main.place };
  return cardValues(ctx, { of, row: person, source: person.source, ...known });
}

/** Knows people by their places; everybody else by a grant. */
const isReader = ({ actor: { post } }: Ctx): boolean =>
  post !== null && registryReaders.includes(post.role);

/** Whoever supplied a label is told how often it was used, never for whom. */
async function countCard(
  ctx: Ctx,
  no: number,
  held: readonly LabelFound[],
  purpose: string,
): Promise<void> {
  const labels = held
    .filter(({ kind }) => kind === 'shared')
    .map(({ code, organisation: supplier }) => ({ code, supplier }));
  await countUse(ctx, { labels, act: 'card', purpose, about: `person ${no}`, people: 1 });
}

/** Since when the person has an account of their own to read this with. */
async function boundSince(ctx: Ctx, person: number): Promise<string | null> {
  const last = await selectBinding(ctx, { person });
  return last === undefined || last.ended_at !== null ? null : last.bound_at.toISOString();
}

async function personButtons(ctx: Ctx, no: number): Promise<{ change: boolean; reveal: boolean }> {
  const { rows } = await sql<{ can: Record<string, boolean> }>`
    select ${ctx.can(personPolicy, ['change', 'reveal'], 'r').as('can')} from registry.person r where r.no = ${no}`.execute(
    ctx.db,
  );
  return { change: rows[0]?.can.change === true, reveal: rows[0]?.can.reveal === true };
}

async function groupOf(ctx: Ctx, home: HomeRow, day: string): Promise<HomeCard['group']> {
  const found = await selectGroupOf(ctx, home, day);
  return found === undefined ? null : { group: formatRef('G', found), name: found.name };
}

function presenceLine(row: PresenceFound): PresenceLine {
  const { street, home, household } = row;
  return {
    role: row.role,
    home: home === null ? null : formatRef('F', { street, no: home }),
    door: row.door,
    placeName: row.placeName,
    household: household === null ? null : formatRef('H', { street, no: household }),
    relation: row.relation,
    staysAs: row.stays_as,
    from: row.from_on,
    to: row.to_on,
    source: row.source,
  };
}

/** Who keeps house with somebody: the same households, else the same home. */
async function around(
  ctx: Ctx,
  person: number,
  presences: readonly PresenceFound[],
  day: string,
): Promise<Companion[]> {
  const [main] = presences.filter(({ role }) => role === 'lives' || role === 'registered');
  if (main === undefined || (main.household === null && main.home === null)) return [];
  if (!isReader(ctx)) return aroundByVisit(ctx, person, main, day);
  const of =
    main.household === null
      ? inHome({ street: main.street, no: main.home ?? 0 })
      : inHousehold({ street: main.street, no: main.household });
  return companionsOf(ctx, await selectCompanions(ctx, of, day), day);
}

/** Whoever opened one file by a visit is told who keeps house with them: no labels of theirs, and nothing to open. */
async function aroundByVisit(
  ctx: Ctx,
  person: number,
  { street, household }: PresenceFound,
  day: string,
): Promise<Companion[]> {
  if (household === null) return [];
  const rows = await selectHouseholdByVisit(ctx, person, { street, household }, day);
  return companionsOf(
    ctx,
    rows.map((row) => ({ ...row, labels: [] }) as CompanionRow), // columns of a presence, by their names
    day,
  );
}

/** Each person once, as what matters most: who lives in a home and owns it lives there. */
async function companionsOf(
  ctx: Ctx,
  rows: readonly CompanionRow[],
  day: string,
): Promise<Companion[]> {
  const names = await labelNames(ctx);
  const own = [...Map.groupBy(rows, ({ person }) => person).values()];
  return own.map((of) => companion(names, [...of].sort(byRole)[0] as CompanionRow, day));
}

const companion = (
  names: ReadonlyMap<string, Entry>,
  row: CompanionRow,
  day: string,
): Companion => ({
  person: row.person,
  name: row.name,
  sex: sexOf(row.sex),
  age: ageOn(row.born_on, day),
  role: row.role,
  relation: row.relation,
  staysAs: row.stays_as,
  standing: standingName(row.standing),
  labels: (row.labels ?? []).flatMap((code) => markOf(names, code, []) ?? []),
});

async function heldLabels(
  ctx: Ctx,
  rows: readonly LabelFound[],
  day: string,
): Promise<HeldLabel[]> {
  const names = await labelNames(ctx);
  return rows.map((row) => ({
    no: row.no,
    code: row.code,
    name: names.get(row.code)?.name ?? row.code,
    nameEn: names.get(row.code)?.nameEn ?? null,
    kind: row.kind,
    organisationName: row.organisationName,
    words: row.words,
    from: row.valid_from,
    until: row.until,
    basis: basisOf(names.get(row.code)),
    lookAgain: row.look_again,
    due: row.look_again !== null && row.look_again < day,
    mine: row.kind === 'collected' && row.organisation === ctx.actor.post?.organisation,
  }));
}

const basisOf = (entry: { body: Record<string, unknown> } | undefined): string | null =>
  typeof entry?.body.basis === 'string' ? entry.body.basis : null;

interface NumbersOn {
  readonly keys: Awaited<ReturnType<typeof selectKeys>>;
  readonly facts: readonly FactRow[];
  readonly day: string;
}
/** Masked; on an earlier day those that were known then. */
function numbersOf(ctx: Ctx, { keys, facts, day }: NumbersOn): PersonCard['numbers'] {
  const told =
    day < today(ctx) ? toldOn(ctx, keys, facts, day) : keys.map((key) => toldOf(ctx, key));
  return told.map(({ kind, document, number }) => ({
    ...{ element: kind, document, masked: maskNumber(kind, number) },
  }));
}

export async function showHome(
  ctx: Ctx,
  { home: ref, at }: InputOf<typeof homeCard>,
): Promise<ReplyOf<typeof homeCard>> {
  const key = await goTo(ctx, 'F', ref, 'open');
  const now = await selectHome(ctx, key);
  if (now === undefined) throw new Refusal('found.nothing', { what: 'home' }, 'home');
  const day = at ?? today(ctx);
  const about = { home: key, place: now.place };
  const facts = await selectFacts(ctx, about);
  const home = asOf(now, facts, day);
  const rows = await selectCompanions(ctx, inHome(key), day);
  const of = sql<SqlBool>`u.street = ${key.street} and u.home = ${key.no} and ${isOn('u', day)}`;
  const households = await selectHouseholds(ctx, of);
  const change = await mayChange(ctx, 'F', key);
  const stands = { of: about, row: home, source: null, facts, numbers: [], labels: [] };
  ctx.note({ act: 'registry.home', subject: ref, place: home.place });
  const members = async (no: number | null) =>
    companionsOf(
      ctx,
      rows.filter(({ household }) => household === no),
      day,
    );
  return {
    home: formatRef('F', key),
    door: home.door,
    place: home.place,
    placeName: home.placeName,
    floor: home.floor,
    lift: home.lift,
    tenure: home.tenure,
    use: home.use,
    state: home.state,
    areaM2: home.area_m2,
    closed: now.closed_on,
    rooms: home.rooms,
    group: await groupOf(ctx, home, day),
    households: await Promise.all(
      households.map(async ({ street, no, kind }) => ({
        household: formatRef('H', { street, no }),
        kind,
        people: await members(no),
      })),
    ),
    others: await members(null),
    values: await cardValues(ctx, { ...stands, change: change && day === today(ctx) }),
    asOf: at === undefined || at === today(ctx) ? null : at,
    can: { change },
  };
}

export async function showHousehold(
  ctx: Ctx,
  { household: ref, at }: InputOf<typeof householdCard>,
): Promise<ReplyOf<typeof householdCard>> {
  const key = await goTo(ctx, 'H', ref, 'open');
  const household = await selectHousehold(ctx, key);
  if (household === undefined) throw new Refusal('found.nothing', { what: 'household' });
  const day = at ?? today(ctx);
  ctx.note({ act: 'registry.household', subject: ref, place: household.place });
  return {
    household: formatRef('H', key),
    kind: household.kind,
    home:
      household.home === null ? null : formatRef('F', { street: key.street, no: household.home }),
    door: household.door,
    placeName: household.placeName,
    from: household.from_on,
    to: household.to_on,
    people: await companionsOf(ctx, await selectCompanions(ctx, inHousehold(key), day), day),
    asOf: at === undefined || at === today(ctx) ? null : at,
    can: { change: keepsHouse(household) && (await mayChange(ctx, 'H', key)) },
  };
}
