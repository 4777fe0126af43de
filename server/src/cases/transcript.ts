// SPDX-License-Identifier: Apache-2.0
import type { writeTranscript } from '@lilong/contracts/case-work';
import { dangerIn } from '@lilong/contracts/danger';
import { dangerWords } from '@lilong/contracts/danger-words';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey, reportKey, reportRef } from './keys.ts';
import { announce, lockCase, writeStep } from './queries.ts';
import { saveTranscript, selectReport } from './queries-acts.ts';
import { titleOf } from './title.ts';

/** Writes down a voice note. A case that opened with a voice note alone gets its title from it, unreleased. */
export async function transcribe(
  ctx: Ctx,
  { ref, report, words }: InputOf<typeof writeTranscript>,
): Promise<ReplyOf<typeof writeTranscript>> {
  const row = await lockCase(ctx, 'take_call', caseKey(ref)); // whoever speaks with callers
  const said = await selectReport(ctx, reportKey(report));
  if (said?.street !== row.street || said.case_no !== row.no || said.voice === null)
    throw new Refusal('found.nothing', { what: 'report' }, 'report');
  await saveTranscript(ctx, said, words);
  const opened = said.born_in === row.no && !said.me_too && said.words === null;
  const title = opened ? titleOf(words) : row.title;
  const danger = dangerIn(words, dangerWords) !== undefined;
  await writeStep(
    ctx,
    row,
    {
      urgent: row.urgent || danger,
      ...(title === row.title ? {} : { title, released_words: false }), // nobody looked at these yet
    },
    { move: 'transcript', kind: 'note', facts: { report: reportRef(said) } },
  );
  announce(ctx, row, 'transcript', { report: said.no });
  return { done: true };
}
