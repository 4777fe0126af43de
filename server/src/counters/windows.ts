// SPDX-License-Identifier: Apache-2.0
// Who sits at a window, whether it is open, and what it does.
import type { leaveWindow, sitAtWindow } from '@lilong/contracts/counters';
import type { addWindow, retireWindow, setWindow } from '@lilong/contracts/counters-hall';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { settle } from './booking/settle.ts';
import { servicesOf } from './classes.ts';
import { managed } from './plan.ts';
import { lockCentre } from './plan-queries.ts';
import { windowPolicy } from './policy.ts';
import { selectWindows } from './queries.ts';
import type { WindowRow } from './tables.ts';
import { tellOfWindow } from './tell.ts';
import {
  freeWaiting,
  insertWindow,
  lockSeat,
  lockWindow,
  selectAtWindow,
  selectNextOrdinal,
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
  if (row === undefined || row.retired_at !== null)
    throw new Refusal('found.nothing', { what: 'window' }, 'window');
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
  { window: no, open, name, services, settle: how }: InputOf<typeof setWindow>,
): Promise<ReplyOf<typeof setWindow>> {
  const row = await goToWindow(ctx, no, 'keep');
  if (services !== undefined) {
    await needKnown(ctx, services);
    await updateWindow(ctx, no, { services: [...services] });
    await settle(ctx, row.centre, how);
  }
  if (name !== undefined && name !== row.name) {
    await lockCentre(ctx, row.centre);
    needUnused(await selectWindows(ctx, row.centre), name);
    await updateWindow(ctx, no, { name });
  }
  if (open === true && !row.open) await updateWindow(ctx, no, { open: true });
  if (open === false && row.open) await shut(ctx, row);
  told(ctx, row, 'counters.window', { open, name, services, settle: how });
  return { done: true };
}

async function needKnown(ctx: Ctx, services: readonly string[]): Promise<void> {
  const known = new Set((await servicesOf(ctx)).map(({ service }) => service));
  if (!services.every((one) => known.has(one)))
    throw new Refusal('found.nothing', { what: 'service' }, 'services');
}

function needUnused(windows: readonly WindowRow[], name: string): void {
  if (windows.some((one) => one.name === name))
    throw new Refusal('counters.window-named', { name }, 'name');
}

/** One window more. Numbers of windows that are no more are not given again. */
export async function grow(
  ctx: Ctx,
  { centre: no, name: asked, services }: InputOf<typeof addWindow>,
): Promise<ReplyOf<typeof addWindow>> {
  const { organisation, place } = await managed(ctx, no);
  await needKnown(ctx, services);
  await lockCentre(ctx, no);
  const ordinal = await selectNextOrdinal(ctx, no);
  if (ordinal > mostWindows) throw new Refusal('counters.windows-full', {});
  const name = asked ?? `${ordinal}号窗口`;
  needUnused(await selectWindows(ctx, no), name);
  const window = { centre: no, organisation, place, ordinal, name, services: [...services] };
  const row = await insertWindow(ctx, { ...window, open: false, seat: null });
  told(ctx, row, 'counters.window', { added: name, services });
  return { window: row.no };
}
const mostWindows = 99;

/** @throws {Refusal} counters.window-open */
export async function retire(
  ctx: Ctx,
  { window: no, settle: how }: InputOf<typeof retireWindow>,
): Promise<ReplyOf<typeof retireWindow>> {
  const row = await goToWindow(ctx, no, 'keep');
  if (row.open) throw new Refusal('counters.window-open', { name: row.name });
  await updateWindow(ctx, no, { retired_at: ctx.now });
  await settle(ctx, row.centre, how);
  told(ctx, row, 'counters.window', { retired: row.name, settle: how });
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
