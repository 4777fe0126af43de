// SPDX-License-Identifier: Apache-2.0
import type { rateReport } from '@lilong/contracts/cases';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseRef, reportRef } from './keys.ts';
import { writeStep } from './queries.ts';
import { insertRating, isRated } from './queries-acts.ts';
import { mostRounds, nextRound } from './round.ts';
import { momentOf } from './rules.ts';
import { lockOwnReport, type OwnReport, wrongState } from './standing.ts';
import { announceToAll, changeFacts } from './tell.ts';
import { checkNeeds, permitted } from './workflow.ts';

type Rating = InputOf<typeof rateReport>;

/** Solved or not, with a grade of five, once a round. "Not solved" starts the next round under the street leader. */
export async function rate(ctx: Ctx, input: Rating): Promise<ReplyOf<typeof rateReport>> {
  const own = await lockOwnReport(ctx, 'rate', input.ref);
  const { said, row } = own;
  if (row.state !== 'closed' && row.state !== 'forced_close') throw wrongState(row);
  if (await isRated(ctx, said, row.round)) throw new Refusal('cases.rated', { ref: input.ref });
  const again = !input.solved && row.round < mostRounds;
  if (!input.solved)
    checkNeeds(['words'], {
      ref: caseRef(row),
      move: 'not_solved',
      version: row.version,
      ...(input.words === undefined ? {} : { words: input.words }),
    });
  await insertRating(ctx, said, row.round, input);
  const version = await writeStep(
    ctx,
    row,
    {},
    {
      move: 'rate',
      kind: 'note',
      words: again ? undefined : input.words,
      facts: { report: reportRef(said), grade: input.grade, solved: input.solved },
    },
  );
  await announceToAll(ctx, row, 'rate', { report: said.no });
  if (again) await startNextRound(ctx, { said, row: { ...row, version } }, input.words ?? '');
  return { done: true };
}

async function startNextRound(ctx: Ctx, { said, row }: OwnReport, words: string): Promise<void> {
  const move = permitted(row, 'not_solved', caseRef(row));
  const input = { ref: caseRef(row), move: 'not_solved', version: row.version, words } as const;
  const patch = nextRound(row, move, input, await momentOf(ctx));
  const after = { ...row, ...patch };
  await writeStep(ctx, row, patch, {
    move: 'not_solved',
    kind: move.kind,
    words,
    facts: { report: reportRef(said) },
  });
  const before = [...row.assisting, ...(row.organisation === null ? [] : [row.organisation])];
  await announceToAll(ctx, after, 'not_solved', changeFacts(row, after), before);
}
