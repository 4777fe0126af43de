// SPDX-License-Identifier: Apache-2.0
// 结算: what organisations did for each other in a month, and what it comes to. Words: docs/domain/settlement.md.
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Done, Empty, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** What one organisation does for another; words `settlework.<name>`. */
export const settleWorks = ['received', 'accepted', 'delivered', 'kept'] as const;
export type SettleWork = (typeof settleWorks)[number];

/** The first day of a month. */
const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-01$' });
const month = { month: Month };
const No = Type.Integer({ minimum: 1 });

const Sums = Type.Object({
  count: Type.Integer(),
  units: Type.Integer(),
  /** 分. */
  fen: Type.Integer(),
});
export type SettleSums = Static<typeof Sums>;

export const SettleObjection = Type.Object({
  no: No,
  organisationName: Type.String(),
  at: Moment,
  reason: Type.String(),
  answererName: Type.String(),
  answeredAt: Nullable(Moment),
  /** How many were taken off; nought: the line stays. */
  takenOff: Nullable(Type.Integer()),
  answer: Nullable(Type.String()),
  /** The statement that has the correction; none while none is closed, or there is none. */
  month: Nullable(Month),
  can: Type.Object({ answer: Type.Boolean() }),
});
export type SettleObjection = Static<typeof SettleObjection>;

export const SettleLine = Type.Object({
  /** None while the month runs. */
  line: Nullable(No),
  doer: No,
  doerName: Type.String(),
  onBehalf: No,
  onBehalfName: Type.String(),
  what: OneOf(settleWorks),
  ...Sums.properties,
  /** Takes something off a line of an earlier month. */
  corrects: Nullable(Month),
  objections: Type.Array(SettleObjection),
  can: Type.Object({ object: Type.Boolean() }),
});
export type SettleLine = Static<typeof SettleLine>;

export const settleMonths = route({
  method: 'GET',
  path: '/api/settlement/months',
  summary:
    'Months with their state: running, over and to be closed, closed; what waits for an answer',
  input: Empty,
  reply: Type.Object({
    months: Type.Array(
      Type.Object({
        month: Month,
        closedAt: Nullable(Moment),
        can: Type.Object({ close: Type.Boolean() }),
      }),
    ),
    /** Objections that the organisation acted for has to answer, by the month of their line. */
    toAnswer: Type.Array(Month),
  }),
});

export const settleStatement = route({
  method: 'GET',
  path: '/api/settlement/months/:month',
  summary:
    'A month: of one’s own organisation what it did for others and others for it; above it of a range',
  input: Type.Object(month),
  reply: Type.Object({
    month: Month,
    closedAt: Nullable(Moment),
    /** Whose statement it is; none: of a range. */
    organisation: Nullable(No),
    lines: Type.Array(SettleLine),
    /** Done for others, and done by others for it; of a range all there is. */
    did: Sums,
    had: Nullable(Sums),
    /** What each is worth, as the catalogue says on the last day of the month, or today. */
    worth: Type.Array(Type.Object({ what: OneOf(settleWorks), units: Type.Integer() })),
    fenPerUnit: Type.Integer(),
    source: Type.String(),
    can: Type.Object({ close: Type.Boolean() }),
  }),
});

export const settleReferences = route({
  method: 'GET',
  path: '/api/settlement/months/:month/references',
  summary: 'The applications behind a line, by reference alone; opening one takes its own rights',
  input: Type.Object({
    ...{ ...month, doer: No, onBehalf: No, what: OneOf(settleWorks) },
    after: Type.Optional(Words(60)),
  }),
  reply: Type.Object({
    references: Type.Array(Type.Object({ ref: Ref, at: Moment })),
    total: Type.Integer(),
    next: Nullable(Type.String()),
  }),
});

export const settleFile = route({
  method: 'GET',
  path: '/api/settlement/months/:month/file',
  summary: 'The statement as a table to be taken along; that it was taken is logged',
  input: Type.Object(month),
  reply: Type.Object({ name: Type.String(), type: Type.String(), text: Type.String() }),
});

export const closeMonth = route({
  method: 'POST',
  path: '/api/settlement/months/:month/close',
  summary: 'Closes a month that is over: its lines stay as they are, corrections stand in the next',
  input: Type.Object(month),
  reply: Done,
});

export const objectLine = route({
  method: 'POST',
  path: '/api/settlement/lines/:line/object',
  summary: 'One of the two says what is wrong with a line of a closed month',
  input: Type.Object({ line: No, reason: Words(500) }),
  reply: Done,
});

export const answerObjection = route({
  method: 'POST',
  path: '/api/settlement/objections/:objection/answer',
  summary: 'The other one answers: how many are taken off, nought when the line stays, and why',
  input: Type.Object({
    objection: No,
    takenOff: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    answer: Words(500),
  }),
  reply: Done,
});
