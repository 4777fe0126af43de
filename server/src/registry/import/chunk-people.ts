// SPDX-License-Identifier: Apache-2.0
// A chunk of lines about people, from their words to rows, in the caller's transaction.
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { Misfit } from '../../places/index.ts';
import type { HomeRow } from '../tables.ts';
import { readingsOf } from './doors.ts';
import { type Around, type Found, findHomes } from './find-homes.ts';
import { makeHouseholds } from './households.ts';
import { knowPeople, type Placed, type Somebody } from './known-people.ts';
import type { PersonLine, Where } from './lines.ts';
import { selectHouseholdsIn } from './load-queries.ts';
import { type Plan, planPerson } from './plan-person.ts';
import { type ToWrite, writePeople } from './write-people.ts';

/** A line that is well in itself. */
export interface Lined<L> {
  readonly at: number;
  readonly line: L;
}
/** What became of a line. */
export type Outcome = 'added' | 'changed' | 'same' | 'kept';
export interface Done {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** Lines that could not go in, and why. */
  readonly refused: ReadonlyMap<number, Error>;
}

export async function loadPeople(
  ctx: Ctx,
  lines: readonly Lined<PersonLine>[],
  around: Around,
  source: string,
): Promise<Done> {
  const refused = new Map<number, Error>();
  const { placed, fresh } = await placePeople(ctx, lines, around, refused);
  const known = await knowPeople(ctx, placed, around.range);
  const homes = placed.flatMap(({ home, registeredAt }) => [home ?? [], registeredAt ?? []].flat());
  const old = homes.filter((home) => !fresh.has(home));
  const households = makeHouseholds(await selectHouseholdsIn(ctx.db, [...new Set(old)]));
  const by = { keys: ctx.keys, source, now: ctx.now, today: today(ctx) };
  const outcomes = new Map<number, Outcome>();
  const people: ToWrite[] = [];
  const used = new Set<HomeRow>();
  for (const one of placed) {
    const plan = attempt(() => planPerson(one, known.get(one) as Somebody, households, by)); // one for each line
    if (plan instanceof Error) {
      refused.set(one.at, plan);
      continue;
    }
    people.push({ plan, papers: one.line.papers });
    outcomes.set(one.at, outcomeOf(plan));
    for (const home of [one.home, one.registeredAt])
      if (home !== null && fresh.has(home)) used.add(home);
  }
  await writePeople(ctx, people, [...used], households);
  return { outcomes, refused };
}

/** The homes of all lines. A 户籍 at a door that nobody knows here is somewhere else in the city. */
async function placePeople(
  ctx: Ctx,
  lines: readonly Lined<PersonLine>[],
  around: Around,
  refused: Map<number, Error>,
): Promise<{ placed: Placed[]; fresh: ReadonlySet<HomeRow> }> {
  const books = new Map(lines.map(({ line }) => [line, bookOf(line)] as const));
  const wheres = [...lines.map(({ line }) => line.home), ...books.values()].filter(
    (one) => one !== null,
  );
  const found = await findHomes(ctx, wheres, around);
  const fresh = new Set<HomeRow>();
  const homeAt = (where: Where | null): HomeRow | Error | null => {
    const at: Found | Error | undefined = where === null ? undefined : found.get(where);
    if (at === undefined || at instanceof Error) return at ?? null;
    if (at.isNew) fresh.add(at.home);
    return at.home;
  };
  const placed: Placed[] = [];
  for (const { at, line } of lines) {
    const home = homeAt(line.home);
    const book = homeAt(books.get(line) ?? null);
    if (home instanceof Error) refused.set(at, home);
    else if (home === null && !isHome(book)) refused.set(at, noBook(book));
    else placed.push({ at, line, home, registeredAt: isSame(line) ? home : homeOnly(book) });
  }
  return { placed, fresh };
}

const isHome = (one: HomeRow | Error | null): one is HomeRow =>
  one !== null && !(one instanceof Error);

const homeOnly = (one: HomeRow | Error | null): HomeRow | null => (isHome(one) ? one : null);

const isSame = ({ registered }: PersonLine): boolean =>
  registered !== null && 'at' in registered && registered.at === 'same';

function bookOf({ registered }: PersonLine): Where | null {
  if (registered === null || !('at' in registered) || registered.at === 'same') return null;
  const readings = readingsOf(registered.at, '', '');
  return readings.length === 0 ? null : { readings, place: '' };
}

/** Whoever lives nowhere here has to be registered here. */
function noBook(book: HomeRow | Error | null): Error {
  return book instanceof Misfit
    ? new Misfit('registered', book.key, book.facts)
    : new Misfit('address', 'load.needed');
}

function attempt(plan: () => Plan): Plan | Error {
  try {
    return plan();
  } catch (thrown) {
    if (thrown instanceof Misfit) return thrown;
    throw thrown;
  }
}

function outcomeOf({ personIs, made, changed, phone, kept }: Plan): Outcome {
  if (personIs === 'new') return 'added';
  if (personIs === 'changed' || phone !== null || made.length > 0 || changed.length > 0)
    return 'changed';
  return kept ? 'kept' : 'same';
}
