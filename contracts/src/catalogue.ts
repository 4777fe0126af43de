// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Done, Nullable, OneOf, Words } from './shapes.ts';

/** Everything a city may change is a dated row of one of these kinds. */
export const catalogueKinds = [
  'category',
  'condition',
  'limit',
  'office_hours',
  'calendar_year',
  'decline_reason',
  'return_ground',
  'setting',
  'purpose',
  'label',
  'element',
  'service',
  'item',
  'rating_reason',
] as const;
export const KindName = OneOf(catalogueKinds);
export const CatalogueRow = Type.Object({
  no: Type.Integer(),
  kind: KindName,
  key: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  body: Type.Record(Type.String(), Type.Unknown()),
  effectiveFrom: Day,
  effectiveTo: Nullable(Day),
  source: Type.String(),
  status: OneOf(['draft', 'approved', 'retired'] as const),
  authorName: Nullable(Type.String()),
  approverName: Nullable(Type.String()),
});
export type CatalogueRow = Static<typeof CatalogueRow>;
export const listCatalogue = route({
  method: 'GET',
  path: '/api/catalogue',
  summary: 'Rows of one kind: in force, drafts and what was',
  input: Type.Object({
    kind: KindName,
    q: Type.Optional(Words(60)),
    key: Type.Optional(Words(80)),
  }),
  /**
   * `mayDraft`: rules hold everywhere here, so whoever holds all of it may change them.
   * `waiting`: drafts of every kind that wait for approval; none for who may not see them.
   */
  reply: Type.Object({
    rows: Type.Array(CatalogueRow),
    mayDraft: Type.Boolean(),
    waiting: Type.Array(Type.Object({ kind: KindName, drafts: Type.Integer() })),
  }),
});
export const draftCatalogue = route({
  method: 'POST',
  path: '/api/catalogue',
  summary: 'System administrator drafts a new dated row; nothing changes until approved',
  input: Type.Object({
    kind: KindName,
    key: Words(80),
    name: Words(100),
    nameEn: Type.Optional(Words(100)),
    body: Type.Record(Type.String(), Type.Unknown()),
    effectiveFrom: Day,
    /** The last day, included; how a category is retired. */
    effectiveTo: Type.Optional(Day),
    source: Words(200),
  }),
  reply: Type.Object({ no: Type.Integer() }),
});
/** One value that is not the same on both sides; null where there is none. */
export const Change = Type.Object({
  /** `body.limits.0`. */
  path: Type.String(),
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
});
export type Change = Static<typeof Change>;
export const diffCatalogue = route({
  method: 'GET',
  path: '/api/catalogue/:no/diff',
  summary: 'What a draft changes against the row in force',
  input: Type.Object({ no: Type.Integer() }),
  reply: Type.Object({
    changes: Type.Array(Change),
    openCases: Type.Integer(),
  }),
});
export const decideCatalogue = route({
  method: 'POST',
  path: '/api/catalogue/:no/decide',
  summary: 'Safety administrator approves or refuses a draft',
  input: Type.Object({ no: Type.Integer(), approve: Type.Boolean() }),
  reply: Done,
});
