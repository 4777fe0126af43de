// SPDX-License-Identifier: Apache-2.0
// Somebody moves in: what the form knows, what it proposes, what it sends.
import type { documentKinds, HomeCard, relations, StaysAs } from '@lilong/contracts/registry';
import type { lookUpNumber, moveIn } from '@lilong/contracts/registry-moves';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';

export type DocumentKind = (typeof documentKinds)[number];
export type Relation = (typeof relations)[number];
export type HouseholdLine = Pick<HomeCard['households'][number], 'household' | 'kind' | 'people'>;

/** Who moves, as far as the document told; without a document nothing is known. */
export interface Mover {
  readonly document: DocumentKind | undefined;
  readonly number: string;
  readonly told: ReplyOf<typeof lookUpNumber>;
}
export const withoutDocument: Mover = {
  document: undefined,
  number: '',
  told: { known: null, says: null },
};

/** What is typed about somebody new, and how they stay. */
export interface Arrival {
  readonly name: string;
  readonly sex: '0' | '1' | '2' | '9' | undefined;
  readonly bornOn: string;
  readonly phone: string;
  readonly staysAs: StaysAs | undefined;
  /** Undefined until chosen: then it follows how they stay. */
  readonly household: string | undefined;
  readonly relation: Relation | undefined;
  readonly from: string;
}

/** A household of one's own. */
export const own = 'own';

/** Where the home has one household, family, carers and guests join it; renters and owners keep house themselves. */
export function proposedHousehold(
  staysAs: StaysAs | undefined,
  households: readonly HouseholdLine[],
): string {
  const joins = staysAs === 'family' || staysAs === 'carer' || staysAs === 'guest';
  const [only, ...others] = households;
  return joins && only !== undefined && others.length === 0 ? only.household : own;
}

/** Nobody is family of those they only work for or stay with. */
export const proposedRelation = (staysAs: StaysAs | undefined): Relation | undefined =>
  staysAs === 'carer' || staysAs === 'guest' || staysAs === 'renter' ? '99' : undefined;

export function inputOf(
  home: string,
  mover: Mover,
  arrival: Arrival,
  household: string,
): InputOf<typeof moveIn> {
  const { known } = mover.told;
  const relation = arrival.relation ?? proposedRelation(arrival.staysAs);
  return {
    home,
    ...(known === null ? { fresh: freshOf(mover, arrival) } : { person: known.person }),
    staysAs: arrival.staysAs ?? ('' as StaysAs),
    ...(household === own ? {} : { household, relation: relation ?? ('' as Relation) }),
    from: arrival.from,
  };
}

/** Only what the document did not say. Whoever shows another paper than the identity card is from abroad (境外). */
function freshOf(
  { document, number, told }: Mover,
  { name, sex, bornOn, phone }: Arrival,
): NonNullable<InputOf<typeof moveIn>['fresh']> {
  return {
    name: name.trim(),
    ...(document === undefined ? {} : { document, number }),
    ...(document === undefined || document === '111' ? {} : { abroad: true }),
    ...(told.says !== null || sex === undefined ? {} : { sex }),
    ...(told.says !== null || bornOn === '' ? {} : { bornOn }),
    ...(phone === '' ? {} : { phone: phone.replace(/[\s-]/g, '') }),
  };
}
