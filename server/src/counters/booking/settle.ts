// SPDX-License-Identifier: Apache-2.0
// What becomes of bookings that a plan leaves without room: shown before it is saved, and done with the save.
import type { Settle, Unsettled } from '@lilong/contracts/counters-hall';
import type { Hours } from '@lilong/contracts/opening-hours';
import type { Ctx } from '../../kernel/ctx.ts';
import { servicesOf } from '../classes.ts';
import type { WindowRow } from '../tables.ts';
import { putTo } from './book.ts';
import { isOpenAt, refit, type ToCome, toCome, unfitOf } from './fitting.ts';
import { matters, refOf } from './held.ts';
import { byStart, type Held, type Ledger, leftAt, placesAt, startsAhead } from './ledger.ts';
import { lockBooking, lockSlots, selectUnits, updateBooking } from './queries.ts';
import { unitsOf } from './slots.ts';
import type { BookingRow } from './tables.ts';
import { canTell } from './tell.ts';

/** What of a hall would be otherwise. */
interface Change {
  readonly hours: Hours;
  readonly windows?: readonly WindowRow[];
}

/** Bookings to come that have room as the hall is planned now, and would have none; soonest first. */
export async function unsettledBy(
  ctx: Ctx,
  no: number,
  { hours, windows }: Change,
): Promise<Unsettled[]> {
  const there = await toCome(ctx, no);
  const { ledger, bookings } = there;
  const then = {
    ...ledger,
    centre: { ...ledger.centre, hours },
    windows: windows ?? ledger.windows,
  };
  const [now, after] = [unfitOf(there), unfitOf({ ...there, ledger: then })];
  const left = bookings.filter((row) => after.has(row.no) && !now.has(row.no)).sort(bySoonest);
  if (left.length === 0) return [];
  const nearest = nearestFor(
    ctx,
    then,
    await heldAhead(ctx, then),
    left.filter((row) => canTell(ctx, row)),
  );
  const known = await servicesOf(ctx);
  return left.map((row) => ({
    ...{ booking: refOf(row), code: row.code, day: row.day, matters: matters(row, known) },
    ...{ at: row.starts_at.toISOString(), told: canTell(ctx, row), canKeep: isOpenFor(then, row) },
    moveTo: moment(nearest.get(row.no)?.[0]),
  }));
}
const moment = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();
const bySoonest = (one: BookingRow, other: BookingRow): number =>
  one.starts_at.getTime() - other.starts_at.getTime() || one.no - other.no;
const unitsAt = ({ starts_at, services }: BookingRow, { rule }: Ledger): number[] =>
  unitsOf(starts_at.getTime(), services.length, rule.every);
const isOpenFor = (ledger: Ledger, row: BookingRow): boolean =>
  unitsAt(row, ledger).every((start) => isOpenAt(ledger, start));

/** To be called with the change written: what was chosen is done, and whoever has no room then is told. */
export async function settle(ctx: Ctx, centre: number, chosen: Settle | undefined): Promise<void> {
  if (chosen !== undefined) await keepOrMove(ctx, await toCome(ctx, centre), chosen);
  await refit(ctx, centre);
}

/** Bookings are locked before starts, as by whoever moves their own. */
async function keepOrMove(ctx: Ctx, there: ToCome, { all, but }: Settle): Promise<void> {
  const ways = new Map(but.map(({ booking, how }) => [booking, how]));
  const unfit = unfitOf(there);
  const moving: BookingRow[] = [];
  for (const found of there.bookings) {
    const how = ways.get(refOf(found)) ?? all;
    if (!unfit.has(found.no) || found.unfit_at !== null || how === 'tell') continue;
    const row = await lockBooking(ctx, found);
    if (row?.state !== 'booked' || row.starts_at.getTime() !== found.starts_at.getTime()) continue;
    if (how === 'move' && canTell(ctx, row)) moving.push(row);
    if (how === 'keep' && isOpenFor(there.ledger, row))
      await updateBooking(ctx, row, { kept_at: ctx.now });
  }
  if (moving.length > 0) await moveAll(ctx, there, moving.sort(bySoonest));
}

/** To the nearest times with room, which may have been taken meanwhile: who finds none there stays, and is told. */
async function moveAll(ctx: Ctx, { ledger }: ToCome, moving: readonly BookingRow[]): Promise<void> {
  const wanted = nearestFor(ctx, ledger, await heldAhead(ctx, ledger), moving);
  const starts = new Set([...wanted.values()].flat());
  await lockSlots(ctx, ledger.centre.no, [...starts]);
  const held = await heldAhead(ctx, ledger);
  const found = nearestFor(ctx, ledger, held, moving, (start) => starts.has(start));
  for (const row of moving) {
    const units = found.get(row.no);
    if (units === undefined) continue;
    const last = new Date(units.at(-1) ?? 0);
    const now = await selectUnits(ctx, ledger.centre.no, new Date(units[0] ?? 0), last);
    const seats = Map.groupBy(now, ({ starts_at }) => starts_at.getTime());
    await putTo(ctx, row, ledger, placesAt(seats, row.services, units));
  }
}

/** Places that are held until the last day that can be booked. */
async function heldAhead(
  ctx: Ctx,
  { calendar, centre, rule }: Ledger,
): Promise<Map<number, Held[]>> {
  const day = calendar.zone.dayOf(ctx.now.getTime()) + rule.days + 1;
  const end = new Date(calendar.zone.dayStart(day));
  return new Map(byStart(await selectUnits(ctx, centre.no, ctx.now, end)));
}

/** The units nearest to the time of each that have room, one after the other; those without are left out. */
function nearestFor(
  ctx: Ctx,
  ledger: Ledger,
  held: Map<number, Held[]>,
  rows: readonly BookingRow[],
  may: (start: number) => boolean = () => true,
): Map<number, number[]> {
  const { calendar, rule } = ledger;
  const today = calendar.zone.dayOf(ctx.now.getTime());
  const days = Array.from({ length: rule.days + 1 }, (_, ahead) => today + ahead);
  const starts = new Map<number, number[]>();
  const found = new Map<number, number[]>();
  for (const { no, services, starts_at } of rows) {
    const count = services.length;
    const all = starts.get(count) ?? days.flatMap((day) => startsAhead(ctx, ledger, day, count));
    starts.set(count, all);
    const far = (start: number): number => Math.abs(start - starts_at.getTime());
    const at = all
      .toSorted((one, other) => far(one) - far(other))
      .find(
        (start) =>
          unitsOf(start, count, rule.every).every(may) && leftAt(ledger, held, services, start) > 0,
      );
    if (at === undefined) continue;
    const units = unitsOf(at, count, rule.every);
    for (const [index, start] of units.entries()) {
      const unit = { service: services[index] ?? '', starts_at: new Date(start) };
      held.set(start, [...(held.get(start) ?? []), unit]);
    }
    found.set(no, units);
  }
  return found;
}
