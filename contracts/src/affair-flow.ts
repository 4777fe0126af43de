// SPDX-License-Identifier: Apache-2.0
// The only list of application states and moves. Source: docs/domain/affairs.md (after domain facts 5.3).

export const affairStates = [
  'draft', // 暂存
  'applied', // 已申请
  'pre_check', // 预审
  'received', // 收件
  'correction', // 补正
  'not_accepted', // 不予受理
  'accepted', // 受理
  'review', // 审核
  'special', // 特别程序
  'extended', // 延期
  'suspended', // 挂起
  'granted', // 准予
  'refused', // 不予
  'withdrawn', // 撤回
  'void', // 作废
  'returned', // 退件
  'delivered', // 送达
  'archived', // 归档
] as const;
export type AffairState = (typeof affairStates)[number];

/** Handed in and not yet accepted: the five days run. */
export const incomingStates: readonly AffairState[] = ['applied', 'pre_check', 'received'];
/** Accepted: the promised days run. */
export const runningStates: readonly AffairState[] = ['accepted', 'review', 'extended'];
/** The clock of the promise stands still. */
export const pausedStates: readonly AffairState[] = ['correction', 'special', 'suspended'];
/** Somebody of the office has to do something, or waits for somebody. */
export const openAffairStates: readonly AffairState[] = [
  ...incomingStates,
  ...runningStates,
  ...pausedStates,
];
/** Decided one way or the other (办结). */
export const outcomes = ['granted', 'refused', 'withdrawn', 'void', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Who may make a move: whoever applies; the organisation that accepts; the one that decides; whoever approves an
 * extension there, never who asked for it; the one that delivers; the program by the clock.
 */
export type AffairMover = 'applicant' | 'acceptor' | 'decider' | 'head' | 'deliverer' | 'system';
/** What must come with a move. */
export type AffairNeed = 'reason' | 'remedy' | 'missing' | 'procedure' | 'by';
/**
 * `receipt` begins the five days; `ask` and `pause` stop the clock, `answered` and `resume` let it go on; `start` begins
 * the promise, `deemed` on the day of receipt; `longer` counts the same promise with more days; `decided` ends it and
 * begins the ten days of delivery; `end` ends what runs. `took_back` stops it as `ask` does, and asks nobody's once.
 */
export type AffairClock =
  | 'receipt'
  | 'ask'
  | 'took_back'
  | 'answered'
  | 'start'
  | 'deemed'
  | 'pause'
  | 'resume'
  | 'longer'
  | 'decided'
  | 'end';
/** Articles of the 行政许可法 (L-716: e-archives, pip: 个人信息保护法) that a row stands on; words `law.<key>`, docs/sources.md. */
export const laws = ['xk31', 'xk32', 'xk38', 'xk42', 'xk44', 'xk45', 'l716', 'pip15'] as const;
export type Law = (typeof laws)[number];

export interface AffairMove {
  readonly to: AffairState;
  readonly who: readonly AffairMover[];
  readonly needs?: readonly AffairNeed[];
  readonly clock?: AffairClock;
  /** None: our own rule. */
  readonly law?: Law;
}

const withdraw = {
  to: 'withdrawn',
  who: ['applicant'],
  clock: 'end',
} as const satisfies AffairMove;
const cancel = {
  to: 'void',
  who: ['acceptor', 'decider'],
  needs: ['reason'],
  clock: 'end',
} as const satisfies AffairMove;
/** Before it is accepted. */
const incoming = {
  accept: { to: 'accepted', who: ['acceptor'], clock: 'start', law: 'xk32' },
  // Once, all that is missing at once, within five days.
  ask: { to: 'correction', who: ['acceptor'], needs: ['missing'], clock: 'ask', law: 'xk32' },
  refuse_receipt: {
    to: 'not_accepted',
    who: ['acceptor'],
    needs: ['reason', 'remedy'],
    clock: 'end',
    law: 'xk32',
  },
  // Nobody asked within five days: accepted on the day of receipt.
  deem: { to: 'accepted', who: ['system'], clock: 'deemed', law: 'xk32' },
  // Consent is taken back: what was taken by it is dropped, and has to be brought.
  take_back: { to: 'correction', who: ['applicant'], clock: 'took_back', law: 'pip15' },
  withdraw,
  cancel,
} as const satisfies Record<string, AffairMove>;
/** While the promise runs. */
const running = {
  special: {
    to: 'special',
    who: ['decider'],
    needs: ['procedure', 'reason'],
    clock: 'pause',
    law: 'xk45',
  },
  suspend: { to: 'suspended', who: ['decider'], needs: ['reason'], clock: 'pause' },
  grant: { to: 'granted', who: ['decider'], clock: 'decided', law: 'xk38' },
  refuse: {
    to: 'refused',
    who: ['decider'],
    needs: ['reason', 'remedy'],
    clock: 'decided',
    law: 'xk38',
  },
  // Not ours to decide, or settled elsewhere: back with a reason.
  give_back: { to: 'returned', who: ['decider'], needs: ['reason'], clock: 'end' },
  withdraw,
  cancel,
} as const satisfies Record<string, AffairMove>;
/** Once, approved by somebody else, told with its reason. */
const extension = {
  extend: { to: 'extended', who: ['head'], clock: 'longer', law: 'xk42' },
} as const satisfies Record<string, AffairMove>;
const paused = {
  resume: { to: 'review', who: ['decider'], needs: ['reason'], clock: 'resume' },
  withdraw,
  cancel,
} as const satisfies Record<string, AffairMove>;
const settled = {
  // The decision in writing reaches whoever applied.
  deliver: { to: 'delivered', who: ['deliverer'], needs: ['by'], clock: 'end', law: 'xk44' },
} as const satisfies Record<string, AffairMove>;
const over = {
  archive: { to: 'archived', who: ['decider', 'system'], law: 'l716' },
} as const satisfies Record<string, AffairMove>;

/** Each state with its permitted moves. The server checks with it, screens draw buttons from it, tests walk it. */
export const affairFlow = {
  draft: { submit: { to: 'applied', who: ['applicant'], clock: 'receipt', law: 'xk32' } },
  applied: {
    ...incoming,
    check: { to: 'pre_check', who: ['acceptor'] },
    receive: { to: 'received', who: ['acceptor'], law: 'xk32' },
  },
  pre_check: { ...incoming, receive: { to: 'received', who: ['acceptor'], law: 'xk32' } },
  received: incoming,
  correction: {
    // Everything that was asked for: it has to be accepted, and cannot be asked about again.
    supplement: {
      to: 'received',
      who: ['applicant', 'acceptor'],
      clock: 'answered',
      law: 'xk32',
    },
    // Never brought within the time that was told.
    give_back: { to: 'returned', who: ['acceptor'], needs: ['reason'], clock: 'end' },
    take_back: { to: 'correction', who: ['applicant'], law: 'pip15' },
    // Agreed once more: nothing has to be brought.
    agree: { to: 'received', who: ['applicant'], clock: 'answered' },
    withdraw,
    cancel,
  },
  accepted: { begin: { to: 'review', who: ['decider'] }, ...running, ...extension },
  review: { ...running, ...extension },
  extended: running,
  special: paused,
  suspended: paused,
  granted: settled,
  refused: settled,
  not_accepted: over,
  withdrawn: over,
  void: over,
  returned: over,
  delivered: over,
  archived: {},
} as const satisfies Record<AffairState, Record<string, AffairMove>>;

type Moves = { [S in AffairState]: keyof (typeof affairFlow)[S] }[AffairState];
/** Every move that some state permits. */
export type AffairMoveName = Extract<Moves, string>;
export const affairMoves = [
  ...new Set(Object.values(affairFlow).flatMap((moves) => Object.keys(moves))),
] as AffairMoveName[];

/** Acts that leave the state as it is; with the moves they are what a timeline tells. */
export const affairActs = [
  'started', // 暂存
  'unasked', // 免申即享: it was offered, and taken
  'given', // a paper that might follow later was brought
  'ask_extension',
  'refuse_extension',
  'promise_changed',
] as const;
export type AffairAct = (typeof affairActs)[number];

/** The move as the table has it, or undefined where the state does not permit it. */
export function affairMoveOf(state: AffairState, move: AffairMoveName): AffairMove | undefined {
  return (affairFlow[state] as Record<string, AffairMove>)[move];
}

/** The steps that people see as a line: 申请 受理 审核 决定 送达. */
export const affairSteps = ['apply', 'accept', 'review', 'decide', 'deliver'] as const;
/** How many of the steps are behind. */
export const affairStepOf: Record<AffairState, number> = {
  draft: 0,
  applied: 1,
  pre_check: 1,
  received: 1,
  correction: 1,
  not_accepted: 5,
  accepted: 2,
  review: 2,
  special: 2,
  extended: 2,
  suspended: 2,
  granted: 4,
  refused: 4,
  withdrawn: 5,
  void: 5,
  returned: 5,
  delivered: 5,
  archived: 5,
};
