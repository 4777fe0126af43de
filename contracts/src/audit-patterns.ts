// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Moment, Nullable, OneOf } from './shapes.ts';

/**
 * What an auditor should look at once: a post that opened many people's numbers in a day, that looked at several people
 * outside office hours, that came back to one person day after day, that looked at somebody of the own household or at
 * several who live behind the own door; somebody at whom many of the staff looked.
 */
export const patternKinds = [
  'many_opened',
  'outside_hours',
  'same_again',
  'many_look',
  'own_household',
  'neighbours',
] as const;
export type PatternKind = (typeof patternKinds)[number];

export const AuditPattern = Type.Object({
  kind: OneOf(patternKinds),
  /** The last look that belongs to it. */
  at: Moment,
  from: Day,
  to: Day,
  /** Who looked; null where many did. */
  actorName: Nullable(Type.String()),
  role: Nullable(Type.String()),
  organisationName: Nullable(Type.String()),
  /** At whom, where it is one: `person 123`. */
  subject: Nullable(Type.String()),
  /** The setting that was passed; how far is not told, so that nobody is compared by it. */
  over: Type.Integer(),
});
export type AuditPattern = Static<typeof AuditPattern>;

export const auditPatterns = route({
  method: 'GET',
  path: '/api/audit/patterns',
  summary:
    'Looks at people that an auditor should look at once, newest first; by rules, and no judgement',
  input: Type.Object({
    /** Back from now. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 92, default: 30 })),
  }),
  reply: Type.Object({ patterns: Type.Array(AuditPattern), days: Type.Integer() }),
});
