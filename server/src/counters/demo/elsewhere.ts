// SPDX-License-Identifier: Apache-2.0
// In a demonstration people come to the other halls too, and are served there, while these are open. No event and no audit:
// nobody acts there, they stand for a picture of the city.
import type { Ctx } from '../../kernel/ctx.ts';
import { calendarOf } from '../../kernel/in-force.ts';
import { comers, type DraftTicket, draftLine } from '../generate/lines.ts';
import { isOpen } from '../hours.ts';
import { selectCentres } from '../queries.ts';
import {
  callInvented,
  finishInvented,
  insertComers,
  openFirst,
  selectBegun,
  sendInventedHome,
} from './queries.ts';

const minute = 60_000; // ms

/**
 * What happened since it was asked last, about `every` minutes ago, in every hall but the one where somebody plays: those
 * that opened meanwhile have people in line, those that shut are empty.
 */
export async function liveElsewhere(ctx: Ctx, but: number, every: number): Promise<void> {
  const calendar = await calendarOf(ctx);
  const others = (await selectCentres(ctx, {})).filter(({ no }) => no !== but);
  const open = others.filter(({ hours }) => isOpen(calendar, hours, ctx.now)).map(({ no }) => no);
  const left = others.filter((one) => one.waiting + one.openWindows > 0 && !open.includes(one.no));
  await sendInventedHome(
    ctx,
    left.map(({ no }) => no),
  );
  const begun = await selectBegun(ctx, open);
  const fresh = open.filter((no) => !begun.has(no)).map(draftLine);
  await openFirst(ctx, fresh);
  await finishInvented(ctx, open);
  const turn = Math.floor(ctx.now.getTime() / (every * minute));
  const more = others.filter(({ no }) => begun.has(no) && open.includes(no));
  const came: DraftTicket[] = more.flatMap(({ no, waiting }) => comers(no, turn, waiting));
  await insertComers(ctx, [...fresh.flatMap(({ tickets }) => tickets), ...came]);
  await callInvented(ctx, open);
}
