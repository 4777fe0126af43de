// SPDX-License-Identifier: Apache-2.0
// Fields and materials of an item as they stand for one person: what the city has of them, and what is theirs to reuse.
import { type Static, Type } from 'typebox';
import { DraftShown, Takes } from './affair-consent.ts';
import { FormField, ItemCard, ItemMaterial } from './affair-items.ts';
import { PaperCollected } from './affair-papers.ts';
import { Day, Moment, Nullable, OneOf, Ref } from './shapes.ts';

/** A field as it stands for one person. With `held` it is shown for confirmation and never typed. */
export const FilledField = Type.Object({
  ...FormField.properties,
  /** What the registry holds, in the reader's language, numbers masked; who said so, when. */
  held: Nullable(Type.Object({ says: Type.String(), source: Type.String(), day: Nullable(Day) })),
});
export type FilledField = Static<typeof FilledField>;
/** Who has a material already. */
export const heldFrom = ['registry', 'certificate'] as const;
/** A material as it stands for one person. With `held` nobody has to bring it; with `earlier` it is theirs to reuse. */
export const FilledMaterial = Type.Object({
  ...ItemMaterial.properties,
  /** Why it needs not be brought: what the city has, or a valid certificate with its number and last day. */
  held: Nullable(
    Type.Object({
      from: OneOf(heldFrom),
      says: Type.String(),
      source: Type.String(),
      ref: Nullable(Ref),
      to: Nullable(Day),
    }),
  ),
  /** The same paper, brought with another matter and still good: taken when it is chosen (`how: 'earlier'`). */
  earlier: Nullable(
    Type.Object({
      ref: Ref,
      itemName: Type.String(),
      itemNameEn: Nullable(Type.String()),
      on: Day,
      pictures: Type.Integer(),
      /** A paper: which organisation has it. */
      at: Nullable(Type.String()),
    }),
  ),
});
export type FilledMaterial = Static<typeof FilledMaterial>;

/** By when, if it were accepted now. */
export const Promised = Type.Object({
  /** `5WD`; told to whoever applies. */
  promised: Type.String(),
  /** What the law allows; never shorter. */
  legal: Nullable(Type.String()),
  dueAt: Moment,
  /** A day that the calendar only assumes was counted. */
  provisional: Type.Boolean(),
});
/** An item with its form, filled for one person. */
export const AffairForm = Type.Object({
  item: ItemCard,
  /** Masked: 王*. */
  personName: Type.String(),
  /** All fields and materials of the item; those with a `when` are needed by its answer: `isNeeded`. */
  fields: Type.Array(FilledField),
  materials: Type.Array(FilledMaterial),
  /** What handing in takes: the consent lists it. */
  takes: Type.Array(Takes),
  promise: Promised,
  /** Centre that accepts, organisation that decides. Null: nobody there does it yet, and it cannot be started. */
  acceptName: Nullable(Type.String()),
  decideName: Nullable(Type.String()),
  /** One that the person has for this item already, a draft or one that runs. */
  running: Nullable(Ref),
  /** At a window: the draft that goes into it. */
  draft: Nullable(DraftShown),
  /** At a window: papers that the committee collected for it. */
  collected: Type.Array(PaperCollected),
});
export type AffairForm = Static<typeof AffairForm>;
