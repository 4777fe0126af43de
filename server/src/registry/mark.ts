// SPDX-License-Identifier: Apache-2.0
// What only the grass roots know of a person, with a day by which somebody must look again.
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type { lookAgainAtLabel, putLabel } from '@lilong/contracts/registry-labels';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Entry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { logAccess } from './access.ts';
import { ownLabels } from './labels.ts';
import {
  endLabel,
  insertLabel,
  postponeLabel,
  selectOwnLabel,
  spreadLabels,
} from './mark-queries.ts';
import { lookAs } from './reach.ts';
import { requirePerson } from './ties/stand-aside.ts';

/** So many days ahead somebody may put the next look, or as many as the dictionary says. */
const mostDays = 366;

export async function mark(
  ctx: Ctx,
  { person, label: code, words, lookAgain }: InputOf<typeof putLabel>,
): Promise<ReplyOf<typeof putLabel>> {
  await lookAs(ctx);
  await requirePerson(ctx, 'change', person);
  const entry = (await ownLabels(ctx)).find(({ key }) => key === code);
  if (entry === undefined) throw new Refusal('registry.label', {}, 'label');
  const latest = dayIn(ctx, Math.max(mostDays, Number(entry.body.lookAgainDays)));
  if (lookAgain !== undefined && (lookAgain <= today(ctx) || lookAgain > latest))
    throw new Refusal('registry.look-again', { day: latest }, 'lookAgain');
  await lookAs(ctx, { persons: [person] });
  if (
    !(await insertLabel(ctx, { person, code, words, lookAgain: lookAgain ?? nextLook(ctx, entry) }))
  )
    throw new Refusal('registry.labelled', { name: entry.name }, 'label');
  await finish(ctx, person, code);
  return { done: true };
}

/** It still holds: the next date. Or it does not, and is gone from every list. */
export async function lookAgain(
  ctx: Ctx,
  { person, label, holds }: InputOf<typeof lookAgainAtLabel>,
): Promise<ReplyOf<typeof lookAgainAtLabel>> {
  await lookAs(ctx);
  await requirePerson(ctx, 'change', person);
  await lookAs(ctx, { persons: [person] });
  const code = await selectOwnLabel(ctx, person, label);
  if (code === undefined) throw new Refusal('found.nothing', { what: 'label' }, 'label');
  const entry = (await ownLabels(ctx)).find(({ key }) => key === code);
  if (holds && entry !== undefined) await postponeLabel(ctx, label, nextLook(ctx, entry));
  else await endLabel(ctx, label, today(ctx));
  await finish(ctx, person, code);
  return { done: true };
}

async function finish(ctx: Ctx, person: number, code: string): Promise<void> {
  await spreadLabels(ctx, person);
  await logAccess(ctx, { person, act: 'change', elements: [`label ${code}`], purpose: 'daily' });
}

const nextLook = (ctx: Ctx, { body }: Entry): string => dayIn(ctx, Number(body.lookAgainDays));

const dayIn = (ctx: Ctx, days: number): string => daysAfter(today(ctx), days);
