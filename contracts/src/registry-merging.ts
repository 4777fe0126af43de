// SPDX-License-Identifier: Apache-2.0
// Two records of one person become one. Suggested, never automatic; undoable for a while.
import { type Static, Type } from 'typebox';
import { PersonNo, Sex } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Nullable, OneOf } from './shapes.ts';

/** One of two records that may be of one person. */
export const Twin = Type.Object({
  person: PersonNo,
  name: Type.String(),
  sex: Sex,
  bornOn: Nullable(Day),
  door: Nullable(Type.String()),
  placeName: Type.String(),
  hasDocument: Type.Boolean(),
});
export type Twin = Static<typeof Twin>;

/** Why two records are thought to be of one person, beside the name. */
export const twinReasons = ['birthday', 'phone'] as const;

export const TwinPair = Type.Object({
  because: OneOf(twinReasons),
  /** The one that is proposed to stay: with a document, or else the older record. */
  keep: Twin,
  other: Twin,
});
export type TwinPair = Static<typeof TwinPair>;

export const Merged = Type.Object({
  merge: Type.Integer(),
  person: PersonNo,
  name: Type.String(),
  on: Day,
  /** The last day on which it can be undone. */
  undoUntil: Day,
});
export type Merged = Static<typeof Merged>;

export const listTwins = route({
  method: 'GET',
  path: '/api/registry/twins',
  summary: 'Records of the own places that may be of one person, and what was merged lately',
  input: Type.Object({}),
  reply: Type.Object({
    pairs: Type.Array(TwinPair),
    more: Type.Boolean(),
    merged: Type.Array(Merged),
  }),
});

export const mergePeople = route({
  method: 'POST',
  path: '/api/registry/people/:person/merge',
  summary: 'The other record becomes part of this one; both people’s keys find it from then on',
  input: Type.Object({
    person: PersonNo,
    other: PersonNo,
    /** Where the two live, or are registered, in different places: whose is right. */
    lives: Type.Optional(PersonNo),
    registered: Type.Optional(PersonNo),
  }),
  reply: Type.Object({ merge: Type.Integer(), undoUntil: Day }),
});

export const undoMerge = route({
  method: 'POST',
  path: '/api/registry/merges/:merge/undo',
  summary: 'They are two people after all: everything that followed goes back',
  input: Type.Object({ merge: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});

export const keepApart = route({
  method: 'POST',
  path: '/api/registry/people/:person/apart',
  summary: 'They are two people, and are not proposed again',
  input: Type.Object({ person: PersonNo, other: PersonNo }),
  reply: Done,
});
