// SPDX-License-Identifier: Apache-2.0
// The line by property: priority holds, nobody is starved, places stay, everybody is in one line.
import { priorities } from '@lilong/contracts/counters';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aheadOf, inLine, lineMoment, nextFor, usualRule, type Waiting } from './order.ts';

const minute = 60_000;
const start = new Date('2026-03-02T00:30:00Z').getTime();
const at = (minutes: number) => new Date(start + minutes * minute);
const classes = ['general', 'insurance', 'residence'] as const;
const { priorityAhead, bookedAhead, bookedGrace } = usualRule;
/** Whoever comes so many minutes after me never stands before me. */
const bound = Math.max(priorityAhead, bookedAhead + bookedGrace);

const person = fc.record({
  came: fc.integer({ min: 0, max: 240 }),
  priority: fc.option(fc.constantFrom(...priorities), { nil: null }),
  /** Minutes after coming for which a time was booked. */
  booked: fc.option(fc.integer({ min: -40, max: 60 }), { nil: null }),
  wants: fc.subarray([...classes], { minLength: 1 }),
});
type Drawn = typeof person extends fc.Arbitrary<infer T> ? T : never;
const ticket = ({ came, priority, booked, wants }: Drawn, no: number): Waiting => ({
  ...{ no, left_over: wants, for_window: null, back_at: null },
  line_at: lineMoment(
    { at: at(came), priority, appointedAt: booked === null ? null : at(came + booked) },
    usualRule,
  ),
});
const all = { no: 1, services: [...classes] };

test('who has priority stands before everybody who came less than half an hour earlier', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: priorityAhead - 1 }),
      fc.constantFrom(...priorities),
      (earlier, priority) => {
        const plain = ticket(
          { came: 100 - earlier, priority: null, booked: null, wants: ['general'] },
          1,
        );
        const first = ticket({ came: 100, priority, booked: null, wants: ['general'] }, 2);
        expect(nextFor(all, [plain, first], at(100))).toBe(first);
      },
    ),
  );
});

test('nobody who comes later than the bound goes first, whatever they have', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      fc.pre(other.came > one.came + bound);
      expect(ticket(one, 1).line_at < ticket(other, 2).line_at).toBe(true);
    }),
  );
});

test('in a hall that never gets empty everybody is called, after no more than came before the bound', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), (people) => {
      const tickets = people.map((one, index) => ({ ...ticket(one, index + 1), came: one.came }));
      let left = tickets;
      for (let served = 0, now = 240; left.length > 0; served++, now += 3) {
        const next = nextFor(all, left, at(now));
        if (next === undefined) throw new Error('somebody waits and nobody is next');
        const before = tickets.filter(({ came }) => came <= next.came + bound).length;
        expect(served).toBeLessThan(before);
        left = left.filter((one) => one !== next);
      }
    }),
  );
});

test('handed over or put aside, somebody comes back to the very place', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 30 }), fc.nat(), (people, pick) => {
      const tickets = people.map((one, index) => ticket(one, index + 1));
      const mine = tickets[pick % tickets.length] as Waiting;
      const others = tickets.filter((one) => one !== mine);
      const place = inLine(tickets, at(300)).indexOf(mine);
      const aside = { ...mine, back_at: at(310) };
      expect(inLine([...others, aside], at(309))).not.toContain(aside);
      expect(inLine([...others, aside], at(310)).indexOf(aside)).toBe(place);
      const over = { ...mine, left_over: ['veterans'], for_window: 9 };
      expect(nextFor({ no: 9, services: ['general'] }, [over], at(300))).toBe(over);
      expect(nextFor({ no: 8, services: ['veterans'] }, [over], at(300))).toBeUndefined();
      expect(inLine([...others, over], at(300)).indexOf(over)).toBe(place);
    }),
  );
});

test('a booked time and a walk-in share one line: on time is a quarter of an hour ahead, too late is as anybody', () => {
  const stands = (came: number, booked: number | null) =>
    ticket({ came, priority: null, booked, wants: ['general'] }, 1).line_at;
  expect(stands(60, 0)).toEqual(at(45));
  expect(stands(70, -10)).toEqual(at(45));
  expect(stands(71, -11)).toEqual(at(71));
  expect(stands(30, 30)).toEqual(at(30));
});

test('ahead of me is who is called before me by a window that does mine as well', () => {
  const windows = [
    { no: 1, services: ['general', 'insurance'] },
    { no: 2, services: ['residence'] },
  ];
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (people) => {
      const tickets = people.map((one, index) => ticket(one, index + 1));
      for (const one of tickets) {
        const ahead = aheadOf(one, tickets, windows, at(300));
        const able = windows.filter(({ services }) =>
          one.left_over.some((service) => services.includes(service)),
        );
        const before = inLine(tickets, at(300));
        expect(ahead).toEqual(
          before
            .slice(0, before.indexOf(one))
            .filter(({ left_over }) =>
              able.some(({ services }) => left_over.some((of) => services.includes(of))),
            ),
        );
        const next = able.map((window) => nextFor(window, tickets, at(300)));
        if (ahead.length === 0) expect(next).toContain(one);
      }
    }),
  );
});
