// SPDX-License-Identifier: Apache-2.0
// The only list of ticket states and moves. Source: docs/domain/counters.md (after domain facts 5.3).

export const ticketStates = [
  'booked', // 已预约
  'taken', // 已取号
  'called', // 已叫号
  'serving', // 办理中
  'done', // 已办结
  'no_show', // 过号
  'transferred', // 已转窗口
  'cancelled', // 已取消
] as const;
export type TicketState = (typeof ticketStates)[number];
/** In line: whoever presses "next" may get them. */
export const waitingStates: readonly TicketState[] = ['taken', 'transferred'];
/** At a window. */
export const windowStates: readonly TicketState[] = ['called', 'serving'];
export const endedStates: readonly TicketState[] = ['done', 'no_show', 'cancelled'];

/** Who may make a move: whoever holds the ticket, a clerk of the centre (its manager as well), or "next" by itself. */
export type TicketMover = 'holder' | 'clerk' | 'next';
export interface TicketMove {
  readonly to: TicketState;
  /** Where it goes instead when matters are left that this window does not do. */
  readonly orElse?: TicketState;
  readonly who: readonly TicketMover[];
}

const inLine = {
  call: { to: 'called', who: ['next'] },
  // Whoever was put aside is back before the time.
  back: { to: 'taken', who: ['clerk'] },
  transfer: { to: 'transferred', who: ['clerk'] },
  cancel: { to: 'cancelled', who: ['holder', 'clerk'] },
} as const satisfies Record<string, TicketMove>;

/** Each state with its permitted moves. The server checks with it, screens draw buttons from it, tests walk it. */
export const ticketFlow = {
  booked: {
    check_in: { to: 'taken', who: ['holder', 'clerk'] },
    cancel: { to: 'cancelled', who: ['holder', 'clerk'] },
  },
  taken: inLine,
  transferred: { ...inLine, back: { to: 'transferred', who: ['clerk'] } },
  called: {
    call_again: { to: 'called', who: ['clerk'] },
    serve: { to: 'serving', who: ['clerk'] },
    // Put aside for some minutes; the place in line stays.
    park: { to: 'taken', who: ['clerk'] },
    // After three calls.
    no_show: { to: 'no_show', who: ['clerk'] },
    transfer: { to: 'transferred', who: ['clerk'] },
    cancel: { to: 'cancelled', who: ['holder', 'clerk'] },
  },
  serving: {
    add_matter: { to: 'serving', who: ['clerk'] },
    park: { to: 'taken', who: ['clerk'] },
    transfer: { to: 'transferred', who: ['clerk'] },
    done: { to: 'done', orElse: 'transferred', who: ['clerk'] },
  },
  // Who missed the calls and turns up the same day stands in line from then on.
  no_show: { bring_back: { to: 'taken', who: ['clerk'] } },
  done: {},
  cancelled: {},
} as const satisfies Record<TicketState, Record<string, TicketMove>>;

type Moves = { [S in TicketState]: keyof (typeof ticketFlow)[S] }[TicketState];
/** Every move that some state permits. */
export type TicketMoveName = Extract<Moves, string>;
export const ticketMoves = [
  ...new Set(Object.values(ticketFlow).flatMap((moves) => Object.keys(moves))),
] as TicketMoveName[];

/** The move as the table has it, or undefined where the state does not permit it. */
export function ticketMoveOf(state: TicketState, move: TicketMoveName): TicketMove | undefined {
  return (ticketFlow[state] as Record<string, TicketMove>)[move];
}
