// SPDX-License-Identifier: Apache-2.0
// Duty hand-over notes of a grid centre (交接班).
import type { leaveHandover, listHandovers, takeOver } from '@lilong/contracts/case-work';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { iso } from './keys.ts';
import { casePolicy } from './policy.ts';
import { insertHandover, markOneSeen, markSeen, selectHandovers } from './queries-office.ts';

/** Notes of the streets of the post acted as, newest first. */
export async function handovers(ctx: Ctx): Promise<ReplyOf<typeof listHandovers>> {
  ctx.requireEver(casePolicy, 'handover');
  const rows = await selectHandovers(ctx, streetsOf(ctx));
  const notes = rows.map(({ no, at, byAccount, byName, words, seenByName }) => ({
    no,
    at: iso(at),
    byName,
    words,
    seenByName,
    mayTakeOver: seenByName === null && byAccount !== ctx.actor.account,
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
  tell(ctx, 'handover.left', street, await insertHandover(ctx, street, words));
  return { done: true };
}

/** 接班: says that somebody else's note was read and the work goes on from there. Whoever was first stays named. */
export async function takeOverNote(
  ctx: Ctx,
  { no }: InputOf<typeof takeOver>,
): Promise<ReplyOf<typeof takeOver>> {
  ctx.requireEver(casePolicy, 'handover');
  const street = await markOneSeen(ctx, streetsOf(ctx), no);
  if (street === undefined) throw new Refusal('found.nothing', { what: 'note' });
  tell(ctx, 'handover.taken', street, no);
  return { done: true };
}

function tell(ctx: Ctx, name: `handover.${'left' | 'taken'}`, street: number, no: number): void {
  const place = street * 1e6;
  ctx.emit({ name, street, subject: String(no), place, facts: { no }, audience: {} });
  ctx.note({ act: name, subject: String(no), place });
}

function streetsOf(ctx: Ctx): number[] {
  return [...new Set((ctx.actor.post?.places ?? []).map(streetOf))];
}
