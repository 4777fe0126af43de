// SPDX-License-Identifier: Apache-2.0
// What the registry holds of one person, for a form that is filled with it. Whoever asks is that person, or was shown who it is.

import type { HeldElement } from '@lilong/contracts/affair-items';
import { ageOn } from '@lilong/contracts/days';
import { maskId, maskPhone } from '@lilong/contracts/mask';
import type { PlaceRange } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runTogether, type Statements } from '../kernel/pipelined.ts';
import { today } from '../kernel/today.ts';
import { logAccess } from './access.ts';
import { type HeldPresence, heldStatement, type PersonHeld, selectHeld } from './card-queries.ts';
import { labelNames, sealedFrom } from './labels.ts';
import type { MandateFound } from './mandates/queries.ts';
import { type Speaker, speakerFor } from './objections/elements.ts';
import { boundStill, oneself } from './own/bound.ts';
import { lookAs, lookOf, lookOver } from './reach.ts';
import { openValue } from './sealed.ts';
import type { PersonRow } from './tables.ts';

export interface HeldValue {
  /** As it is kept. Of a number the number itself: never to be replied. */
  readonly value: string;
  /** In the reader's language; a number is masked. */
  readonly says: string;
  readonly source: string;
  readonly day: string | null;
}
/** Somebody as forms know them. */
export interface HeldPerson {
  readonly person: number;
  readonly name: string;
  readonly pinyin: string;
  /** Where they live and where they are registered, when that is in the city. */
  readonly lives: number | null;
  readonly registered: number | null;
  /** The account that is bound to them, whose screens look again. */
  readonly account: number | null;
  readonly values: ReadonlyMap<HeldElement, HeldValue>;
  /** By which somebody else asks for them; none: they themselves, or an office. */
  readonly mandate?: MandateFound;
}

/**
 * Of whoever asks.
 *
 * @throws {Refusal} registry.not-bound
 */
export async function heldOfMyself(ctx: Ctx): Promise<HeldPerson> {
  const { person } = await oneself(ctx);
  return heldOf(ctx, (await selectHeld(ctx, person.no, today(ctx))) ?? gone(person.no));
}

/**
 * The same of somebody whom an act has opened to the actor just now, who is told of it.
 *
 * @throws {Refusal} found.nothing when nobody of that number may be seen
 */
export async function heldOfOpened(ctx: Ctx, person: number): Promise<HeldPerson> {
  const row = await selectHeld(ctx, person, today(ctx));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'person' });
  return heldOf(ctx, row);
}

/** The person of the actor's account and the records that became part of theirs are stated from here on. */
export async function stateMyself(ctx: Ctx): Promise<number> {
  return (await oneself(ctx)).person.no;
}

/** The same where nothing can be written. */
export const stateMyselfStill = (ctx: Ctx): Promise<number | undefined> => boundStill(ctx);

/**
 * Of somebody at a window, by the grant that their visit wrote. They can read that it was looked at.
 *
 * @throws {Refusal} affairs.no-grant when there is none that lives; registry.own-household
 */
export async function heldByGrant(ctx: Ctx, person: number): Promise<HeldPerson> {
  const { held } = await heldByGrantWith(ctx, person);
  await logAccess(ctx, { person, act: 'card', purpose: 'affair' });
  return held;
}

/** The same, with the rows of whatever else is asked about them, in one round trip. The caller writes down that it looked. */
export async function heldByGrantWith<R extends readonly unknown[]>(
  ctx: Ctx,
  person: number,
  ...besides: Statements<R>
): Promise<Found<R>> {
  const [found] = await heldByGrants<R>([{ ctx, person, besides }]);
  if (found === undefined || found instanceof Refusal) throw found;
  return found;
}

export interface Visitor<R extends readonly unknown[]> {
  readonly ctx: Ctx;
  readonly person: number;
  readonly besides: Statements<R>;
}
interface Found<R extends readonly unknown[]> {
  readonly held: HeldPerson;
  readonly rows: { [K in keyof R]: R[K][] };
}
/** The same of several who are served in one transaction, each opened to whoever serves them and to nobody else. */
export async function heldByGrants<R extends readonly unknown[]>(
  visitors: readonly Visitor<R>[],
): Promise<(Found<R> | Refusal)[]> {
  const [one] = visitors;
  if (one === undefined) return [];
  const asked = visitors.map(({ ctx, person, besides }) => [
    ...[lookOf(ctx, { few: true }), openByGrant(person), heldStatement(person, today(ctx))],
    ...besides,
  ]);
  const rows = await runTogether<unknown[]>(one.ctx.db, ...asked.flat());
  let from = 0;
  const found: (Found<R> | Refusal)[] = [];
  for (const [at, { ctx }] of visitors.entries()) {
    const to = from + (asked[at]?.length ?? 0);
    const [, opened, [row], ...others] = rows.slice(from, to) as [
      ...[unknown[], Opened[], PersonHeld[]],
      ...Found<R>['rows'],
    ];
    from = to;
    const gone = row === undefined || row.died_on !== null;
    const refusal = whyShut(opened) ?? (gone ? new Refusal('affairs.no-grant', {}) : undefined);
    found.push(refusal ?? { held: await heldOf(ctx, row as PersonHeld), rows: others }); // there, as was seen
  }
  return found;
}

/** @throws {Refusal} affairs.no-grant when there is none that lives; registry.own-household */
export async function stateByGrant(ctx: Ctx, person: number): Promise<void> {
  await lookAs(ctx, { few: true });
  const { rows } = await openByGrant(person).execute(ctx.db);
  const refusal = whyShut(rows);
  if (refusal !== undefined) throw refusal;
}

interface Opened {
  readonly said: 'opened' | 'no-grant' | 'own-household';
}
/** Asks row-level security itself for somebody, and the records that became part of theirs. */
const openByGrant = (person: number) =>
  sql<Opened>`select registry.open_by_grant(${person}::bigint) as said`;

function whyShut([found]: readonly Opened[]): Refusal | undefined {
  if (found?.said === 'own-household') return new Refusal('registry.own-household', {});
  return found?.said === 'opened' ? undefined : new Refusal('affairs.no-grant', {}, 'person');
}

/**
 * Grown-up people who live in a range, those with an account first: the demonstration applies in their name. The
 * transaction then states the range.
 */
export async function heldAmong(ctx: Ctx, range: PlaceRange, most: number): Promise<HeldPerson[]> {
  await lookOver(ctx, [range]);
  const { rows } = await sql<{ no: number }>`
    select q.no from registry.person q join registry.presence p on p.person = q.no and p.role = 'lives' and p.to_on is null
    left join registry.binding b on b.person = q.no and b.ended_at is null
    where p.place between ${range.first}::bigint and ${range.last}::bigint and q.died_on is null and not q.abroad
      and q.born_on < (${ctx.now}::timestamptz - interval '20 years')::date
    order by b.no nulls last, q.no * 7919 % 10007, q.no limit ${most}`.execute(ctx.db);
  const held: HeldPerson[] = [];
  for (const { no } of rows)
    held.push(await heldOf(ctx, (await selectHeld(ctx, no, today(ctx))) ?? gone(no)));
  return held;
}

function gone(person: number): never {
  throw new Error(`person ${person} is out of sight`);
}

async function heldOf(ctx: Ctx, row: PersonHeld): Promise<HeldPerson> {
  const { presences, account } = row;
  const speaker = await speakerFor(ctx);
  const lives = presences.find(({ role }) => role === 'lives');
  const values = new Map<HeldElement, HeldValue>([
    ...ofPerson(speaker, row, today(ctx)),
    ...ofNumbers(ctx, speaker, row),
    ...(lives === undefined ? [] : ofHome(speaker, lives)),
    ...(await ofLabels(ctx, speaker, row)),
  ]);
  return {
    ...{ person: row.no, name: row.name, pinyin: row.pinyin, account, values },
    lives: lives?.place ?? null,
    registered: presences.find(({ role }) => role === 'registered')?.place ?? null,
  };
}

type Entries = [HeldElement, HeldValue][];

function ofPerson(speaker: Speaker, row: PersonRow, day: string): Entries {
  const said = {
    source: speaker.say.source(row.source),
    day: speaker.say.day(row.recorded_at),
  };
  const one = (element: HeldElement, value: string | number | null): Entries => {
    if (value === null) return [];
    const text = String(value);
    return [[element, { ...said, value: text, says: speaker.value(element, text) ?? text }]];
  };
  return [
    ...one('person.name', row.name),
    ...one('person.sex', row.sex === 1 || row.sex === 2 ? row.sex : null),
    ...one('person.born_on', row.born_on),
    ...one('person.age', ageOn(row.born_on, day)),
    ...one('person.nation', row.nation),
    ...one('person.registered_in', row.registered_in),
  ];
}

function ofNumbers(ctx: Ctx, { say }: Speaker, row: PersonHeld): Entries {
  const said = { source: say.source(row.source), day: say.day(row.recorded_at) };
  return (['id', 'phone'] as const).flatMap((kind): Entries => {
    const found = row.keys.find((key) => key.kind === kind);
    if (found === undefined) return [];
    const value = openValue(ctx.keys, Buffer.from(found.sealed, 'hex'));
    const says = kind === 'id' ? maskId(value) : maskPhone(value);
    return [[`person.${kind}`, { ...said, value, says }]];
  });
}

function ofHome({ say, value }: Speaker, lives: HeldPresence): Entries {
  const said = { source: say.source(lives.source), day: lives.from_on };
  const placed: Entries = [
    ['person.committee', { ...said, value: String(lives.place), says: lives.placeName }],
  ];
  if (lives.door !== null)
    placed.push(['person.door', { ...said, value: lives.door, says: lives.door }]);
  if (lives.home === null) return placed;
  const of = (element: 'home.tenure' | 'home.area_m2', kept: string | number | null): Entries =>
    kept === null
      ? []
      : [[element, { ...said, value: String(kept), says: value(element, String(kept)) ?? '' }]];
  return [...placed, ...of('home.tenure', lives.tenure), ...of('home.area_m2', lives.area_m2)];
}

/** Labels that a list may show; what is more sensitive is asked for with its certificate. */
async function ofLabels(
  ctx: Ctx,
  { say }: Speaker,
  { presences, ...row }: PersonHeld,
): Promise<Entries> {
  const names = await labelNames(ctx);
  const codes = [...new Set(presences.flatMap(({ labels }) => labels ?? []))].filter(
    (code) => Number(names.get(code)?.body.sensitivity ?? sealedFrom) < sealedFrom,
  );
  if (codes.length === 0) return [];
  const says = codes.map((code) => say.named(names.get(code), code)).join('、');
  const said = { source: say.source(row.source), day: null };
  return [['person.labels', { ...said, value: codes.join(), says }]];
}
