// SPDX-License-Identifier: Apache-2.0
// The only list of case states and moves. Source: docs/domain/cases.md (after domain facts 2.2.1).
import type { Role } from './identity.ts';

export const caseStates = [
  'reported', // 已上报
  'pending_verify', // 待核实
  'pending_register', // 待立案
  'pending_dispatch', // 待派遣
  'pending_handle', // 待处置
  'handling', // 处置中
  'handle_finish', // 待反馈确认
  'pending_check', // 待核查
  'pending_close', // 待结案
  'closed', // 已结案
  'forced_close', // 强制结案
  'not_accepted', // 不予受理
] as const;
export type CaseState = (typeof caseStates)[number];
export const endStates: readonly CaseState[] = ['closed', 'forced_close', 'not_accepted'];
export const openStates = caseStates.filter((state) => !endStates.includes(state));

/** Who may make a move: a role at the case's place, the assigned organisation, its crew, or the reporter. */
export type Mover = Role | 'reporter';
/** What must come with a move. */
export type Need =
  | 'category'
  | 'condition'
  | 'reason'
  | 'reason_code'
  | 'organisation'
  | 'ground'
  | 'photo_or_reason'
  | 'outcome'
  | 'closing'
  | 'answer'
  | 'until'
  | 'words';
/** What a move does to the clocks. `give_up` ends a pause and stops nothing: what is given up was never solved. */
export type ClockEffect =
  | 'answered'
  | 'promise'
  | 'start_solve'
  | 'stop_solve'
  | 'resume_solve'
  | 'give_up'
  | 'reset';

export interface Move {
  readonly to: CaseState;
  readonly who: readonly Mover[];
  readonly needs?: readonly Need[];
  readonly clock?: ClockEffect;
  /** Taken back by the mover within a minute. */
  readonly undo?: true;
  /** In the first round only: what was not solved is the street leader's, and cannot be declined or put aside again. */
  readonly firstRound?: true;
  /** Kind of flow entry, after the standard: forward, return, cancel, close, assign, revoke; note: the case stays where it is. */
  readonly kind: 'forward' | 'return' | 'cancel' | 'close' | 'assign' | 'revoke' | 'note';
}

const withdraw: Move = { to: 'not_accepted', who: ['reporter'], kind: 'cancel', clock: 'answered' };
const force: Move = {
  to: 'forced_close',
  who: ['street_leader'],
  needs: ['reason'],
  kind: 'close',
  clock: 'give_up',
};
const sendBack = {
  to: 'pending_dispatch',
  who: ['department_officer'],
  needs: ['ground', 'reason'],
  kind: 'return',
} as const satisfies Move;
const notSolved = {
  to: 'pending_dispatch',
  who: ['reporter'],
  needs: ['words'],
  clock: 'reset',
  kind: 'return',
} as const satisfies Move;
const received = {
  register: {
    to: 'pending_dispatch',
    who: ['dispatcher'],
    needs: ['category', 'condition'],
    clock: 'promise',
    undo: true,
    kind: 'forward',
  },
  decline: {
    to: 'not_accepted',
    who: ['dispatcher'],
    needs: ['reason_code', 'reason'],
    clock: 'answered',
    undo: true,
    firstRound: true,
    kind: 'cancel',
  },
  verify: { to: 'pending_verify', who: ['dispatcher'], undo: true, kind: 'forward' },
  self_handle: {
    to: 'closed',
    who: ['committee_worker'],
    needs: ['photo_or_reason', 'outcome'],
    clock: 'answered',
    firstRound: true,
    kind: 'close',
  },
  withdraw,
} as const satisfies Record<string, Move>;

/** Each state with its permitted moves. The server checks with it, screens draw buttons from it, tests walk it. */
export const caseFlow = {
  reported: {
    ...received,
    raise: { to: 'pending_register', who: ['committee_worker'], undo: true, kind: 'forward' },
  },
  pending_verify: {
    verified: {
      to: 'pending_register',
      who: ['checker', 'committee_worker'],
      needs: ['words'],
      kind: 'forward',
    },
    not_found: {
      to: 'pending_register',
      who: ['checker', 'committee_worker'],
      needs: ['words'],
      kind: 'return',
    },
  },
  pending_register: received,
  pending_dispatch: {
    // In round two, and when a second return asked for adjudication, only the street leader sends it on (`rule`).
    dispatch: {
      to: 'pending_handle',
      who: ['dispatcher'],
      needs: ['organisation'],
      clock: 'start_solve',
      undo: true,
      kind: 'forward',
    },
    rule: {
      to: 'pending_handle',
      who: ['street_leader'],
      needs: ['organisation', 'reason'],
      clock: 'start_solve',
      kind: 'forward',
    },
    unregister: {
      to: 'pending_register',
      who: ['dispatcher'],
      needs: ['reason'],
      clock: 'reset',
      firstRound: true,
      kind: 'return',
    },
    force_close: force,
  },
  pending_handle: {
    accept: { to: 'handling', who: ['department_officer'], kind: 'forward' },
    return: sendBack,
    recall: { to: 'pending_dispatch', who: ['dispatcher'], needs: ['reason'], kind: 'revoke' },
    force_close: force,
  },
  handling: {
    // Somebody is on site: stops the arrive clock, where the category has one.
    arrive: { to: 'handling', who: ['department_officer', 'crew'], kind: 'note' },
    // Its own crew has to be taken back first.
    return: sendBack,
    assign: { to: 'handling', who: ['department_officer'], needs: ['words'], kind: 'assign' },
    revoke: { to: 'handling', who: ['department_officer'], kind: 'revoke' },
    crew_done: { to: 'handle_finish', who: ['crew'], needs: ['words'], kind: 'forward' },
    finish: {
      to: 'pending_check',
      who: ['department_officer'],
      needs: ['words'],
      clock: 'stop_solve',
      kind: 'forward',
    },
    force_close: force,
  },
  handle_finish: {
    finish: {
      to: 'pending_check',
      who: ['department_officer'],
      needs: ['words'],
      clock: 'stop_solve',
      kind: 'forward',
    },
    redo: { to: 'handling', who: ['department_officer'], needs: ['reason'], kind: 'return' },
    force_close: force,
  },
  pending_check: {
    pass: { to: 'pending_close', who: ['checker'], kind: 'forward' },
    rework: {
      to: 'handling',
      who: ['checker'],
      needs: ['reason'],
      clock: 'resume_solve',
      kind: 'return',
    },
    force_close: force,
  },
  pending_close: {
    close: {
      to: 'closed',
      who: ['dispatcher'],
      needs: ['closing', 'outcome'],
      undo: true,
      kind: 'close',
    },
    recheck: { to: 'pending_check', who: ['dispatcher'], needs: ['reason'], kind: 'return' },
    force_close: force,
  },
  closed: { not_solved: notSolved },
  forced_close: { not_solved: notSolved },
  not_accepted: {},
} as const satisfies Record<CaseState, Record<string, Move>>;

type Moves = { [S in CaseState]: keyof (typeof caseFlow)[S] }[CaseState];
/** Every move that some state permits. */
export type CaseMove = Extract<Moves, string>;
export const caseMoves = [
  ...new Set(Object.values(caseFlow).flatMap((moves) => Object.keys(moves))),
] as CaseMove[];

/** Acts that leave the state as it is. */
export const caseActs = [
  'ask',
  'answer',
  'add_photo',
  'supervise',
  'release',
  'merge',
  'unmerge',
  'undo',
  'print_order',
  'ask_extension',
  'ask_suspension',
  'decide_extension',
  'decide_suspension',
  'appeal',
  'decide_appeal',
  'take_call',
  'rate',
  'reveal',
] as const;
export type CaseAct = (typeof caseActs)[number];

/** The move as the table has it, or undefined where the state does not permit it. */
export function moveOf(state: CaseState, move: CaseMove): Move | undefined {
  return (caseFlow[state] as Record<string, Move>)[move];
}

/** How a case stands, as far as it decides what a move needs. */
export interface Standing {
  readonly state: CaseState;
  /** It came back with a reason that nobody has answered yet. */
  readonly handedBack: boolean;
}
/**
 * What the move needs now: what the table says and, when the case came back, words about the reason it came back for.
 * Whoever receives a returned case deals with that before sending it on.
 */
export function needsOf({ state, handedBack }: Standing, name: CaseMove): readonly Need[] {
  const move = moveOf(state, name);
  const needs = move?.needs ?? [];
  const answered = move?.kind !== 'forward' || needs.includes('words') || needs.includes('reason');
  return handedBack && !answered ? [...needs, 'words'] : needs;
}

/** The steps a resident or an officer sees as a line: 报事 立案 派遣 处置 核查 结案. */
export const progressSteps = [
  'report',
  'register',
  'dispatch',
  'handle',
  'check',
  'close',
] as const;
export const stepOf: Record<CaseState, number> = {
  reported: 0,
  pending_verify: 0,
  pending_register: 0,
  pending_dispatch: 1,
  pending_handle: 2,
  handling: 3,
  handle_finish: 3,
  pending_check: 4,
  pending_close: 5,
  closed: 6,
  forced_close: 6,
  not_accepted: 6,
};
