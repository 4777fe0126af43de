// SPDX-License-Identifier: Apache-2.0
// Duty hand-over notes of a grid centre (交接班).
import type { leaveHandover, listHandovers } from '@lilong/contracts/case-work';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { iso } from './keys.ts';
import { casePolicy } from './policy.ts';
import { insertHandover, markSeen, selectHandovers } from './queries-office.ts';

/** Notes of the streets of the post acted as, newest first. */
export async function handovers(ctx: Ctx): Promise<ReplyOf<typeof listHandovers>> {
  ctx.requireEver(casePolicy, 'handover');
  const rows = await selectHandovers(ctx, streetsOf(ctx));
  const notes = rows.map(({ no, at, byName, words, seenByName }) => ({
    no,
    at: iso(at),
    byName,
    words,
    seenByName,
  }));
  return { notes };
}

/** Leaves a note for the next shift. Whoever writes the next one has taken over those before. */
export async function handOver(
  ctx: Ctx,
  { words }: InputOf<typeof leaveHandover>,
): Promise<ReplyOf<typeof leaveHandover>> {
  ctx.requireEver(casePolicy, 'handover');
  const [street] = streetsOf(ctx);
  if (street === undefined) throw new Refusal('auth.denied', { action: 'handover' });
  await markSeen(ctx, street);
  const no = await insertHandover(ctx, street, words);
  ctx.emit({
    name: 'handover.left',
    street,
    subject: String(no),
    place: street * 1e6,
    facts: { no },
    audience: {},
  });
  ctx.note({ act: 'handover.left', subject: String(no), place: street * 1e6 });
  return { done: true };
}

function streetsOf(ctx: Ctx): number[] {
  return [...new Set((ctx.actor.post?.places ?? []).map(streetOf))];
}
