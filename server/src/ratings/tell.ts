// SPDX-License-Identifier: Apache-2.0
// What others hear of a rating: the unit of a bad one with words, and whoever rated.
import { formatRef } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import type { RatingRow } from './tables.ts';

/** `unnamed` when the rater did it: an event is read by others. */
export function tell(ctx: Ctx, row: RatingRow): void {
  ctx.emit({
    ...{ name: 'rating.moved', street: row.street, subject: formatRef('E', row), place: null },
    facts: { state: row.state },
    audience: {
      organisations: row.state === 'counted' ? [] : [row.unit_org],
      accounts: row.account === null ? [] : [row.account],
    },
    ...(ctx.actor.post === null ? { unnamed: true } : {}),
  });
}
