// SPDX-License-Identifier: Apache-2.0
// 上门收件: papers collected at the door, counted at a counter, and brought back. They are kept and handed over like all papers
// (affair-papers.ts); here is the slip that lists them. See docs/domain/affairs.md.
import { type Static, Type } from 'typebox';
import { ItemKey } from './affair-items.ts';
import { paperStates } from './affair-papers.ts';
import { AffairStateName } from './affairs.ts';
import { PersonNo } from './registry.ts';
import { ShownCode } from './registry-show.ts';
import { route } from './route.ts';
import { Empty, FileNo, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** Words `paperform.<name>`. */
export const paperForms = ['original', 'copy'] as const;

const Count = Type.Integer({ minimum: 1, maximum: 99 });
const Listed = Type.Object({ name: Words(60), form: OneOf(paperForms), count: Count });

/** One line of the slip. */
export const CollectedPaper = Type.Object({
  /** Of the material that it is for, or a name of its own; with the reference of the slip it names the paper. */
  key: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  form: OneOf(paperForms),
  /** On the slip; 0: it came besides what is on the slip. */
  count: Type.Integer(),
  /** At the counter; none: not yet. */
  counted: Nullable(Type.Integer()),
  /** Photographed at the door. */
  files: Type.Array(FileNo),
  state: OneOf(paperStates),
  holderName: Nullable(Type.String()),
  goingToName: Nullable(Type.String()),
  /** Since when it is so. */
  at: Moment,
  /** What the reader may do with it now; `count` at the counter that it was brought to, `return` at the door. */
  can: Type.Object({
    send: Type.Boolean(),
    count: Type.Boolean(),
    receive: Type.Boolean(),
    find: Type.Boolean(),
    return: Type.Boolean(),
  }),
});
export type CollectedPaper = Static<typeof CollectedPaper>;

const Office = Type.Object({ organisation: Type.Integer(), name: Type.String() });
export const Collection = Type.Object({
  ref: Ref,
  /** Whole for the offices and oneself. */
  name: Type.String(),
  person: Type.Integer(),
  /** The application, once there is one. */
  matter: Nullable(Ref),
  item: ItemKey,
  itemName: Type.String(),
  itemNameEn: Nullable(Type.String()),
  committee: Office,
  workerName: Type.String(),
  centre: Office,
  agreed: OneOf(['told', 'code'] as const),
  collectedAt: Moment,
  checkedAt: Nullable(Moment),
  /** What came was not what is on the slip; the counter said so in words. */
  differs: Type.Boolean(),
  words: Nullable(Type.String()),
  papers: Type.Array(CollectedPaper),
});
export type Collection = Static<typeof Collection>;

/** How the person said yes: aloud, or with a code of theirs. */
const Agreed = Type.Union([
  Type.Object({ by: Type.Literal('told') }),
  Type.Object({ by: Type.Literal('code'), code: ShownCode }),
]);
export type Agreed = Static<typeof Agreed>;
const ref = { ref: Ref };
const keys = Type.Array(Words(40), { minItems: 1, maxItems: 60, uniqueItems: true });

/** A paper that a matter lacks, or that an item asks for. */
const Lacking = Type.Object({
  key: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  /** It was asked for in a correction, or is to follow; otherwise the item asks for it. */
  asked: Type.Boolean(),
});
export type Lacking = Static<typeof Lacking>;

export const doorMatters = route({
  method: 'GET',
  path: '/api/doorstep/people/:person',
  summary:
    'What somebody of the own committee has under way, and the papers that each lacks; logged',
  input: Type.Object({ person: PersonNo }),
  reply: Type.Object({
    name: Type.String(),
    /** Has an account that is bound: the slip is on the phone too. */
    hasAccount: Type.Boolean(),
    matters: Type.Array(
      Type.Object({
        ref: Ref,
        item: ItemKey,
        itemName: Type.String(),
        itemNameEn: Nullable(Type.String()),
        state: AffairStateName,
        /** Where its papers are carried. */
        centreName: Type.String(),
        lacking: Type.Array(Lacking),
      }),
    ),
  }),
});
export const doorItem = route({
  method: 'GET',
  path: '/api/doorstep/people/:person/items/:item',
  summary: 'The papers that an item asks of somebody of the own committee; logged',
  input: Type.Object({ person: PersonNo, item: ItemKey }),
  reply: Type.Object({ centreName: Nullable(Type.String()), lacking: Type.Array(Lacking) }),
});
export const collectPapers = route({
  method: 'POST',
  path: '/api/affairs/collections',
  summary: 'Papers are collected at the door of somebody of the own committee, each of them listed',
  input: Type.Object({
    person: PersonNo,
    /** The application that they are for, or the item that will be applied for with them. */
    matter: Type.Optional(Ref),
    item: Type.Optional(ItemKey),
    papers: Type.Array(
      Type.Object({
        ...Listed.properties,
        /** Of the material that it is, if it is one. */
        key: Type.Optional(Words(40)),
        files: Type.Optional(Type.Array(FileNo, { maxItems: 9 })),
      }),
      { minItems: 1, maxItems: 30 },
    ),
    agreed: Agreed,
  }),
  reply: Collection,
});
/** `open` something is still to be done by the reader's office; `all` the latest first. Words `doortab.<name>`. */
export const collectionTabs = ['open', 'all'] as const;
export type CollectionTab = (typeof collectionTabs)[number];
export const listCollections = route({
  method: 'GET',
  path: '/api/affairs/collections',
  summary:
    'What the own committee collected, or what is carried to the own centre; the latest first',
  input: Type.Object({ tab: Type.Optional(OneOf(collectionTabs)) }),
  reply: Type.Object({ collections: Type.Array(Collection), more: Type.Boolean() }),
});
export const getCollection = route({
  method: 'GET',
  path: '/api/affairs/collections/:ref',
  summary: 'One slip, and where each paper is; the look is logged',
  input: Type.Object(ref),
  reply: Collection,
});
export const countPapers = route({
  method: 'POST',
  path: '/api/affairs/collections/:ref/count',
  summary: 'The counter counts every paper that was brought; what is missing or too many is said',
  input: Type.Object({
    ...ref,
    /** Every paper that was brought to this counter. */
    counted: Type.Array(
      Type.Object({ key: Words(40), count: Type.Integer({ minimum: 0, maximum: 99 }) }),
      { minItems: 1, maxItems: 60 },
    ),
    /** Came, and is not on the slip. */
    besides: Type.Optional(Type.Array(Listed, { maxItems: 30 })),
    /** Needed when the two differ. */
    words: Type.Optional(Words(300)),
  }),
  reply: Collection,
});
export const returnPapers = route({
  method: 'POST',
  path: '/api/affairs/collections/:ref/return',
  summary: 'Papers are back with their person at the door, who says so',
  input: Type.Object({ ...ref, papers: keys, agreed: Agreed }),
  reply: Collection,
});
export const myCollections = route({
  method: 'GET',
  path: '/api/my/collections',
  summary: 'My papers that were collected at the door, and where each of them is',
  input: Empty,
  reply: Type.Object({ collections: Type.Array(Collection) }),
});
