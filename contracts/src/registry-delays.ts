// SPDX-License-Identifier: Apache-2.0
// 暂缓告知: a lawful delay holds what one organisation looked at back from 谁看过, for a time.
import { type Static, Type } from 'typebox';
import { documentKinds } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, OneOf, Words } from './shapes.ts';

/** `asked`: waits for two approvals. `over`: its day has come, and the entries are shown. */
export const delayStates = ['asked', 'approved', 'refused', 'ended', 'over'] as const;

export const Delay = Type.Object({
  delay: Type.Integer(),
  /** Masked. */
  number: Type.String(),
  basis: Type.String(),
  organisationName: Type.String(),
  role: Type.String(),
  askerName: Type.String(),
  askedAt: Moment,
  /** The last day on which the person does not read it. */
  until: Day,
  state: OneOf(delayStates),
  endedAt: Nullable(Moment),
  approvals: Type.Array(
    Type.Object({
      name: Type.String(),
      role: Type.String(),
      organisationName: Type.String(),
      at: Moment,
    }),
  ),
  can: Type.Object({ decide: Type.Boolean(), end: Type.Boolean() }),
});
export type Delay = Static<typeof Delay>;

export const listDelays = route({
  method: 'GET',
  path: '/api/registry/delays',
  summary: 'Delays of the own organisation, or of those that one decides over; waiting ones first',
  input: Empty,
  reply: Type.Object({
    delays: Type.Array(Delay),
    /** The latest day that can be asked for. */
    latest: Day,
    can: Type.Object({ ask: Type.Boolean() }),
  }),
});
export const askDelay = route({
  method: 'POST',
  path: '/api/registry/delays',
  summary:
    'Ask that a person does not read for a time what the own organisation looks at, on a legal basis',
  input: Type.Object({
    document: Type.Optional(OneOf(documentKinds)),
    number: Words(30),
    basis: Words(300),
    until: Day,
  }),
  reply: Type.Object({ delay: Type.Integer() }),
});
export const decideDelay = route({
  method: 'POST',
  path: '/api/registry/delays/:delay/decide',
  summary:
    'One of two approvals of a delay that somebody else asked for; or a refusal, which ends it',
  input: Type.Object({ delay: Type.Integer({ minimum: 1 }), approve: Type.Boolean() }),
  reply: Done,
});
export const endDelay = route({
  method: 'POST',
  path: '/api/registry/delays/:delay/end',
  summary: 'End a delay before its day: the person reads everything from then on',
  input: Type.Object({ delay: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});
