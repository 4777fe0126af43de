// SPDX-License-Identifier: Apache-2.0
// The desk's side of cases: inboxes, moves, acts, counts.
import { type Static, Type } from 'typebox';
import { caseMoves } from './case-flow.ts';
import {
  CaseLine,
  CasePage,
  CategoryKey,
  ChannelName,
  ReportInput,
  StateName,
} from './case-shapes.ts';
import { Receipt } from './cases.ts';
import { HotlineReply } from './hotline.ts';
import { route } from './route.ts';
import { Done, FileNo, Moment, Nullable, OneOf, PlaceNo, Ref, Words } from './shapes.ts';

/** Tabs of the inbox; `mine` is what the post acted as should do something about now. */
export const buckets = [
  'mine',
  'register',
  'dispatch',
  'handle',
  'check',
  'close',
  'late',
  'open',
  'ended',
] as const;
export const listCases = route({
  method: 'GET',
  path: '/api/cases',
  summary: 'Cases the post may read: late first, then soonest promise; exact total',
  input: Type.Object({
    bucket: Type.Optional(OneOf(buckets)),
    /** Words of title or address; or a whole reference (C…, R…) or outside number, which finds its case whatever its tab. */
    q: Type.Optional(Words(80)),
    category: Type.Optional(CategoryKey),
    place: Type.Optional(PlaceNo),
    channel: Type.Optional(ChannelName),
    organisation: Type.Optional(Type.Integer()),
    state: Type.Optional(StateName),
    /** Sort key of the last line seen: `<dueAt>,<no>`. */
    after: Type.Optional(Words(60)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 300 })),
  }),
  reply: Type.Object({
    cases: Type.Array(CaseLine),
    total: Type.Integer(),
    next: Nullable(Type.String()),
    /** False when `total` stopped counting at 1,000 (free text over ended cases). */
    exact: Type.Boolean(),
    /** True when `q` named these cases by number: tab and filters were left aside. */
    named: Type.Boolean(),
  }),
});
export const countBuckets = route({
  method: 'GET',
  path: '/api/cases/counts',
  summary: 'How many cases stand in each tab',
  input: Type.Object({}),
  reply: Type.Object({ counts: Type.Record(Type.String(), Type.Integer()) }),
});
export const getCase = route({
  method: 'GET',
  path: '/api/cases/:ref',
  summary: 'One case with reports, flow, proposals and buttons',
  input: Type.Object({ ref: Ref }),
  reply: CasePage,
});
/** One move of the workflow table. `version` is the one the page showed: another writer in between is a 409. */
export const MoveInput = Type.Object({
  ref: Ref,
  move: OneOf(caseMoves),
  version: Type.Integer(),
  category: Type.Optional(CategoryKey),
  condition: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Somebody has to be there who can accept it: cases.nobody-accepts. */
  organisation: Type.Optional(Type.Integer()),
  /** Absent: those that the responsibility list names beside this lead. */
  assisting: Type.Optional(Type.Array(Type.Integer(), { maxItems: 8 })),
  /** One of the organisation's own crew. */
  crew: Type.Optional(Type.Integer()),
  /** Key of a decline_reason in force. */
  reasonCode: Type.Optional(Words(40)),
  /** Key of a return_ground in force. */
  ground: Type.Optional(Words(40)),
  reason: Type.Optional(Words(1000)),
  words: Type.Optional(Words(2000)),
  outcome: Type.Optional(Words(1000)),
  /** The closing condition of the case, word for word. */
  closing: Type.Optional(Words(500)),
  photos: Type.Optional(Type.Array(FileNo, { maxItems: 9 })),
});
export type MoveInput = Static<typeof MoveInput>;
export const moveCase = route({
  method: 'POST',
  path: '/api/cases/:ref/move',
  summary: 'Move a case along the workflow table',
  input: MoveInput,
  reply: Type.Object({
    state: StateName,
    version: Type.Integer(),
    undoUntil: Nullable(Moment),
    solveDue: Nullable(Moment),
  }),
});
export const moveMany = route({
  method: 'POST',
  path: '/api/cases/move',
  summary: 'The same move for several cases; each succeeds or is refused by itself',
  input: Type.Object({
    cases: Type.Array(Type.Object({ ref: Ref, version: Type.Integer() }), {
      minItems: 1,
      maxItems: 100,
    }),
    move: MoveInput.properties.move,
    category: MoveInput.properties.category,
    condition: MoveInput.properties.condition,
    organisation: MoveInput.properties.organisation,
    reasonCode: MoveInput.properties.reasonCode,
    reason: MoveInput.properties.reason,
    words: MoveInput.properties.words,
    /** Dispatch each to what the responsibility list proposes for it. */
    proposed: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({
    done: Type.Array(Ref),
    /** Until when each of those done may be taken back; null when the move cannot be. */
    undoUntil: Nullable(Moment),
    refused: Type.Array(Type.Object({ ref: Ref, code: Type.String(), detail: Type.String() })),
  }),
});
export const undoMove = route({
  method: 'POST',
  path: '/api/cases/:ref/undo',
  summary: 'Take back my own last move within a minute',
  input: Type.Object({ ref: Ref }),
  reply: Type.Object({ state: StateName, version: Type.Integer() }),
});
export const mergeCases = route({
  method: 'POST',
  path: '/api/cases/:ref/merge',
  summary: 'Reports of the same thing join this case; one answer reaches all',
  input: Type.Object({ ref: Ref, others: Type.Array(Ref, { minItems: 1, maxItems: 50 }) }),
  reply: Done,
});
export const unmergeCase = route({
  method: 'POST',
  path: '/api/cases/:ref/unmerge',
  summary: 'Take a merged case out again as it was',
  input: Type.Object({ ref: Ref }),
  reply: Done,
});
export const askReporter = route({
  method: 'POST',
  path: '/api/cases/:ref/ask',
  summary: 'Ask the reporters a question that they answer in place',
  input: Type.Object({ ref: Ref, words: Words(500) }),
  reply: Done,
});
export const superviseCase = route({
  method: 'POST',
  path: '/api/cases/:ref/supervise',
  summary: '督办: press for a case, with words',
  input: Type.Object({
    ref: Ref,
    kind: OneOf(['timeout', 'leader', 'important'] as const),
    words: Words(500),
  }),
  reply: Done,
});
export const releaseCase = route({
  method: 'POST',
  path: '/api/cases/:ref/release',
  summary: 'Let others see words or photos of a case after looking at them',
  input: Type.Object({
    ref: Ref,
    /** The one that was looked at: what came in since was not. */
    version: Type.Integer(),
    words: Type.Boolean(),
    photos: Type.Boolean(),
  }),
  reply: Done,
});
export const askDelay = route({
  method: 'POST',
  path: '/api/cases/:ref/delay',
  summary: 'Ask for an extension (延期) or a suspension (挂账)',
  input: Type.Object({
    ref: Ref,
    kind: OneOf(['extension', 'suspension'] as const),
    until: Moment,
    reason: Words(500),
  }),
  reply: Done,
});
export const decideDelay = route({
  method: 'POST',
  path: '/api/cases/:ref/delay/:no',
  summary: 'Grant or refuse an extension or suspension; a refusal says why',
  input: Type.Object({
    ref: Ref,
    no: Type.Integer(),
    grant: Type.Boolean(),
    reason: Type.Optional(Words(500)),
  }),
  reply: Done,
});
export const appealOverdue = route({
  method: 'POST',
  path: '/api/cases/:ref/appeal',
  summary: '超时申诉: the department says, once and after closing, why it was late',
  input: Type.Object({ ref: Ref, reason: Words(1000) }),
  reply: Done,
});
export const decideAppeal = route({
  method: 'POST',
  path: '/api/cases/:ref/appeal/decide',
  summary: 'Review an appeal: the dispatcher first, then the street leader; either may refuse',
  input: Type.Object({ ref: Ref, grant: Type.Boolean(), reason: Words(500) }),
  reply: Done,
});
export const writeTranscript = route({
  method: 'POST',
  path: '/api/cases/:ref/transcript',
  summary: 'Write down a voice note',
  input: Type.Object({ ref: Ref, report: Ref, words: Words(2000) }),
  reply: Done,
});
export const saveHotlineReply = route({
  method: 'PUT',
  path: '/api/cases/:ref/hotline',
  summary: "12345's reply form",
  input: Type.Object({ ref: Ref, reply: HotlineReply }),
  reply: Done,
});
export const enterCase = route({
  method: 'POST',
  path: '/api/cases',
  summary: 'A worker enters what she saw or what a caller told her',
  input: Type.Object({
    ...ReportInput.properties,
    channel: OneOf(['committee', 'patrol', 'phone', 'hotline_12345'] as const),
    contactName: Type.Optional(Words(40)),
    contactPhone: Type.Optional(Type.String({ pattern: '^[0-9-]{7,20}$' })),
    outsideNo: Type.Optional(Words(40)),
    outsideSub: Type.Optional(Words(40)),
    /** What she does with it at once. */
    next: OneOf(['keep', 'raise', 'self_handle'] as const),
    outcome: Type.Optional(Words(1000)),
    photosAfter: Type.Optional(Type.Array(FileNo, { maxItems: 9 })),
    reason: Type.Optional(Words(1000)),
  }),
  reply: Receipt,
});
export const myEntries = route({
  method: 'GET',
  path: '/api/cases/entered',
  summary: 'What came of the last twenty I entered',
  input: Type.Object({}),
  reply: Type.Object({ cases: Type.Array(CaseLine) }),
});
export const revealContact = route({
  method: 'POST',
  path: '/api/cases/:ref/contact',
  summary: "Open a reporter's name and phone for a stated purpose; logged",
  input: Type.Object({
    ref: Ref,
    report: Ref,
    purpose: OneOf(['call_back', 'clarify', 'on_site', 'complaint'] as const),
  }),
  reply: Type.Object({ name: Nullable(Type.String()), phone: Nullable(Type.String()) }),
});
export const countTree = route({
  method: 'GET',
  path: '/api/cases/tree',
  summary: 'Counts below a place, one level down: open, late, ended',
  input: Type.Object({ place: Type.Optional(PlaceNo) }),
  reply: Type.Object({
    place: Type.Object({
      no: PlaceNo,
      name: Type.String(),
      /** How the name is read, for English screens; below too. */
      pinyin: Type.String(),
      level: Type.String(),
      path: Type.Array(Type.Object({ no: PlaceNo, name: Type.String(), pinyin: Type.String() })),
    }),
    /** In the order of the official codes, never by figure. */
    children: Type.Array(
      Type.Object({
        no: PlaceNo,
        name: Type.String(),
        pinyin: Type.String(),
        open: Type.Integer(),
        late: Type.Integer(),
        endedThisMonth: Type.Integer(),
      }),
    ),
    indicators: Type.Array(
      Type.Object({
        key: Type.String(),
        over: Type.Integer(),
        of: Type.Integer(),
        share: Nullable(Type.Number()),
      }),
    ),
    /** The three most frequent matters (高发), in the order of their codes. */
    frequent: Type.Array(
      Type.Object({ category: CategoryKey, name: Type.String(), count: Type.Integer() }),
    ),
    foldedAt: Moment,
  }),
});
/** Duty hand-over notes of the grid centre (交接班). */
export const listHandovers = route({
  method: 'GET',
  path: '/api/handovers',
  summary: 'Hand-over notes of my street, newest first',
  input: Type.Object({}),
  reply: Type.Object({
    notes: Type.Array(
      Type.Object({
        no: Type.Integer(),
        at: Moment,
        byName: Type.String(),
        words: Type.String(),
        seenByName: Nullable(Type.String()),
        /** The reader may say that this note was taken over. */
        mayTakeOver: Type.Boolean(),
      }),
    ),
  }),
});
export const leaveHandover = route({
  method: 'POST',
  path: '/api/handovers',
  summary: 'Leave a note for the next shift',
  input: Type.Object({ words: Words(2000) }),
  reply: Done,
});
export const takeOver = route({
  method: 'POST',
  path: '/api/handovers/:no/take-over',
  summary: 'Say that I have read a note and go on from there (接班)',
  input: Type.Object({ no: Type.Integer() }),
  reply: Done,
});
/** Printed work order with a QR code for a crew without accounts. The token opens this one case until it ends. */
export const printOrder = route({
  method: 'POST',
  path: '/api/cases/:ref/order',
  summary: 'Make a printed work order',
  input: Type.Object({ ref: Ref }),
  reply: Type.Object({ url: Type.String(), qrSvg: Type.String() }),
});
export const openOrder = route({
  method: 'GET',
  path: '/api/orders/:token',
  summary: 'What the QR code of a work order opens',
  input: Type.Object({ token: Words(80) }),
  reply: Type.Object({
    ref: Ref,
    title: Type.String(),
    address: Type.String(),
    placeName: Type.String(),
    dueAt: Nullable(Moment),
    organisationName: Nullable(Type.String()),
    /** Whom to call about the place. */
    committeePhone: Nullable(Type.String()),
    open: Type.Boolean(),
  }),
});
export const reportOrder = route({
  method: 'POST',
  path: '/api/orders/:token',
  summary: 'The crew reports the work done',
  input: Type.Object({
    token: Words(80),
    words: Words(1000),
    photos: Type.Array(FileNo, { maxItems: 9 }),
  }),
  reply: Done,
});
