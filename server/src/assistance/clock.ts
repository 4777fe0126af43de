// SPDX-License-Identifier: Apache-2.0
// A special procedure stops the clock of the application, and ends; both are told in writing.
import type { RowKey } from '@lilong/contracts/refs';
import { handleAffair, moveAffairOf } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';

/** The clock goes on; of what was withdrawn meanwhile nothing goes on. Returns whose screens look again. */
export async function goOn(ctx: Ctx, key: RowKey, reason: string): Promise<number | null> {
  const { row } = await handleAffair(ctx, key);
  if (row.state === 'special') await moveAffairOf(ctx, key, 'resume', { reason });
  return row.account;
}
