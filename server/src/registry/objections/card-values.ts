// SPDX-License-Identifier: Apache-2.0
// The values of a card one by one: who owns each, who said so, and what is contested.
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
  readonly labels: readonly LabelShown[];
  /** The actor may change it, today. */
  readonly change: boolean;
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
  return [
    ...elements.flatMap((element) => rowValue(ctx, known, element)),
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
  const owner = known.owners(entry);
  const isOwn = owner?.kind === 'committee' && owner.no === ctx.actor.post?.organisation;
  const way = isOwn ? 'own' : 'object';
  const stands = facts.find((one) => one.element === element && one.valid_to === null);
  return [
    {
      ...{ element, label: null, value, ownerName: owner?.name ?? null },
      name: words.speaker.say.named(entry, element),
      says: sayIn(words, element, value),
      source: stands?.source ?? known.source,
      may: known.change && owner !== undefined ? way : null,
      contested: contestedOf(ctx, known, element, null),
    },
  ];
}

/** A label that a department supplied; those of the committee are looked at again instead. */
function labelValue(ctx: Ctx, known: Known, label: LabelShown): CardValue[] {
  if (label.kind !== 'shared' || !known.entries.has('label')) return [];
  return [
    {
      ...{ element: 'label', label: label.no, value: label.code, source: label.organisationName },
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
): Contested | null {
  const those = contested.filter((one) => one.element === element && one.label === label);
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
