// SPDX-License-Identifier: Apache-2.0
// Months of settlement: which there are, and closing one.
import { daysAfter, monthAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { closeMonth, settleMonths } from '@lilong/contracts/settlement';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { linePolicy, monthPolicy, objectionPolicy } from './policy.ts';
import { holdClosing, nextToClose, selectMonths, selectOwed, settleCredits } from './queries.ts';
import { correctionOf, lineValues, sumsOf } from './reckon.ts';
import { runningLines } from './running.ts';
import type { LineRow } from './tables.ts';

/** Months that are shown at most. */
const mostMonths = 24;

export async function showMonths(ctx: Ctx): Promise<ReplyOf<typeof settleMonths>> {
  ctx.requireEver(linePolicy, 'list');
  const closed = new Map((await selectMonths(ctx)).map((row) => [row.month, row]));
  const mayClose = monthPolicy.mayEver('close', ctx.actor);
  const next = await nextToClose(ctx);
  const months: ReplyOf<typeof settleMonths>['months'] = [];
  const [last = next] = [...closed.keys()].sort();
  for (
    let month = monthAfter(today(ctx), 0);
    months.length < mostMonths;
    month = monthAfter(month, -1)
  ) {
    if (month < last && month < next) break;
    const can = { close: mayClose && month === next && isOver(ctx, month) };
    months.push({ month, closedAt: closed.get(month)?.closed_at.toISOString() ?? null, can });
  }
  return { months, toAnswer: await toAnswer(ctx) };
}

async function toAnswer(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct l.month from settlement.objection o join settlement.line l on l.no = o.line
    where o.answered_at is null and ${ctx.may(objectionPolicy, 'answer', 'o')} order by l.month`.execute(
    ctx.db,
  );
  return rows.map(({ month }) => month);
}

export const isOver = (ctx: Ctx, month: string): boolean => today(ctx) >= monthAfter(month, 1);
export const lastDayOf = (month: string): string => daysAfter(monthAfter(month, 1), -1);

/**
 * Closes the month that is next: its lines are written and stay, with what is taken off earlier ones.
 *
 * @throws {Refusal} settlement.closed, settlement.not-over, settlement.order
 */
export async function close(
  ctx: Ctx,
  { month }: InputOf<typeof closeMonth>,
): Promise<ReplyOf<typeof closeMonth>> {
  ctx.requireEver(monthPolicy, 'close');
  await holdClosing(ctx);
  const next = await nextToClose(ctx);
  if (month < next) throw new Refusal('settlement.closed', { month: month.slice(0, 7) });
  if (!isOver(ctx, month)) throw new Refusal('settlement.not-over', { month: month.slice(0, 7) });
  if (month > next) throw new Refusal('settlement.order', { month: next.slice(0, 7) });
  const lines = await runningLines(ctx, month);
  const owed = await selectOwed(ctx);
  const rows: Omit<LineRow, 'no'>[] = [
    ...lines.map((line) => ({ month, of_line: null, ...lineValues(line) })),
    ...owed.map((one) => ({ month, ...correctionOf(one) })),
  ];
  const { units, fen } = sumsOf(rows);
  const closed = { closed_at: ctx.now, account: ctx.actor.account ?? 0, lines: rows.length };
  await ctx.db
    .insertInto('settlement.month')
    .values({ month, ...closed, units, fen })
    .execute();
  if (rows.length > 0) await ctx.db.insertInto('settlement.line').values(rows).execute();
  await settleCredits(ctx, month);
  await ctx.db
    .updateTable('settlement.objection')
    .set({ month })
    .where('taken_off', '>', 0)
    .where('month', 'is', null)
    .execute();
  ctx.note({
    act: 'settlement.closed',
    subject: `month ${month}`,
    facts: { lines: rows.length, units, fen },
  });
  return { done: true };
}
