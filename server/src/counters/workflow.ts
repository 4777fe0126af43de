// SPDX-License-Identifier: Apache-2.0
// Pure rules: what a move does to a ticket. No I/O, no clock.
import { Refusal } from '@lilong/contracts/refusals';
import { type TicketMove, type TicketMoveName, ticketMoveOf } from '@lilong/contracts/ticket-flow';
import { type LineRule, lineMoment } from './order.ts';
import type { TicketPatch, TicketRow } from './tables.ts';

export interface MoveFacts {
  readonly now: Date;
  readonly rule: LineRule;
  /** Calls after which somebody is a no-show. */
  readonly callsToNoShow: number;
  /** Where the ticket is, or is called to. */
  readonly window?: { readonly no: number; readonly services: readonly string[] };
  /** The class that is handed over; without it the first that the window does. */
  readonly from?: string;
  /** The class handed over to, or added. */
  readonly service?: string;
  readonly toWindow?: number;
  readonly backAt?: Date;
}

/** `A012`. */
export const numberOf = ({ letter, seq }: Pick<TicketRow, 'letter' | 'seq'>): string =>
  `${letter}${String(seq).padStart(3, '0')}`;

/**
 * The move that the table permits in this state, with what no table can say.
 *
 * @throws {Refusal} counters.wrong-state, counters.call-first, counters.there
 */
export function permitted(row: TicketRow, name: TicketMoveName, facts: MoveFacts): TicketMove {
  const move = ticketMoveOf(row.state, name);
  const aside = row.back_at !== null && row.back_at > facts.now;
  if (move === undefined || (name === 'back' && !aside))
    throw new Refusal('counters.wrong-state', { number: numberOf(row), state: row.state });
  if (name === 'no_show' && row.calls < facts.callsToNoShow)
    throw new Refusal('counters.call-first', { times: facts.callsToNoShow });
  const { service } = facts;
  if (name === 'add_matter' && service !== undefined && row.left_over.includes(service))
    throw new Refusal('counters.there', { name: service }, 'service');
  return move;
}

/** What the move changes in the row. */
export function effectsOf(
  row: TicketRow,
  name: TicketMoveName,
  move: TicketMove,
  facts: MoveFacts,
): TicketPatch {
  const { now } = facts;
  const away: TicketPatch = { state: move.to, window: null, serving_at: null };
  switch (name) {
    case 'call':
      return {
        ...{ state: move.to, window: facts.window?.no ?? null, calls: 1, called_at: now },
        ...{ first_called: row.first_called ?? now, back_at: null, for_window: null },
      };
    case 'call_again':
      return { calls: row.calls + 1, called_at: now, kept_s: keptFor(row, now) };
    case 'serve':
      return { state: move.to, serving_at: now };
    case 'park':
      return {
        ...{ ...away, served_s: spent(row, now), kept_s: keptFor(row, now), calls: 0 },
        back_at: facts.backAt ?? null,
      };
    case 'no_show':
    case 'cancel':
      return {
        ...{ ...away, back_at: null, for_window: null, ended_at: now, identified: false },
        kept_s: keptFor(row, now),
      };
    case 'back':
      return { back_at: null };
    case 'bring_back':
    case 'check_in':
      return { ...stoodAgain(row, facts), state: move.to, calls: 0, ended_at: null };
    case 'add_matter':
      return added(row, facts);
    case 'transfer':
      return {
        ...{ ...away, ...handedOver(row, facts), calls: 0, back_at: null, served_s: 0 },
        kept_s: keptFor(row, now),
      };
    case 'done':
      return finished(row, move, facts);
  }
}

/** Seconds that the matter took so far. */
export function spent({ served_s, serving_at }: TicketRow, now: Date): number {
  const since = serving_at === null ? 0 : now.getTime() - serving_at.getTime();
  return served_s + Math.max(0, Math.round(since / 1000));
}

/** Seconds for which windows were kept for it so far. */
export function keptFor({ kept_s, window, called_at }: TicketRow, now: Date): number {
  const since = window === null ? 0 : now.getTime() - (called_at ?? now).getTime();
  return kept_s + Math.max(0, Math.round(since / 1000));
}

function stoodAgain(row: TicketRow, { now, rule }: MoveFacts): TicketPatch {
  const { priority } = row;
  const appointedAt = row.state === 'booked' ? row.appointed_at : null;
  return { line_at: lineMoment({ at: now, priority, appointedAt }, rule) };
}

function added(row: TicketRow, { service = '' }: MoveFacts): TicketPatch {
  const services = row.services.includes(service) ? row.services : [...row.services, service];
  return { services, left_over: [...row.left_over, service] };
}

/** What was at hand turns out to be of another class; the others stay as they are. */
function handedOver(row: TicketRow, { window, from, service, toWindow }: MoveFacts): TicketPatch {
  const for_window = toWindow ?? null;
  if (service === undefined || row.left_over.includes(service)) return { for_window };
  const at = from ?? doneHere(row, window)[0] ?? row.left_over[0];
  const instead = (one: string): string => (one === at ? service : one);
  const services = [...new Set(row.services.map(instead))];
  return { for_window, services, left_over: row.left_over.map(instead) };
}

/** Matters of the ticket that the window does; the first one where it does none of them. */
export function doneHere(
  { left_over }: { readonly left_over: readonly string[] },
  window: MoveFacts['window'],
): string[] {
  const here = left_over.filter((service) => window?.services.includes(service) === true);
  return here.length > 0 ? here : left_over.slice(0, 1);
}

/** Over, or in line again for what this window does not do. The place in line stays. */
function finished(row: TicketRow, move: TicketMove, { now, window }: MoveFacts): TicketPatch {
  const here = doneHere(row, window);
  const left_over = row.left_over.filter((service) => !here.includes(service));
  const gone = { window: null, serving_at: null, served_s: 0, kept_s: 0, left_over };
  if (left_over.length === 0) return { ...gone, state: move.to, ended_at: now, identified: false };
  return { ...gone, state: move.orElse ?? move.to, calls: 0 };
}
