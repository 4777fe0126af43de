// SPDX-License-Identifier: Apache-2.0
// The responsibility list (责任清单): read by staff, drafted by one administrator, decided by another.
import { type Static, Type } from 'typebox';
import { Change } from './catalogue.ts';
import { ImportFault } from './identity.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, PlaceNo, Ref, Words } from './shapes.ts';

/** One row that is in force or will be. Drafts are no part of the list. */
export const DutyLine = Type.Object({
  no: Type.Integer(),
  category: Type.String(),
  categoryName: Type.String(),
  place: PlaceNo,
  placeName: Type.String(),
  lead: Nullable(Type.Integer()),
  leadName: Nullable(Type.String()),
  assistingNames: Type.Array(Type.String()),
  validFrom: Day,
  validTo: Nullable(Day),
  source: Type.String(),
});
export type DutyLine = Static<typeof DutyLine>;
export const listDuties = route({
  method: 'GET',
  path: '/api/duties',
  summary: 'The responsibility list for a place, by category',
  input: Type.Object({
    place: PlaceNo,
    category: Type.Optional(Words(40)),
    q: Type.Optional(Words(40)),
  }),
  reply: Type.Object({ duties: Type.Array(DutyLine) }),
});

export const draftDuty = route({
  method: 'POST',
  path: '/api/duties',
  summary: 'System administrator drafts a dated row of the list; nothing changes until approved',
  input: Type.Object({
    category: Words(40),
    place: PlaceNo,
    lead: Type.Integer(),
    assisting: Type.Array(Type.Integer(), { maxItems: 8 }),
    validFrom: Day,
    source: Words(200),
  }),
  reply: Type.Object({ batch: Type.Integer() }),
});
export const importDuties = route({
  method: 'POST',
  path: '/api/duties/import',
  summary: 'Drafts of the list from one CSV, decided together; `dry` only reports',
  input: Type.Object({ csv: Type.String({ maxLength: 4_000_000 }), dry: Type.Boolean() }),
  reply: Type.Object({
    lines: Type.Integer(),
    /** Lines that become drafts. */
    drafts: Type.Integer(),
    /** Lines that say what is in force, or what waits already. */
    same: Type.Integer(),
    faults: Type.Array(ImportFault),
    /** Null when nothing was drafted. */
    batch: Nullable(Type.Integer()),
  }),
});

/** Drafts that wait, and are decided together: one row, or all of a file. */
export const DutyBatch = Type.Object({
  batch: Type.Integer(),
  /** Null when a ruling of a street leader proposed it. */
  authorName: Nullable(Type.String()),
  ruling: Nullable(Ref),
  at: Moment,
  rows: Type.Integer(),
  /** The actor may decide it: nobody decides their own. */
  mayDecide: Type.Boolean(),
});
export type DutyBatch = Static<typeof DutyBatch>;
export const listDutyDrafts = route({
  method: 'GET',
  path: '/api/duties/drafts',
  summary: 'Drafts of the list that wait for the safety administrator, the oldest first',
  input: Empty,
  reply: Type.Object({ batches: Type.Array(DutyBatch) }),
});
/** Rows shown at once. */
export const dutiesAtOnce = 100;
export const diffDuties = route({
  method: 'GET',
  path: '/api/duties/drafts/:batch',
  summary: 'What a batch of drafts changes against the list in force, a hundred rows at a time',
  input: Type.Object({
    batch: Type.Integer(),
    from: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  reply: Type.Object({
    /** One for each category and place, as they follow each other in the list. */
    rows: Type.Array(
      Type.Object({
        category: Type.String(),
        categoryName: Type.String(),
        placeName: Type.String(),
        validFrom: Day,
        changes: Type.Array(Change),
      }),
    ),
    total: Type.Integer(),
    openCases: Type.Integer(),
  }),
});
export const decideDuties = route({
  method: 'POST',
  path: '/api/duties/drafts/:batch/decide',
  summary: 'Safety administrator approves or refuses a batch as a whole',
  input: Type.Object({ batch: Type.Integer(), approve: Type.Boolean() }),
  reply: Done,
});
