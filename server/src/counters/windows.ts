// SPDX-License-Identifier: Apache-2.0
// Who sits at a window, whether it is open, and what it does.
import type { leaveWindow, setWindow, sitAtWindow } from '@lilong/contracts/counters';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { servicesOf } from './classes.ts';
import { windowPolicy } from './policy.ts';
import type { WindowRow } from './tables.ts';
import { tellOfWindow } from './tell.ts';
import {
  freeWaiting,
  lockSeat,
  lockWindow,
  selectAtWindow,
  updateWindow,
} from './ticket-queries.ts';
import { numberOf } from './workflow.ts';

/**
 * Locked; permission was asked.
 *
 * @throws {Refusal} found.nothing, auth.denied
 */
async function goToWindow(ctx: Ctx, no: number, to: 'sit' | 'keep'): Promise<WindowRow> {
  ctx.requireEver(windowPolicy, to);
  await ctx.require(windowPolicy, to, { no });
  const row = await lockWindow(ctx, no);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'window' }, 'window');
  return row;
}

/**
 * The window at which the actor sits; locked.
 *
 * @throws {Refusal} counters.seat-taken, counters.window-closed
 */
export async function ownWindow(ctx: Ctx, no: number): Promise<WindowRow> {
  const row = await goToWindow(ctx, no, 'sit');
  const { seat, name } = row;
  if (seat !== null && seat !== ctx.actor.account)
    throw new Refusal('counters.seat-taken', { name });
  if (seat === null) throw new Refusal('counters.window-closed', { name });
  return row;
}

/** Sitting down opens it. Whoever sat elsewhere leaves there. */
export async function sit(
  ctx: Ctx,
  { window: no }: InputOf<typeof sitAtWindow>,
): Promise<ReplyOf<typeof sitAtWindow>> {
  const row = await goToWindow(ctx, no, 'sit');
  const { account } = ctx.actor;
  if (row.seat !== null && row.seat !== account)
    throw new Refusal('counters.seat-taken', { name: row.name });
  const before = account === null ? undefined : await lockSeat(ctx, account);
  if (before !== undefined && before.no !== no) await shut(ctx, before);
  await updateWindow(ctx, no, { open: true, seat: account });
  told(ctx, row, 'counters.seat');
  return { done: true };
}

export async function leave(
  ctx: Ctx,
  { window: no }: InputOf<typeof leaveWindow>,
): Promise<ReplyOf<typeof leaveWindow>> {
  const row = await ownWindow(ctx, no);
  await shut(ctx, row);
  told(ctx, row, 'counters.seat');
  return { done: true };
}

/** @throws {Refusal} counters.window-busy while it has somebody */
async function shut(ctx: Ctx, row: WindowRow): Promise<void> {
  const ticket = await selectAtWindow(ctx, row);
  if (ticket !== undefined) throw new Refusal('counters.window-busy', { number: numberOf(ticket) });
  await updateWindow(ctx, row.no, { open: false, seat: null });
  await freeWaiting(ctx, row);
}

/** The manager opens or closes it, and says what it does. */
export async function set(
  ctx: Ctx,
  { window: no, open, services }: InputOf<typeof setWindow>,
): Promise<ReplyOf<typeof setWindow>> {
  const row = await goToWindow(ctx, no, 'keep');
  if (services !== undefined) {
    const known = new Set((await servicesOf(ctx)).map(({ service }) => service));
    if (!services.every((one) => known.has(one)))
      throw new Refusal('found.nothing', { what: 'service' }, 'services');
    await updateWindow(ctx, no, { services: [...services] });
  }
  if (open === true && !row.open) await updateWindow(ctx, no, { open: true });
  if (open === false && row.open) await shut(ctx, row);
  told(ctx, row, 'counters.window', { open, services });
  return { done: true };
}

function told(
  ctx: Ctx,
  row: WindowRow,
  act: 'counters.seat' | 'counters.window',
  facts?: object,
): void {
  tellOfWindow(ctx, row);
  ctx.note({ act, subject: `window ${row.no}`, place: row.place, facts });
}
