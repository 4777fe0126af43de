// SPDX-License-Identifier: Apache-2.0
// What is open, was handed in and decided, from the tally of migration 0099: sums, and the changes since they were folded.
import { levelOf, type PlaceRange } from '@lilong/contracts/place-no';
import { type RawBuilder, sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { remembered } from '../kernel/remembered.ts';
import { asSystem } from '../kernel/serve.ts';
import type { LoadRow } from './tables.ts';

const zoneOf = ({ config }: Ctx) => sql`${config.TIME_ZONE}::text`;

/** Folds the changes into the sums. Runs each minute; any process may. What is read is the same before and after. */
export async function foldLoad(host: Host): Promise<void> {
  await asSystem(host, 'affairs.fold-load', systemActor, async (ctx) => {
    await sql`
      with gone as (delete from affairs.load_change c returning c)
      insert into affairs.load as l (of, item, what, week, days, n)
      select s.of, (gone.c).item, s.what, s.week, s.days, sum(s.n)
      from gone, affairs.load_of_change(gone.c, ${zoneOf(ctx)}) s
      group by 1, 2, 3, 4, 5 having sum(s.n) <> 0 order by 1, 2, 3, 4, 5
      on conflict (of, item, what, week, days) do update set n = l.n + excluded.n`.execute(ctx.db);
  });
}

/** Weeks that nobody asks about any more are forgotten. */
export async function forgetLoad(host: Host): Promise<void> {
  await asSystem(host, 'affairs.forget-load', systemActor, async (ctx) => {
    const before = new Date(ctx.now.getTime() - (loadWeeks + 1) * 7 * DAY_MS);
    await sql`delete from affairs.load where week > '-infinity' and week < ${before}::timestamptz::date`.execute(
      ctx.db,
    );
  });
}
const DAY_MS = 86_400_000;
/** Over so many weeks the median is taken: a quarter of a year, so that rare items have one. */
export const loadWeeks = 13;

/** What is summed up: a whole district or city at once, or organisations of a smaller range one by one. */
export async function scopesOf(ctx: Ctx, ranges: readonly PlaceRange[]): Promise<number[]> {
  const wide = ranges.filter(({ first }) => whole.includes(levelOf(first)));
  const narrow = ranges.filter(({ first }) => !whole.includes(levelOf(first)));
  const offices = narrow.length === 0 ? [] : await decidersIn(ctx, narrow);
  return [...wide.map(({ first }) => first), ...offices.map(({ no }) => no)];
}
const whole: readonly string[] = ['city', 'district'];

export interface Decider {
  readonly no: number;
  readonly name: string;
}
/** Organisations that may decide: departments, and centres; in the order of places and of their numbers. */
export const decidersIn = (ctx: Ctx, ranges: readonly PlaceRange[]): Promise<Decider[]> =>
  deciders(ctx, `{${ranges.map(({ first, last }) => `[${first},${last}]`).join()}}`);
const deciders = remembered(async (ctx, within: string): Promise<Decider[]> => {
  const { rows } = await sql<Decider>`
    select o.no, o.name from places.organisation o
    where o.place <@ ${within}::int8multirange
      and (o.kind = 'district_department' or o.no in (select organisation from counters.centre))
    order by o.place, o.no`.execute(ctx.db);
  return rows;
});

/** `recent`: since Monday. */
export interface Sum extends Pick<LoadRow, 'of' | 'item' | 'what' | 'days' | 'n'> {
  readonly recent: boolean;
}
interface Asked {
  readonly scopes: readonly number[];
  /** None: all. */
  readonly item?: string;
  readonly since: string;
  readonly from: string;
  /** One sum for all of the scopes, or one each. */
  readonly by: 'item' | 'office';
}

/** Exact at this moment. */
export async function selectSums(ctx: Ctx, asked: Asked): Promise<Sum[]> {
  const of = asked.by === 'office' ? sql`t.of` : sql`0`;
  const { rows } = await sql<Sum>`
    select ${of}::bigint as of, t.item, t.what, t.week = ${asked.since}::date as recent, t.days, sum(t.n)::bigint as n
    from (${sums(ctx, asked)}) t
    group by 1, 2, 3, 4, 5 having sum(t.n) <> 0`.execute(ctx.db);
  return rows;
}

function sums(ctx: Ctx, { scopes, item, from }: Asked): RawBuilder<unknown> {
  const within = (row: string) => sql`${sql.ref(`${row}.of`)} = any(${[...scopes]}::bigint[])
      and (${sql.ref(`${row}.week`)} >= ${from}::date or ${sql.ref(`${row}.week`)} = '-infinity')`;
  const one = (row: string) =>
    item === undefined ? sql`` : sql`and ${sql.ref(`${row}.item`)} = ${item}`;
  return sql`
    select l.of, l.item, l.what, l.week, l.days, l.n from affairs.load l where ${within('l')} ${one('l')}
    union all
    select s.of, c.item, s.what, s.week, s.days, s.n
    from affairs.load_change c, affairs.load_of_change(c, ${zoneOf(ctx)}) s where ${within('s')} ${one('c')}`;
}

export interface Late {
  readonly office: number;
  readonly item: string;
  readonly n: number;
}
export async function selectLate(ctx: Ctx, offices: readonly number[]): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select office, item, n from affairs.late(${[...offices]}::bigint[], ${ctx.now}::timestamptz)`.execute(
    ctx.db,
  );
  return rows;
}
