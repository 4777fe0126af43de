// SPDX-License-Identifier: Apache-2.0
// All halls of the city as they are now, and where to send somebody. Figures belong to lines, never to anybody; halls are in
// the order of their places, or of one visitor's way and wait, and are never ranked.
import { type Static, Type } from 'typebox';
import { CentreLine, Wait } from './counters.ts';
import { route } from './route.ts';
import { Moment, Nullable, OneOf, PlaceNo, Point, Words } from './shapes.ts';

/** Key of a service class of the catalogue. */
const ServiceKey = Words(40);

/** A hall now, for one class of service. */
export const HallNow = Type.Object({
  ...CentreLine.properties,
  /** When it shuts, for a noon break or the day; null while it is shut. */
  closes: Nullable(Moment),
  /** When it opens next; null while it is open. */
  opens: Nullable(Moment),
  /** All that it has; `openWindows` of them are open. */
  windows: Type.Integer(),
  /** In line for the class, and windows that are open for it. */
  inLine: Type.Integer(),
  forIt: Type.Integer(),
  /** Whether it does the class at all. */
  does: Type.Boolean(),
  wait: Wait,
});
export type HallNow = Static<typeof HallNow>;

const ServiceName = Type.Object({
  service: ServiceKey,
  name: Type.String(),
  nameEn: Nullable(Type.String()),
});

export const cityHalls = route({
  method: 'GET',
  path: '/api/counters/halls',
  summary: 'All halls with who waits and how long, for one class; open to everybody',
  input: Type.Object({
    place: Type.Optional(PlaceNo),
    /** Without it the first class. */
    service: Type.Optional(ServiceKey),
    q: Type.Optional(Words(50)),
  }),
  /** In the order of their places; at most 400. */
  reply: Type.Object({
    now: Moment,
    service: ServiceKey,
    services: Type.Array(ServiceName),
    halls: Type.Array(HallNow),
  }),
});

/** A hall to go to, and why. */
export const NearHall = Type.Object({
  ...HallNow.properties,
  /** As the crow flies. */
  metres: Type.Integer(),
  /** How long the way is likely to take, and how. */
  way: Type.Object({ minutes: Type.Integer(), by: OneOf(['walk', 'ride'] as const) }),
  /** Way and wait together; null when nobody can say, or it is shut. */
  minutes: Nullable(Type.Integer()),
  /** It shuts before one would be called. */
  late: Type.Boolean(),
});
export type NearHall = Static<typeof NearHall>;

export const nearHalls = route({
  method: 'GET',
  path: '/api/counters/near',
  summary: 'Where somebody is served soonest: way and wait together; open to everybody',
  /** From a point, or from a place; without either nothing is found. */
  input: Type.Object({
    service: Type.Optional(ServiceKey),
    lon: Type.Optional(Point.properties.lon),
    lat: Type.Optional(Point.properties.lat),
    place: Type.Optional(PlaceNo),
  }),
  /** Soonest first; those that are shut or of which nobody can say how long come after them, nearest first. */
  reply: Type.Object({
    now: Moment,
    service: ServiceKey,
    services: Type.Array(ServiceName),
    halls: Type.Array(NearHall),
  }),
});
