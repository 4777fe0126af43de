// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';

/** Their screens look again. The event says nothing of anybody. */
export function tellAccounts(ctx: Ctx, accounts: readonly number[]): void {
  if (accounts.length === 0) return;
  ctx.emit({
    ...{ name: 'affair.offered', street: 0, subject: 'offers', place: null, facts: {} },
    audience: { accounts },
  });
}
