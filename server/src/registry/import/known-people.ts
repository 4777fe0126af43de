// SPDX-License-Identifier: Apache-2.0
// What the registry knows of the people whom a chunk of lines is about.
import { committeeOf, type PlaceRange, placeRange } from '@lilong/contracts/place-no';
import type { Ctx } from '../../kernel/ctx.ts';
import { lookOver } from '../reach.ts';
import { digestOf, keyOf } from '../sealed.ts';
import type { HomeRow, PersonRow, PresenceRow } from '../tables.ts';
import type { PersonLine } from './lines.ts';
import {
  lockPeople,
  selectByNumber,
  selectCurrentOf,
  selectPhonesOf,
  selectWithoutNumber,
  takeNumbers,
} from './load-queries.ts';

/** A line whose homes are found. */
export interface Placed {
  readonly at: number;
  readonly line: PersonLine;
  readonly home: HomeRow | null;
  /** The home where they are registered (户籍), as far as it is known. */
  readonly registeredAt: HomeRow | null;
}

/** Somebody as they stand before the line is followed. */
export interface Somebody {
  readonly no: number;
  /** None: nobody knows them yet. */
  readonly person: PersonRow | undefined;
  readonly rows: readonly PresenceRow[];
  readonly phones: readonly { readonly digest: string; readonly sealed: Buffer }[];
  /** Of their document's number; none without one. */
  readonly digest: Buffer | null;
}

/** Finds everybody by number, or whoever has none by name, birthday and home; new people get a number of ours. */
export async function knowPeople(
  ctx: Ctx,
  lines: readonly Placed[],
  range: PlaceRange,
): Promise<Map<Placed, Somebody>> {
  const digests = new Map(lines.map((one) => [one, numberDigest(ctx, one.line)] as const));
  const known = await findNumbers(ctx, lines, digests, range);
  const fresh = await takeNumbers(ctx.db, 'person', lines.length - known.size);
  const persons = [...known.values(), ...fresh];
  await lookOver(ctx, [range], { persons });
  const nos = [...known.values()];
  const people = new Map(
    (await someOf(nos, (some) => lockPeople(ctx.db, some))).map((row) => [row.no, row]),
  );
  const rows = Map.groupBy(
    await someOf(nos, (some) => selectCurrentOf(ctx.db, some)),
    ({ person }) => person,
  );
  const phones = Map.groupBy(
    await someOf(nos, (some) => selectPhonesOf(ctx.db, some)),
    ({ person }) => person,
  );
  await widen(ctx, range, persons, [...rows.values()].flat());
  return new Map(
    lines.map((one): [Placed, Somebody] => {
      const no = known.get(one) ?? fresh.pop() ?? 0;
      const person = people.get(no);
      return [
        one,
        {
          no,
          person,
          rows: rows.get(no) ?? [],
          phones: phones.get(no) ?? [],
          digest: digests.get(one) ?? null,
        },
      ];
    }),
  );
}

const someOf = <T>(
  nos: readonly number[],
  select: (nos: readonly number[]) => Promise<T[]>,
): Promise<T[]> => (nos.length === 0 ? Promise.resolve([]) : select(nos));

function numberDigest({ keys }: Ctx, { papers }: PersonLine): Buffer | null {
  return papers === null ? null : digestOf(keys, 'id', papers.number);
}

async function findNumbers(
  ctx: Ctx,
  lines: readonly Placed[],
  digests: ReadonlyMap<Placed, Buffer | null>,
  range: PlaceRange,
): Promise<Map<Placed, number>> {
  const shown = [...digests.values()].filter((digest) => digest !== null);
  await lookOver(ctx, [range], { digests: shown });
  const byDigest = new Map(
    (await selectByNumber(ctx.db, shown)).map(({ digest, person }) => [digest, person]),
  );
  const bare = lines.filter(({ line }) => line.papers === null);
  const homes = bare.flatMap(({ home }) => home ?? []);
  const byHome = new Map(
    (homes.length === 0 ? [] : await selectWithoutNumber(ctx.db, homes)).map((row) => [
      `${row.street} ${row.home} ${row.name} ${row.born_on}`,
      row.person,
    ]),
  );
  const known = new Map<Placed, number>();
  for (const one of lines) {
    const digest = digests.get(one);
    const { name, bornOn } = one.line;
    const no =
      digest == null
        ? byHome.get(`${one.home?.street} ${one.home?.no} ${name} ${bornOn}`)
        : byDigest.get(keyOf(digest));
    if (no !== undefined) known.set(one, no);
  }
  return known;
}

/** Whether a household that somebody leaves is empty is a question to the committee that it is in. */
async function widen(
  ctx: Ctx,
  range: PlaceRange,
  persons: readonly number[],
  rows: readonly PresenceRow[],
): Promise<void> {
  const beyond = rows.filter(({ place }) => place < range.first || place > range.last);
  if (beyond.length === 0) return;
  const committees = new Set(beyond.map(({ place }) => committeeOf(place)));
  await lookOver(ctx, [range, ...[...committees].map(placeRange)], { persons });
}
