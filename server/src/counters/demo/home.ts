// SPDX-License-Identifier: Apache-2.0
// The hall behind the door of a demonstration goes on living: people come, two clerks whom nobody plays call and serve them,
// at all hours and every day. What somebody who plays has begun is left alone.
import type { takeTicket } from '@lilong/contracts/counters';
import { placeRange } from '@lilong/contracts/place-no';
import { formatRef, parseRef } from '@lilong/contracts/refs';
import type { InputOf } from '@lilong/contracts/route';
import { type Actor, publicActor, systemActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Host } from '../../kernel/host.ts';
import { calendarOf } from '../../kernel/in-force.ts';
import { asSystem } from '../../kernel/serve.ts';
import { isOpen } from '../hours.ts';
import { callTheNext, make, moveOne } from '../moves.ts';
import { selectCentre } from '../queries.ts';
import { take } from '../take.ts';
import { lockTicket, selectAtWindow } from '../ticket-queries.ts';
import { sit } from '../windows.ts';
import { liveElsewhere } from './elsewhere.ts';
import {
  hasBegun,
  type InventedClerk,
  markInvented,
  selectInventedClerks,
  selectSeat,
  selectTired,
} from './queries.ts';

const name = 'demonstration';
/** Minutes between two turns; see the schedule. */
export const every = 5;
const minute = 60_000; // ms
/** Whoever is served is done after so long, and not before: whoever looks on has the time to. */
const servedMs = 8 * minute;
const mostInLine = 9;
const firstInLine = 5; // of a new day
/** Minutes after which somebody whom no window serves goes home. */
const patience = 75;

/** Somebody comes by the machine at the door whom nobody plays. */
export async function walkIn(ctx: Ctx, input: InputOf<typeof takeTicket>): Promise<void> {
  const { ticket } = await take(ctx, input);
  const key = parseRef('T', ticket.ticket);
  if (key !== undefined) await markInvented(ctx, key.street, key.no);
}

/** One turn of all halls; not before the first morning was lived, which takes the time it takes. */
export async function liveOn(host: Host): Promise<void> {
  if (!(await asSystem(host, name, systemActor, hasBegun))) return;
  const clerks = await asSystem(host, name, systemActor, selectInventedClerks);
  const [one] = clerks;
  await asSystem(host, name, systemActor, (ctx) => liveElsewhere(ctx, one?.centre ?? 0, every));
  if (one === undefined) return;
  await asSystem(host, name, systemActor, (ctx) => sendTiredHome(ctx, one.centre));
  await asSystem(host, name, publicActor('zh', name), (ctx) => comeHome(ctx, one.centre));
  for (const clerk of clerks) await asSystem(host, name, actorOf(clerk), (ctx) => work(ctx, clerk));
}

function actorOf({ post: no, account, organisation, place }: InventedClerk): Actor {
  const post = { no, role: 'counter_clerk', organisation, places: [place] } as const;
  return {
    ...{ ...systemActor, kind: 'staff', account, address: name },
    post: { ...post, ranges: [placeRange(place)] },
  };
}

const wanted = ['insurance', 'general', 'residence', 'other', 'insurance', 'residence'];

async function comeHome(ctx: Ctx, centre: number): Promise<void> {
  const hall = await selectCentre(ctx, centre);
  if (hall === undefined || !isOpen(await calendarOf(ctx), hall.hours, ctx.now)) return;
  const { waiting } = hall;
  const count = waiting === 0 ? firstInLine : Number(waiting < mostInLine);
  const turn = Math.floor(ctx.now.getTime() / (every * minute));
  for (let index = 0; index < count; index++) {
    const services = [wanted[(turn + index) % wanted.length] ?? 'general'];
    const first = (turn + index) % 7 === 0 ? ({ priority: 'elderly' } as const) : {};
    await walkIn(ctx, { centre, services, by: 'kiosk', ...first });
  }
}

async function sendTiredHome(ctx: Ctx, centre: number): Promise<void> {
  for (const key of await selectTired(ctx, centre, patience)) {
    const row = await lockTicket(ctx, key);
    if (row !== undefined) await make(ctx, row, 'cancel', undefined);
  }
}

/** Sits down in the morning; serves whoever was called; calls the next when whoever is served has had their time. */
async function work(ctx: Ctx, clerk: InventedClerk): Promise<void> {
  const seat = await selectSeat(ctx, clerk);
  if (seat === undefined) return;
  if (!seat.seated) await sit(ctx, { window: seat.no });
  const at = await selectAtWindow(ctx, { no: seat.no, centre: clerk.centre });
  if (at?.state === 'called')
    return void (await moveOne(ctx, { ticket: formatRef('T', at), move: 'serve' }));
  if (at !== undefined && ctx.now.getTime() - (at.serving_at ?? ctx.now).getTime() < servedMs)
    return;
  await callTheNext(ctx, { window: seat.no, done: true });
}
