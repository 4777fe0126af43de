// SPDX-License-Identifier: Apache-2.0
// Who looks again after something happened to a case.
import type { CaseNews } from '@lilong/contracts/audit-acts';
import type { RowKey } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import { caseRef } from './keys.ts';
import { announce, selectReporters } from './queries.ts';
import type { CaseRow } from './tables.ts';

/** The screens of those who reported a case look again. */
export function tellReporters(ctx: Ctx, key: RowKey, accounts: readonly number[]): void {
  if (accounts.length === 0) return;
  ctx.emit({
    name: 'my.case',
    street: key.street,
    subject: caseRef(key),
    place: null,
    facts: {},
    audience: { accounts },
  });
}

/** Announces an act to the office and to everybody who reported the case. */
export async function announceToAll(
  ctx: Ctx,
  row: CaseRow,
  name: CaseNews,
  facts: Record<string, unknown> = {},
  more: readonly number[] = [],
): Promise<void> {
  announce(ctx, row, name, facts, more);
  tellReporters(ctx, row, await selectReporters(ctx, row));
}

/** What an announcement of a changed state says. `was` lets a counter take the old state back. */
export function changeFacts(before: CaseRow, after: CaseRow): Record<string, unknown> {
  return {
    state: after.state,
    was: before.state,
    category: after.category,
    place: after.place,
    ended: after.ended_at !== null,
  };
}
