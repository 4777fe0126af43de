// SPDX-License-Identifier: Apache-2.0
// A time at a hall, booked: which are left, who booked one, and what happens when they come. See docs/domain/counters.md.
import { type Static, Type } from 'typebox';
import { HeldTicket, Priority } from './counters.ts';
import { route } from './route.ts';
import { Day, Empty, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

export const bookingStates = [
  'booked', // 已预约
  'came', // 已签到: there is a ticket
  'missed', // 没来
  'cancelled', // 已取消
] as const;
export type BookingState = (typeof bookingStates)[number];

const at = { centre: Type.Integer({ minimum: 1 }) };
const Services = Type.Array(Words(40), { minItems: 1, maxItems: 5, uniqueItems: true });

/** Times of one hall at which all the matters can be dealt with, one after the other. */
export const BookableTimes = Type.Object({
  /** How far ahead one may book, today counted as 0. */
  ahead: Type.Integer(),
  /** Minutes between two starts; each matter takes one such unit. */
  every: Type.Integer(),
  /** Every day from today; `left` counts the starts with a place. Days on which the hall is shut are among them. */
  days: Type.Array(Type.Object({ day: Day, open: Type.Boolean(), left: Type.Integer() })),
  /** The day asked for; without one, the first that has a place. */
  day: Day,
  /** Its starts from now on, those that are full among them. `left`: so many may still book it. */
  times: Type.Array(Type.Object({ at: Moment, left: Type.Integer() })),
});
export type BookableTimes = Static<typeof BookableTimes>;
export const bookableTimes = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/times',
  summary: 'Times that can be booked for these matters, with the places left; open to everybody',
  input: Type.Object({ ...at, services: Services, day: Type.Optional(Day) }),
  reply: BookableTimes,
});

/** A booking as its holder sees it. Nothing in it says who that is. */
export const HeldBooking = Type.Object({
  booking: Ref,
  /** Six figures, to be said or typed in the hall; no other booking of that hall and day has them. */
  code: Type.String(),
  state: OneOf(bookingStates),
  centre: Type.Integer(),
  centreName: Type.String(),
  address: Type.String(),
  matters: HeldTicket.properties.matters,
  priority: Nullable(Priority),
  day: Day,
  at: Moment,
  until: Moment,
  madeAt: Moment,
  /** False when hours or windows became fewer and there is no longer room for it: its holder should choose another time. */
  fits: Type.Boolean(),
  /** Minutes before the time from which one stands in line, and minutes that one may be late for it. */
  ahead: Type.Integer(),
  grace: Type.Integer(),
  /** Masked: left for this booking alone, by whoever has no account; gone once they came or cancelled, or the day is over. */
  phone: Nullable(Type.String()),
  /** When the hall opened that telephone, or that of the account, to tell its holder that there is no room. */
  phonedAt: Nullable(Moment),
  /** The time it had before the hall moved it; null when its holder chose the time. */
  movedFrom: Nullable(Moment),
  /** The server's clock. */
  now: Moment,
  /** Of whoever came today. */
  ticket: Nullable(HeldTicket),
  can: Type.Object({
    ...{ cancel: Type.Boolean(), move: Type.Boolean(), checkIn: Type.Boolean() },
    leavePhone: Type.Boolean(),
  }),
});
export type HeldBooking = Static<typeof HeldBooking>;

export const bookTime = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/bookings',
  summary: 'Books a time; nobody has to say who they are, and a clerk may do it for somebody',
  input: Type.Object({
    ...at,
    services: Services,
    at: Moment,
    priority: Type.Optional(Priority),
    /** Signed in, but the booking is not to know. Of staff it never does. */
    unnamed: Type.Optional(Type.Boolean()),
    /** Without an account: where they are told when the hall must change the time. For nothing else, and not kept longer. */
    phone: Type.Optional(Words(20)),
  }),
  /** `token` follows, moves and cancels it; it is shown this once, and only its digest is kept. */
  reply: Type.Object({ token: Type.String(), booking: HeldBooking }),
});

const token = { token: Type.String({ minLength: 20, maxLength: 40 }) };
const booking = { booking: Ref };
/** In the same hall; who wants another one books there and cancels here. */
const moved = { at: Moment };

export const followBooking = route({
  method: 'POST',
  path: '/api/counters/bookings/follow',
  summary: 'A booking by its token; once its holder came, with the ticket',
  input: Type.Object(token),
  reply: HeldBooking,
});
export const cancelHeldBooking = route({
  method: 'POST',
  path: '/api/counters/bookings/follow/cancel',
  summary: 'Whoever holds the token is not coming; the place is free at once',
  input: Type.Object(token),
  reply: HeldBooking,
});
export const moveHeldBooking = route({
  method: 'POST',
  path: '/api/counters/bookings/follow/move',
  summary: 'Whoever holds the token chooses another time; the old one is free at once',
  input: Type.Object({ ...token, ...moved }),
  reply: HeldBooking,
});
export const leavePhone = route({
  method: 'POST',
  path: '/api/counters/bookings/follow/phone',
  summary:
    'Whoever holds the token, and has no account, leaves a telephone for this booking, or takes it back',
  input: Type.Object({ ...token, phone: Nullable(Words(20)) }),
  reply: HeldBooking,
});

/** What became of the booked time, and the ticket. */
export const CheckedIn = Type.Object({
  /**
   * `early`: more than `ahead` minutes before it, so one stands where one came, and the place is free again;
   * `in_time`: one stands `ahead` minutes before the time; `late`: more than `grace` minutes after it, so one stands where one came.
   */
  came: OneOf(['early', 'in_time', 'late'] as const),
  lateMinutes: Type.Integer(),
  /** False when hours or windows had become fewer and there was no room for it any more: it may take longer. */
  fits: Type.Boolean(),
  ahead: Type.Integer(),
  grace: Type.Integer(),
  /** Follows and cancels the ticket, like that of a ticket taken without a booking. */
  token: Type.String(),
  ticket: HeldTicket,
});
export type CheckedIn = Static<typeof CheckedIn>;

export const checkInHeld = route({
  method: 'POST',
  path: '/api/counters/bookings/follow/check-in',
  summary: 'Whoever holds the token is in the hall: the ticket, in the one line',
  input: Type.Object(token),
  reply: CheckedIn,
});
export const checkInByCode = route({
  method: 'POST',
  path: '/api/counters/centres/:centre/check-in',
  summary:
    'Somebody says their booking code at the kiosk or at a window: the ticket, in the one line',
  /** Of today. Spaces do not matter. */
  input: Type.Object({ ...at, code: Type.String({ minLength: 6, maxLength: 12 }) }),
  reply: CheckedIn,
});

// --- By reference: bookings of the own account, and those of the hall for whoever works there.

export const myBookings = route({
  method: 'GET',
  path: '/api/my/bookings',
  summary: 'Bookings with my account that are to come, and those of today; forgotten after 30 days',
  input: Empty,
  reply: Type.Object({ bookings: Type.Array(HeldBooking), most: Type.Integer() }),
});
export const cancelBooking = route({
  method: 'POST',
  path: '/api/counters/bookings/:booking/cancel',
  summary: 'Whoever booked is not coming; the place is free at once',
  input: Type.Object(booking),
  reply: HeldBooking,
});
export const moveBooking = route({
  method: 'POST',
  path: '/api/counters/bookings/:booking/move',
  summary: 'Another time for a booking; the old one is free at once',
  input: Type.Object({ ...booking, ...moved }),
  reply: HeldBooking,
});
export const checkInBooking = route({
  method: 'POST',
  path: '/api/counters/bookings/:booking/check-in',
  summary: 'Whoever booked is in the hall: the ticket, in the one line',
  input: Type.Object(booking),
  reply: CheckedIn,
});

/** A booking as a clerk sees it. */
export const DeskBooking = Type.Object({
  booking: Ref,
  code: Type.String(),
  state: OneOf(bookingStates),
  at: Moment,
  matters: HeldTicket.properties.matters,
  priority: Nullable(Priority),
  fits: Type.Boolean(),
  /** Has an account, so whoever booked reads at home that it no longer fits and may have a telephone; or left a telephone. */
  told: Type.Boolean(),
  /** When the hall last opened their telephone to tell them. */
  phonedAt: Nullable(Moment),
});
export type DeskBooking = Static<typeof DeskBooking>;
export const deskBookings = route({
  method: 'GET',
  path: '/api/counters/centres/:centre/bookings',
  summary: 'Who booked a day in this hall, and bookings to come that no longer fit',
  input: Type.Object({ ...at, day: Type.Optional(Day) }),
  reply: Type.Object({
    day: Day,
    bookings: Type.Array(DeskBooking),
    /** From now on, soonest first. */
    unfit: Type.Array(DeskBooking),
  }),
});

export const bookingPhone = route({
  method: 'POST',
  path: '/api/counters/bookings/:booking/phone',
  summary:
    'Opens the telephone of whoever booked a time that has no room any more, to tell them; noted, and they read it',
  input: Type.Object(booking),
  /** Null when there is none: booked without an account, and none was left. */
  reply: Type.Object({ phone: Nullable(Type.String()) }),
});
