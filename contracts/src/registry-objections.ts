// SPDX-License-Identifier: Apache-2.0
// 异议: somebody says that a value is wrong, and whoever owns it answers in time. What a committee owns itself it corrects.
import { type Static, Type } from 'typebox';
import { photoLimit } from './files.ts';
import { PersonNo } from './registry.ts';
import { elements, numberElements, objectionStates, personElements } from './registry-values.ts';
import { route } from './route.ts';
import { Done, Empty, FileNo, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** How a new value is asked for. `label`: only whether it should be there. */
export const valueInputs = [
  'text',
  'day',
  'number',
  'choice',
  'phone',
  'document',
  'label',
] as const;
export const Choice = Type.Object({ value: Type.String(), says: Type.String() });
export type Choice = Static<typeof Choice>;

/** An element that can be objected to or corrected, and how its value is asked for. */
export const Asked = Type.Object({
  element: OneOf(elements),
  name: Type.String(),
  input: OneOf(valueInputs),
  choices: Type.Array(Choice),
});
export type Asked = Static<typeof Asked>;
export const askedElements = route({
  method: 'GET',
  path: '/api/registry/elements',
  summary: 'Values that can be objected to, and how a new one is asked for',
  input: Empty,
  reply: Type.Object({ elements: Type.Array(Asked) }),
});

/** Which of somebody’s numbers, in the order in which they are told; none: there is none of its kind. */
const Nth = Type.Optional(Type.Integer({ minimum: 0, maximum: 99 }));
const Proposal = {
  /** As it is kept: a code, a day, a number. Left out of a label. */
  proposed: Type.Optional(Words(60)),
  /** How somebody knows: what was seen, which document. */
  evidence: Words(500),
  /** Pictures of it, uploaded before. */
  photos: Type.Optional(Type.Array(FileNo, { maxItems: photoLimit })),
};
const Filed = Type.Object({ objection: Type.Integer(), dueAt: Moment });

export const objectTo = route({
  method: 'POST',
  path: '/api/registry/objections',
  summary: 'A committee objects to a value of a person or a home that somebody else owns',
  input: Type.Object({
    element: OneOf(elements),
    person: Type.Optional(PersonNo),
    home: Type.Optional(Ref),
    label: Type.Optional(Type.Integer()),
    number: Nth,
    ...Proposal,
  }),
  reply: Filed,
});
export const correctValue = route({
  method: 'POST',
  path: '/api/registry/corrections',
  summary: 'A committee corrects a value that it owns itself',
  input: Type.Object({
    element: OneOf(elements),
    person: Type.Optional(PersonNo),
    home: Type.Optional(Ref),
    number: Nth,
    proposed: Words(60),
  }),
  reply: Done,
});

/** One objection in a list. Of a person the source learns nothing before it opens it. */
export const ObjectionLine = Type.Object({
  objection: Type.Integer(),
  element: Type.String(),
  name: Type.String(),
  placeName: Type.String(),
  /** The organisation that raised it; none: the person. */
  organisationName: Nullable(Type.String()),
  sourceName: Type.String(),
  filedAt: Moment,
  dueAt: Moment,
  late: Type.Boolean(),
  state: OneOf(objectionStates),
  answeredAt: Nullable(Moment),
  /** To whoever raised it: about whom (masked) or which home, and what was answered. */
  own: Nullable(
    Type.Object({
      about: Type.String(),
      person: Nullable(PersonNo),
      home: Nullable(Ref),
      current: Nullable(Type.String()),
      proposed: Nullable(Type.String()),
      reason: Nullable(Type.String()),
    }),
  ),
});
export type ObjectionLine = Static<typeof ObjectionLine>;
export const listObjections = route({
  method: 'GET',
  path: '/api/registry/objections',
  summary:
    'Objections that the organisation acted for has to answer, late first; or those that it raised',
  input: Type.Object({ box: OneOf(['answer', 'raised'] as const) }),
  reply: Type.Object({
    /** Open ones first, then the latest answered. */
    objections: Type.Array(ObjectionLine),
  }),
});

/** What is needed to decide, and no more: no card, and the number masked. */
export const ObjectionFacts = Type.Object({
  line: ObjectionLine,
  about: Type.String(),
  /** Masked, as are the two values where they are numbers. */
  number: Nullable(Type.String()),
  current: Nullable(Type.String()),
  proposed: Nullable(Type.String()),
  evidence: Type.String(),
  photos: Type.Array(FileNo),
  reason: Nullable(Type.String()),
  can: Type.Object({
    answer: Type.Boolean(),
    /** The number that is proposed, whole. */
    open: Type.Boolean(),
  }),
});
export type ObjectionFacts = Static<typeof ObjectionFacts>;
export const readObjection = route({
  method: 'GET',
  path: '/api/registry/objections/:objection',
  summary: 'What is needed to answer an objection; the person it is about reads that it was opened',
  input: Type.Object({ objection: Type.Integer({ minimum: 1 }) }),
  reply: ObjectionFacts,
});
export const openProposed = route({
  method: 'POST',
  path: '/api/registry/objections/:objection/number',
  summary: 'The proposed number, whole, for whoever answers; the person reads that it was opened',
  input: Type.Object({ objection: Type.Integer({ minimum: 1 }) }),
  reply: Type.Object({ value: Type.String() }),
});
export const answerObjection = route({
  method: 'POST',
  path: '/api/registry/objections/:objection/answer',
  summary:
    'The source accepts an objection, and the value is corrected; or rejects it and says why',
  input: Type.Object({
    objection: Type.Integer({ minimum: 1 }),
    accept: Type.Boolean(),
    reason: Type.Optional(Words(300)),
  }),
  reply: Done,
});
export const withdrawObjection = route({
  method: 'POST',
  path: '/api/registry/objections/:objection/withdraw',
  summary: 'Whoever raised an objection takes it back while it is open',
  input: Type.Object({ objection: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});

/** How a department answers. Committees are not in it. */
export const ObjectionFigures = Type.Object({
  organisationName: Type.String(),
  open: Type.Integer(),
  late: Type.Integer(),
  /** Within a year. */
  answered: Type.Integer(),
  /** Days until half of those were answered. */
  medianDays: Nullable(Type.Number()),
});
export type ObjectionFigures = Static<typeof ObjectionFigures>;
export const objectionFigures = route({
  method: 'GET',
  path: '/api/objections/figures',
  summary: 'Open objections by department, and how many days an answer takes',
  input: Empty,
  reply: Type.Object({ departments: Type.Array(ObjectionFigures) }),
});

/** The grant by which a parent or guardian acts for a child or ward; none: for oneself. */
const Of = Type.Optional(Type.Integer({ minimum: 1 }));

/** An objection about me, with what was answered. */
export const OwnObjection = Type.Object({
  objection: Type.Integer(),
  element: Type.String(),
  label: Nullable(Type.Integer()),
  name: Type.String(),
  /** None: I raised it myself. */
  organisationName: Nullable(Type.String()),
  sourceName: Type.String(),
  current: Nullable(Type.String()),
  proposed: Nullable(Type.String()),
  evidence: Type.String(),
  /** Those that I sent; what the committee sent goes to whoever answers alone. */
  photos: Type.Array(FileNo),
  filedAt: Moment,
  dueAt: Moment,
  state: OneOf(objectionStates),
  answeredAt: Nullable(Moment),
  reason: Nullable(Type.String()),
});
export type OwnObjection = Static<typeof OwnObjection>;
export const ownObjections = route({
  method: 'GET',
  path: '/api/my/data/objections',
  summary:
    'Objections about me, or about my child or ward, newest first, and how a new value is asked for',
  input: Type.Object({ of: Of }),
  reply: Type.Object({
    objections: Type.Array(OwnObjection),
    elements: Type.Array(Asked),
  }),
});
export const objectToMine = route({
  method: 'POST',
  path: '/api/my/data/objections',
  summary: 'Object to a value that is held of me, or of my child or ward',
  input: Type.Object({
    of: Of,
    element: OneOf([...personElements, ...numberElements, 'label'] as const),
    label: Type.Optional(Type.Integer()),
    number: Nth,
    ...Proposal,
  }),
  reply: Filed,
});
export const withdrawMine = route({
  method: 'POST',
  path: '/api/my/data/objections/:objection/withdraw',
  summary: 'Take back my own objection while it is open',
  input: Type.Object({ objection: Type.Integer({ minimum: 1 }), of: Of }),
  reply: Done,
});
