// SPDX-License-Identifier: Apache-2.0
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../../kernel/ctx.ts';
import { lookAtOffices } from '../institutions/look.ts';
import { groupPolicy } from '../policy.ts';
import type { GroupRow } from './queries.ts';

/**
 * The group that a sign names; permission was asked, nothing was read before.
 *
 * @throws {Refusal} `found.nothing` when the sign was misheard, `auth.denied`
 */
export async function goToGroup(ctx: Ctx, ref: string, to: 'open' | 'change'): Promise<RowKey> {
  const key = parseRef('G', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'group' }, 'group');
  await lookAtOffices(ctx);
  await ctx.require(groupPolicy, to, key);
  return key;
}

/**
 * Locked: two who keep one group take turns.
 *
 * @throws {Refusal} `group.ended` when it is no more
 */
export async function lockGroup(ctx: Ctx, ref: string): Promise<GroupRow> {
  const { street, no } = await goToGroup(ctx, ref, 'change');
  const row = await ctx.db
    .selectFrom('registry.building_group')
    .selectAll()
    .where('street', '=', street)
    .where('no', '=', no)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.to_on !== null) throw new Refusal('group.ended', {});
  return row;
}
