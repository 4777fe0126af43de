// SPDX-License-Identifier: Apache-2.0
// Whoever was recognised stays so with the ticket: open at the window that serves them, and nowhere else.
import { formatRef } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import { closeVisit, endVisit, openVisit } from '../registry/index.ts';
import type { TicketRow, WindowRow } from './tables.ts';

/** After each move of a ticket. */
export async function followVisit(
  ctx: Ctx,
  before: TicketRow,
  after: TicketRow,
  window?: WindowRow,
): Promise<void> {
  if (!before.identified) return;
  const matter = formatRef('T', before);
  if (!after.identified) return endVisit(ctx, matter);
  const [was, is] = [before.state === 'serving', after.state === 'serving'];
  if (was && !is) return closeVisit(ctx, matter);
  if (!was && is && window?.seat === ctx.actor.account) return openVisit(ctx, matter);
}
