// SPDX-License-Identifier: Apache-2.0
import type { withdrawReport } from '@lilong/contracts/cases';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseRef, reportRef } from './keys.ts';
import { announce, selectReporters, writeStep } from './queries.ts';
import { countLive, markWithdrawn } from './queries-acts.ts';
import { momentOf } from './rules.ts';
import { lockOwnReport } from './standing.ts';
import type { CasePatch } from './tables.ts';
import { changeFacts, tellReporters } from './tell.ts';
import { effectsOf, permitted } from './workflow.ts';

/** Takes my report back before it is registered. The case goes on when others reported it too. */
export async function withdraw(
  ctx: Ctx,
  { ref }: InputOf<typeof withdrawReport>,
): Promise<ReplyOf<typeof withdrawReport>> {
  const { said, row } = await lockOwnReport(ctx, 'withdraw', ref);
  const move = permitted(row, 'withdraw', caseRef(row));
  const accounts = await selectReporters(ctx, row); // who takes it back hears of it once more
  await markWithdrawn(ctx, said);
  const reports = await countLive(ctx, row);
  const facts = { report: reportRef(said) };
  if (reports > 0) {
    await writeStep(ctx, row, { reports }, { move: 'withdraw', kind: 'note', facts });
    announce(ctx, row, 'withdraw', { report: said.no });
    tellReporters(ctx, row, accounts);
    return { done: true };
  }
  const input = {
    ref: caseRef(row),
    move: 'withdraw',
    version: row.version,
    outcome: 'withdrawn',
  } as const;
  const patch: CasePatch = {
    ...effectsOf(row, 'withdraw', move, input, await momentOf(ctx)),
    reports,
  };
  const after = { ...row, ...patch };
  await writeStep(ctx, row, patch, { move: 'withdraw', kind: move.kind, facts });
  announce(ctx, after, 'withdraw', { ...changeFacts(row, after), report: said.no });
  tellReporters(ctx, row, accounts);
  return { done: true };
}
