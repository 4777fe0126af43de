// SPDX-License-Identifier: Apache-2.0
// 交还以后: its person says whether they have the paper. What they have not is looked for by whoever says it was given back.
import type { answerPaper } from '@lilong/contracts/affair-papers';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { stateMyself } from '../registry/index.ts';
import { affairKey, lockFor } from './standing.ts';
import type { PaperBackRow } from './tables.ts';

/** @throws {Refusal} papers.state when it was not given back, or was answered for already */
export async function answer(
  ctx: Ctx,
  { ref, key: material, got }: InputOf<typeof answerPaper>,
): Promise<ReplyOf<typeof answerPaper>> {
  await stateMyself(ctx);
  const { street, no, place } = await lockFor(ctx, 'own', affairKey(ref));
  const { rows } = await sql<Pick<PaperBackRow, 'office' | 'said'>>`
    select b.office, b.said from affairs.paper p join affairs.paper_back b
      on b.street = p.street and b.application = p.application and b.material = p.material
    where p.street = ${street} and p.application = ${no} and p.material = ${material} and p.state = 'returned'
    order by b.no desc limit 1`.execute(ctx.db);
  const [last] = rows;
  if (last?.said !== 'given') throw new Refusal('papers.state', { state: 'returned' }, 'key');
  const { office } = last;
  if (!got)
    await runLater(
      ctx.db,
      sql`update affairs.paper set at = ${ctx.now}::timestamptz, state = 'missing', holder = ${office}::bigint
        where street = ${street} and application = ${no} and material = ${material}`,
    );
  const said = got ? 'own' : 'not_got';
  await noteBack(ctx, { street, application: no, office, material, said });
  ctx.note({ act: 'papers.moved', subject: ref, place, facts: { did: said, key: material } });
  ctx.emit({
    ...{ name: 'affair.paper', street, subject: ref, place: null, facts: {} },
    audience: { organisations: [office], accounts: [ctx.actor.account ?? 0] },
  });
  return { done: true };
}

export async function noteBack(
  ctx: Ctx,
  { street, application, office, material, said }: Omit<PaperBackRow, 'no' | 'at' | 'account'>,
): Promise<void> {
  await runLater(
    ctx.db,
    sql`insert into affairs.paper_back (street, application, office, account, at, material, said)
      values (${street}, ${application}, ${office}::bigint, ${ctx.actor.account}::bigint, ${ctx.now}::timestamptz, ${material}, ${said})`,
  );
}

/** What was said last of a paper `p` that was given back. */
export const lastSaid = sql<PaperBackRow['said'] | null>`(
  select b.said from affairs.paper_back b where b.street = p.street and b.application = p.application and b.material = p.material
  order by b.no desc limit 1)`;
