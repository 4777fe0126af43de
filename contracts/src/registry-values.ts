// SPDX-License-Identifier: Apache-2.0
// The values of a card one by one, by the data-element catalogue: who owns each, who said so, and what is contested.
import { type Static, Type } from 'typebox';
import { Moment, Nullable, OneOf } from './shapes.ts';

/** Keys of the data-element catalogue (kind `element`): what a person, a home or a label holds. */
export const personElements = [
  'person.name',
  'person.sex',
  'person.born_on',
  'person.died_on',
  'person.nation',
  'person.registered_in',
] as const;
export const homeElements = [
  'home.floor',
  'home.lift',
  'home.tenure',
  'home.use',
  'home.state',
  'home.area_m2',
  'home.rooms',
] as const;
/** Numbers of a person: masked wherever they are said. */
export const numberElements = ['person.id', 'person.phone'] as const;
export type NumberElement = (typeof numberElements)[number];
/** `label`: a label that somebody has; it is said not to be true. */
export const elements = [...personElements, ...homeElements, ...numberElements, 'label'] as const;
export type ElementKey = (typeof elements)[number];

export const objectionStates = ['open', 'accepted', 'rejected', 'withdrawn'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** An objection as it stands beside its value: while it is open, and after it was rejected. */
export const Contested = Type.Object({
  objection: Type.Integer(),
  state: OneOf(objectionStates),
  /** In the reader's language; none of a label, which should not be there. */
  proposed: Nullable(Type.String()),
  /** Who raised it: an organisation, or nobody’s name for the person. */
  organisationName: Nullable(Type.String()),
  dueAt: Moment,
  /** Why it was rejected. */
  reason: Nullable(Type.String()),
});
export type Contested = Static<typeof Contested>;

/** A value of a card with who owns it, by the data-element catalogue. */
export const CardValue = Type.Object({
  element: OneOf(elements),
  /** Of a label: which. */
  label: Nullable(Type.Integer()),
  /** Of a number: which of them, in the order of the card; none where there is none of its kind. */
  number: Nullable(Type.Integer()),
  /** What it is, and what it says, in the reader's language; none where nothing is known. */
  name: Type.String(),
  says: Nullable(Type.String()),
  /** As it is kept: a code, a day; none of a number. */
  value: Nullable(Type.String()),
  /** Who said so, or which load. */
  source: Nullable(Type.String()),
  /** `own`: the committee corrects it. `object`: another organisation answers. None: not from here. */
  may: Nullable(OneOf(['own', 'object'] as const)),
  /** Who answers an objection. */
  ownerName: Nullable(Type.String()),
  contested: Nullable(Contested),
});
export type CardValue = Static<typeof CardValue>;
