// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { auditKinds } from './audit-acts.ts';
import { route } from './route.ts';
import { Moment, Nullable, OneOf, PlaceNo, Words } from './shapes.ts';

export const AuditLine = Type.Object({
  no: Type.Integer(),
  at: Moment,
  actorName: Nullable(Type.String()),
  role: Nullable(Type.String()),
  organisationName: Nullable(Type.String()),
  act: Type.String(),
  subject: Nullable(Type.String()),
  place: Nullable(PlaceNo),
  outcome: Type.String(),
  purpose: Nullable(Type.String()),
  /** In the reader’s language, of a purpose that the city’s catalogue has. */
  purposeName: Nullable(Type.String()),
  requestId: Type.String(),
  sealed: Type.Boolean(),
});
export type AuditLine = Static<typeof AuditLine>;
export const searchAudit = route({
  method: 'GET',
  path: '/api/audit',
  summary: 'Who read and did what',
  input: Type.Object({
    q: Type.Optional(Words(80)),
    act: Type.Optional(Words(80)),
    /** Of reading, of changing, of coming and going, or refused. */
    kind: Type.Optional(OneOf(auditKinds)),
    subject: Type.Optional(Words(80)),
    from: Type.Optional(Moment),
    to: Type.Optional(Moment),
    before: Type.Optional(Type.Integer()),
  }),
  reply: Type.Object({ lines: Type.Array(AuditLine), next: Nullable(Type.Integer()) }),
});
export const auditHead = route({
  method: 'GET',
  path: '/api/audit/head',
  summary: 'State of the sealed chain',
  input: Type.Object({}),
  reply: Type.Object({
    blocks: Type.Integer(),
    sealed: Type.Integer(),
    unsealed: Type.Integer(),
    head: Nullable(Type.String()),
    at: Nullable(Moment),
  }),
});
export const checkAudit = route({
  method: 'POST',
  path: '/api/audit/verify',
  summary: 'Prove the chain, or name what was changed, left unsealed or cut off',
  input: Type.Object({}),
  reply: Type.Object({
    good: Type.Boolean(),
    blocks: Type.Integer(),
    rows: Type.Integer(),
    faults: Type.Array(
      Type.Object({
        kind: Type.String(),
        block: Nullable(Type.Integer()),
        row: Nullable(Type.Integer()),
        detail: Type.String(),
      }),
    ),
  }),
});
