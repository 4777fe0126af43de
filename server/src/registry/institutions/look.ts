// SPDX-License-Identifier: Apache-2.0
// Which institutions this transaction is about, and whose members it may see.
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { runLater } from '../../kernel/pipelined.ts';
import { institutionPolicy, institutionReaders } from '../policy.ts';
import { lookAs, multirange } from '../reach.ts';

/** States for the rest of the transaction whose members the post acted as may see, and whom the act is about. */
export async function lookAtOffices(ctx: Ctx, persons: readonly number[] = []): Promise<void> {
  const { post } = ctx.actor;
  const ranges = post !== null && institutionReaders.includes(post.role) ? post.ranges : [];
  await lookAs(ctx, { persons });
  await runLater(ctx.db, sql`select set_config('lilong.offices', ${multirange(ranges)}, true)`);
}

/**
 * The institution that a sign names; permission was asked, nothing was read before.
 *
 * @throws {Refusal} `found.nothing` when the sign was misheard, `auth.denied`
 */
export async function goToInstitution(
  ctx: Ctx,
  ref: string,
  to: 'open' | 'change',
): Promise<RowKey> {
  const key = parseRef('Z', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'institution' }, 'institution');
  await lookAtOffices(ctx);
  await ctx.require(institutionPolicy, to, key);
  return key;
}
