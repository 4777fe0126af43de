// SPDX-License-Identifier: Apache-2.0
// What somebody objects to in what is held of oneself, and what was answered.
import { Refusal } from '@lilong/contracts/refusals';
import type {
  OwnObjection,
  objectToMine,
  ownObjections,
  withdrawMine,
} from '@lilong/contracts/registry-objections';
import { numberElements, personElements } from '@lilong/contracts/registry-values';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { actingFor, tellWard } from '../own/wards.ts';
import { openOne, takeBack } from './answer.ts';
import { askedFor } from './elements.ts';
import { selectEvidence } from './evidence.ts';
import { selectObjections } from './queries.ts';
import { file, personAt, targetOf } from './raise.ts';
import { sayIn, wordsFor } from './read.ts';
import { openWords } from './sealed-words.ts';

const mostShown = 100;

export async function showMine(
  ctx: Ctx,
  { of }: InputOf<typeof ownObjections>,
): Promise<ReplyOf<typeof ownObjections>> {
  const { person, ward } = await actingFor(ctx, of);
  if (ward === undefined) ctx.note({ act: 'registry.own', subject: `person ${person.no}` });
  const all = await ownObjectionsOf(ctx, person.no);
  return {
    // What was sent is seen by whoever sent it, from their own account.
    objections: ward === undefined ? all : all.map((one) => ({ ...one, photos: [] })),
    elements: await askedFor(ctx, [...personElements, ...numberElements, 'label']),
  };
}

/** All about the person, whoever raised them. The transaction sees the person as oneself. */
export async function ownObjectionsOf(ctx: Ctx, person: number): Promise<OwnObjection[]> {
  const words = await wordsFor(ctx);
  const rows = await selectObjections(ctx, sql<SqlBool>`o.person = ${person}`, mostShown);
  const mine = rows.filter((row) => row.raised_by === 'person').map(({ no }) => no);
  const photos = await selectEvidence(ctx, mine);
  return rows.map((row) => {
    const said = openWords(ctx, row.sealed);
    const { element, label } = row;
    return {
      ...{ objection: row.no, element, label, evidence: said.evidence, state: row.state },
      photos: photos.get(row.no) ?? [],
      name: words.speaker.say.named(words.elements.get(element), element),
      ...{ organisationName: row.organisationName, sourceName: row.sourceName },
      current: sayIn(words, element, said.current),
      proposed: sayIn(words, element, said.proposed),
      filedAt: row.filed_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
      reason: said.reason ?? null,
    };
  });
}

export async function objectToOwn(
  ctx: Ctx,
  { of, ...input }: InputOf<typeof objectToMine>,
): Promise<ReplyOf<typeof objectToMine>> {
  const { person, ward } = await actingFor(ctx, of);
  const target = await targetOf(ctx, await personAt(ctx, person.no), input);
  if (ward !== undefined) await tellWard(ctx, ward, [`objected ${input.element}`]);
  return file(ctx, target, { ...input, by: 'person', organisation: null });
}

export async function withdrawOwn(
  ctx: Ctx,
  { objection: no, of }: InputOf<typeof withdrawMine>,
): Promise<ReplyOf<typeof withdrawMine>> {
  const { person } = await actingFor(ctx, of);
  const found = await openOne(ctx, no);
  if (found.person !== person.no || found.raised_by !== 'person')
    throw new Refusal('found.nothing', { what: 'objection' });
  await takeBack(ctx, found);
  return { done: true };
}
