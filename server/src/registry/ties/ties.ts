// SPDX-License-Identifier: Apache-2.0
// 回避 (to stand aside): the tie between an account of the staff and a person. It opens nothing, it only closes. Whether
// the number is anybody's is told to nobody.
import { maskId } from '@lilong/contracts/mask';
import type { ownTie, sayTie } from '@lilong/contracts/registry-ties';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { checkNumber } from '../look-up.ts';
import { tiePolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { digestOf, openValue, sealValue } from '../sealed.ts';

export async function showTie(ctx: Ctx): Promise<ReplyOf<typeof ownTie>> {
  ctx.requireEver(tiePolicy, 'say');
  await lookAs(ctx);
  const tie = await ctx.db
    .selectFrom('registry.staff_tie')
    .where('account', '=', ctx.actor.account)
    .select(['sealed', 'said_at'])
    .executeTakeFirst();
  if (tie === undefined) return { since: null, number: null };
  return { since: tie.said_at.toISOString(), number: maskId(openValue(ctx.keys, tie.sealed)) };
}

export async function say(
  ctx: Ctx,
  { number }: InputOf<typeof sayTie>,
): Promise<ReplyOf<typeof sayTie>> {
  ctx.requireEver(tiePolicy, 'say');
  const id = checkNumber('111', number);
  await lookAs(ctx);
  await sql`insert into registry.staff_tie (account, digest, sealed, said_at)
    values (${ctx.actor.account}, ${digestOf(ctx.keys, 'id', id)}, ${sealValue(ctx.keys, id)}, ${ctx.now}::timestamptz)
    on conflict (account) do update set digest = excluded.digest, sealed = excluded.sealed, said_at = excluded.said_at`.execute(
    ctx.db,
  );
  ctx.note({ act: 'registry.tied' });
  return { done: true };
}
