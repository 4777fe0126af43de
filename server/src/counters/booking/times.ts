// SPDX-License-Identifier: Apache-2.0
// Times of a hall that can be booked, with the places left.
import type { bookableTimes } from '@lilong/contracts/booking';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { DAY_MS, dateOfDay, dayOfDate } from '../../kernel/calendar-zone.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { needServices } from '../take.ts';
import { byStart, ledgerOf, leftAt, startsAhead } from './ledger.ts';
import { selectUnits } from './queries.ts';
import { spansOfDay } from './slots.ts';

export async function showTimes(
  ctx: Ctx,
  { centre, services, day: asked }: InputOf<typeof bookableTimes>,
): Promise<ReplyOf<typeof bookableTimes>> {
  const ledger = await ledgerOf(ctx, centre);
  needServices(ledger, services);
  const { rule, calendar } = ledger;
  const first = calendar.zone.dayOf(ctx.now.getTime());
  const last = new Date(ctx.now.getTime() + (rule.days + 2) * DAY_MS);
  const held = byStart(await selectUnits(ctx, centre, ctx.now, last));
  const timesOf = (day: number) =>
    startsAhead(ctx, ledger, day, services.length).map((start) => ({
      at: new Date(start).toISOString(),
      left: leftAt(ledger, held, services, start),
    }));
  const days = Array.from({ length: rule.days + 1 }, (_, index) => {
    const day = first + index;
    const open = spansOfDay(calendar, ledger.centre.hours, day).length > 0;
    return { day, open, times: timesOf(day) };
  });
  const wanted = days.find(({ day }) => asked !== undefined && day === dayOfDate(asked));
  const shown = wanted ?? days.find(({ times }) => times.some(({ left }) => left > 0)) ?? days[0];
  return {
    ...{ ahead: rule.days, every: rule.every },
    days: days.map(({ day, open, times }) => ({
      ...{ day: dateOfDay(day), open, left: times.filter(({ left }) => left > 0).length },
    })),
    day: dateOfDay(shown?.day ?? first),
    times: shown?.times ?? [],
  };
}
