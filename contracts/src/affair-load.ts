// SPDX-License-Identifier: Apache-2.0
// Load and promised dates by item, and by the organisation that decides. Words: docs/domain/affairs.md.
import { type Static, Type } from 'typebox';
import { ItemKey } from './affair-items.ts';
import { route } from './route.ts';
import { Day, Empty, Nullable } from './shapes.ts';

/** None where it is so small that it could tell of somebody, or would tell what is hidden beside it. */
const Count = Nullable(Type.Integer());

export const LoadCounts = Type.Object({
  /** Handed in, to be accepted. */
  incoming: Count,
  /** Accepted, to be decided. */
  running: Count,
  /** Waits for whoever applied, or for a special procedure. */
  paused: Count,
  /** Of those to be decided: past the promise. */
  late: Count,
  /** Since Monday. */
  handed: Count,
  decided: Count,
});
export type LoadCounts = Static<typeof LoadCounts>;

/** Of a matter. How long it takes is said of no office. */
export const LoadFigures = Type.Object({
  ...LoadCounts.properties,
  /** Days by the calendar from handing in to the decision: half took no longer. None: too few were decided. */
  medianDays: Nullable(Type.Integer()),
  /** How many weeks what is open takes, at the pace of the last weeks. */
  weeksOfWork: Nullable(Type.Number()),
});
export type LoadFigures = Static<typeof LoadFigures>;

export const LoadItem = Type.Object({
  item: ItemKey,
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  departmentName: Type.String(),
  departmentNameEn: Nullable(Type.String()),
  /** `20WD` */
  promised: Type.String(),
  legal: Nullable(Type.String()),
  /** The day by which somebody who is accepted today gets a decision. */
  promisedOn: Day,
  /** The calendar of that day is not published yet. */
  provisional: Type.Boolean(),
});
export type LoadItem = Static<typeof LoadItem>;

const said = {
  /** Monday of this week. */
  since: Day,
  /** Weeks over which the median and the pace are taken, this one among them. */
  weeks: Type.Integer(),
  /** Counts from one up to below this are not told. */
  fewest: Type.Integer(),
  all: LoadFigures,
};

export const loadByItem = route({
  method: 'GET',
  path: '/api/affairs/load',
  summary:
    'Open, handed in, decided and late by item in one’s range, in the order of the catalogue',
  input: Empty,
  reply: Type.Object({
    ...said,
    items: Type.Array(Type.Object({ ...LoadItem.properties, ...LoadFigures.properties })),
  }),
});

export const loadOfItem = route({
  method: 'GET',
  path: '/api/affairs/load/:item',
  summary: 'The same of one item by the organisation that decides, in the order of places',
  input: Type.Object({ item: ItemKey }),
  reply: Type.Object({
    ...said,
    item: LoadItem,
    offices: Type.Array(
      Type.Object({
        organisation: Type.Integer(),
        name: Type.String(),
        ...LoadCounts.properties,
      }),
    ),
  }),
});
