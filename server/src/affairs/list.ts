// SPDX-License-Identifier: Apache-2.0
import type { countAffairs, listAffairs } from '@lilong/contracts/affair-work';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { lineOfRow } from './lines.ts';
import { affairPolicy } from './policy.ts';
import { cursorOf, pageOf, selectCounts, selectList } from './queries-list.ts';
import { lookAtAffairs } from './reach.ts';

export async function showList(
  ctx: Ctx,
  filter: InputOf<typeof listAffairs>,
): Promise<ReplyOf<typeof listAffairs>> {
  ctx.requireEver(affairPolicy, 'list');
  await lookAtAffairs(ctx);
  const { rows, total } = await selectList(ctx, filter);
  const shown = rows.slice(0, pageOf(filter));
  const last = shown.at(-1);
  const more = rows.length > shown.length && last !== undefined;
  return {
    affairs: shown.map((row) => lineOfRow(row, ctx.now)),
    total,
    next: more ? cursorOf(last, filter.tab === 'over') : null,
  };
}

export async function showCounts(ctx: Ctx): Promise<ReplyOf<typeof countAffairs>> {
  ctx.requireEver(affairPolicy, 'list');
  await lookAtAffairs(ctx);
  return { counts: await selectCounts(ctx) };
}
