// SPDX-License-Identifier: Apache-2.0
// Social assistance (低保): what a household is shown of it, and the notice that everybody may read. The application itself
// is one of affairs.ts; its number is the number here too. See docs/domain/assistance.md.
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, OneOf, PlaceNo, Ref, Words } from './shapes.ts';

/** 低保, 低保边缘, 刚性支出困难; words `assistance.category.<name>`. */
export const assistanceCategories = ['minimum', 'edge', 'rigid'] as const;
export type AssistanceCategory = (typeof assistanceCategories)[number];
/** Where it stands; words `assistance.stage.<name>`. */
export const assistanceStages = [
  'authorise', // every adult agrees to the inquiry
  'inquire', // sources are asked
  'visit', // two people come
  'notice', // it is posted where they live
  'decide',
  'granted',
  'over', // refused, withdrawn, or the grant has ended
] as const;
export type AssistanceStage = (typeof assistanceStages)[number];
/** Whom the inquiry asks (domain facts 5.7, article 35); words `assistance.source.<name>`. */
export const inquirySources = [
  'household', // 户籍
  'marriage', // 婚姻
  'vehicles', // 车船
  'employment', // 就业
  'property', // 不动产
  'business', // 工商, 社会组织
  'tax', // 税
  'social_security', // 社保
  'extra_insurance', // 补充医保
  'housing_fund', // 公积金
  'spending', // 医疗, 教育支出
  'deposits', // 存款
  'securities', // 证券
  'insurance', // 商业保险
  'funds', // 基金
] as const;
export type InquirySource = (typeof inquirySources)[number];

/** Money, in fen; a month's where it is income or spending. */
export const Fen = Type.Integer({ minimum: 0, maximum: 1_000_000_000_00 });

/** How an amount came about, line by line. */
export const Reckoning = Type.Object({
  /** None: nothing of it fits. */
  category: Nullable(OneOf(assistanceCategories)),
  /** Why nothing fits; words `assistance.why.<name>`. */
  why: Nullable(OneOf(['income', 'assets'] as const)),
  people: Type.Integer({ minimum: 1 }),
  /** Of all together in a month. */
  incomeFen: Fen,
  medicalFen: Fen,
  educationFen: Fen,
  assetsFen: Fen,
  /** Per head, to the fen below. */
  perHeadFen: Fen,
  /** What is left of the income after necessary spending, never below nought; counted for 刚性支出困难 only. */
  leftFen: Fen,
  standardFen: Fen,
  /** A month's, of the whole household. */
  amountFen: Fen,
});
export type Reckoning = Static<typeof Reckoning>;

const Person = Type.Object({
  no: Type.Integer(),
  /** 王*; whole in the office. */
  name: Type.String(),
  relation: Nullable(Type.String()),
  adult: Type.Boolean(),
  authorisedAt: Nullable(Moment),
});
export const Notice = Type.Object({
  from: Day,
  /** The last day. */
  to: Day,
  over: Type.Boolean(),
  placeName: Type.String(),
  objections: Type.Integer(),
});
export const Payment = Type.Object({ month: Day, amountFen: Fen });
/** One application, or what was granted by it, as somebody of the household sees it. */
export const MyAssistance = Type.Object({
  ref: Ref,
  stage: OneOf(assistanceStages),
  applicant: Type.Boolean(),
  people: Type.Array(Type.Object({ ...Person.properties, me: Type.Boolean() })),
  decideName: Type.String(),
  /** Of how many questions to sources how many were answered. */
  asked: Type.Integer(),
  answered: Type.Integer(),
  visitedOn: Nullable(Day),
  notice: Nullable(Notice),
  /** Once it is decided. */
  reckoning: Nullable(Reckoning),
  award: Nullable(
    Type.Object({
      category: OneOf(assistanceCategories),
      amountFen: Fen,
      from: Day,
      endedOn: Nullable(Day),
      endedWhy: Nullable(Type.String()),
      recheckOn: Day,
      payments: Type.Array(Payment),
      /** What came of the last re-check, as it was told. */
      told: Nullable(
        Type.Object({
          on: Day,
          outcome: OneOf(['same', 'changed', 'stopped'] as const),
          reason: Type.String(),
          remedy: Type.String(),
        }),
      ),
    }),
  ),
  can: Type.Object({ authorise: Type.Boolean(), takeBack: Type.Boolean(), tell: Type.Boolean() }),
});
export type MyAssistance = Static<typeof MyAssistance>;

export const myAssistance = route({
  method: 'GET',
  path: '/api/my/assistance',
  summary: 'Assistance of my household: where it stands, what I agree to, how an amount came about',
  input: Empty,
  reply: Type.Object({ matters: Type.Array(MyAssistance) }),
});
const mine = { ref: Ref };
export const authoriseInquiry = route({
  method: 'POST',
  path: '/api/my/assistance/:ref/authorise',
  summary: 'I agree that the sources named are asked about me, for this application alone',
  input: Type.Object({
    ...mine,
    sources: Type.Array(OneOf(inquirySources), {
      uniqueItems: true,
      minItems: inquirySources.length,
    }),
  }),
  reply: Done,
});
export const takeBackInquiry = route({
  method: 'POST',
  path: '/api/my/assistance/:ref/take-back',
  summary: 'I agree no longer; nobody else is asked about me from now on',
  input: Type.Object(mine),
  reply: Done,
});
export const tellChange = route({
  method: 'POST',
  path: '/api/my/assistance/:ref/tell',
  summary: 'Something in the household has changed: work, people, money',
  input: Type.Object({ ...mine, words: Words(1000) }),
  reply: Done,
});

/** 公示: the least that has to be known. */
export const PublicNotice = Type.Object({
  street: Type.Integer(),
  no: Type.Integer(),
  placeName: Type.String(),
  /** 王**; empty when nobody of age lives there: a child is not named. */
  name: Type.String(),
  category: OneOf(assistanceCategories),
  people: Type.Integer(),
  from: Day,
  to: Day,
  officeName: Type.String(),
});
export type PublicNotice = Static<typeof PublicNotice>;
export const publicNotices = route({
  method: 'GET',
  path: '/api/assistance/notices',
  summary: 'Notices of assistance that are up now, of one place or all; open to everybody',
  input: Type.Object({
    place: Type.Optional(PlaceNo),
    after: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  reply: Type.Object({ notices: Type.Array(PublicNotice), more: Type.Boolean() }),
});
export const objectToNotice = route({
  method: 'POST',
  path: '/api/assistance/notices/:street/:no/object',
  summary: 'I object to a notice; only the office that decides reads it, and answers',
  input: Type.Object({
    street: Type.Integer({ minimum: 0, maximum: 999_999_999 }),
    no: Type.Integer({ minimum: 1, maximum: 9e15 }),
    words: Words(1000),
  }),
  reply: Done,
});
/** Words above, for the office's page. */
export const assistancePerson = Person;
