// SPDX-License-Identifier: Apache-2.0
// Institutions (机构) that act in a neighbourhood: nine kinds, their terms, members and contacts.
import { type Static, Type } from 'typebox';
import { PersonNo } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Moment, Nullable, OneOf, PlaceNo, Ref, Words } from './shapes.ts';

export const institutionKinds = [
  'party', // 党组织
  'residents', // 居民委员会、村民委员会
  'owners', // 业主委员会
  'property', // 物业服务企业
  'stationed', // 驻区单位
  'mass', // 群团组织
  'social', // 社会组织
  'team', // 群众活动团队
  'centre', // 服务中心、站点
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** GB 32100: `good`, or `doubtful` when the check sign does not fit. A few early codes are so; they are not refused. */
export const creditStates = ['good', 'doubtful'] as const;

export const InstitutionLine = Type.Object({
  institution: Ref,
  kind: OneOf(institutionKinds),
  name: Type.String(),
  placeName: Type.String(),
  /** Told to everybody; whoever has a question calls it. */
  phone: Nullable(Type.String()),
  /** Who holds an office there now. */
  members: Type.Integer(),
  termTo: Nullable(Day),
  /** Its term is over, or will be within 90 days. */
  due: Type.Boolean(),
});
export type InstitutionLine = Static<typeof InstitutionLine>;

export const listInstitutions = route({
  method: 'GET',
  path: '/api/registry/institutions',
  summary: 'Institutions of the nine kinds in the places of the post acted as',
  input: Type.Object({
    kind: Type.Optional(OneOf(institutionKinds)),
    /** Any part of its name. */
    q: Type.Optional(Words(60)),
  }),
  reply: Type.Object({
    institutions: Type.Array(InstitutionLine),
    /** How many there are of each kind, whatever kind is asked for. */
    counts: Type.Record(Type.String(), Type.Integer()),
    more: Type.Boolean(),
    /** Places where the post acted as may keep one; the first is proposed. */
    places: Type.Array(Type.Object({ place: PlaceNo, name: Type.String() })),
  }),
});

export const Member = Type.Object({
  no: Type.Integer(),
  /** In the registry; null when only the name is known. */
  person: Nullable(PersonNo),
  name: Type.String(),
  position: Type.String(),
  /** Masked; opened for a purpose. */
  phone: Nullable(Type.String()),
  from: Day,
  to: Nullable(Day),
});
export type Member = Static<typeof Member>;

export const InstitutionCard = Type.Object({
  institution: Ref,
  kind: OneOf(institutionKinds),
  name: Type.String(),
  placeName: Type.String(),
  creditCode: Nullable(Type.String()),
  credit: Nullable(OneOf(creditStates)),
  address: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  termFrom: Nullable(Day),
  termTo: Nullable(Day),
  due: Type.Boolean(),
  from: Nullable(Day),
  to: Nullable(Day),
  source: Type.String(),
  recordedAt: Moment,
  /** In office now; then who was, the last ones first. */
  members: Type.Array(Member),
  past: Type.Array(Member),
  can: Type.Object({ change: Type.Boolean() }),
});
export type InstitutionCard = Static<typeof InstitutionCard>;

const at = { institution: Ref };
export const institutionCard = route({
  method: 'GET',
  path: '/api/registry/institutions/:institution',
  summary: 'One institution: its term, its members, how to reach it',
  input: Type.Object(at),
  reply: InstitutionCard,
});

/** What is kept of it; an empty text takes a value away. */
const facts = {
  name: Words(120),
  creditCode: Type.Optional(Type.String({ maxLength: 30 })),
  address: Type.Optional(Type.String({ maxLength: 120 })),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  termFrom: Type.Optional(Nullable(Day)),
  termTo: Type.Optional(Nullable(Day)),
};

export const putInstitution = route({
  method: 'POST',
  path: '/api/registry/institutions',
  summary: 'Puts an institution on record',
  input: Type.Object({
    kind: OneOf(institutionKinds),
    /** The post’s own place unless told. */
    place: Type.Optional(PlaceNo),
    from: Type.Optional(Day),
    ...facts,
  }),
  reply: Type.Object({ institution: Ref }),
});

export const changeInstitution = route({
  method: 'POST',
  path: '/api/registry/institutions/:institution',
  summary: 'Corrects what is kept of an institution, or begins its next term',
  input: Type.Object({ ...at, ...facts }),
  reply: Done,
});

export const endInstitution = route({
  method: 'POST',
  path: '/api/registry/institutions/:institution/end',
  summary: 'It acts here no longer; who was in office goes with it',
  input: Type.Object({ ...at, on: Day }),
  reply: Done,
});

export const putMember = route({
  method: 'POST',
  path: '/api/registry/institutions/:institution/members',
  summary: 'Somebody takes an office: of the registry, or known by name only',
  input: Type.Object({
    ...at,
    person: Type.Optional(PersonNo),
    name: Type.Optional(Words(60)),
    position: Words(20),
    phone: Type.Optional(Type.String({ maxLength: 20 })),
    from: Type.Optional(Day),
  }),
  reply: Done,
});

export const endMember = route({
  method: 'POST',
  path: '/api/registry/institutions/:institution/members/:member/end',
  summary: 'Somebody leaves an office',
  input: Type.Object({ ...at, member: Type.Integer({ minimum: 1 }), on: Day }),
  reply: Done,
});

export const revealMember = route({
  method: 'POST',
  path: '/api/registry/institutions/:institution/members/:member/reveal',
  summary: 'The telephone of somebody in office, for a purpose; the look is written down',
  input: Type.Object({ ...at, member: Type.Integer({ minimum: 1 }), purpose: Words(40) }),
  reply: Type.Object({ value: Type.String() }),
});
