// SPDX-License-Identifier: Apache-2.0
// The demonstration's applications: a few hundred of the last ten days, in every state, of the people of one street.
import { assistanceItems } from '@lilong/contracts/assistance-items';
import { monthAfter } from '@lilong/contracts/days';
import { placeRange } from '@lilong/contracts/place-no';
import type { RowKey } from '@lilong/contracts/refs';
import { sql, type Transaction } from 'kysely';
import { signAllLists } from '../certificates/index.ts';
import { systemActor } from '../kernel/actor.ts';
import { dateOfDay, dayOfDate, zoneOf } from '../kernel/calendar-zone.ts';
import type { Catalogue } from '../kernel/catalogue.ts';
import { type Ctx, makeCtx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import type { DB } from '../kernel/tables.ts';
import { type HeldPerson, heldAmong, lookAs } from '../registry/index.ts';
import { draftOf } from './begin.ts';
import { newSalt } from './consent.ts';
import { type Item, itemsToday } from './items.ts';
import { snapshotOf } from './kept.ts';
import { type Offices, officesOf } from './offices.ts';
import { insertApplication } from './queries.ts';
import { lookEverywhere } from './reach.ts';
import { issueResult } from './result.ts';
import { earlier, type Fate, fates, longerReason, said } from './seed-fates.ts';
import { earlierTales, kept } from './seed-resident.ts';
import { clockFacts } from './settings.ts';
import type { ApplicationRow } from './tables.ts';
import { nothingTold, type Told } from './told.ts';
import { moved, standing, type Walked } from './walk.ts';

/** 南京东路街道: where the demonstration's people live. */
const HOME_STREET = 310101002000000;
const PEOPLE = 150;
const APPLICATIONS = 260;
/** Of each of the two months before this one, and the days that they take. */
const OF_A_MONTH = 24;
const MOST_TAKES = 8;
const HOUR_MS = 3_600_000;
const lock = 771006;

/** Writes them, unless there are some. All of it or nothing. */
export async function liveApplications(host: Host): Promise<void> {
  const now = host.clock();
  await host.db.kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
    const ctx = ctxAt(host, db, now);
    await lookEverywhere(ctx);
    const { rows } = await sql`select 1 from affairs.application limit 1`.execute(db);
    if (rows.length > 0) return;
    const people = await heldAmong(ctx, placeRange(HOME_STREET), PEOPLE);
    const [first] = people;
    if (first === undefined) return;
    const scene = {
      host,
      db,
      now,
      items: await itemsToday(ctx),
      counters: await selectCounters(ctx),
    };
    for (const tale of talesOf(scene, people)) await write(scene, tale);
    await signAllLists(ctx);
  });
}

/** The catalogue as of now: its rows began in January, and so did whoever applies. */
const ctxAt = (host: Host, db: Transaction<DB>, at: Date): Ctx =>
  makeCtx(
    { ...host, catalogue: keptFor(host.catalogue, host.clock()) },
    db,
    systemActor,
    at,
    'demonstration',
  ).ctx;
const keptFor = (catalogue: Catalogue, now: Date): Catalogue => ({
  ...catalogue,
  rows: (db, kind) => catalogue.rows(db, kind, now),
  inForce: (db, kind, key, day) => catalogue.inForce(db, kind, key, day, now),
});

export interface Scene {
  readonly host: Host;
  readonly db: Transaction<DB>;
  readonly now: Date;
  readonly items: readonly Item[];
  /** Halls of the district; the first is of the street. */
  readonly counters: readonly number[];
}
export interface Tale {
  readonly person: HeldPerson;
  readonly item: Item;
  readonly fate: Fate;
  /** Between nought and one: where in its days, and which of the words. */
  readonly luck: number;
  readonly counter: number | undefined;
  /** What was typed. */
  readonly fields?: Told['fields'];
  /** Keys of materials that were handed over on paper. */
  readonly papers?: readonly string[];
  /** Their account is bound: they read what they agreed to, and hold what was issued. */
  readonly bound?: true;
}

/** The same numbers each time. */
function dice(): () => number {
  let state = 20_261;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function talesOf(scene: Scene, people: readonly HeldPerson[]): Tale[] {
  const roll = dice();
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(roll() * of.length)];
  const bag = fates.flatMap((fate) => Array.from({ length: fate.many }, () => fate));
  const tales: Tale[] = [];
  const [resident] = people;
  for (const [at, state] of (['draft', 'review', 'correction', 'delivered'] as const).entries()) {
    const fate = fates.find((one) => one.state === state);
    const theirs = taleOf(scene, resident, fate, 0.17 + 0.21 * at);
    tales.push(...theirs.map((tale) => ({ ...tale, bound: true as const })));
  }
  while (tales.length < APPLICATIONS) {
    const fate = pick(bag);
    if (fate?.state !== 'draft') tales.push(...taleOf(scene, pick(people.slice(1)), fate, roll()));
  }
  for (const days of earlierMonths(scene))
    for (let at = 0; at < OF_A_MONTH; at++)
      tales.push(...taleOf(scene, pick(people.slice(1)), earlier(days), roll()));
  return [...tales, ...earlierTales(scene, resident)];
}

/** Days ago, so that all that happened to an application was within the month before last, or within last month. */
function earlierMonths({ host, now }: Scene): [number, number][] {
  const zone = zoneOf(host.config.TIME_ZONE);
  const today = zone.dayOf(now.getTime());
  const first = (months: number) => dayOfDate(monthAfter(dateOfDay(today), months)) ?? 0;
  return [-2, -1].map((months) => [
    today - first(months + 1) + MOST_TAKES,
    today - first(months) - 1,
  ]);
}

const oldAge = 60;
const forTheOld = /老年|敬老|养老|居保待遇|退休|照护/;
const fromElsewhere = /居住证|居住登记/;
/** Of children, of people from abroad, of the past. */
const notHere = /孤儿|儿童|少儿|境外|历史|知青|女职工|生育|再生育/;
/** What a rule decides waits for nobody. */
const decided = /^(draft|granted|delivered|archived)$/;

/** One that could be of this person; none when the dice fell badly. */
function taleOf(
  { items, counters }: Scene,
  person: HeldPerson | undefined,
  fate: Fate | undefined,
  luck: number,
): Tale[] {
  if (person === undefined || fate === undefined) return [];
  const age = Number(person.values.get('person.age')?.value ?? 0);
  const here = person.values.get('person.registered_in')?.value.startsWith('31') === true;
  const fits = items.filter(
    ({ entry, body }) =>
      !assistanceItems.includes(entry.key) &&
      age >= oldAge === (forTheOld.test(entry.name) || (age >= oldAge && luck < 0.6)) &&
      here !== fromElsewhere.test(entry.name) &&
      !notHere.test(entry.name) &&
      (body.rule === undefined || decided.test(fate.state)) &&
      (luck < 0.5 || body.form !== undefined || body.promised !== '1WD'),
  );
  const item = fits[Math.floor(luck * 997) % Math.max(1, fits.length)];
  const atHome = fate.state === 'draft' || (item?.body.fromHome === true && (luck * 10) % 1 < 0.55);
  const counter =
    (luck * 100) % 1 < 0.7 ? counters[0] : counters[Math.floor(luck * 1009) % counters.length];
  return item === undefined
    ? []
    : [{ person, item, fate, luck, counter: atHome ? undefined : counter }];
}

/** One more, of an item that another module goes on with: handed in at home and accepted at a moment. */
export async function liveAccepted(
  host: Host,
  db: Transaction<DB>,
  { item: key, at, ...tale }: Accepted,
): Promise<RowKey | undefined> {
  const now = host.clock();
  const items = await itemsToday(ctxAt(host, db, now));
  const item = items.find(({ entry }) => entry.key === key);
  if (item === undefined) return undefined;
  const times = [new Date(at.getTime() - HOUR_MS), at];
  const scene = { host, db, now, items, counters: [] };
  return write(scene, { ...tale, item, fate: accepted, counter: undefined }, times);
}
const accepted: Fate = { state: 'accepted', moves: ['submit', 'accept'], many: 0, days: [0, 0] };
interface Accepted extends Pick<Tale, 'person' | 'luck' | 'fields'> {
  readonly item: string;
  readonly at: Date;
}

async function write(
  scene: Scene,
  tale: Tale,
  times: readonly Date[] = timesOf(scene, tale),
): Promise<RowKey | undefined> {
  const { host, db, now } = scene;
  const ctx = ctxAt(host, db, times[0] ?? now);
  const offices = await officesOf(ctxAt(host, db, now), tale.item.body, tale.person);
  if (offices === undefined || (await isThere(ctx, tale))) return undefined;
  const [told, salt] = [toldOf(tale), newSalt()];
  const draft = await draftOf(ctx, {
    ...{ item: tale.item, held: tale.person, offices, told, salt, deliverBy: undefined },
    kept: tale.fate.moves.length === 0 ? {} : snapshotOf(tale.item.body, tale.person.values, told),
    ...(tale.counter === undefined ? {} : { counter: tale.counter }),
  });
  const { row, steps } = await walked(scene, tale, times, draft);
  const { no: _, version: __, ...fresh } = row;
  const { no } = await insertApplication(ctx, {
    ...fresh,
    parts: 0,
    changed_at: times.at(-1) ?? now,
  });
  await writeSteps(ctx, { ...row, no }, offices, [
    { did: 'started', at: times[0] ?? now },
    ...steps,
  ]);
  const at = (moment: Date) => ctxAt(host, db, moment);
  if (tale.bound !== undefined) await kept(at, { ...row, no }, { tale, told, times, salt });
  await sign(at, { ...row, no, parts: 0 }, times[tale.fate.moves.findIndex(isDecided)]);
  return { street: row.street, no };
}

const isDecided = (move: string): boolean => move === 'grant' || move === 'refuse';
/** What was decided is signed, at that moment. */
async function sign(at: (moment: Date) => Ctx, row: ApplicationRow, when: Date | undefined) {
  if (when === undefined) return;
  await lookAs(at(when), { persons: [row.person] });
  await issueResult(at(when), row);
}

const answers: Readonly<Record<string, string>> = { who: 'self', first: 'yes', why: 'lost' };
/** The questions are answered; what only the person knows is left out. */
function toldOf({ item, luck, counter, fields = {}, papers = [] }: Tale): Told {
  const questions = item.body.questions.map(({ key, choices }) => {
    const usual = choices.find((one) => one.key === answers[key]);
    return [key, (usual ?? choices[Math.floor(luck * choices.length)])?.key ?? ''] as const;
  });
  const brought = item.body.materials.filter(
    ({ key }) => counter !== undefined && [...papers, 'proof'].includes(key),
  );
  return {
    ...{ ...nothingTold, fields },
    questions: Object.fromEntries(questions),
    materials: brought.map(({ key }) => ({ key, how: 'paper' as const })),
  };
}

async function isThere(ctx: Ctx, { person, item }: Tale): Promise<boolean> {
  const { rows } = await sql`
    select 1 from affairs.application where person = ${person.person} and item = ${item.entry.key} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

/** Days: nobody is asked about after five. */
const mostBetween = 1;

/** A moment for each move, from some day in office hours up to now. */
function timesOf({ now, host }: Scene, { fate, luck }: Tale): Date[] {
  const zone = zoneOf(host.config.TIME_ZONE);
  const [least, most] = fate.days;
  const ago = least + luck * (most - least);
  const day = zone.dayOf(now.getTime() - ago * 24 * HOUR_MS);
  const count = Math.max(1, fate.moves.length);
  const pace = Math.min((0.9 * ago) / count, mostBetween);
  const times: Date[] = [];
  for (let at = 0; at < count; at++) {
    const hour = 9 + ((luck * 97 + at * 1.3) % 7);
    const wanted = zone.dayStart(day + Math.floor(at * pace)) + hour * HOUR_MS;
    const after = (times.at(-1)?.getTime() ?? 0) + HOUR_MS / 6;
    const latest = now.getTime() - ((count - at) * HOUR_MS) / 3;
    times.push(new Date(Math.min(Math.max(wanted, after), Math.max(latest, after))));
  }
  return times;
}

interface Happened {
  readonly did: string;
  readonly at: Date;
  readonly words?: string | null;
  readonly row?: ApplicationRow;
}

async function walked(
  { host, db }: Scene,
  { fate, luck }: Tale,
  times: readonly Date[],
  draft: ApplicationRow,
): Promise<{ row: ApplicationRow; steps: Happened[] }> {
  let on: Walked = standing(draft);
  const steps: Happened[] = [];
  for (const [at, name] of fate.moves.entries()) {
    const when = times[at] ?? draft.started_at;
    const facts = await clockFacts(ctxAt(host, db, when));
    if (name === 'extend') on = standing(askedLonger(on.row, when));
    const options = said[name] ?? [{}];
    const given = options[Math.floor(luck * 31) % options.length] ?? {};
    on = moved(standing(on.row), name, given, facts);
    steps.push({ did: name, at: when, words: given.reason ?? given.words ?? null, row: on.row });
  }
  if (fate.longer === 'asked') on = standing(askedLonger(on.row, times.at(-1) ?? draft.started_at));
  return { row: on.row, steps };
}

const askedLonger = (row: ApplicationRow, at: Date): ApplicationRow => ({
  ...row,
  ...{ longer_state: 'asked', longer_at: at, longer_days: 10, longer_reason: longerReason },
});

/** Who did it: whoever applied, the counter, the centre that accepts, the office that decides, or the program. */
async function writeSteps(
  ctx: Ctx,
  row: ApplicationRow,
  offices: Offices,
  steps: readonly Happened[],
): Promise<void> {
  const rows = steps.map(({ did, at, words = null, row: then = row }) => {
    const { role, organisation } = doerOf(did, row, offices);
    return {
      ...{ street: row.street, application: row.no, at, did, words, role, organisation },
      ...{
        state: did === 'started' ? ('draft' as const) : then.state,
        account: null,
        due_at: then.due_at,
      },
    };
  });
  await ctx.db.insertInto('affairs.step').values(rows).execute();
}

function doerOf(did: string, row: ApplicationRow, offices: Offices) {
  const counter = { role: 'counter_clerk', organisation: row.receive_org };
  if (did === 'archive') return { role: 'system', organisation: null };
  if (did === 'started' || did === 'submit' || did === 'withdraw')
    return row.receive_org === null ? { role: 'resident', organisation: null } : counter;
  if (did === 'receive' && row.receive_org !== null) return counter;
  if (did === 'deliver') return { role: 'counter_clerk', organisation: row.deliver_org };
  if (['check', 'receive', 'accept', 'ask', 'refuse_receipt', 'cancel'].includes(did))
    return { role: 'counter_clerk', organisation: offices.accept };
  const department = offices.decide !== offices.accept;
  return {
    role: department ? 'department_officer' : 'counter_clerk',
    organisation: offices.decide,
  };
}

/** The hall of the street, then others of the district. */
async function selectCounters(ctx: Ctx): Promise<number[]> {
  const day = dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(ctx.now.getTime()));
  const { rows } = await sql<{ organisation: number }>`
    select c.organisation from counters.centre c
    where c.place / 1000000000 = ${Math.floor(HOME_STREET / 1e9)}::bigint and (c.valid_to is null or c.valid_to >= ${day}::date)
    order by c.place <> ${HOME_STREET}::bigint, c.kind, c.no limit 6`.execute(ctx.db);
  return rows.map(({ organisation }) => organisation);
}
