// SPDX-License-Identifier: Apache-2.0
// A department supplies labels for people whom it identifies by number, and withdraws them. No reply tells whether a
// number is anybody's: what comes back says only whether a line is written as it should be.
import { type Static, Type } from 'typebox';
import { documentKinds } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Moment, Nullable, OneOf, Words } from './shapes.ts';

/** Lines of one call. */
export const mostSupplied = 1_000;
/** Lines, and bytes, of a file at the desk; larger ones come in at a terminal of the program. */
export const mostInFile = { lines: 20_000, bytes: 3_000_000 } as const;
/** Bad lines of a file that are told one by one. */
export const mostRefused = 1_000;
/** Fewer people than this are not shown as a figure. */
export const fewestShown = 5;

/** Why a line is not taken: by its form alone, never by who the number is. */
export const supplyFaults = [
  'number',
  'number-lost',
  'label-unknown',
  'label-not-yours',
  'day',
  'not-yet',
  'until-early',
  'until-late',
] as const;
export type SupplyFault = (typeof supplyFaults)[number];

/** Days and numbers are looked at line by line: one that is wrong does not keep the others. */
const Loose = (max: number) => Type.String({ maxLength: max });
const Numbered = {
  number: Loose(40),
  /** 111, an identity card, unless told. */
  document: Type.Optional(OneOf(documentKinds)),
  /** Code of the dictionary. */
  label: Loose(40),
};
export const SuppliedLine = Type.Object({
  ...Numbered,
  /** The first day on which it holds. */
  from: Loose(10),
  /** The last day; left out, it is the last that the dictionary allows. */
  until: Type.Optional(Loose(10)),
  /** On what it rests: a decision, a certificate. */
  note: Type.Optional(Words(200)),
});
export type SuppliedLine = Static<typeof SuppliedLine>;

const LineRefused = Type.Object({
  /** 1 for the first; of a file as Excel counts it. */
  line: Type.Integer(),
  field: OneOf(['number', 'label', 'from', 'until'] as const),
  why: OneOf(supplyFaults),
  /** The same in the reader's language. */
  says: Type.String(),
});
/** All lines that are not refused are taken. */
const Answered = { taken: Type.Integer(), refused: Type.Array(LineRefused) };
export const SupplyAnswer = Type.Object({
  /** To withdraw all of it by; none when nothing was taken. */
  batch: Nullable(Type.Integer()),
  ...Answered,
});
export type SupplyAnswer = Static<typeof SupplyAnswer>;
export const supplyLabels = route({
  method: 'POST',
  path: '/api/registry/supply',
  summary: 'A department supplies labels by identity number; the reply does not tell who is known',
  input: Type.Object({
    /** What the batch is called: the file it comes from. */
    name: Type.Optional(Words(100)),
    lines: Type.Array(SuppliedLine, { minItems: 1, maxItems: mostSupplied }),
  }),
  reply: SupplyAnswer,
});

const Counted = Type.Object({ label: Type.String(), lines: Type.Integer() });
export const supplyByFile = route({
  method: 'POST',
  path: '/api/registry/supply/file',
  summary: 'A department supplies labels from a CSV or XLSX file, or tries what would be taken',
  input: Type.Object({
    /** Its ending says which of the two kinds it is. */
    name: Words(200),
    /** Base64. */
    file: Type.String({ minLength: 1, maxLength: Math.ceil(mostInFile.bytes / 3) * 4 }),
    /** Of lines that name none: what the whole list is. */
    label: Type.Optional(Words(40)),
    /** Of lines that name no day. */
    from: Type.Optional(Day),
    /** Nothing is taken. */
    dry: Type.Boolean(),
  }),
  reply: Type.Object({
    batch: Nullable(Type.Integer()),
    ...Answered,
    /** Good lines by label. */
    labels: Type.Array(Counted),
    /** How many are refused in all; the first of them are told. */
    bad: Type.Integer(),
  }),
});

export const withdrawLabels = route({
  method: 'POST',
  path: '/api/registry/supply/withdraw',
  summary: 'A department withdraws labels by identity number; the reply does not tell who is known',
  input: Type.Object({
    /** The first day on which they hold no more. */
    on: Day,
    /** The person they were said of reads it. */
    reason: Words(200),
    lines: Type.Array(Type.Object(Numbered), { minItems: 1, maxItems: mostSupplied }),
  }),
  reply: Type.Object(Answered),
});
export const withdrawLabel = route({
  method: 'POST',
  path: '/api/registry/supply/labels/:label/withdraw',
  summary: 'A department withdraws one of its labels from everybody',
  input: Type.Object({ label: Words(40), on: Day, reason: Words(200) }),
  reply: Done,
});
export const withdrawBatch = route({
  method: 'POST',
  path: '/api/registry/supply/:batch/withdraw',
  summary: 'A department withdraws a whole batch of labels',
  input: Type.Object({ batch: Type.Integer({ minimum: 1 }), on: Day, reason: Words(200) }),
  reply: Done,
});

const Withdrawn = Type.Object({ on: Day, reason: Type.String() });
/** What was supplied, newest first. How many of the lines are about somebody is told to nobody. */
export const SuppliedBatch = Type.Object({
  batch: Type.Integer(),
  name: Nullable(Type.String()),
  at: Moment,
  taken: Type.Array(
    Type.Object({
      ...Counted.properties,
      /** This label was withdrawn from everybody. */
      withdrawn: Nullable(Withdrawn),
    }),
  ),
  withdrawn: Nullable(Withdrawn),
});
export type SuppliedBatch = Static<typeof SuppliedBatch>;
export const SuppliedLabel = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  basis: Type.String(),
  /** 1 to 4; from 4 on it is sealed and stands on no card. */
  sensitivity: Type.Integer(),
  /** 0: until it is withdrawn. */
  validDays: Type.Integer(),
  /** 0: nobody has to look again. */
  lookAgainDays: Type.Integer(),
  source: Type.String(),
  /** Lines that were said, not taken back, and whose last day has not passed; whether anybody is known by them or not. */
  inForce: Type.Integer(),
  /** When a line of it was last taken. */
  lastAt: Nullable(Moment),
  /** Uses of the last twelve weeks that are told. */
  uses: Type.Integer(),
});
export type SuppliedLabel = Static<typeof SuppliedLabel>;
export const suppliedLabels = route({
  method: 'GET',
  path: '/api/registry/supply',
  summary: 'Labels that the organisation acted for supplies, and the batches it has supplied',
  input: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) }),
  reply: Type.Object({
    organisationName: Type.String(),
    /** It may open labels of level 5, one case at a time. */
    cases: Type.Boolean(),
    labels: Type.Array(SuppliedLabel),
    batches: Type.Array(SuppliedBatch),
    /** There are older ones: ask before the last of these. */
    more: Type.Boolean(),
  }),
});

export const labelActs = ['card', 'crowd', 'export'] as const;
/** A week of one label with one organisation, role and purpose. Never who looked, nor at whom. */
export const LabelUse = Type.Object({
  label: Type.String(),
  /** Its Monday. */
  week: Day,
  organisationName: Type.String(),
  role: Type.String(),
  act: OneOf(labelActs),
  purpose: Type.String(),
  /** None where it was about fewer than five people. */
  uses: Nullable(Type.Integer()),
});
export type LabelUse = Static<typeof LabelUse>;
export const labelUses = route({
  method: 'GET',
  path: '/api/registry/supply/uses',
  summary: 'Who used the labels that the organisation supplies: counts of the last twelve weeks',
  input: Type.Object({}),
  reply: Type.Object({
    uses: Type.Array(LabelUse),
    purposes: Type.Array(
      Type.Object({ key: Type.String(), name: Type.String(), nameEn: Nullable(Type.String()) }),
    ),
  }),
});
