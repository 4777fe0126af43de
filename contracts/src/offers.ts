// SPDX-License-Identifier: Apache-2.0
// 免申即享: what somebody is entitled to is offered before they ask. See docs/domain/offers.md.
import { type Static, Type } from 'typebox';
import { affairStates } from './affair-flow.ts';
import { deliveries, heldElements, ItemKey } from './affair-items.ts';
import { AffairForm, FieldAnswers, QuestionAnswers } from './affairs.ts';
import { PersonNo } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Nullable, OneOf, PlaceNo, Ref, Words } from './shapes.ts';

/** `over`: it came to nothing by itself, as when it was asked for otherwise. Words `offerstate.<name>`. */
export const offerStates = ['waits', 'accepted', 'refused', 'lapsed', 'over'] as const;
export type OfferState = (typeof offerStates)[number];
/** What a committee's worker says of the door: told, or nobody was there. Words `offertold.<name>`. */
export const offerTold = ['told', 'away'] as const;

const OfferNo = Type.Integer({ minimum: 1 });

export const OfferLine = Type.Object({
  offer: OfferNo,
  item: ItemKey,
  itemName: Type.String(),
  itemNameEn: Nullable(Type.String()),
  /** What one gets, as the item has it now; an amount or how long it holds beside it. */
  gets: Type.String(),
  getsEn: Nullable(Type.String()),
  getsMore: Nullable(Type.String()),
  /** Told with the offer, in the words of the item. */
  why: Type.String(),
  whyEn: Nullable(Type.String()),
  state: OneOf(offerStates),
  offeredOn: Day,
  /** The last day on which it can be answered. */
  lapsesOn: Day,
  /** It was reminded of, which happens once at most. */
  reminded: Type.Boolean(),
  answeredOn: Nullable(Day),
  /** What was said with a no. */
  reason: Nullable(Type.String()),
  /** The application that came of it. */
  matter: Nullable(Ref),
});
export type OfferLine = Static<typeof OfferLine>;

/** One condition of the item, with what the registry says of it now. */
export const OfferCondition = Type.Object({
  element: OneOf(heldElements),
  /** The condition in words; none where the item has none. */
  says: Nullable(Type.String()),
  saysEn: Nullable(Type.String()),
  so: Type.Boolean(),
  /** In the reader's language, numbers masked; none when it is not known any more. */
  held: Nullable(Type.Object({ says: Type.String(), source: Type.String(), day: Nullable(Day) })),
});
export type OfferCondition = Static<typeof OfferCondition>;

export const OfferWhole = Type.Object({
  ...OfferLine.properties,
  conditions: Type.Array(OfferCondition),
  /** The item as it stands for the person: what is known, who accepts and decides, the promised day. */
  form: AffairForm,
  /** With what it is handed in, unless something else is said. */
  fills: Type.Object({
    questions: QuestionAnswers,
    fields: FieldAnswers,
    deliverBy: Nullable(OneOf(deliveries)),
  }),
  /** Yes hands it in at once; otherwise it is begun, and what is missing is asked for on its form. */
  whole: Type.Boolean(),
  /** Decided by rule in the same moment. */
  atOnce: Type.Boolean(),
});
export type OfferWhole = Static<typeof OfferWhole>;

/** What may be said otherwise than the item proposes. */
const chosen = {
  fields: Type.Optional(FieldAnswers),
  deliverBy: Type.Optional(OneOf(deliveries)),
};
/** The application that a yes made: handed in, or a draft to be gone on with. */
export const OfferTaken = Type.Object({ matter: Ref, state: OneOf(affairStates), item: ItemKey });
export type OfferTaken = Static<typeof OfferTaken>;

export const myOffers = route({
  method: 'GET',
  path: '/api/my/offers',
  summary: 'What is offered to me without my asking, and what became of earlier offers',
  input: Empty,
  /** None while the account is bound to nobody. */
  reply: Type.Object({ offers: Type.Array(OfferLine) }),
});
export const myOffer = route({
  method: 'GET',
  path: '/api/my/offers/:offer',
  summary: 'One offer: why, what one gets, what happens on yes',
  input: Type.Object({ offer: OfferNo }),
  reply: OfferWhole,
});
export const acceptOffer = route({
  method: 'POST',
  path: '/api/my/offers/:offer/accept',
  summary: 'Yes: the application is made with what the city knows, and handed in',
  input: Type.Object({ offer: OfferNo, ...chosen }),
  reply: OfferTaken,
});
export const refuseOffer = route({
  method: 'POST',
  path: '/api/my/offers/:offer/refuse',
  summary: 'No, thank you; it is not offered again unless one asks',
  input: Type.Object({ offer: OfferNo, reason: Type.Optional(Words(300)) }),
  reply: Done,
});
export const reopenOffer = route({
  method: 'POST',
  path: '/api/my/offers/:offer/again',
  summary: 'Offers again what was refused or has lapsed',
  input: Type.Object({ offer: OfferNo }),
  reply: Done,
});

// --- At a window: for the person whose visit is open.

export const offersFor = route({
  method: 'GET',
  path: '/api/offers/people/:person',
  summary: 'What is offered to the person at the window; needs a live grant, and is logged',
  input: Type.Object({ person: PersonNo }),
  reply: Type.Object({ offers: Type.Array(OfferWhole) }),
});
export const acceptOfferFor = route({
  method: 'POST',
  path: '/api/offers/people/:person/:offer/accept',
  summary: 'The person at the window says yes',
  input: Type.Object({
    ...{ person: PersonNo, offer: OfferNo, ...chosen },
    /** The ticket at the window, if there is one. */
    ticket: Type.Optional(Ref),
  }),
  reply: OfferTaken,
});
export const refuseOfferFor = route({
  method: 'POST',
  path: '/api/offers/people/:person/:offer/refuse',
  summary: 'The person at the window says no',
  input: Type.Object({ person: PersonNo, offer: OfferNo, reason: Type.Optional(Words(300)) }),
  reply: Done,
});

// --- At the door: for people whom nobody has joined to an account.

export const OfferTask = Type.Object({
  offer: OfferNo,
  itemName: Type.String(),
  itemNameEn: Nullable(Type.String()),
  /** Where to ring. Whose it is, opening it tells. */
  door: Nullable(Type.String()),
  committeeName: Type.String(),
  offeredOn: Day,
  lapsesOn: Day,
  told: Nullable(OneOf(offerTold)),
  toldOn: Nullable(Day),
});
export type OfferTask = Static<typeof OfferTask>;
export const offerTasks = route({
  method: 'GET',
  path: '/api/offers/doors',
  summary: 'Offers that wait for people of the committee who have no account, by door',
  input: Type.Object({
    /** Those that nobody was told of yet, or all. */
    show: Type.Optional(OneOf(['open', 'all'] as const)),
    item: Type.Optional(ItemKey),
    /** A screen further: after this one. */
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  reply: Type.Object({
    tasks: Type.Array(OfferTask),
    /** How many there are in all. */
    total: Type.Integer(),
    items: Type.Array(
      Type.Object({ item: ItemKey, name: Type.String(), nameEn: Nullable(Type.String()) }),
    ),
    /** Where the next screen begins; none on the last. */
    next: Nullable(Type.String()),
  }),
});
export const openOfferTask = route({
  method: 'POST',
  path: '/api/offers/doors/:offer/open',
  summary: 'Whose offer it is and why, for whoever goes there; the person reads that it was opened',
  input: Type.Object({ offer: OfferNo }),
  reply: Type.Object({
    ...OfferLine.properties,
    person: PersonNo,
    name: Type.String(),
    door: Nullable(Type.String()),
    conditions: Type.Array(OfferCondition),
    /** Until when the file is open for it. */
    until: Type.String({ format: 'date-time' }),
  }),
});
export const tellOfferTask = route({
  method: 'POST',
  path: '/api/offers/doors/:offer/told',
  summary: 'Says that the person was told at the door, or that nobody was there',
  input: Type.Object({ offer: OfferNo, how: OneOf(offerTold) }),
  reply: Done,
});

// --- Counted.

const Count = Nullable(Type.Integer());
/** Rounded to the nearest five; none where there are fewer than five. */
export const OfferFigure = Type.Object({
  item: ItemKey,
  itemName: Type.String(),
  itemNameEn: Nullable(Type.String()),
  departmentName: Type.String(),
  district: PlaceNo,
  districtName: Type.String(),
  ...{ offered: Count, waits: Count, accepted: Count, refused: Count, lapsed: Count, over: Count },
});
export type OfferFigure = Static<typeof OfferFigure>;
export const offerFigures = route({
  method: 'GET',
  path: '/api/offers/figures',
  summary: 'How many were offered what and what came of it, by district; small numbers hidden',
  input: Empty,
  reply: Type.Object({
    figures: Type.Array(OfferFigure),
    /** How the last night went with each item. */
    nights: Type.Array(
      Type.Object({
        item: ItemKey,
        /** When it was done; none while it runs or was interrupted. */
        endedAt: Nullable(Type.String({ format: 'date-time' })),
      }),
    ),
  }),
});
