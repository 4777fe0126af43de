// SPDX-License-Identifier: Apache-2.0
// 纸质材料: who has each paper that was brought, and how it goes on. Words: docs/domain/affairs.md.
import { type Static, Type } from 'typebox';
import { affairStates } from './affair-flow.ts';
import { route } from './route.ts';
import { Done, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** With whoever answers for it, on the way, not there when it was opened, with its person again. Words `paper.<name>`. */
export const paperStates = ['held', 'way', 'missing', 'returned'] as const;
export type PaperState = (typeof paperStates)[number];
/** What is done with a paper; words `paperact.<name>`. */
export const paperActs = ['send', 'receive', 'miss', 'find', 'give_back'] as const;
export type PaperAct = (typeof paperActs)[number];

/** From which states to which one. `receive` and `miss` are said by whom it goes to, the others by whoever has it. */
export const paperFlow: Readonly<
  Record<PaperAct, { from: readonly PaperState[]; to: PaperState }>
> = {
  send: { from: ['held'], to: 'way' },
  receive: { from: ['way'], to: 'held' },
  miss: { from: ['way'], to: 'missing' },
  find: { from: ['missing'], to: 'held' },
  give_back: { from: ['held'], to: 'returned' },
};

/**
 * `here` what the organisation has, `coming` what was handed over to it, `going` what it handed over, `long` what is on the
 * way too long or was not there, either way. Words `papertab.<name>`.
 */
export const paperTabs = ['here', 'coming', 'going', 'long'] as const;
export type PaperTab = (typeof paperTabs)[number];

/** Where the paper of a material is. */
export const PaperPlace = Type.Object({
  /** Who has it; none: its person, or there is none. */
  custodianName: Nullable(Type.String()),
  /** None: there is no paper. */
  paper: Nullable(OneOf(paperStates)),
  goingToName: Nullable(Type.String()),
  /** Given back: who says that its person has it, themselves or the slip that they signed; none: nobody yet. */
  got: Nullable(OneOf(['own', 'slip'] as const)),
});

/** A paper from a door that is none of the materials: as its slip says it. */
export const PaperBesides = Type.Object({
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  count: Type.Integer(),
  ...PaperPlace.properties,
});
/** At a window: what was collected at a door for the item, before it was applied for. */
export const PaperCollected = Type.Object({
  key: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  count: Type.Integer(),
  door: Ref,
  state: OneOf(paperStates),
  holderName: Nullable(Type.String()),
});

const Organisation = Type.Integer({ minimum: 1 });
/** Of the application, or of the slip (doorstep.ts) with which it was collected. */
const PaperKey = Type.Object({ ref: Ref, key: Words(40) });

export const PaperLine = Type.Object({
  ...PaperKey.properties,
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  itemName: Type.String(),
  itemNameEn: Nullable(Type.String()),
  /** None: it was collected for what is not applied for yet. */
  affairState: Nullable(OneOf(affairStates)),
  /** The slip with which it was collected at a door, and how many are on it. */
  door: Nullable(Ref),
  count: Nullable(Type.Integer()),
  state: OneOf(paperStates),
  holderName: Nullable(Type.String()),
  goingToName: Nullable(Type.String()),
  /** Since when it is so. */
  at: Moment,
  /** On the way longer than it should be. */
  long: Type.Boolean(),
  /** It was given back, and its person says that they have not got it. */
  notGot: Type.Boolean(),
  /** Who else works on the matter, and could get it. */
  to: Type.Array(Type.Object({ organisation: Organisation, name: Type.String() })),
  can: Type.Object({
    send: Type.Boolean(),
    receive: Type.Boolean(),
    miss: Type.Boolean(),
    find: Type.Boolean(),
    give_back: Type.Boolean(),
  }),
});
export type PaperLine = Static<typeof PaperLine>;

export const listPapers = route({
  method: 'GET',
  path: '/api/affairs/papers',
  summary: 'Papers that the organisation has, gets or gave; longest first, with exact totals',
  input: Type.Object({
    tab: Type.Optional(OneOf(paperTabs)),
    after: Type.Optional(Words(80)),
  }),
  reply: Type.Object({
    papers: Type.Array(PaperLine),
    counts: Type.Object({
      here: Type.Integer(),
      coming: Type.Integer(),
      going: Type.Integer(),
      long: Type.Integer(),
    }),
    /** Days that a paper may be on the way. */
    days: Type.Integer(),
    next: Nullable(Type.String()),
  }),
});

const papers = Type.Array(PaperKey, { minItems: 1, maxItems: 100 });

export const sendPapers = route({
  method: 'POST',
  path: '/api/affairs/papers/send',
  summary:
    'Hands papers over to another office of their matter; it answers for them until that one has them',
  input: Type.Object({ papers, to: Organisation }),
  reply: Done,
});
export const receivePapers = route({
  method: 'POST',
  path: '/api/affairs/papers/receive',
  summary: 'Checks off what came: each paper is there, or it is said that it is not',
  input: Type.Object({
    papers: Type.Array(Type.Object({ ...PaperKey.properties, there: Type.Boolean() }), {
      ...{ minItems: 1, maxItems: 100 },
    }),
    words: Type.Optional(Words(300)),
  }),
  reply: Done,
});
export const findPapers = route({
  method: 'POST',
  path: '/api/affairs/papers/found',
  summary: 'What was not there when it came is with whoever had sent it',
  input: Type.Object({ papers, words: Words(300) }),
  reply: Done,
});
export const giveBackPapers = route({
  method: 'POST',
  path: '/api/affairs/papers/give-back',
  summary: 'Papers are with their person again, who is told; how, in words',
  input: Type.Object({
    papers,
    words: Type.Optional(Words(300)),
    /** They signed for it on the slip. */
    signed: Type.Optional(Type.Boolean()),
  }),
  reply: Done,
});
export const answerPaper = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/papers',
  summary: 'Whether I have a paper that was given back to me; the office reads it',
  input: Type.Object({ ...PaperKey.properties, got: Type.Boolean() }),
  reply: Done,
});
