// SPDX-License-Identifier: Apache-2.0
// The values of a card one by one: who owns each, who said so, and what is contested.

import { type SealedElement, sealedElements } from '@lilong/contracts/registry';
import {
  type CardValue,
  type Contested,
  type ElementKey,
  homeElements,
  personElements,
} from '@lilong/contracts/registry-values';
import { type SqlBool, sql } from 'kysely';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import type { FactRow } from '../tables.ts';
import { columnOf, elementEntries, textOf } from './elements.ts';
import { elementOf, maskNumber, pastNumbers } from './numbers.ts';
import { type Owners, ownersAt } from './owners.ts';
import { about, type ObjectionFound, type Subject, selectObjections } from './queries.ts';
import { sayIn, type Words, wordsFor } from './read.ts';
import { openWords } from './sealed-words.ts';

export interface CardOf {
  readonly of: Subject;
  readonly row: object;
  /** Who said the row as a whole; nobody is known of a home. */
  readonly source: string | null;
  readonly facts: readonly FactRow[];
  /** Masked, in the order of the card. */
  readonly numbers: readonly NumberShown[];
  readonly labels: readonly LabelShown[];
  /** The actor may change it, today. */
  readonly change: boolean;
}
interface NumberShown {
  readonly element: SealedElement;
  readonly document: string | null;
  readonly masked: string;
}
interface LabelShown {
  readonly no: number;
  readonly code: string;
  readonly kind: 'shared' | 'collected' | 'computed' | 'declared';
  readonly organisationName: string;
}

export async function cardValues(ctx: Ctx, card: CardOf): Promise<CardValue[]> {
  const { of } = card;
  const [words, entries, owners, contested] = await Promise.all([
    ...([wordsFor(ctx), elementEntries(ctx), ownersAt(ctx, of.place)] as const),
    selectObjections(ctx, sql<SqlBool>`${about(of, 'o')} and o.state <> 'withdrawn'`, most),
  ]);
  const known: Known = { ...card, words, entries, owners, contested };
  const elements = of.home === undefined ? personElements : homeElements;
  const sealed = of.home === undefined ? sealedElements : [];
  return [
    ...elements.flatMap((element) => rowValue(ctx, known, element)),
    ...sealed.flatMap((kind) => numberValues(ctx, known, kind)),
    ...card.labels.flatMap((label) => labelValue(ctx, known, label)),
  ];
}
const most = 100;

interface Known extends CardOf {
  readonly words: Words;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly owners: Owners;
  readonly contested: readonly ObjectionFound[];
}

function rowValue(ctx: Ctx, known: Known, element: ElementKey): CardValue[] {
  const { words, facts, row } = known;
  const [entry, column] = [known.entries.get(element), columnOf(element)];
  if (entry === undefined || column === undefined) return [];
  const value = textOf(row, column);
  if (element === 'person.died_on' && value === null) return [];
  const stands = facts.find((one) => one.element === element && one.valid_to === null);
  return [
    {
      ...{ element, label: null, number: null, value, ...ownerOf(ctx, known, entry) },
      name: words.speaker.say.named(entry, element),
      says: sayIn(words, element, value),
      source: stands?.source ?? known.source,
      contested: contestedOf(ctx, known, element, null),
    },
  ];
}

/** Who answers, and what may be done about it from here. */
function ownerOf(ctx: Ctx, { owners, change }: Known, entry: Entry) {
  const owner = owners(entry);
  const isOwn = owner?.kind === 'committee' && owner.no === ctx.actor.post?.organisation;
  const way = isOwn ? ('own' as const) : ('object' as const);
  return { ownerName: owner?.name ?? null, may: change && owner !== undefined ? way : null };
}

/** Each number of a kind; where there is none, that. */
function numberValues(ctx: Ctx, known: Known, kind: SealedElement): CardValue[] {
  const { words, numbers, facts } = known;
  const element = elementOf(kind);
  const entry = known.entries.get(element);
  if (entry === undefined) return [];
  const own = numbers.flatMap((one, number) => (one.element === kind ? [{ ...one, number }] : []));
  const none = { document: null, masked: null, number: null };
  const since = pastNumbers(ctx, facts).filter((one) => one.kind === kind && one.valid_to === null);
  return (own.length === 0 ? [none] : own).map(({ document, masked, number }) => ({
    ...{ element, label: null, number, value: null, says: masked },
    ...ownerOf(ctx, known, entry),
    name:
      document === null
        ? words.speaker.say.named(entry, element)
        : words.speaker.say.code('document', document),
    source: since.find((one) => maskNumber(kind, one.number) === masked)?.source ?? known.source,
    contested: contestedOf(ctx, known, element, null, masked),
  }));
}

/** A label that a department supplied; those of the committee are looked at again instead. */
function labelValue(ctx: Ctx, known: Known, label: LabelShown): CardValue[] {
  if (label.kind !== 'shared' || !known.entries.has('label')) return [];
  return [
    {
      ...{ element: 'label', label: label.no, number: null, value: label.code },
      source: label.organisationName,
      name: sayIn(known.words, 'label', label.code) ?? label.code,
      ...{ says: null, ownerName: label.organisationName, may: known.change ? 'object' : null },
      contested: contestedOf(ctx, known, 'label', label.no),
    },
  ];
}

/** The open objection, else the last one while its answer was no. */
function contestedOf(
  ctx: Ctx,
  { contested, words }: Known,
  element: string,
  label: number | null,
  masked?: string | null,
): Contested | null {
  const those = contested.filter(
    (one) =>
      one.element === element &&
      one.label === label &&
      (masked === undefined || openWords(ctx, one.sealed).current === masked),
  );
  const last = those.find(({ state }) => state === 'open') ?? those[0];
  if (last === undefined || last.state === 'accepted') return null;
  const said = openWords(ctx, last.sealed);
  return {
    objection: last.no,
    state: last.state,
    proposed: sayIn(words, element, said.proposed),
    organisationName: last.organisationName,
    dueAt: last.due_at.toISOString(),
    reason: said.reason ?? null,
  };
}
