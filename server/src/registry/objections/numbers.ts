// SPDX-License-Identifier: Apache-2.0
// A number of a person, document or telephone: which one is meant, and what may take its place.
import { readId, tidyId } from '@lilong/contracts/id-number';
import { maskId, maskPhone } from '@lilong/contracts/mask';
import { tidyPhone } from '@lilong/contracts/phone';
import { Refusal } from '@lilong/contracts/refusals';
import type { SealedElement } from '@lilong/contracts/registry';
import { type NumberElement, numberElements } from '@lilong/contracts/registry-values';
import type { Ctx } from '../../kernel/ctx.ts';
import { selectKeys } from '../card-queries.ts';
import { digestOf, openValue } from '../sealed.ts';
import type { FactRow } from '../tables.ts';

/** A number, whole. None: there is none of its kind yet. */
export interface Whole {
  readonly document: string | null;
  readonly number: string | null;
}

export const isNumber = (element: string): element is NumberElement =>
  (numberElements as readonly string[]).includes(element);

export const keyKindOf = (element: NumberElement): SealedElement =>
  element === 'person.id' ? 'id' : 'phone';

export const elementOf = (kind: SealedElement): NumberElement => `person.${kind}`;

export function maskNumber(kind: SealedElement, number: string): string {
  return kind === 'phone' ? maskPhone(number) : maskId(number);
}

const identityCard = '111'; // GA/T 517

/**
 * The number that is meant: the nth of all of them, in the order in which a card tells them; without one, the first of
 * its kind, which may be none yet.
 *
 * @throws {Refusal} `found.nothing` when the nth is none, or of another kind
 */
export async function numberAt(
  ctx: Ctx,
  person: number,
  element: NumberElement,
  nth: number | undefined,
): Promise<Whole> {
  const kind = keyKindOf(element);
  const keys = await selectKeys(ctx, person);
  const key = nth === undefined ? keys.find((one) => one.kind === kind) : keys[nth];
  if (key?.kind === kind)
    return { document: key.document, number: openValue(ctx.keys, key.sealed) };
  if (nth !== undefined) throw new Refusal('found.nothing', { what: 'number' }, 'number');
  return { document: kind === 'id' ? identityCard : null, number: null };
}

/** A number as it is kept; undefined when it cannot be one of this kind. */
export function parseNumber(
  element: NumberElement,
  { document }: Whole,
  typed: string,
): string | undefined {
  if (element === 'person.phone') return tidyPhone(typed);
  const id = tidyId(typed);
  if (document === identityCard) return readId(id) === undefined ? undefined : id;
  return /^[A-Z0-9()]{5,20}$/.test(id) ? id : undefined;
}

/** What a transaction states beside the person, so that whoever has the document's number already is seen. */
export const shownBy = (
  ctx: Ctx,
  element: string,
  to: string | null | undefined,
): { shown?: Buffer } =>
  element === 'person.id' && to != null ? { shown: digestOf(ctx.keys, 'id', to) } : {};

/** A number as a card tells it, before it is masked. */
export interface Told extends Whole {
  readonly kind: SealedElement;
  readonly number: string;
}
type Kept = Awaited<ReturnType<typeof selectKeys>>[number];

export const toldOf = (ctx: Ctx, { kind, document, sealed }: Kept): Told => ({
  ...{ kind, document },
  number: openValue(ctx.keys, sealed),
});

/** A number that stands by a correction, or that one replaced. */
export type NumberFact = Omit<FactRow, 'kind'> & Told;
export const pastNumbers = (ctx: Ctx, facts: readonly FactRow[]): NumberFact[] =>
  facts.flatMap((fact) => {
    const { element, document, sealed } = fact;
    if (sealed === null || !isNumber(element)) return [];
    return [{ ...fact, ...toldOf(ctx, { kind: keyKindOf(element), document, sealed }) }];
  });

/** Those of an earlier day: what stood instead then, and nothing that came later. */
export function toldOn(
  ctx: Ctx,
  keys: readonly Kept[],
  facts: readonly FactRow[],
  day: string,
): Told[] {
  const past = pastNumbers(ctx, facts);
  const [ended, standing] = [
    past.filter(({ valid_to }) => valid_to !== null && valid_to >= day),
    past.filter(({ valid_to }) => valid_to === null),
  ];
  const began = (one: NumberFact) => one.valid_from === null || one.valid_from <= day;
  const later = standing.filter((one) => !began(one)).map(({ number }) => number);
  const told = [
    ...keys.map((key) => toldOf(ctx, key)).filter(({ number }) => !later.includes(number)),
    ...ended.filter(began).map(({ kind, document, number }) => ({ kind, document, number })),
  ];
  return told.sort((one, other) => one.kind.localeCompare(other.kind));
}
