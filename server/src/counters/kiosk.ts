// SPDX-License-Identifier: Apache-2.0
// Somebody shows at the machine in the hall who they are, and the ticket comes to their phone. The machine is told nothing.
import type { takeTicket } from '@lilong/contracts/counters';
import { readId, tidyId } from '@lilong/contracts/id-number';
import type { presentCode, presentNumber, ticketCode } from '@lilong/contracts/kiosk';
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { makeLimit } from '../kernel/limits.ts';
import { scannable } from '../kernel/qr.ts';
import { asSystem } from '../kernel/serve.ts';
import { today } from '../kernel/today.ts';
import type { Asked } from '../kernel/together.ts';
import { accountOfNumber, redeemShown } from '../registry/index.ts';
import { joinBooking } from './booking/join.ts';
import { needCentre } from './hall.ts';
import { elderlyFrom } from './settings.ts';
import { takeAll } from './take.ts';
import { tellOf } from './tell.ts';
import { ownTicket } from './ticket-queries.ts';

/** As for tickets: a whole hall may share one address. */
const presentLimit = makeLimit(300, 10);
const validMs = 10 * 60_000;

/** A number that somebody typed, or the account of whoever showed a code. */
type Shown = { readonly until: string } & ({ readonly id: string } | { readonly account: number });

/**
 * The number is sealed and given back. Nobody asks whether it is known, so neither the reply nor its time can tell.
 *
 * @throws {Refusal} `registry.id-number` when it is not whole
 */
export async function present(
  ctx: Ctx,
  { number }: InputOf<typeof presentNumber>,
): Promise<ReplyOf<typeof presentNumber>> {
  presentLimit.count(ctx.actor.address, ctx.now);
  const id = tidyId(number);
  const facts = readId(id);
  if (facts === undefined) throw new Refusal('registry.id-number', {}, 'number');
  return { holder: sealed(ctx, { id }), elderly: await isElderly(ctx, facts.bornOn) };
}

/**
 * 亮证: the code says who stands there, and they read that this hall read it.
 *
 * @throws {Refusal} `registry.shown-code` when it is wrong, used or over
 */
export async function presentShown(
  ctx: Ctx,
  { centre, code }: InputOf<typeof presentCode>,
): Promise<ReplyOf<typeof presentCode>> {
  presentLimit.count(ctx.actor.address, ctx.now);
  const { organisation } = await needCentre(ctx, centre);
  const { account, bornOn } = await redeemShown(ctx, code, { organisation });
  const elderly = bornOn !== null && (await isElderly(ctx, bornOn));
  return { holder: sealed(ctx, { account }), elderly };
}

function sealed({ keys, now }: Ctx, of: { id: string } | { account: number }): string {
  const shown: Shown = { ...of, until: new Date(now.getTime() + validMs).toISOString() };
  return keys.seal(JSON.stringify(shown));
}

const isElderly = async (ctx: Ctx, bornOn: string): Promise<boolean> =>
  yearsAt(bornOn, today(ctx)) >= (await elderlyFrom(ctx));

/** Whole years between two days, both as `1949-12-10`. */
export function yearsAt(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Tickets; where a document was shown one comes to its holder's phone as well, once the reply is on its way. */
export async function takeAtHalls(
  host: Host,
  asked: readonly Asked<typeof takeTicket>[],
): ReturnType<typeof takeAll> {
  const all = await takeAll(asked);
  for (const [at, { ctx, input }] of asked.entries()) {
    const taken = all[at];
    if (taken === undefined || taken instanceof Refusal || input.holder === undefined) continue;
    const shown = shownIn(ctx, input.holder);
    const key = parseRef('T', taken.ticket.ticket);
    if (shown !== undefined && key !== undefined)
      ctx.after(() => void giveTo(host, shown, key).catch((fault) => host.http.log.error(fault)));
  }
  return all;
}

/** Undefined when it is over: the ticket is taken all the same. */
function shownIn({ keys, now }: Ctx, holder: string): Shown | undefined {
  try {
    const shown = JSON.parse(keys.open(holder)) as Shown; // by `sealed`
    return Date.parse(shown.until) > now.getTime() ? shown : undefined;
  } catch {
    return undefined;
  }
}

async function giveTo(host: Host, shown: Shown, key: RowKey): Promise<void> {
  await asSystem(host, 'counters.holder', systemActor, async (ctx) => {
    const account = 'id' in shown ? await accountOfNumber(ctx, shown.id) : shown.account;
    if (account === undefined) return;
    const row = await ownTicket(ctx, key, account);
    if (row !== undefined) tellOf(ctx, await joinBooking(ctx, row, account), { unnamed: true });
  });
}

/** What stands behind # is never sent: the token is in no log of a server on the way. */
export const drawCode = (
  ctx: Ctx,
  { token }: InputOf<typeof ticketCode>,
): Promise<ReplyOf<typeof ticketCode>> => scannable(ctx, `/ticket#${token}`);
