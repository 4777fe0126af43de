// SPDX-License-Identifier: Apache-2.0
// What the city holds on the person who asks (我的数据), who looked at it, and how an account comes to be theirs.
import { type Static, Type } from 'typebox';
import {
  HeldLabel,
  Masked,
  PersonNo,
  PresenceLine,
  Sex,
  sealedElements,
  standings,
} from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Moment, Nullable, OneOf } from './shapes.ts';

/** Minutes for which a code joins an account to a person. */
export const bindingMinutes = 10;

export const giveBindingCode = route({
  method: 'POST',
  path: '/api/registry/people/:person/binding-code',
  summary:
    'A document was seen: a code, shown once, by which its holder joins their account to themselves',
  input: Type.Object({
    person: PersonNo,
    /** Of the document that was shown: its last four signs. */
    lastFour: Type.String({ pattern: '^[0-9]{3}[0-9Xx]$' }),
  }),
  reply: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }), until: Moment }),
});

export const endBindingOf = route({
  method: 'POST',
  path: '/api/registry/people/:person/binding/end',
  summary: 'The account that is joined to this person is theirs no longer',
  input: Type.Object({ person: PersonNo }),
  reply: Done,
});

export const bindMyself = route({
  method: 'POST',
  path: '/api/registry/mine/binding',
  summary: 'Joins my account to me, by the code that I was given when I showed my document',
  input: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }),
  reply: Done,
});

export const endMyBinding = route({
  method: 'POST',
  path: '/api/registry/mine/binding/end',
  summary: 'My account is joined to me no longer',
  input: Type.Object({}),
  reply: Done,
});

/** A relation to a home as its person reads it. */
export const MyPresence = Type.Object({
  ...PresenceLine.properties,
  standing: OneOf(standings),
  recordedAt: Moment,
});

/** A label as its person reads it; sealed ones too. */
export const MyLabel = Type.Object({
  ...Type.Omit(HeldLabel, ['due', 'mine']).properties,
  to: Nullable(Day),
  verifiedAt: Moment,
  /** Why it may be kept, as the dictionary says. */
  basis: Type.String(),
  level: Type.Integer({ minimum: 1, maximum: 5 }),
});

/** Somebody who may open the person's card for a while, by an act that justified it. */
export const MyGrant = Type.Object({
  organisationName: Type.String(),
  purpose: Type.String(),
  purposeEn: Nullable(Type.String()),
  from: Moment,
  until: Moment,
});

/** All that the registry holds on somebody. */
export const MyData = Type.Object({
  since: Moment,
  name: Type.String(),
  pinyin: Type.String(),
  sex: Sex,
  bornOn: Nullable(Day),
  diedOn: Nullable(Day),
  nation: Nullable(Type.String()),
  registeredIn: Nullable(Type.String()),
  abroad: Type.Boolean(),
  /** Out of ordinary search. */
  protected: Type.Boolean(),
  source: Type.String(),
  recordedAt: Moment,
  numbers: Type.Array(Masked),
  presences: Type.Array(MyPresence),
  labels: Type.Array(MyLabel),
  grants: Type.Array(MyGrant),
});
export type MyData = Static<typeof MyData>;

export const myData = route({
  method: 'GET',
  path: '/api/registry/mine',
  summary: 'All that the registry holds on me, with source and date; nothing until I am bound',
  input: Type.Object({}),
  reply: Type.Object({ mine: Nullable(MyData) }),
});

export const revealMine = route({
  method: 'POST',
  path: '/api/registry/mine/reveal',
  summary: 'One of my own numbers, in clear',
  input: Type.Object({ element: OneOf(sealedElements) }),
  reply: Type.Object({ value: Type.String() }),
});

/** One look, or one change. Never who by name: the organisation answers for its people. */
export const MyLook = Type.Object({
  no: Type.Integer(),
  at: Moment,
  organisationName: Type.String(),
  role: Type.String(),
  act: OneOf(['card', 'reveal', 'change'] as const),
  elements: Type.Array(Type.String()),
  purpose: Type.String(),
  purposeEn: Nullable(Type.String()),
});
export type MyLook = Static<typeof MyLook>;

export const myLooks = route({
  method: 'GET',
  path: '/api/registry/mine/looks',
  summary: 'Who looked at my data (谁看过我的信息), newest first, fifty at a time',
  input: Type.Object({
    /** Older than this one. */
    before: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Type.Object({ looks: Type.Array(MyLook), more: Type.Boolean() }),
});
