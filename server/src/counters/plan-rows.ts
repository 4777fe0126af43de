// SPDX-License-Identifier: Apache-2.0
// What a plan would be once it is kept, or why it is refused; and what the hours of a centre are made of. Pure: the save and its
// preview ask the same.
import type { closeEarly, planDays, planWeek } from '@lilong/contracts/counters-hall';
import { faultIn, type Hours, type Span } from '@lilong/contracts/opening-hours';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import { dateOfDay, dayOfDate } from '../kernel/calendar-zone.ts';
import type { OpeningRow } from './tables.ts';

const farthest = 366; // days ahead

type Given<K> = K extends OpeningRow
  ? Pick<K, 'kind' | 'body' | 'from_day' | 'to_day' | 'why'>
  : never;
export type NewOpening = Given<OpeningRow>;
/** What holds already, and the day on which it is planned. */
export interface Before {
  readonly planned: readonly OpeningRow[];
  readonly today: string;
}

/** @throws {Refusal} counters.hours-never, -time, -order, -overlap; counters.plan-past, plan-there */
export function weekRow(
  { planned, today }: Before,
  { from, week }: Pick<InputOf<typeof planWeek>, 'from' | 'week'>,
): NewOpening {
  const all = [...week.days, week.worked, week.holiday];
  for (const [at, spans] of all.entries()) needSpans(spans, fields[at] ?? 'week');
  if (all.every((spans) => spans.length === 0))
    throw new Refusal('counters.hours-never', {}, 'week');
  needAhead(today, from, 'from');
  if (planned.some(({ kind, from_day }) => kind === 'week' && from_day === from))
    throw new Refusal('counters.plan-there', { from, to: from }, 'from');
  const sorted = { days: week.days.map(inOrder), worked: inOrder(week.worked) };
  const body = { ...sorted, holiday: inOrder(week.holiday) };
  return { kind: 'week', from_day: from, to_day: null, body, why: null };
}
const fields = ['0', '1', '2', '3', '4', '5', '6', 'worked', 'holiday'].map((day) => `week.${day}`);
const inOrder = (spans: readonly Span[]): Span[] =>
  spans.toSorted(([one], [other]) => one.localeCompare(other));

/** @throws {Refusal} counters.hours-time, -order, -overlap; counters.plan-past, plan-there */
export function daysRow(
  { planned, today }: Before,
  { from, to, spans, why }: Omit<InputOf<typeof planDays>, 'centre'>,
): NewOpening {
  needSpans(spans, 'spans');
  needAhead(today, from, 'from');
  if (to < from) throw new Refusal('counters.hours-order', { from, to }, 'to');
  needAhead(today, to, 'to');
  const there = planned.find(
    (row) => row.kind === 'days' && row.from_day <= to && from <= (row.to_day ?? ''),
  );
  if (there !== undefined)
    throw new Refusal(
      'counters.plan-there',
      { from: there.from_day, to: there.to_day ?? '' },
      'from',
    );
  return { kind: 'days', from_day: from, to_day: to, body: { spans: inOrder(spans) }, why };
}

/** Today as it is: the clock of the hall, and when it shuts otherwise. */
export interface Today extends Before {
  readonly now: string;
  readonly shuts: string;
}
/** @throws {Refusal} counters.early-late when the hall is shut by then anyway, plan-past, plan-there when it was said already */
export function earlyRow(
  { planned, today, now, shuts }: Today,
  { time = now, why }: Omit<InputOf<typeof closeEarly>, 'centre'>,
): NewOpening {
  if (planned.some(({ kind }) => kind === 'early'))
    throw new Refusal('counters.plan-there', { from: today, to: today }, 'time');
  if (time >= shuts) throw new Refusal('counters.early-late', { at: shuts }, 'time');
  if (minutesOf(time) < minutesOf(now) - 1)
    // what was now when it was typed
    throw new Refusal('counters.plan-past', { day: time }, 'time');
  return { kind: 'early', from_day: today, to_day: today, body: { at: time }, why };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function needSpans(spans: readonly Span[], field: string): void {
  const fault = faultIn(spans);
  if (fault === undefined) return;
  if (fault.kind === 'time')
    throw new Refusal('counters.hours-time', { value: fault.value }, field);
  if (fault.kind === 'order') {
    const { from, to } = fault;
    throw new Refusal('counters.hours-order', { from, to }, field);
  }
  const { first, second } = fault;
  throw new Refusal('counters.hours-overlap', { first, second }, field);
}

/** A day of the calendar from today on, at most a year ahead. */
function needAhead(today: string, text: string, field: string): void {
  const day = dayOfDate(text);
  const last = dateOfDay((dayOfDate(today) ?? 0) + farthest);
  if (day === undefined || text < today || text > last)
    throw new Refusal('counters.plan-past', { day: text }, field);
}

type Added = Required<Pick<Hours, 'weeks' | 'days' | 'early'>>;
/** Everything that holds, as `hours` has it. */
export function addedBy(planned: readonly (NewOpening & { readonly no: number })[]): Added {
  const none: Added = { weeks: [], days: [], early: [] };
  return planned
    .toSorted((one, other) => one.from_day.localeCompare(other.from_day))
    .reduce(addTo, none);
}

function addTo({ weeks, days, early }: Added, row: NewOpening & { readonly no: number }): Added {
  const [from, why] = [row.from_day, row.why ?? ''];
  switch (row.kind) {
    case 'week':
      return { weeks: [...weeks, { from, week: row.body }], days, early };
    case 'days':
      return { weeks, early, days: [...days, { from, to: row.to_day ?? from, why, ...row.body }] };
    case 'early':
      return { weeks, days, early: [...early, { plan: row.no, day: from, why, ...row.body }] };
  }
}
