// SPDX-License-Identifier: Apache-2.0
// Slips on paper, given out while the program could not: they stand in line where they would have stood.
import { randomBytes } from 'node:crypto';
import type { enterSlip } from '@lilong/contracts/counters-hall';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { tokenHash } from '../kernel/keys.ts';
import { today } from '../kernel/today.ts';
import { servicesOf } from './classes.ts';
import { hallOf, placeOf } from './hall.ts';
import { momentOf } from './hours.ts';
import { lineMoment } from './order.ts';
import { managed } from './plan.ts';
import type { CentreFound } from './queries.ts';
import { lineRule } from './settings.ts';
import type { TicketRow } from './tables.ts';
import { tellOf } from './tell.ts';
import { claimSlip, insertTicket } from './ticket-queries.ts';
import { numberOf } from './workflow.ts';

/** Letter of a slip that has figures alone. */
const onPaper = 'K';

/** @throws {Refusal} counters.slip-letter, slip-future, slip-there; found.nothing when a class is unknown */
export async function typeIn(
  ctx: Ctx,
  input: InputOf<typeof enterSlip>,
): Promise<ReplyOf<typeof enterSlip>> {
  const centre = await managed(ctx, input.centre);
  const slip = await slipOf(ctx, input);
  const takenAt = momentOf(await calendarOf(ctx), input.time, ctx.now);
  if (takenAt > ctx.now) throw new Refusal('counters.slip-future', { time: input.time }, 'time');
  if (!(await claimSlip(ctx, centre.no, today(ctx), slip)))
    throw new Refusal('counters.slip-there', { number: numberOf(slip) }, 'number');
  const row = await insertTicket(ctx, await drafted(ctx, centre, { ...input, ...slip, takenAt }));
  tellOf(ctx, row);
  const ref = formatRef('T', row);
  const facts = { number: numberOf(row), day: row.day, time: input.time };
  ctx.note({ act: 'counters.slip', subject: ref, place: row.place, facts });
  const { ahead } = placeOf(await hallOf(ctx, centre.no), row, ctx.now);
  return { ticket: ref, number: numberOf(row), ahead: ahead ?? 0 };
}

type Slip = Pick<TicketRow, 'letter' | 'seq'>;

/** Letters of the classes are the machine's: the same number would stand twice. */
async function slipOf(
  ctx: Ctx,
  { number, services }: Pick<InputOf<typeof enterSlip>, 'number' | 'services'>,
): Promise<Slip> {
  const known = await servicesOf(ctx);
  if (!services.every((one) => known.some(({ service }) => service === one)))
    throw new Refusal('found.nothing', { what: 'service' }, 'services');
  const letter = /^[A-Za-z]/.exec(number)?.[0].toUpperCase() ?? onPaper;
  const seq = Number(number.replace(/^\D/, ''));
  if (known.some((one) => one.letter === letter))
    throw new Refusal('counters.slip-letter', { letter }, 'number');
  return { letter, seq };
}

type Drafted = Pick<InputOf<typeof enterSlip>, 'services' | 'priority'> &
  Slip & { readonly takenAt: Date };

async function drafted(
  ctx: Ctx,
  { no, organisation, place }: CentreFound,
  { letter, seq, services, priority: given, takenAt }: Drafted,
): Promise<Omit<TicketRow, 'no'>> {
  const priority = given ?? null;
  return {
    ...{ street: Math.floor(place / 1e6), centre: no, organisation, place, day: today(ctx) },
    ...{ letter, seq, state: 'taken', priority, appointed_at: null, taken_at: takenAt },
    ...{ services: [...services], left_over: [...services] },
    line_at: lineMoment({ at: takenAt, priority, appointedAt: null }, await lineRule(ctx)),
    ...{ for_window: null, window: null, calls: 0, first_called: null, called_at: null },
    ...{ serving_at: null, served_s: 0, kept_s: 0, back_at: null, ended_at: null, account: null },
    identified: false,
    token_hash: tokenHash(randomBytes(16).toString('base64url')), // nobody holds it
  };
}
