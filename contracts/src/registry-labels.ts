// SPDX-License-Identifier: Apache-2.0
// Labels (标签) that the grass roots keep, and the purposes for opening a value.
import { Type } from 'typebox';
import { PersonNo } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Nullable, Words } from './shapes.ts';

/** Purposes and labels that the post acted as may use now. */
export const registryWords = route({
  method: 'GET',
  path: '/api/registry/words',
  summary: 'Purposes for opening a value, and labels that the grass roots keep themselves',
  input: Type.Object({}),
  reply: Type.Object({
    /** Departments may open labels of level 5 to workers here. */
    cases: Type.Boolean(),
    purposes: Type.Array(
      Type.Object({ key: Type.String(), name: Type.String(), nameEn: Nullable(Type.String()) }),
    ),
    labels: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        nameEn: Nullable(Type.String()),
        /** Days after which it must be looked at again. */
        lookAgainDays: Type.Integer(),
      }),
    ),
  }),
});

export const putLabel = route({
  method: 'POST',
  path: '/api/registry/people/:person/labels',
  summary:
    'What only the grass roots know (独居, 需要关照), with a day by which it must be looked at again',
  input: Type.Object({
    person: PersonNo,
    /** Its code in the dictionary. */
    label: Words(40),
    words: Type.Optional(Words(200)),
    lookAgain: Type.Optional(Day),
  }),
  reply: Done,
});
export const lookAgainAtLabel = route({
  method: 'POST',
  path: '/api/registry/people/:person/labels/:label',
  summary: 'Looked again: it still holds, until the next date, or it no longer does',
  input: Type.Object({ person: PersonNo, label: Type.Integer(), holds: Type.Boolean() }),
  reply: Done,
});
