// SPDX-License-Identifier: Apache-2.0
// 居民经济状况核对: every source is asked about everybody who may be asked about; the clock stands still meanwhile.

import { inquirySources } from '@lilong/contracts/assistance';
import type { beginInquiry, writeAnswer } from '@lilong/contracts/assistance-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { moveAffairOf } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { count, putAnswers } from './answers.ts';
import { knowFor, shown } from './page.ts';
import { updateMatter } from './queries.ts';
import { inquiryDays } from './settings.ts';
import { isAdult } from './stages.ts';

const DAY_MS = 86_400_000;

export async function inquire(
  ctx: Ctx,
  { reason, ...at }: InputOf<typeof beginInquiry>,
): Promise<ReplyOf<typeof beginInquiry>> {
  const known = await knowFor(ctx, 'verify', at, 'inquire');
  const { matter, members } = known;
  if (matter.asked > 0) throw new Refusal('assistance.stage', { stage: known.stage });
  const lateAt = new Date(ctx.now.getTime() + (await inquiryDays(ctx)) * DAY_MS);
  const day = today(ctx);
  // Of children the household is asked about as a whole: their own spending and papers alone.
  const asked = known.whole.members.flatMap((member) =>
    (isAdult(member.born_on, day) ? inquirySources : (['household', 'spending'] as const)).map(
      (source) => ({
        ...{
          street: matter.street,
          matter: matter.no,
          place: matter.place,
          decide_org: matter.decide_org,
        },
        ...{ member: member.no, person: member.person, source, asked_at: ctx.now, late_at: lateAt },
        ...{ state: 'asked' as const, answered_at: null, by_account: null, sealed: null },
      }),
    ),
  );
  if (members.length === 0) throw new Refusal('assistance.stage', { stage: known.stage });
  await ctx.db.insertInto('assistance.inquiry').values(asked).execute();
  await moveAffairOf(ctx, matter, 'special', { procedure: 'inquiry', reason });
  await updateMatter(ctx, matter, { asked: asked.length, inquired_by: ctx.actor.account });
  ctx.note({
    act: 'assistance.inquired',
    subject: at.ref,
    place: matter.place,
    facts: { asked: asked.length },
  });
  return shown(ctx, known);
}

export async function answerByHand(
  ctx: Ctx,
  { inquiry, state, answer = {}, reason, ...at }: InputOf<typeof writeAnswer>,
): Promise<ReplyOf<typeof writeAnswer>> {
  const known = await knowFor(ctx, 'verify', at, 'inquire');
  const { matter } = known;
  const kept = { ...(state === 'found' ? answer : {}), says: reason };
  const put = { no: inquiry, state, answer: kept, by: ctx.actor.account };
  if ((await putAnswers(ctx, matter, [put])) === 0)
    throw new Refusal('found.nothing', { what: 'inquiry' }, 'inquiry');
  ctx.note({
    act: 'assistance.answered',
    subject: at.ref,
    place: matter.place,
    facts: { inquiry, state },
  });
  await count(ctx, matter);
  return shown(ctx, known);
}

/** Whom a matter waits for: the program collects once a minute. */
export async function selectWaiting(
  ctx: Ctx,
  most: number,
): Promise<{ street: number; no: number }[]> {
  const { rows } = await sql<{ street: number; no: number }>`
    select street, no from assistance.matter where answered < asked and over_at is null order by begun_at limit ${most}`.execute(
    ctx.db,
  );
  return rows;
}
