// SPDX-License-Identifier: Apache-2.0
// A random walk over the workflow table of tickets.
import { Refusal } from '@lilong/contracts/refusals';
import {
  endedStates,
  type TicketMoveName,
  ticketFlow,
  ticketMoves,
  ticketStates,
  windowStates,
} from '@lilong/contracts/ticket-flow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualRule } from './order.ts';
import type { TicketRow } from './tables.ts';
import { effectsOf, type MoveFacts, permitted } from './workflow.ts';

const start = new Date('2026-03-02T01:00:00Z').getTime();
const classes = ['general', 'insurance', 'residence', 'veterans'];
const fresh: TicketRow = {
  ...{ street: 310101002, no: 1, centre: 1, organisation: 1, place: 310101002000000 },
  ...{ day: '2026-03-02', letter: 'A', seq: 12, state: 'booked', priority: null, calls: 0 },
  ...{
    services: ['general', 'insurance'],
    left_over: ['general', 'insurance'],
    served_s: 0,
    kept_s: 0,
  },
  ...{ appointed_at: new Date(start), taken_at: new Date(start), line_at: new Date(start) },
  ...{ for_window: null, window: null, first_called: null, called_at: null, serving_at: null },
  ...{ back_at: null, ended_at: null, account: null, token_hash: 'x' },
  identified: false,
};
const steps = fc.array(
  fc.record({
    /** Of the moves that the state permits; now and then one that it may not. */
    pick: fc.noBias(fc.nat({ max: 1000 })),
    odd: fc.option(fc.constantFrom<TicketMoveName>(...ticketMoves), { nil: undefined, freq: 3 }),
    seconds: fc.nat({ max: 900 }),
    service: fc.constantFrom(...classes),
    does: fc.subarray(classes, { minLength: 1 }),
    toWindow: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

function isSound(row: TicketRow, before: TicketRow, moved: TicketMoveName): void {
  expect(ticketStates).toContain(row.state);
  expect(row.ended_at !== null).toBe(endedStates.includes(row.state));
  expect(row.window !== null).toBe(windowStates.includes(row.state));
  expect(row.left_over.length === 0).toBe(row.state === 'done');
  expect(row.serving_at !== null).toBe(row.state === 'serving');
  expect(row.left_over.every((one) => row.services.includes(one))).toBe(true);
  expect(new Set(row.left_over).size).toBe(row.left_over.length);
  expect(row.served_s).toBeGreaterThanOrEqual(0);
  if (moved !== 'bring_back' && moved !== 'check_in') expect(row.line_at).toEqual(before.line_at);
  if (row.state === 'no_show') expect(before.calls).toBeGreaterThanOrEqual(2);
}

test('whatever is done to a ticket, it stays sound and keeps its place', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(steps, (walk) => {
      let row = fresh;
      let now = start;
      for (const { pick, odd, seconds, service, does, toWindow } of walk) {
        const moves = Object.keys(ticketFlow[row.state]) as TicketMoveName[];
        const name = odd ?? moves[pick % Math.max(1, moves.length)];
        if (name === undefined) break;
        now += seconds * 1000;
        const window = { no: row.window ?? 3, services: does };
        const facts: MoveFacts = {
          ...{ now: new Date(now), rule: usualRule, callsToNoShow: 2, window, service },
          ...{ backAt: new Date(now + 600_000), ...(toWindow === undefined ? {} : { toWindow }) },
        };
        try {
          const move = permitted(row, name, facts);
          const next = { ...row, ...effectsOf(row, name, move, facts) };
          isSound(next, row, name);
          row = next;
          reached.add(`${row.state}`);
        } catch (thrown) {
          if (!(thrown instanceof Refusal)) throw thrown;
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect([...reached, 'booked'].sort()).toEqual([...ticketStates].sort());
});

test('a state that is over is left by no move, but for who missed the calls', () => {
  for (const state of endedStates)
    expect(Object.keys(ticketFlow[state])).toEqual(state === 'no_show' ? ['bring_back'] : []);
});
