// SPDX-License-Identifier: Apache-2.0
// A ticket as whoever holds it, or a clerk, reads it. Nothing in it says who that is.
import type { DeskTicket, HeldTicket } from '@lilong/contracts/counters';
import { formatRef } from '@lilong/contracts/refs';
import { ticketMoveOf } from '@lilong/contracts/ticket-flow';
import type { Ctx } from '../kernel/ctx.ts';
import { namedBy, type Service } from './classes.ts';
import { type Hall, hallOf, placeOf } from './hall.ts';
import { closingAt } from './hours.ts';
import type { TicketRow, WindowRow } from './tables.ts';
import { numberOf } from './workflow.ts';

/** What a ticket tells of its hall. */
export interface HeldIn extends Pick<Hall, 'services' | 'calendar'> {
  readonly centre: Pick<Hall['centre'], 'name' | 'address' | 'hours'>;
  readonly windows: readonly Pick<WindowRow, 'no' | 'name'>[];
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function matters(
  { services, left_over }: TicketRow,
  known: readonly Service[],
): HeldTicket['matters'] {
  const named = namedBy(known);
  return services.map((one) => ({ ...named(one), done: !left_over.includes(one) }));
}

/** As its holder follows it; the hall is looked at for the place in line. */
export async function heldTicket(ctx: Ctx, row: TicketRow, hallNow?: Hall): Promise<HeldTicket> {
  const hall = hallNow ?? (await hallOf(ctx, row.centre));
  return heldAt(ctx, row, hall, placeOf(hall, row, ctx.now));
}

/** The same where the place in line is known. */
export function heldAt(
  ctx: Ctx,
  row: TicketRow,
  hall: HeldIn,
  place: Pick<HeldTicket, 'ahead' | 'wait'>,
): HeldTicket {
  const { name, address } = hall.centre;
  return {
    ...{ ticket: formatRef('T', row), number: numberOf(row), state: row.state, day: row.day },
    ...{ centre: row.centre, centreName: name, address, priority: row.priority, calls: row.calls },
    matters: matters(row, hall.services),
    takenAt: row.taken_at.toISOString(),
    ...place,
    window: hall.windows.find(({ no }) => no === row.window)?.name ?? null,
    ...{ calledAt: iso(row.called_at), backAt: iso(row.back_at), endedAt: iso(row.ended_at) },
    closing: closingAt(hall.calendar, hall.centre.hours, ctx.now),
    can: { cancel: ticketMoveOf(row.state, 'cancel')?.who.includes('holder') === true },
  };
}

/** As a clerk works on it. */
export function deskTicket(
  row: TicketRow,
  known: readonly Service[],
  windows: readonly { readonly no: number; readonly name: string }[],
): DeskTicket {
  return {
    ...{ ticket: formatRef('T', row), number: numberOf(row), state: row.state },
    ...{ matters: matters(row, known), priority: row.priority, calls: row.calls },
    ...{ takenAt: row.taken_at.toISOString(), calledAt: iso(row.called_at) },
    ...{ servingAt: iso(row.serving_at), backAt: iso(row.back_at), window: row.window },
    identified: row.identified,
    forWindow: windows.find(({ no }) => no === row.for_window)?.name ?? null,
  };
}
