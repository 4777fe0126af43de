// SPDX-License-Identifier: Apache-2.0
// What the manager of a hall does: hours, windows, the line as a whole, slips on paper. See docs/domain/counters.md.
import { type Static, Type } from 'typebox';
import { HeldTicket, Priority, TicketStateName } from './counters.ts';
import { OtherDays, Spans, Week } from './opening.ts';
import { route } from './route.ts';
import { Day, Done, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

const at = { centre: Type.Integer({ minimum: 1 }) };
const window = { window: Type.Integer({ minimum: 1 }) };
const ServiceKey = Words(40);
const Does = Type.Array(ServiceKey, { minItems: 1, maxItems: 20, uniqueItems: true });
/** By the clock of the hall: `15:30`. */
const WallTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
/** What people are told: 设备检修. */
const Why = Words(100);

// --- Opening hours.

/** Who planned it, and when. */
const planned = {
  plan: Type.Integer(),
  by: Nullable(Type.String()),
  at: Moment,
};
export const HallPlan = Type.Object({
  centre: at.centre,
  name: Type.String(),
  today: Day,
  /** With which it was brought in; planned weeks replace them. */
  working: Spans,
  rest: Spans,
  /** Regular weeks that were planned: the one in force, and those that follow. */
  weeks: Type.Array(Type.Object({ ...planned, from: Day, week: Week })),
  /** Single days from today on. */
  days: Type.Array(Type.Object({ ...planned, ...OtherDays.properties })),
  /** Today, and the four weeks after it, as the calendar has them. */
  calendar: Type.Array(
    Type.Object({
      date: Day,
      /** 0 is Monday. */
      weekday: Type.Integer({ minimum: 0, maximum: 6 }),
      kind: OneOf(['plain', 'worked', 'holiday'] as const),
      /** Name of the holiday. */
      named: Nullable(Type.String()),
      /** The year is not published yet: it may change. */
      assumed: Type.Boolean(),
    }),
  ),
});
export type HallPlan = Static<typeof HallPlan>;
export const hallPlan = route({
  method: 'GET',
  path: '/api/counters/centres/:centre/plan',
  summary: 'Opening hours as planned, and the calendar of the next four weeks',
  input: Type.Object(at),
  reply: HallPlan,
});
/**
 * What becomes of bookings that a plan leaves without room. `tell`: marked, and whoever booked with an account hears it and
 * chooses; `move`: to the nearest time with room, and they hear it (only with an account); `keep`: the hall sees to them at
 * their time, where it is open then. What cannot be done is told.
 */
export const settleWays = ['tell', 'move', 'keep'] as const;
export const Settle = Type.Object({
  all: OneOf(settleWays),
  but: Type.Array(Type.Object({ booking: Ref, how: OneOf(settleWays) }), { maxItems: 200 }),
});
export type Settle = Static<typeof Settle>;
const settling = { settle: Type.Optional(Settle) };
/** A booking that has room now and would have none. */
export const Unsettled = Type.Object({
  booking: Ref,
  code: Type.String(),
  at: Moment,
  /** Of the hall. */
  day: Day,
  matters: HeldTicket.properties.matters,
  /** Has an account, so whoever booked hears of it. */
  told: Type.Boolean(),
  /** The hall is open at its time. */
  canKeep: Type.Boolean(),
  /** The nearest time with room; null when there is none, or nobody can be told. */
  moveTo: Nullable(Moment),
});
export type Unsettled = Static<typeof Unsettled>;

export const planWeek = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/weeks',
  summary: 'A regular week from a day on; refused when it overlaps or makes no sense',
  input: Type.Object({ ...at, from: Day, week: Week, ...settling }),
  reply: Done,
});
export const planDays = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/days',
  summary: 'Single days that are off or have other hours',
  input: Type.Object({ ...at, from: Day, to: Day, spans: Spans, why: Why, ...settling }),
  reply: Done,
});
export const closeEarly = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/close',
  summary: 'The hall shuts early today; those in line are told. Without a time, now',
  input: Type.Object({ ...at, time: Type.Optional(WallTime), why: Why, ...settling }),
  reply: Done,
});
/** One of them, as it would be saved. */
const Draft = {
  week: Type.Optional(Type.Object({ from: Day, week: Week })),
  days: Type.Optional(Type.Object({ from: Day, to: Day, spans: Spans })),
  /** Without a time, now. */
  early: Type.Optional(Type.Object({ time: Type.Optional(WallTime) })),
  /** A plan that is taken back. */
  withdraw: Type.Optional(Type.Integer({ minimum: 1 })),
  /** A window with what it does; without that, one that is no more. */
  window: Type.Optional(Type.Object({ ...window, services: Type.Optional(Does) })),
};
export const previewPlan = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/plan/preview',
  summary: 'Whom a plan would unsettle if it were saved; nothing is kept',
  input: Type.Object({ ...at, ...Draft }),
  reply: Type.Object({
    /** Bookings to come that have room now and would have none, soonest first. */
    bookings: Type.Array(Unsettled),
    /** In line now, put aside or not, when today would end sooner; 0 otherwise. */
    waiting: Type.Integer(),
    /** Of them, those who are not likely to be called before it shuts. */
    late: Type.Integer(),
  }),
});
export const withdrawPlan = route({
  method: 'POST',
  path: '/api/counters/plans/:plan/withdraw',
  summary: 'What was planned does not hold; that it was planned stays on record',
  input: Type.Object({ plan: Type.Integer({ minimum: 1 }), ...settling }),
  reply: Done,
});

// --- Windows.

const WindowName = Words(20);
export const addWindow = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/windows',
  summary: 'One window more; without a name it is named after its number',
  input: Type.Object({ ...at, name: Type.Optional(WindowName), services: Does }),
  reply: Type.Object(window),
});
export const setWindow = route({
  method: 'POST',
  path: '/api/counters/windows/:window',
  summary: 'The manager opens or closes a window, names it, and says what it does',
  input: Type.Object({
    ...window,
    open: Type.Optional(Type.Boolean()),
    name: Type.Optional(WindowName),
    services: Type.Optional(Does),
    ...settling,
  }),
  reply: Done,
});
export const retireWindow = route({
  method: 'POST',
  path: '/api/counters/windows/:window/retire',
  summary: 'The window is no more; refused while it is open',
  input: Type.Object({ ...window, ...settling }),
  reply: Done,
});

// --- The line as a whole.

const tickets = Type.Array(Ref, { minItems: 1, maxItems: 200, uniqueItems: true });
/** Tickets that were not in line any more, as they are now. */
const left = Type.Array(Type.Object({ number: Type.String(), state: TicketStateName }));
export const moveLine = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/line',
  summary: 'Moves people in line to another class or window; their places stay',
  /** `from` is the class that is replaced; `toWindow: null` frees whoever waits for one window. One of the last two. */
  input: Type.Object({
    ...at,
    tickets,
    from: Type.Optional(ServiceKey),
    service: Type.Optional(ServiceKey),
    toWindow: Type.Optional(Nullable(Type.Integer({ minimum: 1 }))),
  }),
  reply: Type.Object({
    moved: Type.Array(Ref),
    /** Of those who were moved, who had been handed over to one window before: whoever takes the move back says so. */
    before: Type.Array(Type.Object({ ticket: Ref, window: Type.Integer() })),
    left,
  }),
});
export const sendHome = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/send-home',
  summary: 'Those who remain in line are not served any more; whoever holds a ticket is told',
  input: Type.Object({ ...at, tickets }),
  reply: Type.Object({ moved: Type.Array(Ref), left }),
});

// --- Slips on paper, given out while the program could not.

export const enterSlip = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/slips',
  summary: 'A slip of today joins the line where it would have stood; the same slip never twice',
  input: Type.Object({
    ...at,
    /** As written on it: `K012`, or its figures alone. */
    number: Type.String({ pattern: '^[A-Za-z]?0{0,3}[1-9]\\d{0,3}$' }),
    services: Type.Array(ServiceKey, { minItems: 1, maxItems: 5, uniqueItems: true }),
    time: WallTime,
    priority: Type.Optional(Priority),
  }),
  /** `ahead`: how many are called before it. */
  reply: Type.Object({ ticket: Ref, number: Type.String(), ahead: Type.Integer() }),
});
