// SPDX-License-Identifier: Apache-2.0
// Applications (办件): the person's side, and the shapes that counter and office share. See docs/domain/affairs.md.
import { type Static, Type } from 'typebox';
import { AffairConsent, Taken } from './affair-consent.ts';
import { AffairForm, FilledField, FilledMaterial, Promised } from './affair-filled.ts';
import { affairActs, affairMoves, affairStates, laws, outcomes } from './affair-flow.ts';
import {
  affairKinds,
  deliveries,
  ItemCard,
  ItemKey,
  ItemMaterial,
  procedures,
} from './affair-items.ts';
import { PaperBesides, PaperPlace } from './affair-papers.ts';
import { certificateStates } from './certificate-states.ts';
import { route } from './route.ts';
import { Day, Done, FileNo, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

export { AffairForm, FilledField, FilledMaterial, Promised };
export const AffairStateName = OneOf(affairStates);
const Version = Type.Integer({ minimum: 0 });

// --- What is told with an application.

/** Answers to the questions (情形引导), by key. */
export const QuestionAnswers = Type.Record(
  Type.String({ maxLength: 40 }),
  Type.String({ maxLength: 40 }),
);
/** What was typed, by the key of the field: only what the registry does not hold. */
export const FieldAnswers = Type.Record(
  Type.String({ maxLength: 40 }),
  Type.Union([Type.String({ maxLength: 2000 }), Type.Number(), Type.Boolean()]),
);
/** How a material comes: uploaded, on paper at the counter, later (where the item lets it), or the one brought earlier. */
export const givenHow = ['file', 'paper', 'later', 'earlier'] as const;
export const GivenMaterial = Type.Object({
  key: Words(40),
  how: OneOf(givenHow),
  /** Uploaded before, `POST /api/files`. */
  files: Type.Optional(Type.Array(FileNo, { maxItems: 9 })),
});
export type GivenMaterial = Static<typeof GivenMaterial>;
/** Everything that is told with an application. What is left out of a save stays as it was. */
const told = {
  questions: Type.Optional(QuestionAnswers),
  fields: Type.Optional(FieldAnswers),
  materials: Type.Optional(Type.Array(GivenMaterial, { maxItems: 40 })),
  /** How the result should come; one of the item's. */
  deliverBy: Type.Optional(OneOf(deliveries)),
};

// --- An application as it is read: the same for whoever applied and for the office.

/** 迟 late, 急 within a day, or not; none when no clock runs. Words `lateness.<name>`. */
export const affairLateness = ['late', 'soon', 'fine', 'none'] as const;
/** Which clock runs: the five days of receipt, the promise, the delivery; stopped; none. Words `affairclock.<name>`. */
export const affairClocks = ['receipt', 'promise', 'delivery', 'stopped', 'none'] as const;

export const AffairLine = Type.Object({
  ref: Ref,
  item: ItemKey,
  itemName: Type.String(),
  itemNameEn: Nullable(Type.String()),
  departmentName: Type.String(),
  kind: OneOf(affairKinds),
  state: AffairStateName,
  /** Of whom it is about; whole for the office and oneself. */
  name: Type.String(),
  /** Applied for at home, or at a counter. Words `affairchannel.<name>`. */
  channel: OneOf(['home', 'counter'] as const),
  /** Handed in; none of a draft. */
  appliedAt: Nullable(Moment),
  dueAt: Nullable(Moment),
  clock: OneOf(affairClocks),
  lateness: OneOf(affairLateness),
  provisional: Type.Boolean(),
  /** An extension was asked for and waits for approval. */
  asksLonger: Type.Boolean(),
  acceptName: Type.String(),
  /** Of a part of one thing (一件事): reference of the whole. */
  joint: Nullable(Ref),
  changedAt: Moment,
  version: Type.Integer(),
});
export type AffairLine = Static<typeof AffairLine>;

/** A value as it was handed in. */
export const ToldField = Type.Object({
  key: Type.String(),
  title: Type.String(),
  /** In the reader's language; a number is masked. */
  says: Type.String(),
  /** Of the registry; none when it was typed. */
  source: Nullable(Type.String()),
});
/** How a material stands. Words `given.<name>`. */
export const toldHow = [
  'held',
  'certificate',
  'earlier',
  'file',
  'paper',
  'later',
  'missing',
] as const;
export type ToldHow = (typeof toldHow)[number];
export const ToldMaterial = Type.Object({
  key: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  /** `held`: the city has it. `missing`: not here, and needed before it can be decided. */
  how: OneOf(toldHow),
  need: ItemMaterial.properties.need,
  /** Where from, of what is held. */
  source: Nullable(Type.String()),
  /** The certificate, as it stands now, or the earlier matter that brought it. */
  from: Nullable(
    Type.Object({
      ref: Ref,
      name: Type.String(),
      /** Brought then. */
      on: Nullable(Day),
      /** Last day of a certificate. */
      to: Nullable(Day),
      /** Of a certificate; asked each time. */
      state: Nullable(OneOf(certificateStates)),
    }),
  ),
  files: Type.Array(FileNo),
  /** Asked for in the correction. */
  asked: Type.Boolean(),
  ...PaperPlace.properties,
});
/** One thing that happened, oldest first. No worker's name: role and organisation answer for it. */
export const AffairStep = Type.Object({
  at: Moment,
  /** A move of the table or an act beside it; words `affairmove.<name>`. */
  did: OneOf([...affairMoves, ...affairActs]),
  state: AffairStateName,
  organisationName: Nullable(Type.String()),
  roleName: Type.String(),
  /** A helper did it for whoever applied. */
  helperName: Nullable(Type.String()),
  /** As it was told to whoever applied. */
  words: Nullable(Type.String()),
  law: Nullable(OneOf(laws)),
  /** A promise that changed. */
  dueAt: Nullable(Moment),
});
export type AffairStep = Static<typeof AffairStep>;

/** What the reader, in the post acted as, may do now. */
export const affairButtons = [
  'save',
  'submit',
  'discard',
  'withdraw',
  'take_back',
  'supplement',
  'give',
  'check',
  'receive',
  'accept',
  'ask',
  'refuse_receipt',
  'begin',
  'special',
  'suspend',
  'resume',
  'ask_extension',
  'decide_extension',
  'grant',
  'refuse',
  'give_back',
  'cancel',
  'deliver',
  'archive',
] as const;
export type AffairButton = (typeof affairButtons)[number];

/** 一件事: how one office's part stands, as far as the reader may see it. */
export const AffairPart = Type.Object({
  ref: Ref,
  itemName: Type.String(),
  itemNameEn: Nullable(Type.String()),
  decideName: Type.String(),
  state: AffairStateName,
  dueAt: Nullable(Moment),
  lateness: OneOf(affairLateness),
  outcome: Nullable(OneOf([...outcomes, 'not_accepted'] as const)),
  reason: Nullable(Type.String()),
  remedy: Nullable(Type.String()),
  certificate: Nullable(Ref),
});
export type AffairPart = Static<typeof AffairPart>;

export const AffairPage = Type.Object({
  ...AffairLine.properties,
  decideName: Type.String(),
  /** Centre where it was received, and where the paper lies; none from home. */
  receiveName: Nullable(Type.String()),
  custodianName: Nullable(Type.String()),
  deliverName: Nullable(Type.String()),
  mode: ItemCard.properties.mode,
  /** The item as it was when this began, by which it is decided. */
  itemVersion: Type.Integer(),
  promised: Type.String(),
  legal: Nullable(Type.String()),
  legalDueAt: Nullable(Moment),
  receivedAt: Nullable(Moment),
  acceptedAt: Nullable(Moment),
  decidedAt: Nullable(Moment),
  deliveredAt: Nullable(Moment),
  /** Nobody asked within five days: accepted on the day of receipt. */
  deemed: Type.Boolean(),
  questions: Type.Array(Type.Object({ ask: Type.String(), says: Type.String() })),
  fields: Type.Array(ToldField),
  materials: Type.Array(ToldMaterial),
  /** Papers from a door that are none of them. */
  besides: Type.Array(PaperBesides),
  /** What the page is typed into while it is a draft or asked about; none otherwise. */
  form: Nullable(AffairForm),
  /** As typed so far, to go on with. */
  answers: Nullable(
    Type.Object({
      questions: QuestionAnswers,
      fields: FieldAnswers,
      materials: Type.Array(GivenMaterial),
    }),
  ),
  deliverBy: Nullable(OneOf(deliveries)),
  /** Who handed it in for its person. */
  helperName: Nullable(Type.String()),
  /** What its person agreed to; none of a draft. */
  consent: Nullable(AffairConsent),
  /** It was taken back: what it would take if its person agreed once more. */
  again: Nullable(Type.Array(Taken)),
  /** Everything that is missing, told once. */
  correction: Nullable(
    Type.Object({
      askedAt: Moment,
      /** Until when it should be brought. */
      until: Moment,
      missing: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
      words: Nullable(Type.String()),
      answeredAt: Nullable(Moment),
    }),
  ),
  pause: Nullable(
    Type.Object({
      since: Moment,
      procedure: Nullable(OneOf(procedures)),
      reason: Type.String(),
    }),
  ),
  extension: Nullable(
    Type.Object({
      askedAt: Moment,
      reason: Type.String(),
      /** `10WD`. */
      days: Type.String(),
      state: OneOf(['asked', 'granted', 'refused'] as const),
    }),
  ),
  decision: Nullable(
    Type.Object({
      outcome: OneOf([...outcomes, 'not_accepted'] as const),
      at: Moment,
      reason: Nullable(Type.String()),
      /** How and where one can object. */
      remedy: Nullable(Type.String()),
      /** Of what was granted: name of the result. */
      result: Nullable(Type.String()),
    }),
  ),
  /** Empty: it is one matter, or has not been accepted yet. */
  parts: Type.Array(AffairPart),
  /** The certificate that it brought. */
  certificate: Nullable(Ref),
  delivery: Nullable(
    Type.Object({ by: OneOf(deliveries), at: Moment, words: Nullable(Type.String()) }),
  ),
  timeline: Type.Array(AffairStep),
  can: Type.Record(Type.String(), Type.Boolean()),
});
export type AffairPage = Static<typeof AffairPage>;

// --- Whoever applies, at home. The account has to be bound to the person (registry.not-bound).

const item = { item: ItemKey };
/** The mandate by which a helper acts for somebody; none: for oneself. */
export const byMandate = { mandate: Type.Optional(Type.Integer({ minimum: 1 })) };
const ref = { ref: Ref };
const versioned = { ...ref, version: Version, ...byMandate };

export const myForm = route({
  method: 'GET',
  path: '/api/my/items/:item',
  summary: 'One item with its form as it is filled for me: what is known, what is asked, the day',
  input: Type.Object({ ...item, ...byMandate }),
  reply: AffairForm,
});
export const startDraft = route({
  method: 'POST',
  path: '/api/my/affairs',
  summary: 'Begins an application; it is kept as a draft until it is submitted',
  input: Type.Object({ ...item, ...byMandate, ...told }),
  reply: AffairPage,
});
export const saveDraft = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/save',
  summary: 'Keeps what was typed so far, to go on anywhere',
  input: Type.Object({ ...versioned, ...told }),
  reply: AffairPage,
});
export const submitDraft = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/submit',
  summary: 'Hands it in. What can be decided by rule is decided at once',
  input: Type.Object({ ...versioned, ...told }),
  reply: AffairPage,
});
export const discardDraft = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/discard',
  summary: 'Throws a draft away',
  input: Type.Object(versioned),
  reply: Done,
});
export const listMine = route({
  method: 'GET',
  path: '/api/my/affairs',
  summary: 'My applications: drafts first, then what runs, then what is over, newest first',
  input: Type.Object(byMandate),
  reply: Type.Object({ affairs: Type.Array(AffairLine) }),
});
export const getMine = route({
  method: 'GET',
  path: '/api/my/affairs/:ref',
  summary: 'One of my applications with its timeline, and what I can do',
  input: Type.Object({ ...ref, ...byMandate }),
  reply: AffairPage,
});
export const supplementMine = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/supplement',
  summary: 'Brings what was asked for (补正), in place',
  input: Type.Object({ ...versioned, fields: told.fields, materials: told.materials }),
  reply: AffairPage,
});
export const withdrawMine = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/withdraw',
  summary: 'I do not want it any more',
  input: Type.Object({ ...versioned, reason: Type.Optional(Words(500)) }),
  reply: AffairPage,
});
export const takeBackConsent = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/take-back',
  summary: 'Takes my consent back before it is accepted; the reply says what has to be brought',
  input: Type.Object(ref),
  reply: AffairPage,
});
/** The words above, for whoever builds on them: what an application is told with. */
export const affairTold = told;
export const agreeAgain = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/agree',
  summary: 'Agrees once more, after the consent was taken back; what the city has is used again',
  input: Type.Object(ref),
  reply: AffairPage,
});
