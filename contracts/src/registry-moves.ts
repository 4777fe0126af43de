// SPDX-License-Identifier: Apache-2.0
// Who comes and goes: moving in and out, birth and death.
import { type Static, Type } from 'typebox';
import { phonePattern } from './phone.ts';
import { documentKinds, PersonNo, relations, Sex, staysAs } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** Somebody whom the registry does not know yet. */
export const NewPerson = Type.Object({
  name: Words(60),
  /** Known from an identity number; asked only without one. */
  sex: Type.Optional(Sex),
  bornOn: Type.Optional(Day),
  document: Type.Optional(OneOf(documentKinds)),
  number: Type.Optional(Words(30)),
  phone: Type.Optional(Type.String({ pattern: phonePattern })),
  /** 境外人员. */
  abroad: Type.Optional(Type.Boolean()),
});
export type NewPerson = Static<typeof NewPerson>;

export const lookUpNumber = route({
  method: 'POST',
  path: '/api/registry/look-up',
  summary: 'Who is it, by the document that is shown; opens that person for a move, logged',
  input: Type.Object({ document: OneOf(documentKinds), number: Words(30) }),
  /** Nobody: the registry does not know the number. The day of birth and the sex are what the number says. */
  reply: Type.Object({
    known: Nullable(
      Type.Object({ person: PersonNo, name: Type.String(), livesHere: Type.Boolean() }),
    ),
    says: Nullable(
      Type.Object({ bornOn: Day, sex: OneOf(['1', '2'] as const), area: Type.String() }),
    ),
  }),
});

export const moveIn = route({
  method: 'POST',
  path: '/api/registry/homes/:home/move-in',
  summary: 'Somebody moves in: known by number, or new; ends where they lived before',
  input: Type.Object({
    home: Ref,
    /** Somebody the registry knows and the actor may open. */
    person: Type.Optional(PersonNo),
    fresh: Type.Optional(NewPerson),
    staysAs: OneOf(staysAs),
    /** Joins this household; a new one of their own without it. */
    household: Type.Optional(Ref),
    relation: Type.Optional(OneOf(relations)),
    from: Day,
    /** Six digits of GB/T 2260 where the 户籍 is; asked only when nothing tells it. */
    registeredIn: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
  }),
  reply: Type.Object({ person: PersonNo }),
});

export const moveOut = route({
  method: 'POST',
  path: '/api/registry/people/:person/move-out',
  summary: 'Somebody no longer lives here',
  input: Type.Object({ person: PersonNo, on: Day }),
  reply: Done,
});

export const recordBirth = route({
  method: 'POST',
  path: '/api/registry/households/:household/birth',
  summary: 'A child is born into a household; it has no number yet',
  input: Type.Object({
    household: Ref,
    name: Words(60),
    sex: OneOf(['0', '1', '2'] as const),
    bornOn: Day,
    relation: OneOf(relations),
  }),
  reply: Type.Object({ person: PersonNo }),
});

export const recordDeath = route({
  method: 'POST',
  path: '/api/registry/people/:person/death',
  summary: 'Somebody died: ends where they live, work and are registered',
  input: Type.Object({ person: PersonNo, on: Day }),
  reply: Done,
});
