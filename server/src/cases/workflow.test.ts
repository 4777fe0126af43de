// SPDX-License-Identifier: Apache-2.0
// The pure rules: which move each state permits, what it does to the clocks, and where a walk can lead.
import {
  type CaseMove,
  type CaseState,
  caseMoves,
  caseStates,
  type Need,
} from '@lilong/contracts/case-flow';
import type { MoveInput } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import { describe, expect, test } from 'vitest';
import { condition, input, opened } from '../../test/case-walk.ts';
import { calendarFromRows, defaultCalendarRows } from '../kernel/calendar.ts';
import { latenessOf, leaderOnly, withDue } from './promises.ts';
import type { CaseRow } from './tables.ts';
import { checkNeeds, effectsOf, permitted } from './workflow.ts';

const calendar = calendarFromRows(defaultCalendarRows(2025, 2028));
const monday = new Date('2026-03-02T01:00:00Z'); // 09:00 in Shanghai
const ref = 'C310101002-17';
const limits = { verify: '24UH', dispatch: '2WH', rule: '1WD', check: '2WH', close: '1WD' };

/** 立案 to 结案 after domain facts 2.2.1, written down a second time: state, then move → state. */
const table: Record<CaseState, string> = {
  reported:
    'register pending_dispatch · decline not_accepted · verify pending_verify · self_handle closed · withdraw not_accepted · raise pending_register',
  pending_verify: 'verified pending_register · not_found pending_register',
  pending_register:
    'register pending_dispatch · decline not_accepted · verify pending_verify · self_handle closed · withdraw not_accepted',
  pending_dispatch:
    'dispatch pending_handle · rule pending_handle · unregister pending_register · force_close forced_close',
  pending_handle:
    'accept handling · return pending_dispatch · recall pending_dispatch · force_close forced_close',
  handling:
    'arrive handling · return pending_dispatch · assign handling · revoke handling · crew_done handle_finish · finish pending_check · force_close forced_close',
  handle_finish: 'finish pending_check · redo handling · force_close forced_close',
  pending_check: 'pass pending_close · rework handling · force_close forced_close',
  pending_close: 'close closed · recheck pending_check · force_close forced_close',
  closed: 'not_solved pending_dispatch',
  forced_close: 'not_solved pending_dispatch',
  not_accepted: '',
};
const expected = (state: CaseState): Map<string, string> =>
  new Map(
    table[state]
      .split(' · ')
      .filter((pair) => pair !== '')
      .map((pair) => pair.split(' ') as [string, string]),
  );

/** A case in the middle of things, in any state. */
function standing(state: CaseState, more: Partial<CaseRow> = {}): CaseRow {
  return {
    ...opened(monday, new Date('2026-03-03T16:00:00Z')),
    state,
    category: 'event-01-11',
    category_name: '积存垃圾渣土',
    solve_limit: '5WD',
    organisation: 7,
    crew: 9,
    answered_at: monday,
    dispatched_at: monday,
    solve_due: new Date('2026-03-09T16:00:00Z'),
    due_at: new Date('2026-03-09T16:00:00Z'),
    ...more,
  };
}
function run(row: CaseRow, name: CaseMove, more: Partial<MoveInput> = {}, now = monday): CaseRow {
  const move = permitted(row, name, ref);
  const facts = {
    calendar,
    now,
    limits,
    condition: condition('5WD'),
    organisation: more.organisation,
  };
  return { ...row, ...effectsOf(row, name, move, input(name, more), facts) };
}
/** What some moves want of the row besides its state. */
const ready: Partial<Record<CaseMove, Partial<CaseRow>>> = {
  return: { crew: null },
  arrive: { arrive_due: new Date('2026-03-02T02:00:00Z') },
};
const code = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.code : String(thrown);
  }
  return 'permitted';
};

describe.each(caseStates)('%s', (state) => {
  test.each(caseMoves)('%s', (name) => {
    const to = expected(state).get(name);
    if (to === undefined)
      expect(code(() => permitted(standing(state), name, ref))).toBe('cases.wrong-state');
    else expect(run(standing(state, ready[name]), name).state).toBe(to);
  });
  test('once merged, nothing', () => {
    for (const name of caseMoves)
      expect(code(() => permitted(standing(state, { merged_into: 3 }), name, ref))).toBe(
        'cases.wrong-state',
      );
  });
});

test.each<[Need, string]>([
  ['category', 'category'],
  ['reason_code', 'reasonCode'],
  ['organisation', 'organisation'],
  ['ground', 'ground'],
  ['outcome', 'outcome'],
  ['closing', 'closing'],
])('a move without its %s is refused, naming the field', (need, field) => {
  const bare = { ref, move: 'close' as const, version: 1 };
  expect(() => checkNeeds([need], bare)).toThrow(
    expect.objectContaining({ code: 'cases.need', facts: { need }, field }),
  );
  expect(() => checkNeeds([need], { ...bare, [field]: '' })).toThrow(Refusal);
  expect(() => checkNeeds([need], { ...bare, [field]: 'x' })).not.toThrow();
});
test('a photo stands for the reason that there is none', () => {
  const bare = { ref, move: 'self_handle' as const, version: 1 };
  expect(() => checkNeeds(['photo_or_reason'], { ...bare, photos: [5] })).not.toThrow();
  expect(() => checkNeeds(['photo_or_reason'], { ...bare, reason: '雨大' })).not.toThrow();
  expect(() => checkNeeds(['photo_or_reason'], { ...bare, photos: [] })).toThrow(
    expect.objectContaining({ field: 'reason' }),
  );
});

describe('who may send a case on', () => {
  test('a first return goes back to the dispatcher, a second one to the street leader', () => {
    const once = run(standing('pending_handle', { crew: null }), 'return');
    expect(once).toMatchObject({ returns: 1, adjudication: false, organisation: null });
    expect(code(() => permitted(once, 'dispatch', ref))).toBe('permitted');
    const twice = run({ ...run(once, 'dispatch', { organisation: 8 }) }, 'return');
    expect(twice).toMatchObject({ returns: 2, adjudication: true });
    expect(code(() => permitted(twice, 'dispatch', ref))).toBe('cases.adjudicate-first');
    const ruled = run(twice, 'rule', { organisation: 8 });
    expect(ruled).toMatchObject({ adjudication: false, organisation: 8 });
    expect(code(() => permitted(ruled, 'return', ref))).toBe('cases.no-third-return');
  });
  test('round two is the street leader’s until she has sent it on', () => {
    const again = run(standing('closed', { outcome: '清了', ended_at: monday }), 'not_solved');
    expect(again).toMatchObject({ round: 2, outcome: null, ended_at: null, solve_due: null });
    expect(leaderOnly(again)).toBe(true);
    const ruled = run(again, 'rule', { organisation: 7 });
    expect(code(() => permitted(ruled, 'return', ref))).toBe('permitted');
    for (const back of ['return', 'recall'] as const)
      expect(
        code(() => permitted(run(ruled, back), 'dispatch', ref)),
        back,
      ).toBe('cases.adjudicate-first');
  });
  test('from round two on nobody declines, puts aside or sees to it past the leader', () => {
    for (const state of ['pending_register', 'pending_dispatch'] as const)
      for (const name of ['decline', 'self_handle', 'unregister'] as const)
        expect(
          code(() => permitted(standing(state, { round: 2 }), name, ref)),
          name,
        ).toBe('cases.wrong-state');
  });
  test('returns are counted by the round, and those before are not forgotten', () => {
    const row = standing('closed', { returns: 2, outcome: '清了', ended_at: monday });
    const again = run(row, 'not_solved');
    expect(again).toMatchObject({ returns: 0, returns_before: 2, adjudication: false });
  });
  test('whoever sent a crew takes it back before returning the case', () => {
    const sent = standing('handling');
    expect(code(() => permitted(sent, 'return', ref))).toBe('cases.take-back-crew');
    expect(run(run(sent, 'revoke'), 'return')).toMatchObject({
      state: 'pending_dispatch',
      returns: 1,
    });
  });
  test('a forced close is marked for ever, and solves nothing', () => {
    const forced = run(standing('handling'), 'force_close');
    expect(forced).toMatchObject({ forced: true, solved_at: null, due_at: null });
    expect(run(forced, 'not_solved')).toMatchObject({ round: 2, forced: true });
  });
  test('a crew that was not sent cannot report', () => {
    const row = standing('handling', { crew: null });
    expect(code(() => permitted(row, 'crew_done', ref))).toBe('cases.wrong-state');
  });
});

describe('the two clocks', () => {
  const at = (iso: string) => new Date(iso);
  const tuesday = at('2026-03-03T02:00:00Z');

  test('the first answer runs until somebody answers; then the solve date does', () => {
    const row = opened(monday, at('2026-03-03T16:00:00Z'));
    expect(withDue(row, {}, monday).due_at).toEqual(row.answer_due);
    const registered = run(row, 'register');
    expect(registered).toMatchObject({
      answered_at: monday,
      solve_due: at('2026-03-09T16:00:00Z'),
      due_at: at('2026-03-02T03:00:00Z'), // two working hours to send it out
      stage_due: at('2026-03-02T03:00:00Z'),
    });
    const sent = run(registered, 'dispatch', { organisation: 7 });
    expect(sent).toMatchObject({ due_at: at('2026-03-09T16:00:00Z'), stage_due: null });
  });
  test('the solve clock starts anew with the dispatch, signed for or not', () => {
    const row = run(standing('pending_dispatch'), 'dispatch', { organisation: 7 }, tuesday);
    expect(row.solve_due).toEqual(at('2026-03-10T16:00:00Z'));
    expect(run(row, 'accept', {}, at('2026-03-05T02:00:00Z')).solve_due).toEqual(row.solve_due);
  });
  test('finishing stops it, a rework lets it run on to the same date', () => {
    const done = run(standing('handling'), 'finish', {}, tuesday);
    expect(done).toMatchObject({ solved_at: tuesday, due_at: at('2026-03-03T04:00:00Z') });
    const again = run(done, 'rework', {}, at('2026-03-04T02:00:00Z'));
    expect(again).toMatchObject({
      solved_at: null,
      due_at: at('2026-03-09T16:00:00Z'),
      reworks: 1,
    });
  });
  test('every step that a case waits at has its limit', () => {
    const row = opened(monday, at('2026-03-03T16:00:00Z'));
    const looking = run(row, 'verify');
    expect(looking.stage_due).toEqual(at('2026-03-03T01:00:00Z'));
    expect(looking.due_at).toEqual(looking.stage_due);
    expect(run(looking, 'verified').due_at).toEqual(row.answer_due);
    const passed = run(run(standing('handling'), 'finish', {}, tuesday), 'pass', {}, tuesday);
    expect(passed.due_at).toEqual(at('2026-03-04T16:00:00Z'));
    const again = run(standing('closed', { outcome: '清了', ended_at: monday }), 'not_solved');
    expect(again.due_at).toEqual(at('2026-03-03T16:00:00Z'));
    const back = run(standing('pending_dispatch'), 'unregister', {}, tuesday);
    expect(back).toMatchObject({ state: 'pending_register', due_at: at('2026-03-03T04:00:00Z') });
  });
  test('the first dispatch is in time or not, whatever comes after it', () => {
    const registered = run(opened(monday, at('2026-03-03T16:00:00Z')), 'register');
    const send = (now: Date) => run(registered, 'dispatch', { organisation: 7 }, now);
    expect(send(at('2026-03-02T03:00:00Z')).sent_in_time).toBe(true);
    const late = send(at('2026-03-02T03:00:01Z'));
    expect(late.sent_in_time).toBe(false);
    const again = run(run(late, 'recall', {}, tuesday), 'dispatch', { organisation: 8 }, tuesday);
    expect(again.sent_in_time).toBe(false);
  });
  test('somebody has to be on site in time; coming late stays on record', () => {
    const urgent = standing('pending_dispatch', { arrive_limit: '1UH' });
    const sent = run(urgent, 'dispatch', { organisation: 7 });
    expect(sent.arrive_due).toEqual(at('2026-03-02T02:00:00Z'));
    expect(sent.due_at).toEqual(sent.arrive_due);
    const taken = run(sent, 'accept');
    const late = run(taken, 'arrive', {}, at('2026-03-02T02:30:00Z'));
    expect(late).toMatchObject({
      arrived_at: at('2026-03-02T02:30:00Z'),
      late_at: sent.arrive_due,
      due_at: sent.solve_due,
    });
    expect(code(() => permitted(late, 'arrive', ref))).toBe('cases.wrong-state');
    expect(run(taken, 'finish', {}, tuesday).arrived_at).toEqual(tuesday);
    expect(code(() => permitted(standing('handling'), 'arrive', ref))).toBe('cases.wrong-state');
  });
  test('a missed promise is noted with the moment that was promised, once and for ever', () => {
    const late = run(standing('handling'), 'finish', {}, at('2026-03-11T02:00:00Z'));
    expect(late.late_at).toEqual(at('2026-03-09T16:00:00Z'));
    const again = run(late, 'rework', {}, at('2026-03-20T02:00:00Z'));
    expect(run(again, 'finish', {}, at('2026-03-25T02:00:00Z')).late_at).toEqual(late.late_at);
    const inTime = run(standing('handling'), 'finish', {}, at('2026-03-09T16:00:00Z'));
    expect(inTime.late_at).toBeNull();
  });
  test.each([
    ['2026-03-02T00:59:59Z', 'late'],
    ['2026-03-02T01:00:00Z', 'soon'],
    ['2026-03-03T00:59:59Z', 'soon'],
    ['2026-03-03T01:00:00Z', 'ok'],
  ] as const)('a promise for %s is %s', (due, word) => {
    expect(latenessOf(at(due), monday)).toBe(word);
  });
  test('no promise is never late', () => {
    expect(latenessOf(null, monday)).toBe('none');
  });
});
