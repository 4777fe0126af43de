// SPDX-License-Identifier: Apache-2.0
// Room at one start, against the theorem of Hall; and what is kept for those who walk in.
import type { Hours } from '@lilong/contracts/opening-hours';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFromRows, defaultCalendarRows } from '../../kernel/calendar.ts';
import { dayOfDate } from '../../kernel/calendar-zone.ts';
import { roomFor, unseated } from './seats.ts';
import { bookableAt, spansOfDay, startsOf, unitsOf, usualBooking } from './slots.ts';

const classes = ['general', 'insurance', 'residence', 'veterans'];
const windows = fc.array(
  fc.subarray(classes, { minLength: 1 }).map((services) => ({ services })),
  { maxLength: 7 },
);
const units = fc.array(
  fc.constantFrom(...classes).map((service) => ({ service })),
  { maxLength: 10 },
);
const subsets = Array.from({ length: 2 ** classes.length }, (_, bits) =>
  classes.filter((_one, at) => (bits >> at) % 2 === 1),
);

/** Every set of classes finds as many windows as it has people. */
function allFit(booked: readonly { service: string }[], all: readonly { services: string[] }[]) {
  return subsets.every(
    (set) =>
      booked.filter(({ service }) => set.includes(service)).length <=
      all.filter(({ services }) => services.some((one) => set.includes(one))).length,
  );
}

test('whoever fits has a window, whoever does not could not have one', () => {
  fc.assert(
    fc.property(units, windows, (booked, all) => {
      const out = unseated(booked, all);
      const seated = booked.filter((one) => !out.includes(one));
      expect(allFit(seated, all)).toBe(true);
      for (const one of out) {
        const before = seated.filter((other) => booked.indexOf(other) < booked.indexOf(one));
        expect(allFit([...before, one], all)).toBe(false);
      }
      for (const service of classes) {
        const room = roomFor(service, seated, all);
        const more = (count: number) => [...seated, ...Array(count).fill({ service })];
        expect([allFit(more(room), all), allFit(more(room + 1), all)]).toEqual([true, false]);
      }
    }),
    { numRuns: 500 },
  );
});

test('each window keeps its share for those who walk in, evenly over the day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 1, max: 40 }),
      (share, ordinal, first, count) => {
        const rule = { ...usualBooking, share };
        const starts = unitsOf(first * 15 * 60_000, count, 15);
        const window = [{ ordinal, services: classes }];
        const booked = starts.filter((at) => bookableAt(window, at, rule).length > 0).length;
        expect(Math.abs(booked - (count * share) / 100)).toBeLessThan(1);
      },
    ),
  );
});

const calendar = calendarFromRows(defaultCalendarRows(2026, 2026));
const hours: Hours = {
  ...{ rest: [['08:30', '11:30']] },
  working: [
    ['08:30', '11:30'],
    ['13:00', '16:30'],
  ],
};
const startsOn = (date: string, count: number): string[] =>
  startsOf(spansOfDay(calendar, hours, dayOfDate(date) ?? 0), 15, count).map((at) =>
    new Date(at + 8 * 3_600_000).toISOString().slice(11, 16),
  );

test('starts follow the hours of the day and the calendar; nobody is served over noon', () => {
  expect(startsOn('2026-03-02', 1)).toHaveLength(12 + 14);
  expect(startsOn('2026-03-02', 3).filter((at) => at < '12')).toEqual(
    startsOn('2026-03-02', 1).slice(0, 10),
  );
  expect(startsOn('2026-02-14', 1)).toHaveLength(26); // a Saturday that is worked before 春节
  expect(startsOn('2026-04-06', 1)).toHaveLength(12); // a Monday off after 清明
  expect(startsOn('2026-03-02', 20)).toEqual([]);
});
