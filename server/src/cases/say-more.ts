// SPDX-License-Identifier: Apache-2.0
import type { CaseNews } from '@lilong/contracts/audit-acts';
import { photoLimit } from '@lilong/contracts/files';
import type { RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { reportRef } from './keys.ts';
import { insertPhotos, lockJoinable, type Step, writeStep } from './queries.ts';
import { countPhotos, selectHead } from './queries-acts.ts';
import { selectBornIn, selectFlowNo } from './queries-more.ts';
import type { CasePatch, CaseRow } from './tables.ts';
import { announceToAll } from './tell.ts';

/** What somebody adds to a report that a program made for them. */
export interface Addition {
  readonly words?: string | undefined;
  readonly photos: readonly number[];
  /** Addresses of pictures elsewhere: a line for the office, which nobody fetches. */
  readonly links: readonly string[];
}

/**
 * Adds to the report that opened a case; words answer the question that waits, if one does. Whoever
 * calls it has settled that the report is theirs. Says which entry of the flow log it became; undefined
 * when the case has ended.
 *
 * @throws {Refusal} input.invalid for more than nine photos in all
 */
export async function sayMore(
  ctx: Ctx,
  born: RowKey,
  addition: Addition,
): Promise<number | undefined> {
  const { street } = born;
  const head = await selectHead(ctx, born);
  const row = head === undefined ? undefined : await lockJoinable(ctx, { street, no: head });
  const no = row && (await selectBornIn(ctx, row, born.no));
  if (row === undefined || no === undefined) return undefined;
  let last = row;
  for (const [patch, step] of await stepsOf(ctx, row, { street, no }, addition)) {
    const version = await writeStep(ctx, last, patch, step);
    await announceToAll(ctx, row, step.move, { report: no });
    last = { ...last, version };
  }
  return selectFlowNo(ctx, last);
}

/** A step that is told to the office too. */
type Said = Step & { readonly move: CaseNews };

async function stepsOf(
  ctx: Ctx,
  row: CaseRow,
  said: RowKey,
  { words, photos, links }: Addition,
): Promise<[CasePatch, Said][]> {
  const report = reportRef(said);
  const steps: [CasePatch, Said][] = [];
  if (words !== undefined && row.question !== null)
    steps.push([
      { question: null, waits: row.waits ?? 'answer' },
      noteOf('answer', words, { report, question: row.question }),
    ]);
  else if (words !== undefined) steps.push([{}, noteOf('add_words', words, { report })]);
  if (photos.length > 0) {
    await hang(ctx, row, said, photos);
    const facts = { report, count: photos.length };
    steps.push([{ photo: row.photo ?? photos[0] ?? null }, noteOf('add_photo', undefined, facts)]);
  }
  if (links.length > 0) steps.push([{}, noteOf('media_link', links.join('\n'), { report })]);
  return steps;
}

function noteOf(move: CaseNews, words: string | undefined, facts: Record<string, unknown>): Said {
  return { move, kind: 'note', words, facts };
}

async function hang(
  ctx: Ctx,
  row: CaseRow,
  said: RowKey,
  photos: readonly number[],
): Promise<void> {
  if ((await countPhotos(ctx, said)) + photos.length > photoLimit)
    throw new Refusal('input.invalid', { field: 'photos', rule: 'maxItems' }, 'photos');
  await attach(ctx, photos, reportRef(said));
  await insertPhotos(ctx, row, photos, 'near', said.no);
}
