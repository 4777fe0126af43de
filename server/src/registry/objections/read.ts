// SPDX-License-Identifier: Apache-2.0
// The inbox of whoever answers, what came of one's own objections, and what is needed to decide.

import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  listObjections,
  ObjectionLine,
  objectionFigures,
  openProposed,
  readObjection,
} from '@lilong/contracts/registry-objections';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { logAccess } from '../access.ts';
import { labelNames } from '../labels.ts';
import { objectionPolicy } from '../policy.ts';
import { lookAsOffice, openOne } from './answer.ts';
import { type Speaker, speakerFor } from './elements.ts';
import { selectEvidence } from './evidence.ts';
import { isNumber, keyKindOf } from './numbers.ts';
import { type ObjectionFound, selectFigures, selectObjections } from './queries.ts';
import { openWords } from './sealed-words.ts';

const mostShown = 200;

export async function showObjections(
  ctx: Ctx,
  { box }: InputOf<typeof listObjections>,
): Promise<ReplyOf<typeof listObjections>> {
  ctx.requireEver(objectionPolicy, 'list');
  await lookAsOffice(ctx);
  const organisation = ctx.actor.post?.organisation ?? 0;
  const which =
    box === 'answer'
      ? sql<SqlBool>`o.source = ${organisation} and o.state <> 'withdrawn'`
      : sql<SqlBool>`o.organisation = ${organisation}`;
  const rows = await selectObjections(ctx, which, mostShown);
  const words = await wordsFor(ctx);
  return { objections: rows.map((row) => lineOf(ctx, row, words, box === 'raised')) };
}

export interface Words {
  readonly speaker: Speaker;
  readonly elements: ReadonlyMap<string, Entry>;
  readonly labels: ReadonlyMap<string, Entry>;
}
export async function wordsFor(ctx: Ctx): Promise<Words> {
  const rows = await ctx.catalogue.rows(ctx.db, 'element', ctx.now);
  const elements = new Map(rows.map((row) => [row.key, row]));
  return { speaker: await speakerFor(ctx), elements, labels: await labelNames(ctx) };
}

/** A value in words; a label by its name. */
export function sayIn(
  { speaker, labels }: Words,
  element: string,
  value: string | null,
): string | null {
  if (element !== 'label' || value === null) return speaker.value(element, value);
  return speaker.say.named(labels.get(value), value);
}

function lineOf(ctx: Ctx, row: ObjectionFound, words: Words, own: boolean): ObjectionLine {
  const { person, street, home, element } = row;
  const said = openWords(ctx, row.sealed);
  const { say } = words.speaker;
  return {
    objection: row.no,
    element,
    name: say.named(words.elements.get(element), element),
    placeName: row.placeName,
    organisationName: row.organisationName,
    sourceName: row.sourceName,
    filedAt: row.filed_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    late: row.state === 'open' && row.due_at < ctx.now,
    state: row.state,
    answeredAt: row.answered_at?.toISOString() ?? null,
    own: !own
      ? null
      : {
          ...{ about: said.about, person, reason: said.reason ?? null },
          home: home === null ? null : formatRef('F', { street: street ?? 0, no: home }),
          current: sayIn(words, element, said.current),
          proposed: sayIn(words, element, said.proposed),
        },
  };
}

/** Opened by a department it is a look at the person, who reads it. */
export async function showObjection(
  ctx: Ctx,
  { objection: no }: InputOf<typeof readObjection>,
): Promise<ReplyOf<typeof readObjection>> {
  await lookAsOffice(ctx);
  await ctx.require(objectionPolicy, 'read', { no });
  const [row] = await selectObjections(ctx, sql<SqlBool>`o.no = ${no}`, 1);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'objection' });
  const words = await wordsFor(ctx);
  const said = openWords(ctx, row.sealed);
  const photos = (await selectEvidence(ctx, [no])).get(no) ?? [];
  const answers = row.source === ctx.actor.post?.organisation;
  ctx.note({ act: 'registry.objection', subject: `objection ${no}`, place: row.place });
  if (row.person !== null)
    await logAccess(ctx, {
      ...{ person: row.person, act: 'card', purpose: 'verify' },
      elements: [`objection ${row.element}`],
    });
  return {
    line: lineOf(ctx, row, words, row.organisation === ctx.actor.post?.organisation),
    ...{ about: said.about, number: said.number, evidence: said.evidence, photos },
    current: sayIn(words, row.element, said.current),
    proposed: sayIn(words, row.element, said.proposed),
    reason: said.reason ?? null,
    can: {
      answer: answers && row.state === 'open',
      open: answers && row.state === 'open' && said.whole !== undefined,
    },
  };
}

/** Whoever answers compares the number with their own register. The person reads it. */
export async function openNumber(
  ctx: Ctx,
  { objection: no }: InputOf<typeof openProposed>,
): Promise<ReplyOf<typeof openProposed>> {
  await lookAsOffice(ctx);
  await ctx.require(objectionPolicy, 'answer', { no });
  const { person, element, sealed } = await openOne(ctx, no);
  const { whole } = openWords(ctx, sealed);
  if (whole === undefined || person === null || !isNumber(element))
    throw new Refusal('found.nothing', { what: 'number' });
  await logAccess(ctx, {
    ...{ person, act: 'reveal', elements: [keyKindOf(element)], purpose: 'verify' },
  });
  return { value: whole.proposed };
}

/** For everybody: departments are counted, and nobody else. */
export async function showFigures(ctx: Ctx): Promise<ReplyOf<typeof objectionFigures>> {
  return { departments: await selectFigures(ctx) };
}
