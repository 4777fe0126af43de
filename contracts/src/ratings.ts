// SPDX-License-Identifier: Apache-2.0
// 好差评: each visit and each matter is rated once, by whoever it was about. See docs/domain/ratings.md.
import { type Static, Type } from 'typebox';
import {
  contactWays,
  ratedThings,
  ratingMoves,
  ratingResults,
  ratingStates,
} from './rating-flow.ts';
import { route } from './route.ts';
import { Day, Empty, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

const Grade = Type.Integer({ minimum: 1, maximum: 5 });
const Named = { name: Type.String(), nameEn: Nullable(Type.String()) };
const StateName = OneOf(ratingStates);

/** A reason to pick beside a grade, as the catalogue has it. */
export const RatingReason = Type.Object({
  key: Type.String(),
  ...Named,
  /** Stands beside grades 1 and 2; otherwise beside 4 and 5. */
  bad: Type.Boolean(),
});
export type RatingReason = Static<typeof RatingReason>;

/** One thing that happened, oldest first. No worker's name: role and organisation answer for it. */
export const RatingStep = Type.Object({
  at: Moment,
  did: OneOf(['rated', 'opened', ...ratingMoves] as const),
  organisationName: Nullable(Type.String()),
  roleName: Type.String(),
  /** As they are told to the rater. */
  words: Nullable(Type.String()),
  /** Of `contact`. */
  way: Nullable(OneOf(contactWays)),
});
export type RatingStep = Static<typeof RatingStep>;

/** How a rating stands, for its rater and for the unit. */
const standing = {
  ref: Ref,
  grade: Grade,
  reasons: Type.Array(Type.Object(Named)),
  words: Nullable(Type.String()),
  ratedAt: Moment,
  state: StateName,
  /** 1 working day to contact. */
  contactDue: Nullable(Moment),
  /** 5 working days to handle it, 15 when it is hard. */
  finishDue: Nullable(Moment),
  provisional: Type.Boolean(),
  hard: Type.Boolean(),
  contactedAt: Nullable(Moment),
  finishedAt: Nullable(Moment),
  result: Nullable(OneOf(ratingResults)),
  /** 满意 and 解决, as the rater says; `answeredBy` the unit when it wrote down what was said on the telephone. */
  satisfied: Nullable(Type.Boolean()),
  solved: Nullable(Type.Boolean()),
  answeredBy: Nullable(OneOf(['rater', 'unit'] as const)),
  timeline: Type.Array(RatingStep),
  version: Type.Integer({ minimum: 0 }),
};
export const GivenRating = Type.Object({ ...standing, can: Type.Array(OneOf(ratingMoves)) });
export type GivenRating = Static<typeof GivenRating>;

/** A visit or a matter, as whoever may rate it sees it. */
export const ToRate = Type.Object({
  subject: Ref,
  of: OneOf(ratedThings),
  ...Named,
  /** Who hears of a bad one. */
  unitName: Type.String(),
  /** `early`: it is not over yet. `closed`: too long ago. */
  state: OneOf(['early', 'open', 'rated', 'closed'] as const),
  /** The last day. */
  until: Nullable(Day),
  reasons: Type.Array(RatingReason),
  /** There is a telephone to call back on without asking for one. */
  hasPhone: Type.Boolean(),
  given: Nullable(GivenRating),
});
export type ToRate = Static<typeof ToRate>;

/** What is said with a rating. Nothing is chosen beforehand. */
const said = {
  grade: Grade,
  reasons: Type.Optional(Type.Array(Words(40), { maxItems: 9, uniqueItems: true })),
  words: Type.Optional(Words(500)),
  /** Left out: nobody calls, and what is answered stands on the rater's page. */
  callBack: Type.Optional(Type.Boolean()),
  /** Where to call, for whoever has no account. */
  phone: Type.Optional(Words(20)),
};
const answered = {
  satisfied: Type.Boolean(),
  solved: Type.Boolean(),
  words: Type.Optional(Words(500)),
};

// --- Whoever was served: signed in, or with the code on the slip.

/** A visit of mine at a window, by its number. */
export const RatedVisit = Type.Object({
  subject: Ref,
  ...Named,
  unitName: Type.String(),
  /** When it ended; when it was rated. */
  day: Day,
  /** Not rated yet: the last day. */
  until: Nullable(Day),
  given: Nullable(StateName),
  /** I am asked how it ended. */
  asks: Type.Boolean(),
});
export type RatedVisit = Static<typeof RatedVisit>;
export const myRatings = route({
  method: 'GET',
  path: '/api/my/ratings',
  summary: 'My visits that can be rated, and those whose rating is being handled',
  input: Empty,
  reply: Type.Object({ visits: Type.Array(RatedVisit) }),
});

const subject = { subject: Ref };
export const toRate = route({
  method: 'GET',
  path: '/api/my/ratings/:subject',
  summary: 'Whether I can rate my matter or visit, and what became of it',
  input: Type.Object(subject),
  reply: ToRate,
});
export const rateMine = route({
  method: 'POST',
  path: '/api/my/ratings/:subject',
  summary: 'Rates my matter or visit, once',
  input: Type.Object({ ...subject, ...said }),
  reply: ToRate,
});
export const answerMine = route({
  method: 'POST',
  path: '/api/my/ratings/:subject/answer',
  summary: 'Says whether what was done about my bad rating solved it',
  input: Type.Object({ ...subject, ...answered }),
  reply: ToRate,
});
/** The token on a slip or on a printed receipt; whoever holds it was there. */
const held = { token: Type.String({ minLength: 20, maxLength: 40 }) };
export const toRateHeld = route({
  method: 'POST',
  path: '/api/ratings/held',
  summary: 'The same for whoever has the slip or the receipt, and no account',
  input: Type.Object(held),
  reply: ToRate,
});
export const rateHeld = route({
  method: 'POST',
  path: '/api/ratings/held/rate',
  summary: 'Rates the visit of a slip or the matter of a receipt, once',
  input: Type.Object({ ...held, ...said }),
  reply: ToRate,
});
export const answerHeld = route({
  method: 'POST',
  path: '/api/ratings/held/answer',
  summary: 'Says whether what was done about it solved it',
  input: Type.Object({ ...held, ...answered }),
  reply: ToRate,
});

// --- The unit concerned: whoever leads a centre, or a department. Never who rated, unless it is opened.

/** Words `ratingtab.<name>`. `unsolved`: the rater says so. */
export const ratingTabs = ['open', 'late', 'call_back', 'unsolved', 'over'] as const;
export type RatingTab = (typeof ratingTabs)[number];
export const RatingLine = Type.Object({
  ref: Ref,
  of: OneOf(ratedThings),
  ...Named,
  unitName: Type.String(),
  grade: Grade,
  /** The first of what was said. */
  words: Nullable(Type.String()),
  ratedAt: Moment,
  state: StateName,
  /** Of the clock that runs: to contact, then to handle it. */
  dueAt: Nullable(Moment),
  provisional: Type.Boolean(),
  late: Type.Boolean(),
  hard: Type.Boolean(),
  solved: Nullable(Type.Boolean()),
});
export type RatingLine = Static<typeof RatingLine>;
export const RatingPage = Type.Object({
  ...standing,
  of: OneOf(ratedThings),
  ...Named,
  unitName: Type.String(),
  /** Wishes to be called, and left somewhere to call. */
  callBack: Type.Boolean(),
  /** Times somebody tried in vain. */
  tries: Type.Integer(),
  can: Type.Array(OneOf(ratingMoves)),
});
export type RatingPage = Static<typeof RatingPage>;

export const listRatings = route({
  method: 'GET',
  path: '/api/ratings',
  summary: 'Bad ratings with words of the unit, soonest due first',
  input: Type.Object({ tab: Type.Optional(OneOf(ratingTabs)), after: Type.Optional(Words(60)) }),
  reply: Type.Object({
    ratings: Type.Array(RatingLine),
    total: Type.Integer(),
    next: Nullable(Type.String()),
  }),
});
export const countRatings = route({
  method: 'GET',
  path: '/api/ratings/counts',
  summary: 'How many stand in each tab',
  input: Empty,
  reply: Type.Object({ counts: Type.Record(Type.String(), Type.Integer()) }),
});
const one = { ref: Ref };
const versioned = { ...one, version: Type.Integer({ minimum: 0 }) };
export const getRating = route({
  method: 'GET',
  path: '/api/ratings/one/:ref',
  summary: 'One bad rating with its clocks, and what can be done; not who rated',
  input: Type.Object(one),
  reply: RatingPage,
});
export const openRater = route({
  method: 'POST',
  path: '/api/ratings/one/:ref/rater',
  summary:
    'Opens the name and telephone of whoever rated, to call back; they can read that it was opened',
  input: Type.Object({ ...one, purpose: OneOf(['call_back'] as const) }),
  reply: Type.Object({ name: Nullable(Type.String()), phone: Nullable(Type.String()) }),
});
export const contactRater = route({
  method: 'POST',
  path: '/api/ratings/one/:ref/contact',
  summary: 'The rater was reached first (先行联系), or it was tried in vain',
  input: Type.Object({
    ...versioned,
    reached: Type.Boolean(),
    way: Type.Optional(OneOf(contactWays)),
    /** Told to the rater. */
    words: Words(500),
  }),
  reply: RatingPage,
});
export const callHard = route({
  method: 'POST',
  path: '/api/ratings/one/:ref/hard',
  summary: 'It is hard: 15 working days from the rating, with the reason told to the rater',
  input: Type.Object({ ...versioned, words: Words(500) }),
  reply: RatingPage,
});
export const finishRating = route({
  method: 'POST',
  path: '/api/ratings/one/:ref/finish',
  summary: 'It was handled: what was put right, or explained',
  input: Type.Object({ ...versioned, result: OneOf(ratingResults), words: Words(500) }),
  reply: RatingPage,
});
export const callBackRater = route({
  method: 'POST',
  path: '/api/ratings/one/:ref/call-back',
  summary: 'Call-back (回访): what the rater said on the telephone, or that nobody was there',
  input: Type.Object({
    ...versioned,
    reached: Type.Boolean(),
    satisfied: Type.Optional(Type.Boolean()),
    solved: Type.Optional(Type.Boolean()),
    words: Type.Optional(Words(500)),
  }),
  reply: RatingPage,
});

// --- What is learnt from them.

export const listPraise = route({
  method: 'GET',
  path: '/api/ratings/praise',
  summary: 'Words of praise of the last 90 days, of nobody and for nobody by name',
  input: Empty,
  reply: Type.Object({
    praise: Type.Array(
      Type.Object({ words: Type.String(), ...Named, month: Type.String(), grade: Grade }),
    ),
  }),
});
/** `null`: too few to be told. */
const Count = Nullable(Type.Integer());
export const RatingFigures = Type.Object({
  rated: Count,
  /** 非常满意 and 满意, 基本满意, 不满意 and 非常不满意. */
  good: Count,
  middle: Count,
  bad: Count,
  /** Bad ones with words: how many, and the four measures apart. */
  heard: Count,
  contactedInTime: Count,
  finishedInTime: Count,
  satisfied: Count,
  solved: Count,
});
export type RatingFigures = Static<typeof RatingFigures>;
export const ratingBys = ['unit', 'item'] as const;
export const ratingFigures = route({
  method: 'GET',
  path: '/api/ratings/figures',
  summary: 'Counts of matters by office or item; small ones are not told, and nobody is ranked',
  input: Type.Object({
    by: OneOf(ratingBys),
    days: Type.Optional(Type.Integer({ minimum: 7, maximum: 366 })),
  }),
  reply: Type.Object({
    /** The first day that counts. */
    from: Day,
    fewest: Type.Integer(),
    all: RatingFigures,
    /** By name, not by figure. */
    rows: Type.Array(Type.Object({ key: Type.String(), ...Named, ...RatingFigures.properties })),
  }),
});
