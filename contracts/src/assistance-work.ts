// SPDX-License-Identifier: Apache-2.0
// Assistance in the office: authorisation on paper, inquiry, visit, notice, decision, monthly list, re-check.
import { type Static, Type } from 'typebox';
import {
  assistanceCategories,
  assistancePerson,
  assistanceStages,
  Fen,
  inquirySources,
  Notice,
  Reckoning,
} from './assistance.ts';
import { route } from './route.ts';
import { Day, Done, Empty, FileNo, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** What a source answered; money in fen, of a month where it is income or spending. */
export const Answer = Type.Object({
  incomeFen: Type.Optional(Fen),
  assetsFen: Type.Optional(Fen),
  medicalFen: Type.Optional(Fen),
  educationFen: Type.Optional(Fen),
  /** What is no sum: 名下一套住房. */
  says: Type.Optional(Words(200)),
});
export type Answer = Static<typeof Answer>;
/** `asked` waits, `late` waits longer than agreed, `found`, `none` has no record, `left` was decided without. Words `assistance.answer.<name>`. */
export const inquiryStates = ['asked', 'late', 'found', 'none', 'left'] as const;

const Inquiry = Type.Object({
  no: Type.Integer(),
  person: Type.Integer(),
  source: OneOf(inquirySources),
  state: OneOf(inquiryStates),
  askedAt: Moment,
  answeredAt: Nullable(Moment),
  /** Written by hand: a letter came, or why it is left. */
  byHand: Type.Boolean(),
  /** For whoever verifies alone. */
  answer: Nullable(Answer),
});
/** What two people look at in a home; words `assistance.check.<name>`. */
export const visitChecks = ['lives', 'people', 'home', 'things', 'income', 'health'] as const;
export type VisitCheck = (typeof visitChecks)[number];
export const visitFindings = ['as_told', 'differs', 'not_seen'] as const;
export const Findings = Type.Object(
  Object.fromEntries(visitChecks.map((check) => [check, OneOf(visitFindings)])) as Record<
    VisitCheck,
    ReturnType<typeof OneOf<typeof visitFindings>>
  >, // one of each
);
export type Findings = Static<typeof Findings>;
const Visit = Type.Object({
  at: Moment,
  byName: Type.String(),
  withName: Type.String(),
  findings: Findings,
  words: Nullable(Type.String()),
  signedBy: Type.String(),
  files: Type.Array(FileNo),
});
const Objection = Type.Object({
  no: Type.Integer(),
  at: Moment,
  words: Type.String(),
  answer: Nullable(Type.String()),
});
/** What the post acted as may do now; words `assistance.act.<name>`. */
export const assistanceActs = [
  'paper',
  'inquire',
  'answer',
  'visit',
  'notice',
  'object',
  'decide',
] as const;
export type AssistanceAct = (typeof assistanceActs)[number];

export const AssistancePage = Type.Object({
  ref: Ref,
  version: Type.Integer(),
  stage: OneOf(assistanceStages),
  decideName: Type.String(),
  /** The street where they live, when that is another one: it goes there for whoever decides. */
  assistName: Nullable(Type.String()),
  livesName: Nullable(Type.String()),
  people: Type.Array(assistancePerson),
  /** None for the street that only assists. */
  inquiries: Nullable(Type.Array(Inquiry)),
  asked: Type.Integer(),
  answered: Type.Integer(),
  visit: Nullable(Visit),
  notice: Nullable(Notice),
  objections: Type.Array(Objection),
  /** As it comes out of what is known so far. */
  reckoning: Nullable(Reckoning),
  /** By which rows of the catalogue. */
  basis: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      value: Type.Number(),
      /** `fen` or `%`. */
      unit: Type.String(),
      source: Type.String(),
    }),
  ),
  can: Type.Record(Type.String(), Type.Boolean()),
});
export type AssistancePage = Static<typeof AssistancePage>;

const ref = { ref: Ref };
const versioned = { ...ref, version: Type.Integer({ minimum: 0 }) };
const Reason = Words(1000);

export const getAssistance = route({
  method: 'GET',
  path: '/api/assistance/applications/:ref',
  summary: 'Verification of an application for assistance; the look is logged',
  input: Type.Object(ref),
  reply: AssistancePage,
});
export const authoriseOnPaper = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/paper',
  summary: 'Somebody of the household signed the authorisation on paper; its picture is kept',
  input: Type.Object({
    ...versioned,
    person: Type.Integer({ minimum: 1 }),
    files: Type.Array(FileNo, { minItems: 1, maxItems: 9 }),
  }),
  reply: AssistancePage,
});
export const beginInquiry = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/inquire',
  summary:
    'Asks the sources about every adult who authorised it; the clock stands still for the reason told',
  input: Type.Object({ ...versioned, reason: Reason }),
  reply: AssistancePage,
});
export const writeAnswer = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/answer',
  summary: 'A source answered by letter, or it is decided without, for a reason',
  input: Type.Object({
    ...versioned,
    inquiry: Type.Integer({ minimum: 1 }),
    state: OneOf(['found', 'none', 'left'] as const),
    answer: Type.Optional(Answer),
    reason: Reason,
  }),
  reply: AssistancePage,
});
export const announceVisit = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/visit/announce',
  summary: 'A household visit is agreed; the clock stands still for the reason told',
  input: Type.Object({ ...versioned, reason: Reason }),
  reply: AssistancePage,
});
export const recordVisit = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/visit',
  summary: 'Two people were in the home: what they found, pictures, who of the household signed',
  input: Type.Object({
    ...versioned,
    withName: Words(40),
    findings: Findings,
    words: Type.Optional(Words(1000)),
    signedBy: Words(40),
    files: Type.Array(FileNo, { maxItems: 9 }),
  }),
  reply: AssistancePage,
});
export const beginNotice = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/notice',
  summary: 'Posts the least of it where they live; the clock stands still meanwhile',
  input: Type.Object({ ...versioned, reason: Reason }),
  reply: AssistancePage,
});
export const answerObjection = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/objections/:no',
  summary: 'What came of looking into an objection',
  input: Type.Object({ ...versioned, no: Type.Integer({ minimum: 1 }), answer: Reason }),
  reply: AssistancePage,
});
export const decideAssistance = route({
  method: 'POST',
  path: '/api/assistance/applications/:ref/decide',
  summary:
    'Grants what the reckoning comes to, or refuses, with reasons and remedy; never by whoever visited',
  input: Type.Object({ ...versioned, grant: Type.Boolean(), reason: Reason, remedy: Reason }),
  reply: AssistancePage,
});

// --- The monthly list (发放名册).

export const PayList = Type.Object({
  month: Day,
  people: Type.Integer(),
  households: Type.Integer(),
  totalFen: Fen,
  madeName: Type.String(),
  approvedAt: Nullable(Moment),
  approvedName: Nullable(Type.String()),
  can: Type.Object({ approve: Type.Boolean(), export: Type.Boolean() }),
});
export const payLists = route({
  method: 'GET',
  path: '/api/assistance/lists',
  summary: 'Monthly payment lists of the own street, newest first',
  input: Empty,
  reply: Type.Object({
    lists: Type.Array(PayList),
    /** Months that can be made now: this one and the next, unless they are there. */
    months: Type.Array(Day),
    /** Households that are paid in a list made now, and how much. */
    households: Type.Integer(),
    totalFen: Fen,
    due: Type.Integer(),
  }),
});
const month = { month: Day };
export const makeList = route({
  method: 'POST',
  path: '/api/assistance/lists',
  summary: 'Makes the list of a month from what is granted',
  input: Type.Object(month),
  reply: Done,
});
export const approveList = route({
  method: 'POST',
  path: '/api/assistance/lists/:month/approve',
  summary: 'Approves a list that somebody else made',
  input: Type.Object(month),
  reply: Done,
});
export const listFile = route({
  method: 'GET',
  path: '/api/assistance/lists/:month/file',
  summary: 'An approved list as a table to be taken along',
  input: Type.Object(month),
  reply: Type.Object({ name: Type.String(), type: Type.String(), text: Type.String() }),
});

// --- Re-check (复核).

/** Why somebody looks again; words `assistance.recheck.<name>`. */
export const recheckReasons = ['due', 'told', 'standard'] as const;
export const Recheck = Type.Object({
  ref: Ref,
  no: Type.Integer(),
  name: Type.String(),
  category: OneOf(assistanceCategories),
  people: Type.Integer(),
  amountFen: Fen,
  why: OneOf(recheckReasons),
  since: Day,
  /** What the household said. */
  words: Nullable(Type.String()),
  /** As it was reckoned last. */
  reckoning: Reckoning,
});
export type Recheck = Static<typeof Recheck>;
export const listRechecks = route({
  method: 'GET',
  path: '/api/assistance/rechecks',
  summary: 'Whom the own street has to look at again, oldest first',
  input: Empty,
  reply: Type.Object({ rechecks: Type.Array(Recheck) }),
});
export const settleRecheck = route({
  method: 'POST',
  path: '/api/assistance/rechecks/:no',
  summary:
    'Reckons again from what is so now: the same, another amount, or an end, told with reason and remedy',
  input: Type.Object({
    no: Type.Integer({ minimum: 1 }),
    people: Type.Integer({ minimum: 1, maximum: 30 }),
    incomeFen: Fen,
    medicalFen: Fen,
    educationFen: Fen,
    assetsFen: Fen,
    /** It was got by untruth: it ends whatever comes out. */
    fraud: Type.Boolean(),
    reason: Reason,
    remedy: Reason,
  }),
  reply: Type.Object({ outcome: OneOf(['same', 'changed', 'stopped'] as const), amountFen: Fen }),
});
