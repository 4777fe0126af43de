// SPDX-License-Identifier: Apache-2.0
// What one can apply for, found in one's own words.
import { type itemCard, lifeEvents, type listItems } from '@lilong/contracts/affair-items';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import type { Ctx } from '../kernel/ctx.ts';
import { cardOf, type Item, itemsToday, itemToday, lineOf } from './items.ts';

export async function browse(
  ctx: Ctx,
  { q, event, department, mine = false }: InputOf<typeof listItems>,
): Promise<ReplyOf<typeof listItems>> {
  const all = await itemsToday(ctx);
  const own = mine ? await ownItems(ctx) : undefined;
  const wanted = all.filter(
    ({ entry, body }) =>
      (own === undefined || own.has(entry.key)) &&
      (event === undefined || body.events.includes(event)) &&
      (department === undefined || body.department.key === department),
  );
  const found = q === undefined ? wanted : bestFirst(wanted, q);
  const departments = Map.groupBy(all, ({ body }) => body.department.key);
  return {
    items: found.map(lineOf),
    events: lifeEvents.map((one) => ({
      event: one,
      items: countOf(all, (item) => item.body.events.includes(one)),
    })),
    departments: [...departments].map(([key, items]) => ({
      key,
      name: items[0]?.body.department.name ?? key,
      nameEn: items[0]?.body.department.nameEn ?? null,
      items: items.length,
    })),
    all: all.length,
    fromHome: countOf(all, ({ body }) => body.fromHome),
    noVisit: countOf(all, ({ body }) => body.fromHome && body.visits === 0),
    complete: countOf(all, ({ body }) => body.form !== undefined),
  };
}
/** Keys of the items of the department for which the actor acts. */
async function ownItems(ctx: Ctx): Promise<Set<string>> {
  const office = ctx.actor.post?.organisation ?? 0;
  const { rows } = await sql<{ key: string }>`
    select distinct key from kernel.catalogue
    where kind = 'item' and status = 'approved' and kernel.owns_item(${office}::bigint, key, null)`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ key }) => key));
}
const countOf = (all: readonly Item[], is: (item: Item) => boolean): number =>
  all.filter(is).length;

export async function showItem(
  ctx: Ctx,
  { item }: InputOf<typeof itemCard>,
): Promise<ReplyOf<typeof itemCard>> {
  return cardOf(await itemToday(ctx, item), await itemsToday(ctx));
}

/** What somebody may type to mean an item: its names as written, as read aloud, and their first letters. */
interface Spoken {
  readonly words: readonly string[];
  readonly english: string;
  readonly syllables: readonly string[];
  readonly initials: readonly string[];
}
const spoken = new Map<number, Spoken>();

function spokenOf({ entry, body }: Item): Spoken {
  const known = spoken.get(entry.no);
  if (known !== undefined) return known;
  const words = [entry.name, ...body.calledAlso].map(tidy);
  const read = words.map((word) =>
    pinyin(word, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }),
  );
  const made = {
    words: [...words, tidy(body.department.name)],
    english: (entry.nameEn ?? '').toLowerCase(),
    syllables: read.map((of) => of.join('').toLowerCase()),
    initials: read.map((of) =>
      of
        .map((syllable) => syllable.slice(0, 1))
        .join('')
        .toLowerCase(),
    ),
  };
  spoken.set(entry.no, made);
  return made;
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()（）《》，、/]+/g, '')
    .toLowerCase();

/** The best match first: its name, what it begins with, what it contains, how it sounds; then single words of a sentence. */
function bestFirst(items: readonly Item[], q: string): Item[] {
  const wanted = tidy(q);
  if (wanted === '') return [...items];
  const exact = ranked(items, (item) => gradeOf(spokenOf(item), wanted, q.trim().toLowerCase()));
  if (exact.length > 0 || /^[a-z0-9]+$/.test(wanted)) return exact;
  return ranked(items, (item) => sharedOf(spokenOf(item).words, wanted));
}

function ranked(items: readonly Item[], grade: (item: Item) => number): Item[] {
  return items
    .map((item) => ({ item, grade: grade(item) }))
    .filter((one) => one.grade > 0)
    .sort((one, other) => other.grade - one.grade)
    .map(({ item }) => item);
}

function gradeOf(
  { words, english, syllables, initials }: Spoken,
  q: string,
  plain: string,
): number {
  if (words.includes(q)) return 6;
  if (words.some((word) => word.startsWith(q))) return 5;
  if (words.some((word) => word.includes(q))) return 4;
  if (!/^[a-z0-9]/.test(q)) return 0;
  if (syllables.some((of) => of.startsWith(q)) || initials.some((of) => of.startsWith(q))) return 3;
  if (plain.length > 2 && english.includes(plain)) return 3;
  return q.length > 2 &&
    (syllables.some((of) => of.includes(q)) || initials.some((of) => of.includes(q)))
    ? 2
    : 0;
}

/** Of what was said in a sentence (我妈的敬老卡丢了), how long a piece of a name stands in it: at least two signs. */
function sharedOf(words: readonly string[], said: string): number {
  let longest = 0;
  for (const word of words)
    for (let from = 0; from < word.length; from++)
      for (let to = word.length; to - from > Math.max(longest, 1); to--)
        if (said.includes(word.slice(from, to))) longest = to - from;
  return longest;
}
