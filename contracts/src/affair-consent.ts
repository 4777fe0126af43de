// SPDX-License-Identifier: Apache-2.0
// Consent by item: what handing in takes from elsewhere, named the same on the phone, at the window and in what is written
// down; and what was begun at home, as a window sees it.
import { type Static, Type } from 'typebox';
import { deliveries, isNeeded, When } from './affair-items.ts';
import { Moment, Nullable, OneOf, Ref } from './shapes.ts';

/** Where what a consent takes comes from; words `taken.<name>`. */
export const takenFrom = ['value', 'certificate', 'earlier'] as const;
/** One thing that handing in takes from elsewhere, as the consent names it. */
export const Taken = Type.Object({
  what: OneOf(takenFrom),
  /** Data element, or key of the material. */
  key: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  source: Type.String(),
  /** Number of the certificate, or of the earlier matter. */
  ref: Nullable(Ref),
});
export type Taken = Static<typeof Taken>;
/** The same before anything is chosen: needed by the answers, like a field. `earlier` is in it when that is chosen. */
export const Takes = Type.Object({ ...Taken.properties, when: Nullable(When) });
export type Takes = Static<typeof Takes>;

/** What was begun at home, as the window sees it: answers in words, numbers masked. */
export const DraftShown = Type.Object({
  ref: Ref,
  changedAt: Moment,
  questions: Type.Record(Type.String(), Type.String()),
  fields: Type.Array(
    Type.Object({ key: Type.String(), title: Type.String(), says: Type.String() }),
  ),
  materials: Type.Array(Type.Object({ key: Type.String(), pictures: Type.Integer() })),
  deliverBy: Nullable(OneOf(deliveries)),
});
export type DraftShown = Static<typeof DraftShown>;

/** How a consent was given: by the signature, by a code of the person's, said to the clerk, or by a helper. Words `consenthow.<name>`. */
export const consentHow = ['signed', 'code', 'told', 'helper'] as const;
/** Why it ended; words `consentend.<name>`. */
export const consentEnds = ['over', 'taken_back'] as const;
/** One consent, for one application: to what, when, whether it still holds. */
export const AffairConsent = Type.Object({
  how: OneOf(consentHow),
  at: Moment,
  takes: Type.Array(Taken),
  endedAt: Nullable(Moment),
  ended: Nullable(OneOf(consentEnds)),
});
export type AffairConsent = Static<typeof AffairConsent>;

/**
 * Exactly what handing in takes, each thing once.
 *
 * @param takes all that the item might take
 * @param questions answers so far
 * @param reused keys of materials for which the one of an earlier matter was chosen
 */
export function takenOf(
  takes: readonly Takes[],
  questions: Readonly<Record<string, string>>,
  reused: readonly string[],
): Taken[] {
  const needed = takes.filter(
    ({ what, key, when }) =>
      isNeeded(when, questions) && (what !== 'earlier' || reused.includes(key)),
  );
  const first = new Map<string, Taken>();
  for (const { when: _, ...one } of needed) {
    const name = `${one.what} ${one.key}`;
    if (!first.has(name)) first.set(name, one);
  }
  return [...first.values()];
}
