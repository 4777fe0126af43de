// SPDX-License-Identifier: Apache-2.0
// What the registry holds of one person, for a form that is filled with it. Whoever asks is that person, or was shown who it is.
import type { HeldElement } from '@lilong/contracts/affair-items';
import { maskId, maskPhone } from '@lilong/contracts/mask';
import type { PlaceRange } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { logAccess } from './access.ts';
import { type PresenceFound, selectKeys, selectPerson, selectPresences } from './card-queries.ts';
import { labelNames, sealedFrom } from './labels.ts';
import { speakerFor } from './objections/elements.ts';
import { boundStill, lookAtAll, oneself } from './own/bound.ts';
import { ageOn } from './people.ts';
import { lookAs, lookOver } from './reach.ts';
import { openValue } from './sealed.ts';
import type { HomeRow, PersonRow } from './tables.ts';
import { standAside } from './ties/stand-aside.ts';

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
  readonly values: ReadonlyMap<HeldElement, HeldValue>;
}

/**
 * Of whoever asks.
 *
 * @throws {Refusal} registry.not-bound
 */
export async function heldOfMyself(ctx: Ctx): Promise<HeldPerson> {
  const { person } = await oneself(ctx);
  return heldOf(ctx, person);
}

/**
 * The same of somebody whom an act has opened to the actor just now, who is told of it.
 *
 * @throws {Refusal} found.nothing when nobody of that number may be seen
 */
export async function heldOfOpened(ctx: Ctx, person: number): Promise<HeldPerson> {
  const row = await selectPerson(ctx, person);
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
 * @throws {Refusal} affairs.no-grant
 */
export async function heldByGrant(ctx: Ctx, person: number): Promise<HeldPerson> {
  await stateByGrant(ctx, person);
  const row = await selectPerson(ctx, person);
  if (row === undefined || row.died_on !== null) throw new Refusal('affairs.no-grant', {});
  await logAccess(ctx, { person, act: 'card', purpose: 'affair' });
  return heldOf(ctx, row);
}

/** @throws {Refusal} affairs.no-grant when there is none that lives; registry.own-household */
export async function stateByGrant(ctx: Ctx, person: number): Promise<void> {
  await lookAs(ctx);
  const { rows } = await sql`
    select 1 from registry.access_grant g where g.person = ${person} and g.account = ${ctx.actor.account}::bigint
      and g.from_at <= ${ctx.now}::timestamptz and g.until_at > ${ctx.now}::timestamptz
      and (g.post is null or g.post = ${ctx.actor.post?.no ?? null}::bigint) and g.purpose not in ('guardian', 'family') limit 1`.execute(
    ctx.db,
  );
  if (rows.length === 0) throw new Refusal('affairs.no-grant', {}, 'person');
  await standAside(ctx, person);
  await lookAtAll(ctx, person);
}

/** The account that is bound to somebody, whose screens look again. The transaction states the person. */
export async function accountOf(ctx: Ctx, person: number): Promise<number | null> {
  const { rows } = await sql<{ account: number }>`
    select account from registry.binding where person = ${person} and ended_at is null limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.account ?? null;
}

/**
 * Grown-up people who live in a range, those with an account first: the demonstration applies in their name. The
 * transaction then states the range.
 */
export async function heldAmong(ctx: Ctx, range: PlaceRange, most: number): Promise<HeldPerson[]> {
  await lookOver(ctx, [range]);
  const { rows } = await sql<PersonRow>`
    select q.* from registry.person q join registry.presence p on p.person = q.no and p.role = 'lives' and p.to_on is null
    left join registry.binding b on b.person = q.no and b.ended_at is null
    where p.place between ${range.first}::bigint and ${range.last}::bigint and q.died_on is null and not q.abroad
      and q.born_on < (${ctx.now}::timestamptz - interval '20 years')::date
    order by b.no nulls last, q.no * 7919 % 10007, q.no limit ${most}`.execute(ctx.db);
  const held: HeldPerson[] = [];
  for (const row of rows) held.push(await heldOf(ctx, row));
  return held;
}

async function heldOf(ctx: Ctx, row: PersonRow): Promise<HeldPerson> {
  const day = today(ctx);
  const presences = await selectPresences(ctx, row.no, day);
  const lives = presences.find(({ role }) => role === 'lives');
  const values = new Map<HeldElement, HeldValue>([
    ...(await ofPerson(ctx, row, day)),
    ...(await ofNumbers(ctx, row)),
    ...(lives === undefined ? [] : await ofHome(ctx, lives)),
    ...(await ofLabels(ctx, row, presences)),
  ]);
  return {
    ...{ person: row.no, name: row.name, pinyin: row.pinyin, values },
    lives: lives?.place ?? null,
    registered: presences.find(({ role }) => role === 'registered')?.place ?? null,
  };
}

type Entries = [HeldElement, HeldValue][];

async function ofPerson(ctx: Ctx, row: PersonRow, day: string): Promise<Entries> {
  const speaker = await speakerFor(ctx);
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

async function ofNumbers(ctx: Ctx, row: PersonRow): Promise<Entries> {
  const { say } = await speakerFor(ctx);
  const said = { source: say.source(row.source), day: say.day(row.recorded_at) };
  const keys = await selectKeys(ctx, row.no);
  return (['id', 'phone'] as const).flatMap((kind): Entries => {
    const found = keys.find((key) => key.kind === kind);
    if (found === undefined) return [];
    const value = openValue(ctx.keys, found.sealed);
    const says = kind === 'id' ? maskId(value) : maskPhone(value);
    return [[`person.${kind}`, { ...said, value, says }]];
  });
}

async function ofHome(ctx: Ctx, lives: PresenceFound): Promise<Entries> {
  const { say, value } = await speakerFor(ctx);
  const said = { source: say.source(lives.source), day: lives.from_on };
  const placed: Entries = [
    ['person.committee', { ...said, value: String(lives.place), says: lives.placeName }],
  ];
  if (lives.door !== null)
    placed.push(['person.door', { ...said, value: lives.door, says: lives.door }]);
  if (lives.home === null) return placed;
  const { rows } = await sql<Pick<HomeRow, 'tenure' | 'area_m2'>>`
    select tenure, area_m2 from registry.home where street = ${lives.street} and no = ${lives.home}`.execute(
    ctx.db,
  );
  const of = (element: 'home.tenure' | 'home.area_m2', kept: string | number | null): Entries =>
    kept === null
      ? []
      : [[element, { ...said, value: String(kept), says: value(element, String(kept)) ?? '' }]];
  const home = rows[0];
  return [
    ...placed,
    ...(home === undefined
      ? []
      : [...of('home.tenure', home.tenure), ...of('home.area_m2', home.area_m2)]),
  ];
}

/** Labels that a list may show; what is more sensitive is asked for with its certificate. */
async function ofLabels(
  ctx: Ctx,
  row: PersonRow,
  presences: readonly PresenceFound[],
): Promise<Entries> {
  const { say } = await speakerFor(ctx);
  const names = await labelNames(ctx);
  const codes = [...new Set(presences.flatMap(({ labels }) => labels ?? []))].filter(
    (code) => Number(names.get(code)?.body.sensitivity ?? sealedFrom) < sealedFrom,
  );
  if (codes.length === 0) return [];
  const says = codes.map((code) => say.named(names.get(code), code)).join('、');
  const said = { source: say.source(row.source), day: null };
  return [['person.labels', { ...said, value: codes.join(), says }]];
}
