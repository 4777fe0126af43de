// SPDX-License-Identifier: Apache-2.0
// 发放名册: what is paid in a month, made by one, approved by another, taken along as a table.
import type { approveList, listFile, makeList, payLists } from '@lilong/contracts/assistance-work';
import { monthAfter } from '@lilong/contracts/days';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { lookAtAffairs } from '../affairs/index.ts';
import { csvOf, yuanOf } from '../kernel/csv.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { sayServer } from '../kernel/voice.ts';
import { payPolicy } from './policy.ts';
import { nameOfAccount, ownOffice } from './staff.ts';
import type { AwardRow, PayListRow } from './tables.ts';

/** Paid in a month: granted by then, not ended before it, and more than nothing. */
async function selectPaid(ctx: Ctx, month: string): Promise<AwardRow[]> {
  const { rows } = await sql<AwardRow>`
    select * from assistance.award where decide_org = ${ctx.actor.post?.organisation ?? 0}::bigint and amount_fen > 0
      and from_on <= ${month}::date and (ended_on is null or ended_on >= ${month}::date) order by no`.execute(
    ctx.db,
  );
  return rows;
}
const sum = (of: readonly { readonly amount_fen: number }[]): number =>
  of.reduce((before, { amount_fen }) => before + amount_fen, 0);
/** This month and the next. */
const monthsOf = (ctx: Ctx): string[] => [monthAfter(today(ctx), 0), monthAfter(today(ctx), 1)];

export async function showLists(ctx: Ctx): Promise<ReplyOf<typeof payLists>> {
  ctx.requireEver(payPolicy, 'list');
  await lookAtAffairs(ctx);
  const { rows } = await sql<PayListRow & { can: Record<string, boolean> }>`
    select l.*, ${ctx.can(payPolicy, ['approve', 'read'], 'l').as('can')} from assistance.pay_list l
    where ${ctx.may(payPolicy, 'read', 'l')} order by l.month desc limit 24`.execute(ctx.db);
  const months = monthsOf(ctx).filter((month) => !rows.some((row) => row.month === month));
  const paid = await selectPaid(ctx, months[0] ?? monthAfter(today(ctx), 1));
  const due = await sql<{ due: number }>`
    select count(*) as due from assistance.recheck r join assistance.award a on a.street = r.street and a.no = r.award
    where r.done_at is null and a.decide_org = ${ctx.actor.post?.organisation ?? 0}::bigint`.execute(
    ctx.db,
  );
  return {
    lists: rows.map((row) => ({
      ...{
        month: row.month,
        people: row.people,
        households: row.households,
        totalFen: row.total_fen,
      },
      ...{ madeName: row.made_name, approvedName: row.approved_name },
      approvedAt: row.approved_at?.toISOString() ?? null,
      can: {
        approve:
          row.approved_at === null && row.can.approve === true && row.made_by !== ctx.actor.account,
        export: row.approved_at !== null && row.can.read === true,
      },
    })),
    ...{ months, households: paid.length, totalFen: sum(paid), due: Number(due.rows[0]?.due ?? 0) },
  };
}

export async function make(
  ctx: Ctx,
  { month }: InputOf<typeof makeList>,
): Promise<ReplyOf<typeof makeList>> {
  ctx.requireEver(payPolicy, 'list');
  await lookAtAffairs(ctx);
  if (!monthsOf(ctx).includes(month)) throw new Refusal('assistance.month', { month }, 'month');
  const paid = await selectPaid(ctx, month);
  const [first] = paid;
  if (first === undefined) throw new Refusal('assistance.nothing-to-pay', {});
  const office = await ownOffice(ctx);
  const list = await ctx.db
    .insertInto('assistance.pay_list')
    .values({
      ...{
        street: first.street,
        place: first.place,
        decide_org: office.no,
        month,
        made_at: ctx.now,
      },
      ...{
        made_by: ctx.actor.account ?? 0,
        made_name: await nameOfAccount(ctx),
        households: paid.length,
      },
      people: paid.reduce((before, { people }) => before + people, 0),
      ...{ total_fen: sum(paid), approved_at: null, approved_by: null, approved_name: null },
    })
    .onConflict((on) => on.columns(['street', 'decide_org', 'month']).doNothing())
    .returning(['street', 'no'])
    .executeTakeFirst();
  if (list === undefined) throw new Refusal('assistance.list-there', { month }, 'month');
  await sql`
    insert into assistance.payment (street, pay_list, award, amount_fen)
    select a.street, ${list.no}, a.no, a.amount_fen from assistance.award a
    where a.street = ${list.street} and a.no = any(${paid.map(({ no }) => no)}::bigint[])`.execute(
    ctx.db,
  );
  ctx.note({
    act: 'assistance.list-made',
    subject: `month ${month}`,
    place: office.place,
    facts: { households: paid.length },
  });
  return { done: true };
}

/** @throws {Refusal} found.nothing */
async function listOf(ctx: Ctx, month: string, action: 'approve' | 'read'): Promise<PayListRow> {
  ctx.requireEver(payPolicy, action);
  await lookAtAffairs(ctx);
  const { rows } = await sql<PayListRow>`
    select l.* from assistance.pay_list l where l.month = ${month}::date and ${ctx.may(payPolicy, action, 'l')} for update`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('found.nothing', { what: 'list' }, 'month');
  return row;
}

export async function approve(
  ctx: Ctx,
  { month }: InputOf<typeof approveList>,
): Promise<ReplyOf<typeof approveList>> {
  const row = await listOf(ctx, month, 'approve');
  if (row.made_by === ctx.actor.account) throw new Refusal('assistance.second-person', {});
  if (row.approved_at !== null) throw new Refusal('assistance.list-there', { month });
  await sql`
    update assistance.pay_list set approved_at = ${ctx.now}::timestamptz, approved_by = ${ctx.actor.account}::bigint,
      approved_name = ${await nameOfAccount(ctx)} where street = ${row.street} and no = ${row.no}`.execute(
    ctx.db,
  );
  ctx.note({ act: 'assistance.list-approved', subject: `month ${month}`, place: row.place });
  return { done: true };
}

export async function takeOut(
  ctx: Ctx,
  { month }: InputOf<typeof listFile>,
): Promise<ReplyOf<typeof listFile>> {
  const row = await listOf(ctx, month, 'read');
  if (row.approved_at === null) throw new Refusal('assistance.list-open', { month });
  const { rows } = await sql<
    Pick<AwardRow, 'street' | 'matter' | 'name' | 'category' | 'people'> & { amount_fen: number }
  >`
    select a.street, a.matter, a.name, a.category, a.people, y.amount_fen from assistance.payment y
    join assistance.award a on a.street = y.street and a.no = y.award
    where y.street = ${row.street} and y.pay_list = ${row.no} order by y.no`.execute(ctx.db);
  const say = (key: Parameters<typeof sayServer>[1]) => sayServer(ctx.actor.language, key);
  const columns = (['no', 'name', 'ref', 'category', 'people', 'amount'] as const).map((one) =>
    say(`assistance.column.${one}`),
  );
  const lines = rows.map((one, at) => [
    ...[String(at + 1), one.name, formatRef('A', { street: one.street, no: one.matter })],
    ...[say(`assistance.category.${one.category}`), String(one.people), yuanOf(one.amount_fen)],
  ]);
  const total = [say('assistance.sum'), '', '', '', String(row.people), yuanOf(row.total_fen)];
  ctx.note({
    act: 'assistance.file',
    subject: `month ${month}`,
    place: row.place,
    facts: { households: rows.length },
  });
  return {
    name: `${say('assistance.list')}-${month.slice(0, 7)}.csv`,
    type: 'text/csv',
    text: csvOf([columns, ...lines, total]),
  };
}
