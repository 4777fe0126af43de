// SPDX-License-Identifier: Apache-2.0
// The hall of a centre (社区事务受理服务中心): tickets, the line, the board. See docs/domain/counters.md.
import { type Static, Type } from 'typebox';
import { Closing, OtherDays, Spans, Week } from './opening.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, OneOf, PlaceNo, Point, Ref, Words } from './shapes.ts';
import { ticketStates } from './ticket-flow.ts';

export const TicketStateName = OneOf(ticketStates);
/** Who goes first; words `priority.<name>`. */
export const priorities = ['elderly', 'disabled', 'pregnant', 'military'] as const; // 老年 残 孕 军人
export const Priority = OneOf(priorities);
export type Priority = Static<typeof Priority>;
/** What a centre may have; words `equipment.<name>`. */
export const equipments = [
  'kiosk', // 自助取号机
  'self_service', // 自助办理机
  'wheelchair', // 无障碍通道、轮椅
  'hearing_loop', // 助听
  'nursing_room', // 母婴室
  'parking', // 停车
] as const;
/** What is spoken there; words `spoken.<name>`. */
export const spokenLanguages = ['mandarin', 'shanghainese', 'english', 'sign'] as const;

/** Key of a service class of the catalogue: `general`, `insurance` … */
const ServiceKey = Words(40);
/** Number of a centre. */
const Centre = Type.Integer({ minimum: 1 });
const at = { centre: Centre };
/** `A012`, as printed. */
const TicketNumber = Type.String();

/**
 * How long somebody who takes a ticket now is likely to wait. `recent`: from the last services of this class here;
 * `usual`: nobody was served lately, so it is the usual time of the class (示例). `minutes` is null when no window that
 * is open does it (`none`): nobody can say.
 */
export const Wait = Type.Object({
  minutes: Nullable(Type.Integer()),
  basis: OneOf(['recent', 'usual', 'none'] as const),
});
export type Wait = Static<typeof Wait>;

/** A class of service with its line. */
export const ServiceLine = Type.Object({
  service: ServiceKey,
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  /** Its numbers begin with it. */
  letter: Type.String(),
  /** In plain words, what is done there: 居民医保、养老金 … */
  about: Type.String(),
  aboutEn: Nullable(Type.String()),
  /** In line for it now; somebody who comes for two things is in both. */
  waiting: Type.Integer(),
  /** Open windows that do it. */
  windows: Type.Integer(),
  wait: Wait,
});
export type ServiceLine = Static<typeof ServiceLine>;

export const CentreLine = Type.Object({
  centre: Centre,
  name: Type.String(),
  kind: OneOf(['centre', 'sub_centre'] as const),
  /** The street. */
  place: PlaceNo,
  districtName: Type.String(),
  address: Type.String(),
  point: Nullable(Point),
  open: Type.Boolean(),
  /** Hours of today. */
  today: Spans,
  /** In line now, all classes. */
  waiting: Type.Integer(),
  openWindows: Type.Integer(),
});
export type CentreLine = Static<typeof CentreLine>;

export const listCentres = route({
  method: 'GET',
  path: '/api/counters/centres',
  summary: 'Centres of a place, or by part of their name, with who waits; open to everybody',
  input: Type.Object({ place: Type.Optional(PlaceNo), q: Type.Optional(Words(50)) }),
  /** Of a street its own come first; at most 300. */
  reply: Type.Object({ centres: Type.Array(CentreLine) }),
});

export const CentreCard = Type.Object({
  ...CentreLine.properties,
  phone: Nullable(Type.String()),
  /** Of this week; docs at opening-hours.ts. */
  week: Week,
  /** Days of the next four weeks that are not as the week is. */
  otherDays: Type.Array(OtherDays),
  closing: Nullable(Closing),
  spoken: Type.Array(OneOf(spokenLanguages)),
  equipment: Type.Array(OneOf(equipments)),
  services: Type.Array(ServiceLine),
  /** When it opens next, when it is shut now. */
  opens: Nullable(Moment),
  /** 示例: invented. */
  generated: Type.Boolean(),
  source: Type.String(),
});
export type CentreCard = Static<typeof CentreCard>;
export const centreCard = route({
  method: 'GET',
  path: '/api/counters/centres/:centre',
  summary: 'One centre: hours, what it does, who waits; open to everybody',
  input: Type.Object(at),
  reply: CentreCard,
});

// --- The ticket of whoever holds it.

/** A ticket as its holder follows it. Nothing in it says who that is. */
export const HeldTicket = Type.Object({
  ticket: Ref,
  number: TicketNumber,
  state: TicketStateName,
  day: Day,
  centre: Centre,
  centreName: Type.String(),
  address: Type.String(),
  /** What it is for, in the order chosen; `done` once it was dealt with. */
  matters: Type.Array(
    Type.Object({
      service: ServiceKey,
      name: Type.String(),
      nameEn: Nullable(Type.String()),
      done: Type.Boolean(),
    }),
  ),
  priority: Nullable(Priority),
  takenAt: Moment,
  /** How many are before it; 0 is next. Null when it is not in line. */
  ahead: Nullable(Type.Integer()),
  wait: Nullable(Wait),
  /** Of the window that called, as written above it: 3号窗口. */
  window: Nullable(Type.String()),
  calledAt: Nullable(Moment),
  /** Times called. */
  calls: Type.Integer(),
  /** Put aside until then; the place in line stays. */
  backAt: Nullable(Moment),
  endedAt: Nullable(Moment),
  /** The hall shuts early today. */
  closing: Nullable(Closing),
  can: Type.Object({ cancel: Type.Boolean() }),
});
export type HeldTicket = Static<typeof HeldTicket>;

export const takeTicket = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/tickets',
  summary: 'Takes a ticket, for one matter or several; nobody has to say who they are',
  input: Type.Object({
    ...at,
    services: Type.Array(ServiceKey, { minItems: 1, maxItems: 5, uniqueItems: true }),
    priority: Type.Optional(Priority),
    by: OneOf(['kiosk', 'phone'] as const),
    /** Signed in, but the ticket is not to know. At a kiosk it never does. */
    unnamed: Type.Optional(Type.Boolean()),
    /** A document was shown at the kiosk (kiosk.ts): the ticket comes to its holder's phone, if they have an account. */
    holder: Type.Optional(Type.String({ minLength: 1, maxLength: 600 })),
  }),
  /** `token` follows and cancels it; it is shown this once, and only its digest is kept. */
  reply: Type.Object({ token: Type.String(), ticket: HeldTicket }),
});

/** Random, 22 signs of base64url. It stands in no address: after the `#` of the page, and in the body here. */
const held = { token: Type.String({ minLength: 20, maxLength: 40 }) };
export const followTicket = route({
  method: 'POST',
  path: '/api/counters/follow',
  summary: 'A ticket by its token: place in line, state, likely wait',
  input: Type.Object(held),
  reply: HeldTicket,
});
export const cancelTicket = route({
  method: 'POST',
  path: '/api/counters/follow/cancel',
  summary: 'Whoever holds the token is not coming; the others move up',
  input: Type.Object(held),
  reply: HeldTicket,
});
export const myTickets = route({
  method: 'GET',
  path: '/api/my/tickets',
  summary: 'Tickets taken with my account, newest first; forgotten after 30 days',
  input: Empty,
  reply: Type.Object({ tickets: Type.Array(HeldTicket) }),
});
export const cancelMyTicket = route({
  method: 'POST',
  path: '/api/my/tickets/:ticket/cancel',
  summary: 'I am not coming; the others move up',
  input: Type.Object({ ticket: Ref }),
  reply: HeldTicket,
});

// --- The board on the wall of the hall.

/** A number is called to a window. `at` is that call's moment, so that an old one is never shown as new. */
export const Call = Type.Object({
  number: TicketNumber,
  /** As written above it: 3号窗口. */
  window: Type.String(),
  at: Moment,
  /** 1 the first time. */
  times: Type.Integer(),
});
export type Call = Static<typeof Call>;
export const Board = Type.Object({
  centre: Centre,
  name: Type.String(),
  /** The server's clock: ages of calls are counted from it. */
  now: Moment,
  open: Type.Boolean(),
  opens: Nullable(Moment),
  closing: Nullable(Closing),
  /** The last call of each number of the last half hour, newest first; at most 8. */
  calls: Type.Array(Call),
  /** Windows that are open, and whom they have. */
  windows: Type.Array(
    Type.Object({
      window: Type.String(),
      number: Nullable(TicketNumber),
      state: Nullable(OneOf(['called', 'serving'] as const)),
    }),
  ),
  services: Type.Array(ServiceLine),
  waiting: Type.Integer(),
});
export type Board = Static<typeof Board>;
export const centreBoard = route({
  method: 'GET',
  path: '/api/counters/centres/:centre/board',
  summary: 'What the wall of the hall shows; open to everybody',
  input: Type.Object(at),
  reply: Board,
});
/**
 * Server-sent events of one hall, for everybody: `{ look: 'board' }` (something changed, ask the board again) and
 * `{ call: Call }` (show and speak it, unless it is older than a minute). After a lost connection ask the board.
 */
export const boardLivePath = (centre: number | string): string =>
  `/api/counters/centres/${centre}/live`;
export type BoardNews = { readonly look: 'board' } | { readonly call: Call };

// --- The clerk at a window, and the manager. `GET /api/live` says `{ look: 'counters' }` to both.

/** A ticket as a clerk sees it. Numbers and matters; nobody's name. */
export const DeskTicket = Type.Object({
  ticket: Ref,
  number: TicketNumber,
  state: TicketStateName,
  matters: HeldTicket.properties.matters,
  priority: Nullable(Priority),
  takenAt: Moment,
  calls: Type.Integer(),
  calledAt: Nullable(Moment),
  servingAt: Nullable(Moment),
  /** Number of the window where it is now. */
  window: Nullable(Type.Integer()),
  /** Whoever it is was recognised during this visit. Who: `ticketVisit`. */
  identified: Type.Boolean(),
  /** Handed over to this one window. */
  forWindow: Nullable(Type.String()),
  backAt: Nullable(Moment),
});
export type DeskTicket = Static<typeof DeskTicket>;

export const WindowCard = Type.Object({
  window: Type.Integer(),
  /** 3号窗口. */
  name: Type.String(),
  open: Type.Boolean(),
  services: Type.Array(ServiceKey),
  /** Somebody sits there; whether that is me. Not kept once they leave. */
  seat: OneOf(['free', 'mine', 'taken'] as const),
  /** Number of the ticket there now. */
  number: Nullable(TicketNumber),
});
export type WindowCard = Static<typeof WindowCard>;

export const counterDesk = route({
  method: 'GET',
  path: '/api/counters/desk',
  summary: 'The hall of the post acted as: windows, the line, whom my window has',
  /** A manager may look at a sub-centre of the street too. */
  input: Type.Object({ centre: Type.Optional(Centre) }),
  reply: Type.Object({
    centre: Centre,
    name: Type.String(),
    /** Those that the post may look at, its own first. */
    centres: Type.Array(Type.Object({ centre: Centre, name: Type.String() })),
    now: Moment,
    open: Type.Boolean(),
    today: Spans,
    /** It shuts early today: `plan` takes that back. */
    closing: Nullable(Type.Object({ ...Closing.properties, plan: Type.Integer() })),
    /** Calls after which somebody is a no-show. */
    callsToNoShow: Type.Integer(),
    /** Minutes for which somebody is put aside unless said. */
    parkMinutes: Type.Integer(),
    windows: Type.Array(WindowCard),
    services: Type.Array(ServiceLine),
    /** At my window: called or served. */
    current: Nullable(DeskTicket),
    /** In line, in the order in which they are called; those put aside are not in it. */
    line: Type.Array(DeskTicket),
    /** Put aside, soonest back first. */
    aside: Type.Array(DeskTicket),
    /** Missed their calls today, last first; they can be brought back. */
    missed: Type.Array(DeskTicket),
    can: Type.Object({ serve: Type.Boolean(), manage: Type.Boolean() }),
  }),
});

const window = { window: Type.Integer({ minimum: 1 }) };
export const sitAtWindow = route({
  method: 'POST',
  path: '/api/counters/windows/:window/sit',
  summary: 'I sit at this window from now on; it is open',
  input: Type.Object(window),
  reply: Done,
});
export const leaveWindow = route({
  method: 'POST',
  path: '/api/counters/windows/:window/leave',
  summary: 'I leave the window; it is closed. Refused while it has somebody',
  input: Type.Object(window),
  reply: Done,
});
/** Null when nobody waits whom this window can serve. */
const AtWindow = Type.Object({ ticket: Nullable(DeskTicket) });
export const callNext = route({
  method: 'POST',
  path: '/api/counters/windows/:window/next',
  summary: 'Calls whoever is next for this window; with `done`, whom it serves is finished first',
  input: Type.Object({ ...window, done: Type.Optional(Type.Boolean()) }),
  reply: AtWindow,
});

const ticket = { ticket: Ref };
/** Moves that need nothing more than the ticket. */
export const plainTicketMoves = [
  'call_again',
  'serve',
  'no_show',
  'done',
  'cancel',
  'back',
  'bring_back',
] as const;
export const moveTicket = route({
  method: 'POST',
  path: '/api/counters/tickets/:ticket/move',
  summary: 'Calls again, serves, finishes, marks as not come, brings back',
  input: Type.Object({ ...ticket, move: OneOf(plainTicketMoves) }),
  reply: DeskTicket,
});
export const parkTicket = route({
  method: 'POST',
  path: '/api/counters/tickets/:ticket/park',
  summary: 'Puts somebody aside for some minutes; their place in line stays',
  input: Type.Object({
    ...ticket,
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 240 })),
  }),
  reply: DeskTicket,
});
export const transferTicket = route({
  method: 'POST',
  path: '/api/counters/tickets/:ticket/transfer',
  summary: 'Hands over to another class or one window; the place in line stays',
  /** One of the two, or both. */
  input: Type.Object({
    ...ticket,
    service: Type.Optional(ServiceKey),
    toWindow: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: DeskTicket,
});
export const addMatter = route({
  method: 'POST',
  path: '/api/counters/tickets/:ticket/matters',
  summary: 'A second matter on the same ticket',
  input: Type.Object({ ...ticket, service: ServiceKey }),
  reply: DeskTicket,
});
