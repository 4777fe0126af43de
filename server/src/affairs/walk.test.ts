// SPDX-License-Identifier: Apache-2.0
// Random walks over the workflow table of applications, and its clocks over three years of calendars.
import {
  type AffairMoveName,
  affairFlow,
  affairMoves,
  affairStates,
  incomingStates,
  openAffairStates,
  outcomes,
  runningStates,
} from '@lilong/contracts/affair-flow';
import { Refusal } from '@lilong/contracts/refusals';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFromRows, defaultCalendarRows, dueAt, parseLimit } from '../kernel/calendar.ts';
import { type ClockFacts, recounted } from './clocks.ts';
import type { ApplicationRow } from './tables.ts';
import { moved, standing } from './walk.ts';
import { type Given, permitted } from './workflow.ts';

const zone = 'Asia/Shanghai';
/** 2025 and 2026 are published, 2027 is assumed. */
const calendar = calendarFromRows(defaultCalendarRows(2024, 2030), zone);
const limits = { receipt: 5, delivery: 10, correction: 30, extension: 10 };
const first = Date.parse('2025-01-01T00:00:00Z');
const DAY = 86_400_000;
const facts = (at: number): ClockFacts => ({ calendar, now: new Date(at), limits });

const fresh = (promised: string, legal: string | null): ApplicationRow => ({
  ...{ street: 310101002, no: 7, item: 'S001', item_row: 1, item_name: '某事', item_name_en: null },
  ...{ department: '民政', kind: 'promised', mode: 'forwarded', state: 'draft', person: 1 },
  ...{ name: '某人', pinyin: 'mou ren', account: 1, place: 310101002000000, channel: 'home' },
  ...{ receive_org: null, accept_org: 10, decide_org: 20, deliver_org: 10, custodian_org: null },
  ...{ turn_org: null, sealed: Buffer.alloc(0), materials: [], deliver_by: null, promised, legal },
  ...{ extra: 0, started_at: new Date(first), applied_at: null, received_at: null },
  ...{ accepted_at: null, decided_at: null, delivered_at: null, changed_at: new Date(first) },
  ...{ clock: 'none', due_at: null, legal_due: null, provisional: false, pauses: [] },
  ...{ paused_from: null, pause_kind: null, pause_reason: null, asked_at: null, asked_until: null },
  ...{
    asked_once: false,
    asked_words: null,
    asked_keys: [],
    answered_at: null,
    deemed: false,
    longer_state: null,
  },
  ...{ longer_at: null, longer_by: null, longer_days: null, longer_reason: null, outcome: null },
  ...{ reason: null, remedy: null, delivered_by: null, delivered_words: null, version: 0 },
  ...{ parts: 0, joint: null, joint_row: null, helper: null, helper_name: null },
});
const given: Given = {
  ...{ reason: '因为', remedy: '可以复议', missing: ['proof'], words: '请补' },
  ...{ procedure: 'household_visit', by: 'window' },
};
const limitPairs = fc.constantFrom(
  ...([
    ['5WD', '20WD'],
    ['15WD', '30WD'],
    ['30UD', '60UD'],
    ['4WH', null],
    ['1WD', '5WD'],
  ] as const),
);
const steps = fc.array(
  fc.record({
    pick: fc.noBias(fc.nat({ max: 1000 })),
    odd: fc.option(fc.constantFrom<AffairMoveName>(...affairMoves), { nil: undefined, freq: 6 }),
    hours: fc.nat({ max: 24 * 12 }),
    asks: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30, size: 'max' },
);

function isSound(row: ApplicationRow, before: ApplicationRow, now: number): void {
  expect((row.due_at !== null) === ['receipt', 'promise', 'delivery'].includes(row.clock)).toBe(
    true,
  );
  expect(row.paused_from !== null).toBe(['special', 'suspended'].includes(row.state));
  expect(row.turn_org !== null).toBe(
    openAffairStates.includes(row.state) || row.state === 'granted' || row.state === 'refused',
  );
  if (incomingStates.includes(row.state))
    expect([row.clock, row.turn_org]).toEqual(['receipt', 10]);
  if (runningStates.includes(row.state)) expect([row.clock, row.turn_org]).toEqual(['promise', 20]);
  if (row.outcome !== null) expect(row.decided_at).not.toBeNull();
  if (['refused', 'not_accepted'].includes(row.state))
    expect(row.reason && row.remedy).toBeTruthy();
  if ([...outcomes].some((one) => one === row.state)) expect(row.outcome).toBe(row.state);
  if (before.asked_once && row.asked_at !== null) expect(row.asked_at).toEqual(before.asked_at); // asked once
  if (before.outcome !== null) expect(row.outcome).toBe(before.outcome); // a decision stands
  if (row.legal_due !== null && row.due_at !== null && row.clock === 'promise')
    expect(row.due_at <= row.legal_due).toBe(true); // 承诺 ≤ 法定, whatever was paused and granted
  for (const { from, to } of row.pauses)
    expect(Date.parse(from)).toBeLessThanOrEqual(Date.parse(to));
  expect(row.changed_at.getTime()).toBeLessThanOrEqual(now);
}

test('whatever is done to an application it stays sound, in every state there is', () => {
  const reached = new Set<string>(['draft']);
  fc.assert(
    fc.property(steps, limitPairs, fc.nat({ max: 3 * 365 }), (walk, [promised, legal], day) => {
      let row = fresh(promised, legal);
      let now = first + day * DAY;
      for (const { pick, odd, hours, asks } of walk) {
        now += hours * 3_600_000;
        if (asks && runningStates.includes(row.state) && row.longer_state === null)
          row = { ...row, longer_state: 'asked', longer_at: new Date(now), longer_days: 10 };
        const moves = Object.keys(affairFlow[row.state]) as AffairMoveName[];
        const name = odd ?? moves[pick % Math.max(1, moves.length)];
        if (name === undefined) break;
        try {
          const next = moved(standing(row), name, given, facts(now)).row;
          isSound(next, row, now);
          row = next;
          reached.add(row.state);
        } catch (thrown) {
          if (!(thrown instanceof Refusal)) throw thrown;
        }
      }
    }),
    { numRuns: 3000 },
  );
  expect([...reached].sort()).toEqual([...affairStates].sort());
});

const days = fc.integer({ min: 0, max: 3 * 365 });
const at = (day: number, hour: number) => first + day * DAY + hour * 3_600_000;

test('nobody asked within five working days: accepted on the day of receipt, and asked about no more', () => {
  fc.assert(
    fc.property(days, fc.nat(23), limitPairs, fc.nat(40), (day, hour, [promised, legal], late) => {
      const start = at(day, hour);
      const applied = moved(standing(fresh(promised, legal)), 'submit', {}, facts(start)).row;
      expect(applied.due_at).toEqual(dueAt(calendar, new Date(start), parseLimit('5WD')).at);
      const due = applied.due_at?.getTime() ?? 0;
      expect(() => permitted(applied, 'deem', new Date(due))).toThrow('affairs.wrong-state');
      const after = due + 1 + late * 3_600_000;
      expect(() => permitted(applied, 'ask', new Date(after))).toThrow('affairs.too-late');
      const { row } = moved(standing(applied), 'deem', {}, facts(after));
      expect(row).toMatchObject({ state: 'accepted', deemed: true, accepted_at: new Date(start) });
      expect(row.due_at).toEqual(dueAt(calendar, new Date(start), parseLimit(promised)).at);
    }),
    { numRuns: 500 },
  );
});

test('a correction is asked once; when it is brought five days run again and none can be asked', () => {
  fc.assert(
    fc.property(days, fc.nat(60), (day, waits) => {
      const asked = moved(
        moved(standing(fresh('5WD', '20WD')), 'submit', {}, facts(at(day, 3))),
        'ask',
        given,
        facts(at(day, 4)),
      ).row;
      expect(asked).toMatchObject({ state: 'correction', clock: 'stopped', due_at: null });
      const back = at(day + waits, 5);
      const { row } = moved(standing(asked), 'supplement', {}, facts(back));
      expect(row.due_at).toEqual(dueAt(calendar, new Date(back), parseLimit('5WD')).at);
      expect(() => permitted(row, 'ask', new Date(back))).toThrow('affairs.asked-once');
    }),
    { numRuns: 300 },
  );
});

test('a special procedure costs the promise nothing, an extension counts from the same start', () => {
  fc.assert(
    fc.property(
      days,
      fc.nat(5),
      fc.nat(90),
      limitPairs,
      (day, begins, lasts, [promised, legal]) => {
        const start = at(day, 1);
        const submitted = moved(standing(fresh(promised, legal)), 'submit', {}, facts(start));
        const accepted = moved(submitted, 'accept', {}, facts(start)).row;
        const from = at(day + begins, 2);
        const stopped = moved(standing(accepted), 'special', given, facts(from)).row;
        const on = moved(
          standing(stopped),
          'resume',
          given,
          facts(at(day + begins + lasts, 2)),
        ).row;
        const [due, was] = [on.due_at?.getTime() ?? 0, accepted.due_at?.getTime() ?? 0];
        expect(due).toBeGreaterThanOrEqual(was);
        if (from >= was) expect(due).toBe(was); // late stays late
        if (lasts === 0) expect(due).toBe(was);
        const asked: ApplicationRow = {
          ...on,
          longer_state: 'asked',
          longer_at: on.changed_at,
          longer_days: 10,
        };
        const longer = moved(standing(asked), 'extend', {}, facts(at(day + begins + lasts, 3))).row;
        expect((longer.due_at?.getTime() ?? 0) > due).toBe(true);
        expect(longer.longer_state).toBe('granted');
        // Counted again, it is the same.
        expect(recounted(longer, facts(start)).due_at).toEqual(longer.due_at);
      },
    ),
    { numRuns: 500 },
  );
});

test('a date over days that are only assumed says so, and is counted again when the year is published', () => {
  const start = Date.parse('2027-02-01T01:00:00Z');
  const submitted = moved(standing(fresh('5WD', '20WD')), 'submit', {}, facts(start));
  const accepted = moved(submitted, 'accept', {}, facts(start)).row;
  expect(accepted.provisional).toBe(true);
  const rows = defaultCalendarRows(2024, 2030).map((row) =>
    row.kind === 'year' && row.year === 2027
      ? {
          ...row,
          status: 'published' as const,
          off: [{ date: '2027-02-05', name: '春节' }],
          source: '示例',
        }
      : row,
  );
  const published = calendarFromRows(rows, zone);
  const again = recounted(accepted, { ...facts(start), calendar: published });
  expect(again).toMatchObject({ provisional: false });
  expect((again.due_at?.getTime() ?? 0) > (accepted.due_at?.getTime() ?? 0)).toBe(true);
});
