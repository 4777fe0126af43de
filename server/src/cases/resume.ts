// SPDX-License-Identifier: Apache-2.0
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { asSystem } from '../kernel/serve.ts';
import { iso } from './keys.ts';
import { resumedAt, withDue } from './promises.ts';
import { writeStep } from './queries.ts';
import { lockPausesOver } from './queries-clocks.ts';
import type { CaseRow } from './tables.ts';
import { announceToAll } from './tell.ts';

/** Starts the clocks of the suspensions (挂账) that are over. Runs each minute; any process may. */
export async function resumePaused(host: Host): Promise<void> {
  while ((await asSystem(host, 'cases.resume', systemActor, resumeSome)) > 0);
}

async function resumeSome(ctx: Ctx): Promise<number> {
  const rows = await lockPausesOver(ctx);
  for (const row of rows) await resumeOne(ctx, row);
  return rows.length;
}

/** The clock goes on at the date that was granted, also when the program was down then. */
async function resumeOne(ctx: Ctx, row: CaseRow): Promise<void> {
  const resumed = resumedAt(await calendarOf(ctx), row, row.paused_until ?? ctx.now);
  const patch = withDue({ ...row, ...resumed }, resumed, ctx.now);
  const due = patch.solve_due ?? row.solve_due;
  const facts = { dueBefore: iso(row.solve_due), dueAfter: iso(due) };
  await writeStep(ctx, row, patch, { move: 'resumed', kind: 'note', facts });
  await announceToAll(ctx, { ...row, ...patch }, 'resumed', facts);
}
