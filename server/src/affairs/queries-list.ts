// SPDX-License-Identifier: Apache-2.0
// The office's lists. Open work is found and counted in the partial index of whose turn it is, however much is over.
import { incomingStates, pausedStates, runningStates } from '@lilong/contracts/affair-flow';
import { type AffairFilter, type AffairTab, affairTabs } from '@lilong/contracts/affair-work';
import { parseRef } from '@lilong/contracts/refs';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { affairPolicy } from './policy.ts';
import { type ApplicationFound, affairJoins, affairNames } from './queries.ts';

const pageSize = 20;
type Condition = Expression<SqlBool>;
const states = (of: readonly string[]) => sql.join(of.map((state) => sql.lit(state)));

/** The rows of a tab, for the organisation of the post acted as. */
export function tabOf(ctx: Ctx, tab: AffairTab): Condition {
  const office = ctx.actor.post?.organisation ?? 0;
  const turn = sql<SqlBool>`p.turn_org = ${office}::bigint`;
  switch (tab) {
    case 'mine':
      return sql<SqlBool>`${turn} and p.due_at is not null`;
    case 'incoming':
      return sql<SqlBool>`${turn} and p.state in (${states(incomingStates)})`;
    case 'running':
      return sql<SqlBool>`${turn} and p.state in (${states(runningStates)})`;
    case 'waiting':
      return sql<SqlBool>`${turn} and p.state in (${states(pausedStates)})`;
    case 'deliver':
      return sql<SqlBool>`${turn} and p.state in ('granted', 'refused')`;
    case 'late':
      return sql<SqlBool>`${turn} and p.due_at < ${ctx.now}::timestamptz`;
    case 'longer':
      return sql<SqlBool>`${turn} and p.longer_state = 'asked'`;
    case 'received':
      return sql<SqlBool>`p.turn_org is not null and p.receive_org = ${office}::bigint and p.receive_org <> p.accept_org`;
    case 'over':
      return sql<SqlBool>`p.turn_org is null and p.state <> 'draft'
        and (p.accept_org = ${office}::bigint or p.decide_org = ${office}::bigint)`;
  }
}

function conditions(ctx: Ctx, filter: AffairFilter): Condition[] {
  const found = [tabOf(ctx, filter.tab ?? 'mine')];
  if (filter.q !== undefined) found.push(wordsOf(filter.q));
  if (filter.item !== undefined) found.push(sql<SqlBool>`p.item = ${filter.item}`);
  if (filter.department !== undefined)
    found.push(sql<SqlBool>`p.department = ${filter.department}`);
  if (filter.state !== undefined) found.push(sql<SqlBool>`p.state = ${filter.state}`);
  if (filter.kind !== undefined) found.push(sql<SqlBool>`p.kind = ${filter.kind}`);
  if (filter.channel !== undefined) found.push(sql<SqlBool>`p.channel = ${filter.channel}`);
  return found;
}

/** A whole reference, the beginning of a name or of its pinyin, or part of the item's name. */
function wordsOf(q: string): Condition {
  const key = parseRef('A', q);
  if (key !== undefined) return sql<SqlBool>`p.street = ${key.street} and p.no = ${key.no}`;
  const plain = q.trim().toLowerCase();
  return sql<SqlBool>`(strpos(p.name, ${q.trim()}) > 0 or starts_with(replace(p.pinyin, ' ', ''), ${plain.replaceAll(' ', '')})
    or strpos(p.item_name, ${q.trim()}) > 0)`;
}

export interface Page {
  readonly rows: ApplicationFound[];
  readonly total: number;
}

/** One page, late first, then the soonest promise; what is over newest first. With the exact total of the filter. */
export async function selectList(ctx: Ctx, filter: AffairFilter): Promise<Page> {
  const wanted = sql.join(
    [ctx.may(affairPolicy, 'read', 'p'), ...conditions(ctx, filter)],
    sql` and `,
  );
  const over = filter.tab === 'over';
  const order = over ? sql`p.changed_at desc, p.no desc` : sql`p.due_at asc nulls last, p.no asc`;
  const limit = (filter.limit ?? pageSize) + 1;
  const { rows } = await sql<ApplicationFound & { total: number }>`
    select t.total, l.* from (select count(*) as total from affairs.application p where ${wanted}) t left join (
      select p.*, ${affairNames}, '{}'::jsonb as can from (
        select k.* from (select p.* from affairs.application p where ${wanted} ${cursor(filter, over)}
          order by ${order} limit ${limit}) k) p ${affairJoins} order by ${order}
    ) l on true`.execute(ctx.db);
  return {
    rows: rows.filter((row) => row.no !== null),
    total: Number(rows[0]?.total ?? 0),
  };
}

export const pageOf = (filter: AffairFilter): number => filter.limit ?? pageSize;

/** Where the next page begins: behind this promise and number. */
export function cursorOf(row: ApplicationFound, over: boolean): string {
  const at = over ? row.changed_at : row.due_at;
  return `${at === null ? '-' : at.toISOString()},${row.no}`;
}
function cursor(filter: AffairFilter, over: boolean): Expression<unknown> {
  const [at, no] = (filter.after ?? '').split(',');
  if (at === undefined || no === undefined || !/^\d+$/.test(no)) return sql``;
  if (at !== '-' && Number.isNaN(Date.parse(at))) return sql``;
  if (over) return sql`and (p.changed_at, p.no) < (${at}::timestamptz, ${Number(no)}::bigint)`;
  if (at === '-') return sql`and p.due_at is null and p.no > ${Number(no)}::bigint`;
  return sql`and (p.due_at > ${at}::timestamptz or (p.due_at = ${at}::timestamptz and p.no > ${Number(no)}::bigint) or p.due_at is null)`;
}

const counted = affairTabs.filter((tab) => tab !== 'over');

/** How many stand in each tab; what is over is not counted. */
export async function selectCounts(ctx: Ctx): Promise<Record<string, number>> {
  const columns = counted.map(
    (tab) => sql`count(*) filter (where ${tabOf(ctx, tab)}) as ${sql.ref(tab)}`,
  );
  const office = ctx.actor.post?.organisation ?? 0;
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(columns)} from affairs.application p
    where ${ctx.may(affairPolicy, 'read', 'p')} and p.turn_org is not null
      and (p.turn_org = ${office}::bigint or (p.receive_org = ${office}::bigint and p.receive_org <> p.accept_org))`.execute(
    ctx.db,
  );
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([tab, count]) => [tab, Number(count)]),
  );
}
