// SPDX-License-Identifier: Apache-2.0
// A line of a closed month is objected to by one of the two, and answered by the other.
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { answerObjection, objectLine } from '@lilong/contracts/settlement';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { linePolicy, objectionPolicy } from './policy.ts';
import { holdClosing, selectLine } from './queries.ts';
import type { ObjectionRow } from './tables.ts';

/** @throws {Refusal} settlement.objected when its own one waits, settlement.correction when the line is a correction itself */
export async function object(
  ctx: Ctx,
  { line: no, reason }: InputOf<typeof objectLine>,
): Promise<ReplyOf<typeof objectLine>> {
  await ctx.require(linePolicy, 'object', { no });
  const line = await selectLine(ctx, no);
  const organisation = ctx.actor.post?.organisation;
  if (line === undefined || organisation === undefined)
    throw new Refusal('auth.denied', { action: 'object' });
  if (line.of_line !== null) throw new Refusal('settlement.correction', {});
  const answerer = line.doer === organisation ? line.on_behalf : line.doer;
  const made = await ctx.db
    .insertInto('settlement.objection')
    .values({
      ...{ line: no, organisation, answerer, account: ctx.actor.account ?? 0, at: ctx.now, reason },
      ...{ answered_at: null, answered_by: null, taken_off: null, month: null, answer: null },
    })
    .onConflict((on) =>
      on.columns(['line', 'organisation']).where('answered_at', 'is', null).doNothing(),
    )
    .returning('no')
    .executeTakeFirst();
  if (made === undefined) throw new Refusal('settlement.objected', {});
  ctx.note({ act: 'settlement.objected', subject: `line ${no}`, facts: { objection: made.no } });
  return { done: true };
}

/** @throws {Refusal} settlement.answered, settlement.too-many when more is taken off than the line has left */
export async function answer(
  ctx: Ctx,
  { objection: no, takenOff, answer: words }: InputOf<typeof answerObjection>,
): Promise<ReplyOf<typeof answerObjection>> {
  await ctx.require(objectionPolicy, 'answer', { no });
  await holdClosing(ctx);
  const { rows } = await sql<ObjectionRow>`
    select * from settlement.objection where no = ${no}::bigint for update`.execute(ctx.db);
  const [found] = rows;
  if (found === undefined || found.answered_at !== null)
    throw new Refusal('settlement.answered', {});
  const left = await leftOf(ctx, found.line);
  if (takenOff > left) throw new Refusal('settlement.too-many', { left }, 'takenOff');
  await ctx.db
    .updateTable('settlement.objection')
    .set({
      answered_at: ctx.now,
      answered_by: ctx.actor.account,
      taken_off: takenOff,
      answer: words,
    })
    .where('no', '=', no)
    .execute();
  ctx.note({ act: 'settlement.answered', subject: `line ${found.line}`, facts: { no, takenOff } });
  return { done: true };
}

/** How many of a line nobody has taken off yet. */
async function leftOf(ctx: Ctx, line: number): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select l.count - coalesce((select sum(o.taken_off) from settlement.objection o where o.line = l.no), 0) as left
    from settlement.line l where l.no = ${line}::bigint`.execute(ctx.db);
  return Number(rows[0]?.left ?? 0);
}
