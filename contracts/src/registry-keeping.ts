// SPDX-License-Identifier: Apache-2.0
// What is deleted when its period is over, the register of that, and what is held longer by an order (保全).
import { type Static, Type } from 'typebox';
import { documentKinds } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, OneOf, Words } from './shapes.ts';

/** Kinds of rows that are kept for a while only; each has a setting `keep_<kind>`, in days. */
export const keptKinds = [
  'access',
  'grant',
  'presence',
  'label',
  'fact',
  'objection',
  'binding',
  'guardian',
  'consent',
  'mandate',
  'consent_code',
  'binding_code',
  'binding_try',
  'merge_row',
  'office',
  'leader',
  'hold',
  'delay',
  'export',
  'upload',
  'ticket',
  'rating',
  'person',
] as const;
export type KeptKind = (typeof keptKinds)[number];

/** What was deleted at once. It names nobody. */
export const Deletion = Type.Object({
  no: Type.Integer(),
  at: Moment,
  kind: OneOf(keptKinds),
  /** Its period was over; or it was for one use. */
  why: OneOf(['period', 'used'] as const),
  /** The last day before which it was. */
  before: Day,
  keptDays: Type.Integer(),
  /** Which load had brought it. */
  source: Nullable(Type.String()),
  count: Type.Integer(),
  /** Left, since somebody ordered it to be kept. */
  held: Type.Integer(),
});
export type Deletion = Static<typeof Deletion>;
export const listDeletions = route({
  method: 'GET',
  path: '/api/registry/deletions',
  summary: 'Register of what was deleted: which kind, why, which load, how many; it names nobody',
  input: Type.Object({ before: Type.Optional(Type.Integer()) }),
  reply: Type.Object({
    deletions: Type.Array(Deletion),
    more: Type.Boolean(),
    /** How long each kind is kept today; one that has no period is never deleted. */
    periods: Type.Array(
      Type.Object({ kind: OneOf(keptKinds), keptDays: Type.Integer(), source: Type.String() }),
    ),
  }),
});

/** An order that something is kept, however old it is. */
export const Hold = Type.Object({
  hold: Type.Integer(),
  /** Of a person: the masked number that it was ordered by. */
  number: Nullable(Type.String()),
  /** Of a load: who gave the file. */
  source: Nullable(Type.String()),
  reason: Type.String(),
  organisationName: Type.String(),
  role: Type.String(),
  from: Moment,
  until: Day,
  /** In force today. */
  holds: Type.Boolean(),
  can: Type.Object({ lift: Type.Boolean() }),
});
export type Hold = Static<typeof Hold>;
export const listHolds = route({
  method: 'GET',
  path: '/api/registry/holds',
  summary: 'Orders that something is kept, those in force first, and the loads that there are',
  input: Empty,
  reply: Type.Object({ holds: Type.Array(Hold), sources: Type.Array(Type.String()) }),
});
export const placeHold = route({
  method: 'POST',
  path: '/api/registry/holds',
  summary: 'Order that nothing of a person, or of what a file brought, is deleted until a day',
  input: Type.Object({
    document: Type.Optional(OneOf(documentKinds)),
    number: Type.Optional(Words(30)),
    source: Type.Optional(Words(60)),
    reason: Words(300),
    until: Day,
  }),
  reply: Type.Object({ hold: Type.Integer() }),
});
export const liftHold = route({
  method: 'POST',
  path: '/api/registry/holds/:hold/lift',
  summary: 'End such an order before its day',
  input: Type.Object({ hold: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});
