// SPDX-License-Identifier: Apache-2.0
// The base registry (人口, 住房, 户籍): who lives where, as whom, since when. Words: docs/domain/registry.md.
import { type Static, Type } from 'typebox';
import { sexes } from './id-number.ts';
import { HeldGuardian } from './registry-kin.ts';
import { CardValue } from './registry-values.ts';
import { route } from './route.ts';
import { Day, Moment, Nullable, OneOf, PlaceNo, Ref, Words } from './shapes.ts';

/** What somebody is at a home: lives there, is registered there (户籍), works there, owns it. */
export const presenceRoles = ['lives', 'registered', 'works', 'owns'] as const;
export type PresenceRole = (typeof presenceRoles)[number];

/** 人户 states; computed from where somebody lives and is registered, never typed. */
export const standings = [
  'together', // 人户一致: lives and is registered in this committee
  'lives_only', // 人在户不在: lives here, registered elsewhere in the city
  'registered_only', // 户在人不在: registered here, lives elsewhere
  'from_outside', // 来沪人员: registered outside the city
  'from_abroad', // 境外人员
] as const;
export type Standing = (typeof standings)[number];

/** As what somebody lives in a home. */
export const staysAs = [
  'owner', // 产权人
  'tenant', // 承租人
  'family', // 同住
  'renter', // 租客
  'sublandlord', // 二房东
  'carer', // 保姆护工
  'guest', // 借住
] as const;
export type StaysAs = (typeof staysAs)[number];

/** 居住户, 户口簿, 集体户. */
export const householdKinds = ['living', 'book', 'collective'] as const;

/** GB/T 4761, main codes: relation to the head of the household (户主). */
export const relations = [
  '01',
  '02',
  '10',
  '20',
  '28',
  '30',
  '38',
  '40',
  '43',
  '44',
  '50',
  '53',
  '54',
  '55',
  '56',
  '60',
  '70',
  '80',
  '97',
  '99',
] as const;

/** Documents by GA/T 517 that this form takes: 身份证, 护照, 港澳通行证, 台湾通行证, 永久居留. */
export const documentKinds = ['111', '414', '516', '511', '553'] as const;

/** Values that are shown masked and opened one by one. */
export const sealedElements = ['id', 'phone'] as const;
export type SealedElement = (typeof sealedElements)[number];

/** GB/T 2261.1 as a reply says it. */
export const Sex = OneOf(sexes.map(String) as unknown as readonly ['0', '1', '2', '9']);

export const PersonNo = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** A label (标签) as it stands at a person: its name is in the dictionary. */
export const LabelMark = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  /** The day by which somebody must look again has come. */
  due: Type.Boolean(),
});

export type LabelMark = Static<typeof LabelMark>;

/** One dated relation between a person and a home. */
export const PresenceLine = Type.Object({
  role: OneOf(presenceRoles),
  home: Nullable(Ref),
  door: Nullable(Type.String()),
  placeName: Type.String(),
  household: Nullable(Ref),
  relation: Nullable(Type.String()),
  staysAs: Nullable(OneOf(staysAs)),
  from: Day,
  to: Nullable(Day),
  source: Type.String(),
});
export type PresenceLine = Static<typeof PresenceLine>;

/** Somebody of the same household or home. */
export const Companion = Type.Object({
  person: PersonNo,
  name: Type.String(),
  sex: Sex,
  age: Nullable(Type.Integer()),
  role: OneOf(presenceRoles),
  relation: Nullable(Type.String()),
  staysAs: Nullable(OneOf(staysAs)),
  standing: OneOf(standings),
  labels: Type.Array(LabelMark),
});
export type Companion = Static<typeof Companion>;

/** A masked value: what kind of number, and enough of it to tell two apart. */
export const Masked = Type.Object({
  element: OneOf(sealedElements),
  document: Nullable(Type.String()),
  masked: Type.String(),
});

export const HeldLabel = Type.Object({
  no: Type.Integer(),
  code: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  kind: OneOf(['shared', 'collected', 'computed', 'declared'] as const),
  organisationName: Type.String(),
  words: Nullable(Type.String()),
  from: Day,
  /** The last day on which it holds, where one is said. */
  until: Nullable(Day),
  /** Why it may be said: the dictionary's words. */
  basis: Nullable(Type.String()),
  lookAgain: Nullable(Day),
  due: Type.Boolean(),
  /** The post acted as may say that it was looked at, or that it no longer holds. */
  mine: Type.Boolean(),
});
export type HeldLabel = Static<typeof HeldLabel>;

/** 一人一档. */
export const PersonCard = Type.Object({
  person: PersonNo,
  name: Type.String(),
  pinyin: Type.String(),
  sex: Sex,
  bornOn: Nullable(Day),
  age: Nullable(Type.Integer()),
  diedOn: Nullable(Day),
  nation: Nullable(Type.String()),
  standing: Nullable(OneOf(standings)),
  numbers: Type.Array(Masked),
  presences: Type.Array(PresenceLine),
  companions: Type.Array(Companion),
  labels: Type.Array(HeldLabel),
  /** Parents and guardians as a worker saw them proven. */
  guardians: Type.Array(HeldGuardian),
  /** Each value and supplied label with who owns it, and what is contested. */
  values: Type.Array(CardValue),
  /** The day as of which it is shown, when it is not today. */
  asOf: Nullable(Day),
  source: Type.String(),
  recordedAt: Moment,
  /** Since when the person has an account bound to them; none without one. */
  boundSince: Nullable(Moment),
  can: Type.Object({ change: Type.Boolean(), reveal: Type.Boolean() }),
});
export type PersonCard = Static<typeof PersonCard>;

export const personCard = route({
  method: 'GET',
  path: '/api/registry/people/:person',
  summary: 'One person (一人一档), numbers masked; the look is logged and the person can read it',
  input: Type.Object({ person: PersonNo, at: Type.Optional(Day) }),
  reply: PersonCard,
});

/** 一房一档, with all who live, are registered, work there or own it. */
export const HomeCard = Type.Object({
  home: Ref,
  door: Type.String(),
  place: PlaceNo,
  placeName: Type.String(),
  floor: Nullable(Type.Integer()),
  lift: Nullable(Type.Boolean()),
  tenure: Nullable(Type.String()),
  use: Type.String(),
  state: Nullable(Type.String()),
  areaM2: Nullable(Type.Number()),
  rooms: Nullable(Type.Integer()),
  /** The last day, when it is no more; or when it became part of another. */
  closed: Nullable(Day),
  /** The 楼组 to which its door belongs today. */
  group: Nullable(Type.Object({ group: Ref, name: Type.String() })),
  households: Type.Array(
    Type.Object({
      household: Ref,
      kind: OneOf(householdKinds),
      people: Type.Array(Companion),
    }),
  ),
  /** Of no household: owners who live elsewhere, people who work here. */
  others: Type.Array(Companion),
  /** What is known of the room, with who owns each value. */
  values: Type.Array(CardValue),
  asOf: Nullable(Day),
  can: Type.Object({ change: Type.Boolean() }),
});
export type HomeCard = Static<typeof HomeCard>;
export const homeCard = route({
  method: 'GET',
  path: '/api/registry/homes/:home',
  summary: 'One home (一房一档): its households and who else has to do with it',
  input: Type.Object({ home: Ref, at: Type.Optional(Day) }),
  reply: HomeCard,
});

/** 一户一档. */
export const HouseholdCard = Type.Object({
  household: Ref,
  kind: OneOf(householdKinds),
  home: Nullable(Ref),
  door: Nullable(Type.String()),
  placeName: Type.String(),
  from: Day,
  to: Nullable(Day),
  people: Type.Array(Companion),
  asOf: Nullable(Day),
  /** Somebody may join, or be born: people still keep house there. */
  can: Type.Object({ change: Type.Boolean() }),
});
export type HouseholdCard = Static<typeof HouseholdCard>;
export const householdCard = route({
  method: 'GET',
  path: '/api/registry/households/:household',
  summary: 'One household (一户一档)',
  input: Type.Object({ household: Ref, at: Type.Optional(Day) }),
  reply: HouseholdCard,
});

export const revealValue = route({
  method: 'POST',
  path: '/api/registry/people/:person/reveal',
  summary:
    'Open one masked value for a purpose of the purpose registry; logged, and the person reads it',
  input: Type.Object({
    person: PersonNo,
    element: OneOf(sealedElements),
    /** Which of several of that kind, in the card's order; the first unless told. */
    nth: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
    purpose: Words(40),
  }),
  reply: Type.Object({ value: Type.String() }),
});
