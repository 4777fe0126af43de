// SPDX-License-Identifier: Apache-2.0
// How an application stands: its key, the lock, and the refusals that acts begin with.
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { type AffairAction, affairPolicy } from './policy.ts';
import { lockApplication } from './queries.ts';
import type { ApplicationRow } from './tables.ts';

/** @throws {Refusal} found.nothing when a digit was misheard */
export function affairKey(ref: string): RowKey {
  const key = parseRef('A', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  return key;
}

/**
 * The application, locked. The transaction has stated what it may see: what it may not see is not there.
 *
 * @throws {Refusal} found.nothing, auth.denied
 */
export async function lockFor(
  ctx: Ctx,
  action: AffairAction,
  key: RowKey,
): Promise<ApplicationRow> {
  ctx.requireEver(affairPolicy, action);
  const row = await lockApplication(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  await ctx.require(affairPolicy, action, key);
  return row;
}

/** @throws {Refusal} affairs.changed */
export function checkVersion(row: ApplicationRow, version: number): void {
  if (row.version !== version) throw new Refusal('affairs.changed', { ref: formatRef('A', row) });
}
