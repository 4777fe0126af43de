// SPDX-License-Identifier: Apache-2.0
// What sources have answered by now is taken over, sealed; when the last one is in, the clock goes on.

import type { Answer } from '@lilong/contracts/assistance-work';
import { ageOn } from '@lilong/contracts/days';
import { sql } from 'kysely';
import { lookAtAffairs, lookEverywhere } from '../affairs/index.ts';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { sayServer } from '../kernel/voice.ts';
import { goOn } from './clock.ts';
import { inquirerOf } from './inquirer.ts';
import { sealed } from './kept.ts';
import { lockMatter, tellMatter } from './queries.ts';
import type { InquiryRow, MatterRow } from './tables.ts';

const asProgram = (ctx: Ctx): Ctx => ({ ...ctx, actor: systemActor });

/** Takes over what has come for one matter. Returns it as it is then. */
export async function takeAnswers(ctx: Ctx, matter: MatterRow): Promise<MatterRow> {
  if (matter.asked === matter.answered) return matter;
  await lookEverywhere(ctx);
  const { rows } = await sql<InquiryRow & { born_on: string | null }>`
    select i.*, m.born_on from assistance.inquiry i join assistance.member m on m.street = i.street and m.no = i.member
    where i.street = ${matter.street} and i.matter = ${matter.no} and i.state = 'asked' order by i.no`.execute(
    ctx.db,
  );
  const day = today(ctx);
  const questions = rows.map(({ no, person, source, asked_at, born_on }) => ({
    ...{ no, person, source, askedAt: asked_at, age: ageOn(born_on, day) ?? 40 },
  }));
  const come = await inquirerOf(ctx).answers(questions, ctx.now);
  const puts = come.map(({ no, answer }): Put => {
    return { no, state: answer === null ? 'none' : 'found', answer, by: null };
  });
  await putAnswers(ctx, matter, puts);
  const left = come.length === 0 ? matter : await count(asProgram(ctx), matter);
  await lookAtAffairs(ctx);
  return left;
}

export interface Put {
  readonly no: number;
  readonly state: 'found' | 'none' | 'left';
  readonly answer: Answer | null;
  /** Who wrote it by hand. */
  readonly by: number | null;
}
/** Returns how many of them were still waited for. */
export async function putAnswers(
  ctx: Ctx,
  { street, no: matter }: MatterRow,
  puts: readonly Put[],
): Promise<number> {
  const rows = puts.map(({ no, state, answer, by }) => ({
    ...{ no, state, by_account: by },
    sealed: answer === null ? null : sealed(ctx, answer).toString('hex'),
  }));
  const put = await sql`
    update assistance.inquiry i set state = p.state, sealed = decode(p.sealed, 'hex'), by_account = p.by_account,
      answered_at = ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as p (no bigint, state text, sealed text, by_account bigint)
    where i.street = ${street} and i.matter = ${matter} and i.no = p.no and i.state = 'asked' returning i.no`.execute(
    ctx.db,
  );
  return put.rows.length;
}

/** Counts what is answered. With the last answer the special procedure is over. */
export async function count(ctx: Ctx, { street, no }: MatterRow): Promise<MatterRow> {
  const { rows } = await sql<MatterRow>`
    update assistance.matter m set version = version + 1, answered = (select count(*) from assistance.inquiry i
      where i.street = m.street and i.matter = m.no and i.state <> 'asked')
    where street = ${street} and no = ${no} returning *`.execute(ctx.db);
  const [left] = rows;
  if (left === undefined) throw new Error(`no matter ${street} ${no}`);
  if (left.answered < left.asked) return left;
  const reason = sayServer('zh', 'assistance.answered', { count: left.asked });
  tellMatter(ctx, left, await goOn(ctx, left, reason));
  return (await lockMatter(ctx, left)) ?? left;
}
