// SPDX-License-Identifier: Apache-2.0
// One search field for people and homes.
import { type Static, Type } from 'typebox';
import { LabelMark, PersonNo, presenceRoles, Sex, standings } from './registry.ts';
import { route } from './route.ts';
import { Nullable, OneOf, Ref, Words } from './shapes.ts';

/** One person in a list. No number is in it, masked or not. */
export const PersonLine = Type.Object({
  person: PersonNo,
  name: Type.String(),
  sex: Sex,
  /** Whole years; null when the day of birth is not known. */
  age: Nullable(Type.Integer()),
  role: OneOf(presenceRoles),
  standing: OneOf(standings),
  home: Nullable(Ref),
  door: Nullable(Type.String()),
  placeName: Type.String(),
  labels: Type.Array(LabelMark),
});
export type PersonLine = Static<typeof PersonLine>;

export const HomeLine = Type.Object({
  home: Ref,
  door: Type.String(),
  placeName: Type.String(),
  /** How many live there now. */
  people: Type.Integer(),
});
export type HomeLine = Static<typeof HomeLine>;

/** What a search was understood as. */
export const foundBy = ['name', 'pinyin', 'door', 'phone_end', 'phone', 'id'] as const;

/** A POST, for a number must not stand in an address; it changes nothing and needs no `Idempotency-Key`. */
export const findInRegistry = route({
  method: 'POST',
  path: '/api/registry/find',
  summary:
    'People and homes of my committees: by name, pinyin, door, last four of a phone, whole phone or identity number',
  input: Type.Object({ q: Words(60) }),
  reply: Type.Object({
    by: OneOf(foundBy),
    people: Type.Array(PersonLine),
    homes: Type.Array(HomeLine),
    /** There are more than are shown: say more. */
    more: Type.Boolean(),
  }),
});
