// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { caseActs, caseMoves, caseStates } from './case-flow.ts';
import { HotlineReply } from './hotline.ts';
import { FileNo, Moment, Nullable, OneOf, PlaceNo, Point, Ref } from './shapes.ts';

export const StateName = OneOf(caseStates);
/** How a report came in. */
export const channels = [
  'home',
  'committee',
  'patrol',
  'phone',
  'hotline_12345',
  'open311',
] as const;
export const ChannelName = OneOf(channels);
/** Key of a category: kind, major and minor code, `event-01-10`. */
export const CategoryKey = Type.String({ pattern: '^(event|component|community)-\\w{2}-\\w{2}$' });

export const photoKinds = ['near', 'far', 'reference', 'before', 'after'] as const;
export const CasePhoto = Type.Object({
  file: FileNo,
  kind: OneOf([...photoKinds, 'voice'] as const),
  at: Moment,
});

/** Buttons: every move and act the reader may do to this case, in this state, now. */
export const Can = Type.Partial(
  Type.Object(
    Object.fromEntries([...caseMoves, ...caseActs].map((name) => [name, Type.Boolean()])),
  ),
);
/** What waits for somebody's word: a request for more time, what the reporter answered, or an appeal of a closed case. */
export const waits = ['extension', 'suspension', 'answer', 'appeal'] as const;
export const lateness = ['late', 'soon', 'ok', 'none'] as const;

/** One line of an inbox. */
export const CaseLine = Type.Object({
  ref: Ref,
  /** The first sentence that was said; else the category; else that nothing was written, in the reader's language. */
  title: Type.String(),
  state: StateName,
  round: Type.Integer(),
  place: PlaceNo,
  placeName: Type.String(),
  /** How the name is read, for English screens. */
  placePinyin: Type.String(),
  address: Type.String(),
  category: Nullable(Type.String()),
  categoryName: Nullable(Type.String()),
  /** As the catalogue has it; null where the city wrote none. */
  categoryNameEn: Nullable(Type.String()),
  channel: ChannelName,
  reports: Type.Integer(),
  /**
   * The soonest of the promises that run now: first answer, then arriving and solving, and beside them the limit of
   * the step it waits at (verify, dispatch, rule, check, close).
   */
  dueAt: Nullable(Moment),
  provisional: Type.Boolean(),
  lateness: OneOf(lateness),
  paused: Type.Boolean(),
  urgent: Type.Boolean(),
  supervised: Type.Boolean(),
  /** Only the street leader sends it on: after a second return, and from round two on. */
  adjudication: Type.Boolean(),
  /** It came back with a reason; whoever sends it on says in words what was done about that (`needsOf`). */
  handedBack: Type.Boolean(),
  /** Closed by order at some time; stays for ever, also when a later round was solved. */
  forced: Type.Boolean(),
  waits: Nullable(OneOf(waits)),
  photo: Nullable(FileNo),
  point: Nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
  organisationName: Nullable(Type.String()),
  reportedAt: Moment,
  version: Type.Integer(),
  can: Can,
});
export type CaseLine = Static<typeof CaseLine>;

/** One entry of the append-only flow log. `words` are shown to whom they concern. */
export const FlowEntry = Type.Object({
  step: Type.Integer(),
  at: Moment,
  move: Type.String(),
  kind: Type.String(),
  state: StateName,
  round: Type.Integer(),
  /** Role and organisation, never a person's name outside the office. */
  byRole: Type.String(),
  byOrganisation: Nullable(Type.String()),
  byName: Nullable(Type.String()),
  words: Nullable(Type.String()),
  facts: Type.Record(Type.String(), Type.Unknown()),
});
export type FlowEntry = Static<typeof FlowEntry>;

/** Proposal (明责派单): of the responsibility list, or of a ruling newer than the list, which comes first. */
export const Proposal = Type.Object({
  organisation: Type.Integer(),
  name: Type.String(),
  basis: OneOf(['duty', 'ruling'] as const),
  /** The source of the list's row; the leader's reason of a ruling. */
  source: Type.String(),
  /** Since when the row holds; the day of the ruling. */
  validFrom: Nullable(Type.String()),
  /** Somebody there can accept it now. Sending it elsewhere is refused: cases.nobody-accepts. */
  accepts: Type.Boolean(),
  assistingNames: Type.Array(Type.String()),
  recentHere: Type.Integer(),
});
export const ReportLine = Type.Object({
  ref: Ref,
  channel: ChannelName,
  at: Moment,
  words: Nullable(Type.String()),
  voice: Nullable(FileNo),
  transcript: Nullable(Type.String()),
  photos: Type.Array(CasePhoto),
  contactName: Nullable(Type.String()),
  contactPhone: Nullable(Type.String()),
  outsideNo: Nullable(Type.String()),
  /** Number of the sub-ticket, where 12345 split it. */
  outsideSub: Nullable(Type.String()),
  account: Type.Boolean(),
  meToo: Type.Boolean(),
});
export const RequestLine = Type.Object({
  no: Type.Integer(),
  kind: OneOf(['extension', 'suspension'] as const),
  until: Moment,
  reason: Type.String(),
  status: OneOf(['asked', 'granted', 'refused'] as const),
  askedAt: Moment,
  decidedReason: Nullable(Type.String()),
});
/** An overdue appeal (超时申诉): asked once by the department after closing, reviewed twice. */
export const AppealLine = Type.Object({
  no: Type.Integer(),
  reason: Type.String(),
  askedAt: Moment,
  /** `asked` waits for the dispatcher, `reviewed` for the street leader. */
  status: OneOf(['asked', 'reviewed', 'granted', 'refused'] as const),
  /** What each review said, the dispatcher's first. */
  reviews: Type.Array(Type.String()),
});

export const CasePage = Type.Object({
  line: CaseLine,
  /** Conditions of the category as they stand today; the one that was met at registration as it stood then. */
  conditions: Type.Array(
    Type.Object({
      order: Type.Integer(),
      limit: Type.String(),
      registerWhen: Type.String(),
      registerWhenEn: Nullable(Type.String()),
      closeWhen: Type.String(),
      /** To read; what is sent back as `closing` is `closeWhen`. */
      closeWhenEn: Nullable(Type.String()),
    }),
  ),
  condition: Nullable(Type.Integer()),
  closing: Nullable(Type.String()),
  outcome: Nullable(Type.String()),
  reports: Type.Array(ReportLine),
  photos: Type.Array(CasePhoto),
  flow: Type.Array(FlowEntry),
  requests: Type.Array(RequestLine),
  appeal: Nullable(AppealLine),
  /** An appeal was granted: it counts as in time. The promise that was missed stays as it was. */
  exempt: Type.Boolean(),
  proposals: Type.Array(Proposal),
  /** Categories that the reporter's words look like, the likest first, while nobody has chosen one. */
  guesses: Type.Array(CategoryKey),
  organisation: Nullable(Type.Integer()),
  assistingNames: Type.Array(Type.String()),
  crewName: Nullable(Type.String()),
  returns: Type.Integer(),
  reworks: Type.Integer(),
  /** Cases that were merged into this one. */
  merged: Type.Array(Type.Object({ ref: Ref, title: Type.String() })),
  mergedInto: Nullable(Ref),
  question: Nullable(Type.String()),
  releasedWords: Type.Boolean(),
  releasedPhotos: Type.Boolean(),
  mayBeSeen: Type.Boolean(),
  grids: Type.Array(Type.String()),
  hotline: Nullable(HotlineReply),
  /** Until when the reader may take back the last move; null when it is not theirs, or too late. */
  undoUntil: Nullable(Moment),
  /** The last moment that an extension may ask for; null when none may be asked. */
  extension: Nullable(Type.Object({ latest: Moment, byHour: Type.Boolean() })),
  answerDue: Nullable(Moment),
  /** When somebody has to be on site; null where the category has no such limit, or before the dispatch. */
  arriveDue: Nullable(Moment),
  /** When somebody was. After `arriveDue` it was late, and stays so. */
  arrivedAt: Nullable(Moment),
  solveDue: Nullable(Moment),
  rating: Nullable(Type.Integer()),
});
export type CasePage = Static<typeof CasePage>;

/** What a report needs, whoever enters it: a place, and one of words, a voice note and a photo; in office a category will do. */
export const ReportInput = Type.Object({
  place: PlaceNo,
  /** In the reporter's own words, `近 2 号门`, or the name of the road and lane. */
  address: Type.String({ minLength: 1, maxLength: 120 }),
  point: Type.Optional(Point),
  words: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  photos: Type.Array(FileNo, { maxItems: 9 }),
  voice: Type.Optional(FileNo),
  category: Type.Optional(CategoryKey),
});
