// SPDX-License-Identifier: Apache-2.0

import { dayOf } from '@lilong/ui/moment.ts';
import { keep, readKept } from '@lilong/ui/session.ts';

const TICKETS = 'lilong.tickets';
const HALL = 'lilong.hall';

/** A ticket lives on the phone that took it: whoever has the token may follow and cancel it. It is forgotten with its day. */
interface Kept {
  readonly token: string;
  readonly day: string;
  /** Reference of the ticket, once the server told it. */
  readonly ticket?: string;
}

/** Tokens of today's tickets, the newest first. */
export function keptTickets(): readonly string[] {
  const today = dayOf(new Date());
  return read()
    .filter(({ day }) => day === today)
    .map(({ token }) => token);
}

/** References of the same, as far as they are known. */
export const keptRefs = (): readonly string[] =>
  read().flatMap(({ ticket }) => (ticket === undefined ? [] : [ticket]));

/** Keeps a token, or what was learnt of one that is kept, in its place. */
export function keepTicket(token: string, ticket?: string): void {
  const before = read();
  const kept = { token, day: dayOf(new Date()), ...(ticket === undefined ? {} : { ticket }) };
  const isThere = before.some((one) => one.token === token);
  write(
    isThere
      ? before.map((one) => (one.token === token ? { ...one, ...kept } : one))
      : [kept, ...before],
  );
}

export function forgetTicket(token: string): void {
  write(read().filter((one) => one.token !== token));
}

/** Where the last ticket was taken. */
export function lastHall(): number | undefined {
  const kept = Number(readKept(HALL));
  return Number.isSafeInteger(kept) && kept > 0 ? kept : undefined;
}
export const keepHall = (centre: number): void => keep(HALL, String(centre));

function read(): readonly Kept[] {
  const kept = readKept(TICKETS);
  return kept === null || kept === '' ? [] : (JSON.parse(kept) as Kept[]); // written by `write` alone
}

function write(tickets: readonly Kept[]): void {
  const today = dayOf(new Date());
  keep(TICKETS, JSON.stringify(tickets.filter(({ day }) => day === today).slice(0, 5)));
}
