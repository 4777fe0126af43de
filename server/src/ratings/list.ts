// SPDX-License-Identifier: Apache-2.0
// The unit's lists of bad ratings with words: soonest due first.
import {
  type countRatings,
  type listPraise,
  type listRatings,
  type RatingLine,
  type RatingTab,
  ratingTabs,
} from '@lilong/contracts/ratings';
import { formatRef } from '@lilong/contracts/refs';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { dayIn } from '../kernel/today.ts';
import { ratingPolicy } from './policy.ts';
import { openSaid } from './queries.ts';
import { lookAsUnit, lookForPraise } from './reach.ts';
import { withoutNumbers } from './say.ts';
import type { RatingRow } from './tables.ts';

const pageSize = 20;

function tabOf({ now }: Ctx, tab: RatingTab): Expression<SqlBool> {
  switch (tab) {
    case 'open':
      return sql<SqlBool>`r.due_at is not null`;
    case 'late':
      return sql<SqlBool>`r.due_at < ${now}::timestamptz`;
    case 'call_back':
      return sql<SqlBool>`r.state = 'finished'`;
    case 'unsolved':
      return sql<SqlBool>`r.state = 'answered' and not r.solved`;
    case 'over':
      return sql<SqlBool>`r.state = 'answered'`;
  }
}

/** By which a tab is ordered; what is over newest first. */
function orderOf(tab: RatingTab): Expression<Date> {
  if (tab === 'open' || tab === 'late') return sql<Date>`r.due_at`;
  return tab === 'call_back' ? sql<Date>`r.finished_at` : sql<Date>`r.answered_at`;
}
const newestFirst = (tab: RatingTab): boolean => tab === 'over' || tab === 'unsolved';

interface Found extends RatingRow {
  readonly unitName: string;
  readonly total: number;
  readonly by: Date;
}

export async function showList(
  ctx: Ctx,
  { tab = 'open', after }: InputOf<typeof listRatings>,
): Promise<ReplyOf<typeof listRatings>> {
  ctx.requireEver(ratingPolicy, 'list');
  await lookAsUnit(ctx);
  const wanted = sql`${ctx.may(ratingPolicy, 'read', 'r')} and ${tabOf(ctx, tab)}`;
  const way = newestFirst(tab) ? sql.raw('desc') : sql.raw('asc');
  const { rows } = await sql<Found>`
    select t.total, l.* from (select count(*) as total from ratings.rating r where ${wanted}) t left join (
      select r.*, o.name as "unitName", ${orderOf(tab)} as by from ratings.rating r join places.organisation o on o.no = r.unit_org
      where ${wanted} ${behind(tab, after)} order by ${orderOf(tab)} ${way}, r.no ${way} limit ${pageSize + 1}
    ) l on true order by l.by ${way}, l.no ${way}`.execute(ctx.db);
  const found = rows.filter(({ no }) => no !== null);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    ratings: page.map((row) => lineOf(ctx, row)),
    total: Number(rows[0]?.total ?? 0),
    next:
      found.length > pageSize && last !== undefined ? `${last.by.toISOString()},${last.no}` : null,
  };
}

function behind(tab: RatingTab, after = ''): Expression<unknown> {
  const [at = '', no = ''] = after.split(',');
  if (Number.isNaN(Date.parse(at)) || !/^\d+$/.test(no)) return sql``;
  const than = newestFirst(tab) ? sql.raw('<') : sql.raw('>');
  return sql`and (${orderOf(tab)}, r.no) ${than} (${at}::timestamptz, ${Number(no)}::bigint)`;
}

/** Of what was written; the page has all of it. */
const mostWords = 80;

function lineOf(ctx: Ctx, row: Found): RatingLine {
  const { words } = openSaid(ctx, row);
  const said = words === null ? null : withoutNumbers(words);
  return {
    ...{ ref: formatRef('E', row), of: row.of, name: row.item_name, nameEn: row.item_name_en },
    ...{ unitName: row.unitName, grade: row.grade, state: row.state, hard: row.hard },
    words: said !== null && said.length > mostWords ? `${said.slice(0, mostWords)}…` : said,
    ...{ ratedAt: row.rated_at.toISOString(), dueAt: row.due_at?.toISOString() ?? null },
    ...{ provisional: row.provisional, solved: row.solved },
    late: row.due_at !== null && ctx.now > row.due_at,
  };
}

export async function showCounts(ctx: Ctx): Promise<ReplyOf<typeof countRatings>> {
  ctx.requireEver(ratingPolicy, 'list');
  await lookAsUnit(ctx);
  const counted = ratingTabs.filter((tab) => tab !== 'over');
  const columns = counted.map(
    (tab) => sql`count(*) filter (where ${tabOf(ctx, tab)}) as ${sql.ref(tab)}`,
  );
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(columns)} from ratings.rating r where ${ctx.may(ratingPolicy, 'read', 'r')}`.execute(
    ctx.db,
  );
  return {
    counts: Object.fromEntries(counted.map((tab) => [tab, Number(rows[0]?.[tab] ?? 0)])),
  };
}

const praiseDays = 90;
const mostPraise = 30;

/** By month: a day, a number and a counter would say who. */
export async function showPraise(ctx: Ctx): Promise<ReplyOf<typeof listPraise>> {
  ctx.requireEver(ratingPolicy, 'praise');
  await lookForPraise(ctx);
  const since = new Date(ctx.now.getTime() - praiseDays * 86_400_000);
  const { rows } = await sql<RatingRow>`
    select * from ratings.rating r where r.grade >= 4 and r.has_words and r.unit_org = ${ctx.actor.post?.organisation ?? 0}::bigint
      and r.rated_at > ${since}::timestamptz order by r.rated_at desc, r.no desc limit ${mostPraise}`.execute(
    ctx.db,
  );
  return {
    praise: rows.map((row) => ({
      words: withoutNumbers(openSaid(ctx, row).words ?? ''),
      ...{ name: row.item_name, nameEn: row.item_name_en, grade: row.grade },
      month: dayIn(ctx, row.rated_at).slice(0, 7),
    })),
  };
}
