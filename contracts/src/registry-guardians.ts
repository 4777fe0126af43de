// SPDX-License-Identifier: Apache-2.0
// Who reads about somebody else: parents and guardians, proven by a document; and whoever of the household may.
import { type Static, Type } from 'typebox';
import { documentKinds, PersonNo } from './registry.ts';
import { guardianRelations, proofs } from './registry-kin.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, OneOf, Words } from './shapes.ts';

export const proveGuardian = route({
  method: 'POST',
  path: '/api/registry/people/:person/guardians',
  summary: 'A worker has seen by which document somebody is the parent or guardian of a person',
  input: Type.Object({
    person: PersonNo,
    relation: OneOf(guardianRelations),
    proof: OneOf(proofs),
    /** The guardian's own document. */
    document: OneOf(documentKinds),
    number: Words(30),
  }),
  reply: Type.Object({ name: Type.String(), until: Day }),
});
export const endGuardian = route({
  method: 'POST',
  path: '/api/registry/people/:person/guardians/:guardian/end',
  summary: 'A parent or guardian is so no longer, or never was',
  input: Type.Object({ person: PersonNo, guardian: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});
export const guardianProofs = route({
  method: 'GET',
  path: '/api/registry/people/:person/guardians',
  summary: 'Which documents prove a parent or guardian of this person',
  input: Type.Object({ person: PersonNo }),
  reply: Type.Object({
    /** Not of age yet: a parent can be proven. */
    child: Type.Boolean(),
    proofs: Type.Array(OneOf(proofs)),
  }),
});

/** Somebody about whom I may read, and as what. */
export const wardRelations = ['child', 'ward', 'family'] as const;
export const OwnWard = Type.Object({
  /** Ask for their data by this. */
  grant: Type.Integer(),
  name: Type.String(),
  relation: OneOf(wardRelations),
  until: Moment,
});
export type OwnWard = Static<typeof OwnWard>;

/** The grant by which a parent or guardian acts for a child or ward; none: for oneself. */
const Of = Type.Optional(Type.Integer({ minimum: 1 }));

/** A consent that I gave and that holds: who may read, why, what, until when. */
export const OwnConsent = Type.Object({
  no: Type.Integer(),
  name: Type.String(),
  reason: Type.String(),
  item: Type.String(),
  since: Moment,
  until: Moment,
});
export type OwnConsent = Static<typeof OwnConsent>;
export const ownConsents = route({
  method: 'GET',
  path: '/api/my/data/consents',
  summary: 'Consents that I, or my child or ward, gave and that hold: who, why, what, until when',
  input: Type.Object({ of: Of }),
  reply: Type.Object({ consents: Type.Array(OwnConsent) }),
});
export const offerConsent = route({
  method: 'POST',
  path: '/api/my/data/consents',
  summary: 'Let somebody of my household read my data: a one-time code to give to them',
  input: Empty,
  reply: Type.Object({ code: Type.String(), until: Moment, days: Type.Integer() }),
});
export const takeConsent = route({
  method: 'POST',
  path: '/api/my/data/consents/take',
  summary: 'Somebody of my household gave me a code: from now on I may read their data',
  input: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }),
  reply: Done,
});
export const withdrawConsent = route({
  method: 'POST',
  path: '/api/my/data/consents/:consent/withdraw',
  summary: 'Withdraw a consent; it opens nothing from then on',
  input: Type.Object({ consent: Type.Integer({ minimum: 1 }), of: Of }),
  reply: Done,
});
