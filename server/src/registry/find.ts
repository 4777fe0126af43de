// SPDX-License-Identifier: Apache-2.0

import { streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { findInRegistry, PersonLine } from '@lilong/contracts/registry-find';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runTogether } from '../kernel/pipelined.ts';
import { today } from '../kernel/today.ts';
import { byItself, orRefusal, type Asked as Together } from '../kernel/together.ts';
import { beginsWith, selectAliases } from '../places/index.ts';
import { type FoundRow, type HomeFound, selectHomes, selectionOf } from './find-queries.ts';
import { startsOf } from './import/doors.ts';
import { labelNames } from './labels.ts';
import { byRole } from './people.ts';
import { personLine } from './person-line.ts';
import { personPolicy } from './policy.ts';
import { doorsMeant } from './query-door.ts';
import { type Asked, readQuery } from './query-text.ts';
import { type Look, lookAs, lookOf } from './reach.ts';
import { digestOf, keyOf, phoneEndOf } from './sealed.ts';

const mostPeople = 20;
const mostHomes = 10;

/** People and homes of the actor's committees by whatever somebody has at hand. The search itself is audited. */
export async function find(ctx: Ctx, input: Input): Promise<Reply> {
  const sought = begun(ctx, input);
  await lookAs(ctx, lookFor(sought));
  return replied(ctx, sought, await foundBy(ctx, sought));
}

/**
 * Those who look for somebody at the same moment, in one packet: what each may see is stated anew before what each asks.
 * Who asks for a door, or finds nobody of that name, has more questions than one and is served alone.
 */
export async function findAll(
  asked: readonly Together<typeof findInRegistry>[],
): Promise<(Reply | Refusal | typeof byItself)[]> {
  const sought = asked.map(({ ctx, input }) => orRefusal(() => begun(ctx, input)));
  const there = sought.flatMap((one, at) => {
    const ctx = asked[at]?.ctx;
    return ctx === undefined || one instanceof Refusal || one.by === 'door'
      ? []
      : [{ ctx, one, at }];
  });
  const [first] = there;
  if (first === undefined) return sought.map((one) => (one instanceof Refusal ? one : byItself));
  const rows = await runTogether<unknown[]>(
    first.ctx.db,
    ...there.flatMap(({ ctx, one }) => [lookOf(ctx, lookFor(one)), peopleOf(ctx, one, [])]),
  );
  const replies = new Map<number, Reply>();
  for (const [nth, { ctx, one, at }] of there.entries()) {
    const found = rows[2 * nth + 1] as FoundRow[];
    if (one.by !== 'name' || found.length > 0)
      replies.set(at, await replied(ctx, one, { homes: [], rows: found }));
  }
  return sought.map((one, at) => (one instanceof Refusal ? one : (replies.get(at) ?? byItself)));
}

type Input = InputOf<typeof findInRegistry>;
type Reply = ReplyOf<typeof findInRegistry>;

function begun(ctx: Ctx, { q }: Input): Sought {
  ctx.requireEver(personPolicy, 'find');
  const sought = soughtBy(ctx, readQuery(q));
  ctx.note({ act: 'registry.find', facts: { by: sought.by, q } });
  return sought;
}

const lookFor = (sought: Sought): Look =>
  'digest' in sought ? { few: true, shown: sought.digest } : { few: true };

async function replied(ctx: Ctx, { by }: Sought, { homes, rows }: Found): Promise<Reply> {
  const lines = await linesOf(ctx, rows);
  return {
    by,
    people: lines.slice(0, mostPeople),
    homes: homes.slice(0, mostHomes).map(lineOf),
    more: lines.length > mostPeople || homes.length > mostHomes,
  };
}

type Whole = 'id' | 'phone';
type Sought =
  | Exclude<Asked, { readonly by: Whole }>
  | { readonly by: Whole; readonly digest: Buffer };
/**
 * A whole number by its digest. Stated as shown, its line in the table of numbers opens without asking whose it is; whether
 * that person is in reach is asked of presence, as in every search.
 */
function soughtBy({ keys }: Ctx, asked: Asked): Sought {
  if (asked.by === 'id') return { by: 'id', digest: digestOf(keys, 'id', asked.id) };
  if (asked.by === 'phone') return { by: 'phone', digest: digestOf(keys, 'phone', asked.phone) };
  return asked;
}

interface Found {
  readonly homes: readonly HomeFound[];
  readonly rows: readonly FoundRow[];
}
/** Behind a door whoever lives there; of a name whoever has it, or else the doors that have those words in them. */
async function foundBy(ctx: Ctx, asked: Sought): Promise<Found> {
  const homes = asked.by === 'door' ? await homesBehind(ctx, asked.door) : [];
  const { rows } = await peopleOf(ctx, asked, homes).execute(ctx.db);
  const isDoor = asked.by === 'name' && rows.length === 0;
  return { homes: isDoor ? await homesOf(ctx, asked.name) : homes, rows };
}

const peopleOf = (ctx: Ctx, asked: Sought, homes: readonly HomeFound[]) =>
  selectionOf(ctx, fitsPerson(ctx, asked, homes), today(ctx), mostPeople * 2 + 1);

function fitsPerson(ctx: Ctx, asked: Sought, homes: readonly HomeFound[]): Expression<SqlBool> {
  switch (asked.by) {
    case 'id':
    case 'phone':
      return hasKey(asked.by, asked.digest);
    case 'phone_end':
      return endsWith(ctx, asked.end);
    case 'pinyin':
      return isLetters(asked.letters);
    case 'door':
      return livesIn(homes);
    case 'name':
      return begins('p.name', asked.name);
  }
}

/** No syllable is without a vowel: such letters begin one at most, or are initials. */
const initialsOnly = /^(?![zcs]h$)[^aeiouv]{2,}$/;

/** Initials, or pinyin written in one; whichever it is, the first letter of the initials is known. */
function isLetters(letters: string): Expression<SqlBool> {
  if (initialsOnly.test(letters)) return begins('p.initials', letters);
  return sql<SqlBool>`(${begins('p.initials', letters.slice(0, 1))}
    and (p.initials ^@ ${letters} or replace(p.pinyin, ' ', '') ^@ ${letters}))`;
}

/** Sorts behind every text that begins so. */
const last = '\u{10ffff}';
/** Said with comparisons, which an index answers beneath row-level security; `^@` it does not. */
const begins = (column: string, text: string): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(column)} >= ${text} and ${sql.ref(column)} < ${text + last})`;

/** The kind stands in the text: each has an index of its own. */
const hasKey = (kind: Whole, digest: Buffer): Expression<SqlBool> =>
  sql<SqlBool>`p.person in (select k.person from registry.person_key k where k.kind = ${sql.lit(kind)} and k.digest = ${keyOf(digest)})`;

/** The digest differs by street, so that one list of ten thousand does not open a whole city. */
function endsWith(ctx: Ctx, end: string): Expression<SqlBool> {
  const digests = streetsOf(ctx).map((street) => phoneEndOf(ctx.keys, street, end));
  return sql<SqlBool>`p.phone_end = any(${digests}::bytea[])`;
}

/** As it was typed; when there is none, without city, district, street and committee before it. */
async function homesBehind(ctx: Ctx, door: string): Promise<HomeFound[]> {
  for (const one of doorsMeant(door).flatMap(startsOf)) {
    const found = await homesOf(ctx, one);
    if (found.length > 0) return found;
  }
  return [];
}

/** Homes by their door, as it begins; when none begins so, by the door that it became part of, or by any part of it. */
async function homesOf(ctx: Ctx, door: string): Promise<HomeFound[]> {
  const streets = streetsOf(ctx);
  const within = sql<SqlBool>`h.street = any(${streets}::int[]) and ${begins('h.door', door)}`;
  const found = await selectHomes(ctx, within, mostHomes + 1);
  if (found.length > 0) return found;
  const [alias] = await selectAliases(
    ctx,
    sql<SqlBool>`starts_with(${door}, a.line) and a.place / 1000000 = any(${streets}::int[])`,
  );
  if (alias !== undefined && alias.line !== alias.was)
    return homesOf(ctx, alias.line + door.slice(alias.was.length));
  const now = await renamedTo(ctx, door, streets);
  if (now !== undefined) return homesOf(ctx, now);
  return selectHomes(ctx, sql<SqlBool>`strpos(h.door, ${door}) > 0`, mostHomes + 1);
}

/** A road or a lane by the name that it had: as the door behind it is called now, without what stands behind. */
async function renamedTo(
  ctx: Ctx,
  path: string,
  streets: readonly number[],
): Promise<string | undefined> {
  const within = sql<SqlBool>`a.status = 'former' and a.place / 1000000 = any(${[...streets]}::int[])`;
  const [former] = await selectAliases(ctx, sql<SqlBool>`${beginsWith(path)} and ${within}`, 1);
  const behind = former?.was.slice(path.length) ?? '';
  if (former === undefined || !former.line.endsWith(behind)) return undefined;
  const now = former.line.slice(0, former.line.length - behind.length);
  return now === path ? undefined : now;
}

const livesIn = (homes: readonly HomeFound[]): Expression<SqlBool> =>
  sql<SqlBool>`(p.street, p.home) in (select * from unnest(${homes.map(({ street }) => street)}::int[], ${homes.map(({ no }) => no)}::bigint[]))`;

const lineOf = ({ street, no, ...line }: HomeFound) => ({
  home: formatRef('F', { street, no }),
  ...line,
});

const streetsOf = (ctx: Ctx): number[] => [
  ...new Set((ctx.actor.post?.places ?? []).map(streetOf)),
];

/** One line a person: who lives here and is registered here stands once. */
async function linesOf(ctx: Ctx, rows: readonly FoundRow[]): Promise<PersonLine[]> {
  const names = await labelNames(ctx);
  const day = today(ctx);
  const once = [...Map.groupBy(rows, ({ person }) => person).values()];
  return once.map((own) => {
    const [row] = [...own].sort(byRole) as [FoundRow]; // a group has one at least
    return personLine(row, names, day);
  });
}
