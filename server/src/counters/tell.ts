// SPDX-License-Identifier: Apache-2.0
// What others hear of a ticket or a window: clerks and the manager, whoever holds it, and the boards of the hall.
import type { Call } from '@lilong/contracts/counters';
import { formatRef } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import { hallChanged } from './city-tally.ts';
import type { CentreRow, TicketRow, WindowRow } from './tables.ts';
import { numberOf } from './workflow.ts';

/** The channel of a hall, which everybody may listen to. */
export const channelOf = (centre: number): string => `${hall}${centre}`;
export const centreOf = (channel: string): number => Number(channel.slice(hall.length));
const hall = 'hall-';

/** `call` is what the boards show and speak. */
export function tellOf(
  ctx: Ctx,
  { street, no, centre, organisation, account, state }: TicketRow,
  { call, unnamed }: { readonly call?: Call; readonly unnamed?: boolean } = {},
): void {
  ctx.after(() => hallChanged(ctx.catalogue, centre));
  ctx.emit({
    ...{ name: 'ticket.moved', street, subject: formatRef('T', { street, no }), place: null },
    facts: { state },
    audience: {
      ...{ organisations: [organisation], accounts: account === null ? [] : [account] },
      aloud: { channel: channelOf(centre), say: call === undefined ? board : { call } },
    },
    ...(unnamed === true ? { unnamed } : {}),
  });
}
const board = { look: 'board' } as const;

export function callOf(ticket: TicketRow, window: string): Call {
  const { called_at, calls } = ticket;
  const at = called_at?.toISOString() ?? '';
  return { number: numberOf(ticket), window, at, times: calls };
}

export function tellOfWindow(ctx: Ctx, { no, centre, organisation, place }: WindowRow): void {
  ctx.after(() => hallChanged(ctx.catalogue, centre));
  ctx.emit({
    ...{ name: 'ticket.window', street: Math.floor(place / 1e6), subject: `window ${no}` },
    ...{ place: null, facts: {} },
    audience: { organisations: [organisation], aloud: { channel: channelOf(centre), say: board } },
  });
}

/** Its hours or windows changed: everybody in it looks again. */
export function tellOfHall(
  ctx: Ctx,
  { no: centre, organisation, place }: Pick<CentreRow, 'no' | 'organisation' | 'place'>,
): void {
  ctx.after(() => hallChanged(ctx.catalogue, centre));
  ctx.emit({
    ...{ name: 'ticket.window', street: Math.floor(place / 1e6), subject: `centre ${centre}` },
    ...{ place: null, facts: {} },
    audience: { organisations: [organisation], aloud: { channel: channelOf(centre), say: board } },
  });
}
