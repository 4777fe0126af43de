// SPDX-License-Identifier: Apache-2.0
// The manager works on the line as a whole: moves people to another class or window, and sends home who remains.
import type { moveLine, sendHome } from '@lilong/contracts/counters-hall';
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { waitingStates } from '@lilong/contracts/ticket-flow';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { make, refuseNowhere } from './moves.ts';
import { managed } from './plan.ts';
import type { TicketRow } from './tables.ts';
import { lockTicket } from './ticket-queries.ts';
import { numberOf } from './workflow.ts';

type Left = ReplyOf<typeof moveLine>['left'];
interface InLine {
  readonly rows: TicketRow[];
  /** Called, served or gone meanwhile. */
  readonly left: Left;
}

/** Locked in the order of their numbers, so that two who work on the line take turns. */
async function lockLine(ctx: Ctx, centre: number, refs: readonly string[]): Promise<InLine> {
  const keys = refs.map((ref) => parseRef('T', ref)).filter((key) => key !== undefined);
  const [rows, left]: [TicketRow[], Left] = [[], []];
  for (const key of keys.sort(byNo)) {
    const row = await lockTicket(ctx, key);
    if (row === undefined || row.centre !== centre || row.day !== today(ctx)) continue;
    if (waitingStates.includes(row.state)) rows.push(row);
    else left.push({ number: numberOf(row), state: row.state });
  }
  return { rows, left };
}
const byNo = (one: RowKey, other: RowKey): number => one.street - other.street || one.no - other.no;

/**
 * Places in line stay. Whoever does not wait for `from`, or waits for the other class already, is left as they are.
 *
 * @throws {Refusal} counters.say-where, counters.no-window, found.nothing
 */
export async function moveAll(
  ctx: Ctx,
  { centre, tickets, from, service, toWindow }: InputOf<typeof moveLine>,
): Promise<ReplyOf<typeof moveLine>> {
  await managed(ctx, centre);
  if (service === undefined && toWindow === undefined)
    throw new Refusal('counters.say-where', {}, 'service');
  const to = toWindow ?? undefined;
  if (toWindow !== null) await refuseNowhere(ctx, { centre }, { service, toWindow: to });
  const { rows, left } = await lockLine(ctx, centre, tickets);
  const fits = ({ left_over }: TicketRow): boolean =>
    (from === undefined || left_over.includes(from)) &&
    (service === undefined || !left_over.includes(service));
  const moving = rows.filter((row) => toWindow !== undefined || fits(row));
  const given = {
    ...(from === undefined ? {} : { from }),
    ...(service === undefined ? {} : { service }),
    ...(to === undefined ? {} : { toWindow: to }),
  };
  for (const row of moving) await make(ctx, row, 'transfer', undefined, given);
  const same = rows.filter((row) => !moving.includes(row));
  const before = moving.flatMap((row) =>
    row.for_window === null ? [] : [{ ticket: formatRef('T', row), window: row.for_window }],
  );
  return { moved: refsOf(moving), before, left: [...left, ...same.map(told)] };
}
const refsOf = (rows: readonly TicketRow[]): string[] => rows.map((row) => formatRef('T', row));
const told = (row: TicketRow) => ({ number: numberOf(row), state: row.state });

/** Their tickets are cancelled; whoever follows one reads that the hall shuts early. */
export async function cancelAll(
  ctx: Ctx,
  { centre, tickets }: InputOf<typeof sendHome>,
): Promise<ReplyOf<typeof sendHome>> {
  await managed(ctx, centre);
  const { rows, left } = await lockLine(ctx, centre, tickets);
  for (const row of rows) await make(ctx, row, 'cancel', undefined);
  return { moved: refsOf(rows), left };
}
