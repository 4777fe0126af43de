// SPDX-License-Identifier: Apache-2.0
// Applications at the counter and in the office: receive, accept, ask, review, decide, deliver.
import { type Static, Type } from 'typebox';
import { affairKinds, deliveries, ItemKey, procedures } from './affair-items.ts';
import {
  AffairForm,
  AffairLine,
  AffairPage,
  AffairStateName,
  affairTold,
  GivenMaterial,
} from './affairs.ts';
import { PersonNo } from './registry.ts';
import { ShownCode } from './registry-show.ts';
import { route } from './route.ts';
import { Nullable, OneOf, Ref, Words } from './shapes.ts';

const ref = { ref: Ref };
const versioned = { ...ref, version: Type.Integer({ minimum: 0 }) };
const Reason = Words(1000);

// --- At the counter, for the person whose visit is open: without a live grant `affairs.no-grant`.

export const counterForm = route({
  method: 'GET',
  path: '/api/affairs/people/:person/items/:item',
  summary: 'An item filled for the person at the window; needs a live grant, and is logged',
  input: Type.Object({ person: PersonNo, item: ItemKey }),
  reply: AffairForm,
});
export const receiveApplication = route({
  method: 'POST',
  path: '/api/affairs/applications',
  summary: 'Receives an application at the counter; with everything there it is accepted at once',
  input: Type.Object({
    person: PersonNo,
    item: ItemKey,
    ...affairTold,
    /**
     * What the person agreed to, `takes` of the form: read aloud and agreed (`told`), or confirmed with a code that they show
     * (亮证, 24 digits scanned or 8 read).
     */
    consent: Type.Union([
      Type.Object({ by: Type.Literal('told') }),
      Type.Object({ by: Type.Literal('code'), code: ShownCode }),
    ]),
    /** The ticket at the window, if there is one. */
    ticket: Type.Optional(Ref),
    /** Where this centre accepts it too (直接受理, or its own street): leave it at received. */
    onlyReceive: Type.Optional(Type.Boolean()),
  }),
  reply: AffairPage,
});
/** Of the person at the window: drafts from home, and what runs. */
export const personAffairs = route({
  method: 'GET',
  path: '/api/affairs/people/:person/applications',
  summary: 'Applications of the person at the window; needs a live grant, and is logged',
  input: Type.Object({ person: PersonNo }),
  reply: Type.Object({ affairs: Type.Array(AffairLine) }),
});

// --- The office's list.

/**
 * Tabs: `mine` what the post's organisation should do something about now, `incoming` to be accepted, `running` to be
 * decided, `waiting` where the clock stands still, `deliver`, `late`, `longer` extensions to approve, `received` what
 * this counter received for others, `over`. Words `affairtab.<name>`.
 */
export const affairTabs = [
  'mine',
  'incoming',
  'running',
  'waiting',
  'deliver',
  'late',
  'longer',
  'received',
  'over',
] as const;
export type AffairTab = (typeof affairTabs)[number];

export const listAffairs = route({
  method: 'GET',
  path: '/api/affairs/applications',
  summary: 'Applications of the post’s organisation: late first, then soonest promise; exact total',
  input: Type.Object({
    tab: Type.Optional(OneOf(affairTabs)),
    /** A reference whole, or part of a name or of its pinyin. */
    q: Type.Optional(Words(50)),
    item: Type.Optional(ItemKey),
    department: Type.Optional(Words(40)),
    state: Type.Optional(AffairStateName),
    kind: Type.Optional(OneOf(affairKinds)),
    channel: Type.Optional(OneOf(['home', 'counter'] as const)),
    after: Type.Optional(Words(80)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Type.Object({
    affairs: Type.Array(AffairLine),
    total: Type.Integer(),
    next: Nullable(Type.String()),
  }),
});
export const countAffairs = route({
  method: 'GET',
  path: '/api/affairs/counts',
  summary: 'How many applications stand in each tab',
  input: Type.Object({}),
  reply: Type.Object({ counts: Type.Record(Type.String(), Type.Integer()) }),
});
export const getAffair = route({
  method: 'GET',
  path: '/api/affairs/applications/:ref',
  summary: 'One application with its form, materials, timeline and buttons; the look is logged',
  input: Type.Object(ref),
  reply: AffairPage,
});

// --- What the office does. Another writer in between is `affairs.changed`.

/** Moves that need nothing more. */
export const plainAffairMoves = ['check', 'receive', 'accept', 'begin', 'archive'] as const;
export const moveAffair = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/move',
  summary: 'Looks at it before receipt, receives, accepts, begins the review, archives',
  input: Type.Object({ ...versioned, move: OneOf(plainAffairMoves) }),
  reply: AffairPage,
});
export const askCorrection = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/ask',
  summary: 'Asks once for all that is missing (补正), within five days',
  input: Type.Object({
    ...versioned,
    /** Keys of materials; fields that are wrong go into words. */
    missing: Type.Array(Words(40), { minItems: 1, maxItems: 40, uniqueItems: true }),
    words: Type.Optional(Reason),
  }),
  reply: AffairPage,
});
export const supplementFor = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/supplement',
  summary: 'What was asked for was brought to the counter',
  input: Type.Object({
    ...versioned,
    fields: affairTold.fields,
    materials: Type.Array(GivenMaterial, { maxItems: 40 }),
  }),
  reply: AffairPage,
});
export const giveMaterial = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/give',
  summary: 'A paper that might follow later (容缺后补) was brought',
  input: Type.Object({
    ...versioned,
    materials: Type.Array(GivenMaterial, { minItems: 1, maxItems: 40 }),
  }),
  reply: AffairPage,
});
export const refuseReceipt = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/refuse-receipt',
  summary: 'Not accepted (不予受理), in writing: why, and what one can do about it',
  input: Type.Object({ ...versioned, reason: Reason, remedy: Reason }),
  reply: AffairPage,
});
export const beginSpecial = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/special',
  summary: 'A special procedure stops the clock; the reason is told in writing',
  input: Type.Object({ ...versioned, procedure: OneOf(procedures), reason: Reason }),
  reply: AffairPage,
});
export const suspendAffair = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/suspend',
  summary: 'Waits for somebody outside; the clock stands still',
  input: Type.Object({ ...versioned, reason: Reason }),
  reply: AffairPage,
});
export const resumeAffair = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/resume',
  summary: 'What came of it; the clock goes on',
  input: Type.Object({ ...versioned, reason: Reason }),
  reply: AffairPage,
});
export const askExtension = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/extension',
  summary: 'Asks for more days, once',
  input: Type.Object({ ...versioned, reason: Reason }),
  reply: AffairPage,
});
export const decideAffairExtension = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/extension/decide',
  summary: 'Somebody else approves more days or refuses them; the reason is told',
  input: Type.Object({ ...versioned, approve: Type.Boolean(), reason: Type.Optional(Reason) }),
  reply: AffairPage,
});
/** How the office ends one. `grant` needs no reason, `refuse` reason and remedy, the others a reason. */
export const decisions = ['grant', 'refuse', 'give_back', 'cancel'] as const;
export type Decision = (typeof decisions)[number];
export const decideAffair = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/decide',
  summary: 'Grants, refuses with reason and remedy, gives back, or voids',
  input: Type.Object({
    ...versioned,
    decision: OneOf(decisions),
    reason: Type.Optional(Reason),
    remedy: Type.Optional(Reason),
  }),
  reply: AffairPage,
});
export const deliverAffair = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/deliver',
  summary: 'The decision has reached whoever applied: window, post, locker or phone',
  input: Type.Object({ ...versioned, by: OneOf(deliveries), words: Type.Optional(Words(200)) }),
  reply: AffairPage,
});
export type AffairFilter = Static<typeof listAffairs.input>;
