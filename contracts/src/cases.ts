// SPDX-License-Identifier: Apache-2.0
// Reporting and following: what residents and callers do. The desk's routes are in case-work.ts.
import { type Static, Type } from 'typebox';
import { CasePhoto, CategoryKey, ChannelName, ReportInput, StateName } from './case-shapes.ts';
import { route } from './route.ts';
import {
  Done,
  Empty,
  FileNo,
  Moment,
  Nullable,
  OneOf,
  PlaceNo,
  Point,
  Ref,
  Words,
} from './shapes.ts';

/** What somebody holds who reported or joined. A joined case may be further on: its promises are those that run now. */
export const Receipt = Type.Object({
  ref: Ref,
  caseRef: Ref,
  state: StateName,
  answerDue: Moment,
  answeredAt: Nullable(Moment),
  solveDue: Nullable(Moment),
  /** The promise that runs now; none while it is suspended, or once it is done. */
  dueAt: Nullable(Moment),
  pausedUntil: Nullable(Moment),
  /** The promise that runs now touches a year whose calendar is not published yet. */
  provisional: Type.Boolean(),
  /** The promise that runs now has been missed. */
  late: Type.Boolean(),
  placeName: Type.String(),
  committeePhone: Nullable(Type.String()),
});
export type Receipt = Static<typeof Receipt>;

export const reportCase = route({
  method: 'POST',
  path: '/api/reports',
  summary: 'A resident reports a problem',
  input: ReportInput,
  reply: Receipt,
});
export const SimilarCase = Type.Object({
  ref: Ref,
  categoryName: Nullable(Type.String()),
  categoryNameEn: Nullable(Type.String()),
  road: Type.String(),
  at: Moment,
  state: StateName,
  distanceM: Type.Integer(),
  /** Only after a dispatcher released them. */
  words: Nullable(Type.String()),
  photo: Nullable(FileNo),
});
export const similarCases = route({
  method: 'POST',
  path: '/api/reports/similar',
  summary: 'Open cases nearby that may be the same thing; rate-limited',
  input: Type.Object({
    point: Type.Optional(Point),
    place: PlaceNo,
    words: Type.Optional(Type.String({ maxLength: 2000 })),
    category: Type.Optional(CategoryKey),
  }),
  reply: Type.Object({ similar: Type.Array(SimilarCase) }),
});
export const meToo = route({
  method: 'POST',
  path: '/api/reports/me-too',
  summary: 'Join an open case as another reporter of the same thing; twice is once',
  input: Type.Object({
    caseRef: Ref,
    words: Type.Optional(Words(2000)),
    photos: Type.Array(FileNo, { maxItems: 9 }),
  }),
  reply: Receipt,
});

/** The timeline in plain words: a code that screens put into words, never office language. */
export const PlainEntry = Type.Object({
  at: Moment,
  code: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
  words: Nullable(Type.String()),
});
export const MyReport = Type.Object({
  ref: Ref,
  title: Type.String(),
  address: Type.String(),
  placeName: Type.String(),
  /** How the name is read, for English screens. */
  placePinyin: Type.String(),
  state: StateName,
  round: Type.Integer(),
  reportedAt: Moment,
  answerDue: Nullable(Moment),
  answeredAt: Nullable(Moment),
  solveDue: Nullable(Moment),
  /** The promise that runs now; none while it is suspended, once it is reported done, or ended. */
  dueAt: Nullable(Moment),
  pausedUntil: Nullable(Moment),
  provisional: Type.Boolean(),
  late: Type.Boolean(),
  organisationName: Nullable(Type.String()),
  step: Type.Integer(),
  question: Nullable(Type.String()),
  needsRating: Type.Boolean(),
  /** Its reporter took it back; what became of the case is no longer told here. */
  withdrawn: Type.Boolean(),
});
export type MyReport = Static<typeof MyReport>;
export const MyReportPage = Type.Object({
  report: MyReport,
  words: Nullable(Type.String()),
  voice: Nullable(FileNo),
  transcript: Nullable(Type.String()),
  photos: Type.Array(CasePhoto),
  photosAfter: Type.Array(FileNo),
  timeline: Type.Array(PlainEntry),
  outcome: Nullable(Type.String()),
  others: Type.Integer(),
  committeePhone: Nullable(Type.String()),
  rating: Nullable(Type.Integer()),
  solved: Nullable(Type.Boolean()),
  can: Type.Object({
    answer: Type.Boolean(),
    add_photo: Type.Boolean(),
    withdraw: Type.Boolean(),
    rate: Type.Boolean(),
  }),
});
export type MyReportPage = Static<typeof MyReportPage>;
export const myReports = route({
  method: 'GET',
  path: '/api/my/reports',
  summary: 'What I reported, newest first',
  input: Type.Object({ before: Type.Optional(Moment) }),
  reply: Type.Object({ reports: Type.Array(MyReport), total: Type.Integer() }),
});
export const myReport = route({
  method: 'GET',
  path: '/api/my/reports/:ref',
  summary: 'One of my reports with its timeline',
  input: Type.Object({ ref: Ref }),
  reply: MyReportPage,
});
export const answerQuestion = route({
  method: 'POST',
  path: '/api/my/reports/:ref/answer',
  summary: 'Answer the question the office asked',
  input: Type.Object({ ref: Ref, words: Words(1000) }),
  reply: Done,
});
export const addPhotos = route({
  method: 'POST',
  path: '/api/my/reports/:ref/photos',
  summary: 'Add photos to my report',
  input: Type.Object({ ref: Ref, photos: Type.Array(FileNo, { minItems: 1, maxItems: 9 }) }),
  reply: Done,
});
export const withdrawReport = route({
  method: 'POST',
  path: '/api/my/reports/:ref/withdraw',
  summary: 'Take my report back before it is registered',
  input: Type.Object({ ref: Ref }),
  reply: Done,
});
export const rateReport = route({
  method: 'POST',
  path: '/api/my/reports/:ref/rate',
  summary: 'Solved or not, with a grade of five; not solved starts round two',
  input: Type.Object({
    ref: Ref,
    solved: Type.Boolean(),
    grade: Type.Integer({ minimum: 1, maximum: 5 }),
    words: Type.Optional(Words(1000)),
  }),
  reply: Done,
});

/** What others may see of cases near a place: category, road, time and state only. */
export const PublicCase = Type.Object({
  ref: Ref,
  categoryName: Type.String(),
  categoryNameEn: Nullable(Type.String()),
  road: Type.String(),
  placeName: Type.String(),
  state: StateName,
  reportedAt: Moment,
  closedAt: Nullable(Moment),
  words: Nullable(Type.String()),
  photo: Nullable(FileNo),
});
export const nearbyCases = route({
  method: 'GET',
  path: '/api/nearby',
  summary: 'Recent cases of a committee that others may see',
  input: Type.Object({ place: PlaceNo }),
  reply: Type.Object({ cases: Type.Array(PublicCase) }),
});
export const CategoryLine = Type.Object({
  key: CategoryKey,
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  majorName: Type.String(),
  majorNameEn: Nullable(Type.String()),
  kind: OneOf(['event', 'component', 'community'] as const),
  othersMaySee: Type.Boolean(),
  limits: Type.Array(Type.String()),
  source: Type.String(),
});
export const listCategories = route({
  method: 'GET',
  path: '/api/categories',
  summary: 'Case categories in force, with the frequent ones first named',
  input: Empty,
  reply: Type.Object({
    categories: Type.Array(CategoryLine),
    frequent: Type.Array(
      Type.Object({
        key: CategoryKey,
        name: Type.String(),
        nameEn: Nullable(Type.String()),
        icon: Type.String(),
      }),
    ),
  }),
});
/** Figures of the running city, for the landing page. */
export const cityFigures = route({
  method: 'GET',
  path: '/api/figures',
  summary: 'Today in the city, computed from running cases',
  input: Empty,
  reply: Type.Object({
    reportedToday: Type.Integer(),
    open: Type.Integer(),
    late: Type.Integer(),
    /** Solved in time ÷ to be solved, 按期处置率; null when nothing was to be solved. */
    onTimeShare: Nullable(Type.Number()),
    districts: Type.Array(Type.Object({ no: PlaceNo, open: Type.Integer() })),
    counts: Type.Object({
      districts: Type.Integer(),
      streets: Type.Integer(),
      committees: Type.Integer(),
    }),
  }),
});
export { ChannelName };
