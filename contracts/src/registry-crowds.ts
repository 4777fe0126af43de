// SPDX-License-Identifier: Apache-2.0
// Crowds (社区人群): conditions kept under a name. Whoever fits is found anew each time it is opened.
import { type Static, Type } from 'typebox';
import { PersonNo, type presenceRoles, standings, staysAs } from './registry.ts';
import { PersonLine } from './registry-find.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Nullable, OneOf, PlaceNo, Ref, Words } from './shapes.ts';

/** 产权性质 and 用途 of a home, as its column has them. */
export const tenures = [
  'commercial',
  'sold_public',
  'public',
  'unit_public',
  'resettlement',
  'shared_ownership',
  'low_rent',
  'public_rental',
  'private',
  'homestead',
] as const;
export const uses = ['dwelling', 'converted', 'other'] as const;
export const crowdRoles = [
  'lives',
  'registered',
] as const satisfies readonly (typeof presenceRoles)[number][];

const Codes = Type.Array(Words(40), { minItems: 1, maxItems: 12 });
const some = <const T extends readonly string[]>(names: T) =>
  Type.Array(OneOf(names), { minItems: 1, maxItems: names.length, uniqueItems: true });
const Age = Type.Integer({ minimum: 0, maximum: 120 });
const Size = Type.Integer({ minimum: 1, maximum: 50 });

/** All of them hold at once. What is left out is not asked. */
export const CrowdConditions = Type.Object(
  {
    role: OneOf(crowdRoles),
    /** Whole years today; both ends belong to it. */
    ageFrom: Type.Optional(Age),
    ageTo: Type.Optional(Age),
    sex: Type.Optional(OneOf(['1', '2'] as const)),
    /** Any of them. */
    labels: Type.Optional(Codes),
    /** None of them. */
    without: Type.Optional(Codes),
    standings: Type.Optional(some(standings)),
    floorFrom: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    lift: Type.Optional(Type.Boolean()),
    tenures: Type.Optional(some(tenures)),
    uses: Type.Optional(some(uses)),
    /** In a home whose door is in one of these 楼组 today; for the committee whose they are. */
    groups: Type.Optional(Type.Array(Ref, { minItems: 1, maxItems: 12, uniqueItems: true })),
    /** Keeps house with nobody else; asked, like the next three, of those who live there. */
    alone: Type.Optional(Type.Literal(true)),
    /** Somebody younger than this lives in the household. */
    childUnder: Type.Optional(Type.Integer({ minimum: 1, maximum: 18 })),
    sizeFrom: Type.Optional(Size),
    sizeTo: Type.Optional(Size),
  },
  { additionalProperties: false },
);
export type CrowdConditions = Static<typeof CrowdConditions>;

/** What a ledger (台账) shows of each person. No number is among it. */
export const crowdColumns = [
  'name',
  'sex',
  'age',
  'born',
  'door',
  'committee',
  'standing',
  'stays',
  'since',
  'labels',
] as const;
export type CrowdColumn = (typeof crowdColumns)[number];
export const usualColumns = [
  'name',
  'sex',
  'age',
  'door',
  'labels',
] as const satisfies readonly CrowdColumn[];
const Columns = Type.Array(OneOf(crowdColumns), {
  minItems: 1,
  maxItems: crowdColumns.length,
  uniqueItems: true,
});

const CrowdNo = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const CrowdLine = Type.Object({
  crowd: CrowdNo,
  name: Type.String(),
  conditions: CrowdConditions,
  columns: Columns,
  madeOn: Day,
  lookAgain: Day,
  /** The day has come on which somebody asks whether it is still needed. */
  due: Type.Boolean(),
});
export type CrowdLine = Static<typeof CrowdLine>;

const Named = Type.Object({
  key: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
});
export const listCrowds = route({
  method: 'GET',
  path: '/api/registry/crowds',
  summary: 'Crowds of the organisation acted for, and what can be asked and said in them',
  input: Empty,
  reply: Type.Object({
    crowds: Type.Array(CrowdLine),
    /** Below the post's ceiling and in the dictionary today. */
    labels: Type.Array(Named),
    /** 楼组 of the committee; none for whoever sees counts only. */
    groups: Type.Array(Type.Object({ group: Ref, name: Type.String() })),
    purposes: Type.Array(Named),
    /** The post sees people by name; others see counts only. */
    names: Type.Boolean(),
  }),
});

const Kept = {
  name: Words(40),
  conditions: CrowdConditions,
  columns: Columns,
  /** When somebody asks whether it is still needed; in a year at most. */
  lookAgain: Type.Optional(Day),
};
export const keepCrowd = route({
  method: 'POST',
  path: '/api/registry/crowds',
  summary: 'Keep a crowd under a name; others of the organisation see it',
  input: Type.Object(Kept),
  reply: Type.Object({ crowd: CrowdNo }),
});
export const changeCrowd = route({
  method: 'POST',
  path: '/api/registry/crowds/:crowd',
  summary: 'Rename a crowd, change its conditions or columns, or say that it is still needed',
  input: Type.Object({ crowd: CrowdNo, ...Kept }),
  reply: Done,
});
export const dropCrowd = route({
  method: 'POST',
  path: '/api/registry/crowds/:crowd/drop',
  summary: 'Throw a crowd away',
  input: Type.Object({ crowd: CrowdNo }),
  reply: Done,
});

const Asked = Type.Object({ conditions: CrowdConditions });
/** A number of people. For a post that sees counts only to the nearest five, and null when it is under five. */
const Count = Nullable(Type.Integer());
export const countCrowd = route({
  method: 'POST',
  path: '/api/registry/crowds/count',
  summary:
    'How many fit: exactly for a committee, above it by committee or street, to the nearest five with no cell under it',
  input: Asked,
  reply: Type.Object({
    people: Count,
    /** By committee or street; none for posts that see names. */
    cells: Type.Array(Type.Object({ place: PlaceNo, name: Type.String(), people: Count })),
  }),
});

export const CrowdPerson = Type.Object({
  ...PersonLine.properties,
  bornOn: Nullable(Day),
  staysAs: Nullable(OneOf(staysAs)),
  since: Day,
});
export type CrowdPerson = Static<typeof CrowdPerson>;

export const listCrowdPeople = route({
  method: 'POST',
  path: '/api/registry/crowds/people',
  summary: 'Who fits, by name, a page at a time',
  input: Type.Object({
    conditions: CrowdConditions,
    /** The last one of the page before. */
    after: Type.Optional(
      Type.Object({ pinyin: Type.String({ maxLength: 200 }), person: PersonNo }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Type.Object({
    people: Type.Array(CrowdPerson),
    total: Type.Integer(),
    next: Nullable(Type.Object({ pinyin: Type.String(), person: PersonNo })),
  }),
});

export const CrowdBuilding = Type.Object({
  line: Type.String(),
  lon: Type.Number(),
  lat: Type.Number(),
  people: Type.Integer(),
});
export const mapCrowd = route({
  method: 'POST',
  path: '/api/registry/crowds/map',
  summary: 'Who fits, counted by building',
  input: Asked,
  reply: Type.Object({
    buildings: Type.Array(CrowdBuilding),
    /** Of no building that the city knows. */
    elsewhere: Type.Integer(),
  }),
});

/** Days for which a list that was taken out can be fetched: at first, and at most (示例). */
export const exportDays = { usual: 7, most: 30 } as const;
const ExportNo = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const exportCrowd = route({
  method: 'POST',
  path: '/api/registry/crowds/:crowd/export',
  summary: 'Take a crowd out, to print or as a table, for a purpose and until a day',
  input: Type.Object({
    crowd: CrowdNo,
    purpose: Words(40),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: exportDays.most })),
  }),
  reply: Type.Object({ export: ExportNo, people: Type.Integer(), expiresOn: Day }),
});
export const exportFile = route({
  method: 'POST',
  path: '/api/registry/exports/:export/file',
  summary: 'The list itself, made when it is asked for; everybody in it can read that it was',
  input: Type.Object({ export: ExportNo, as: OneOf(['csv', 'page'] as const) }),
  reply: Type.Object({ name: Type.String(), type: Type.String(), text: Type.String() }),
});
