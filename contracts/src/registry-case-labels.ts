// SPDX-License-Identifier: Apache-2.0
// Labels of level 5 (个案标签): opened by their department, one person at a time, to the workers of one committee, for a
// purpose and until a day. Nothing of this is there unless the deployment turns it on.
import { type Static, Type } from 'typebox';
import { documentKinds, PersonNo } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Nullable, OneOf, PlaceNo, Words } from './shapes.ts';

/** Days for which one may be open at most (示例). */
export const mostCaseDays = 92;
const No = Type.Integer({ minimum: 1 });
const Named = { name: Type.String(), nameEn: Nullable(Type.String()) };

export const openCaseLabel = route({
  method: 'POST',
  path: '/api/registry/case-labels',
  summary:
    'A department opens a label of level 5 to a committee; the reply does not tell who is known',
  input: Type.Object({
    number: Words(40),
    /** 111, an identity card, unless told. */
    document: Type.Optional(OneOf(documentKinds)),
    label: Words(40),
    words: Type.Optional(Words(200)),
    /** The committee whose workers may read it. */
    place: PlaceNo,
    purpose: Words(40),
    /** The last day. */
    until: Day,
  }),
  reply: Type.Object({ no: No }),
});
export const closeCaseLabel = route({
  method: 'POST',
  path: '/api/registry/case-labels/:no/close',
  summary: 'A department closes a label of level 5 before its day',
  input: Type.Object({ no: No }),
  reply: Done,
});

/** What the department has open; it is told nothing of the person but what it said itself. */
export const CaseLabelOpened = Type.Object({
  no: No,
  /** Masked. */
  number: Type.String(),
  label: Type.Object(Named),
  placeName: Type.String(),
  purpose: Type.Object(Named),
  until: Day,
});
export type CaseLabelOpened = Static<typeof CaseLabelOpened>;
/** What is open to a worker, of somebody within reach. */
export const CaseLabelHere = Type.Object({
  no: No,
  person: PersonNo,
  personName: Type.String(),
  label: Type.Object(Named),
  words: Nullable(Type.String()),
  organisationName: Type.String(),
  purpose: Type.Object(Named),
  until: Day,
});
export type CaseLabelHere = Static<typeof CaseLabelHere>;
export const caseLabels = route({
  method: 'GET',
  path: '/api/registry/case-labels',
  summary:
    'Labels of level 5: what a department has open, or what is open to a worker; each such reading is written down for the person',
  input: Type.Object({}),
  reply: Type.Object({
    /** What a department can open. */
    labels: Type.Array(Type.Object({ code: Type.String(), ...Named })),
    purposes: Type.Array(Type.Object({ key: Type.String(), ...Named })),
    opened: Type.Array(CaseLabelOpened),
    here: Type.Array(CaseLabelHere),
  }),
});
