// SPDX-License-Identifier: Apache-2.0
// At the counter: every paper that was brought is counted, and what differs is said, never put right in silence.
import type { countPapers } from '@lilong/contracts/doorstep';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import {
  isUncounted,
  joinMatter,
  keepPapers,
  lookAtAffairs,
  mayMove,
  movePaper,
  type PaperFound,
  paperOf,
  saysWhatCame,
  selectOfDoor,
} from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { tellCollection } from './collect.ts';
import { collectionOf, logLook } from './lines.ts';
import { type CollectionFound, lockCollection, updateCollection } from './queries.ts';

export async function count(
  ctx: Ctx,
  { ref, counted, besides = [], words }: InputOf<typeof countPapers>,
): Promise<ReplyOf<typeof countPapers>> {
  const found = await lockCollection(ctx, 'count', ref);
  await joinMatter(ctx, found);
  const here = (await selectOfDoor(ctx, found)).filter(
    (paper) => mayMove(paper, 'receive') && isUncounted(paper),
  );
  const all = countsOf(here, counted);
  const differs = besides.length > 0 || all.some(({ paper, count }) => paper.count !== count);
  if (differs && words === undefined) throw new Refusal('doorstep.differs', {}, 'words');
  for (const { paper, count } of all) {
    const locked = await paperOf(ctx, { of: 'D', key: found }, paper.material);
    await movePaper(ctx, count === 0 ? 'miss' : 'receive', locked, { words, counted: count });
  }
  await cameBesides(ctx, found, besides);
  await said(ctx, found, { differs, words });
  await tellMatter(ctx, found, words);
  await logLook(ctx, found, 'collection-counted');
  await lookAtAffairs(ctx);
  const facts = { differs, papers: all.length, besides: besides.length };
  ctx.note({ act: 'doorstep.counted', subject: ref, place: found.place, facts });
  tellCollection(ctx, ref, found);
  return collectionOf(ctx, found);
}

/**
 * Each paper that is here, with how many of it there are.
 *
 * @throws {Refusal} doorstep.uncounted; papers.state when one is not here to be counted
 */
function countsOf(
  here: readonly PaperFound[],
  counted: InputOf<typeof countPapers>['counted'],
): { paper: PaperFound; count: number }[] {
  if (counted.some(({ key }) => !here.some(({ material }) => material === key)))
    throw new Refusal('papers.state', { state: 'held' }, 'counted');
  return here.map((paper) => {
    const said = counted.find(({ key }) => key === paper.material);
    if (said === undefined)
      throw new Refusal('doorstep.uncounted', { name: paper.name ?? paper.material }, 'counted');
    return { paper, count: said.count };
  });
}

/** Came, and is not on the slip: it is here, and stands there as what came besides. */
async function cameBesides(
  ctx: Ctx,
  found: CollectionFound,
  besides: NonNullable<InputOf<typeof countPapers>['besides']>,
): Promise<void> {
  if (besides.length === 0) return;
  const [first] = await selectOfDoor(ctx, found);
  const application =
    first?.application == null ? null : { street: first.street, no: first.application };
  await keepPapers(
    ctx,
    { door: found, application },
    besides.map(({ name, form, count }) => ({
      ...{ key: undefined, name, name_en: null, form, count: 0, counted: count, files: [] },
    })),
  );
}

/** Once different it stays so; what was said last stands on the slip, all of it with each paper. */
const said = (
  ctx: Ctx,
  found: CollectionFound,
  { differs, words }: { readonly differs: boolean; readonly words: string | undefined },
): Promise<void> =>
  updateCollection(ctx, found, {
    ...{ checked_at: ctx.now, checked_by: ctx.actor.account },
    ...{ differs: found.differs || differs, words: words ?? found.words },
  });

/** The application, if there is one, says what came. */
async function tellMatter(
  ctx: Ctx,
  found: CollectionFound,
  words: string | undefined,
): Promise<void> {
  const here = (await selectOfDoor(ctx, found)).filter(
    ({ application, counted, at }) =>
      application !== null && (counted ?? 0) > 0 && at.getTime() === ctx.now.getTime(),
  );
  const [first] = here;
  if (first?.application == null) return;
  const key = { street: first.street, no: first.application };
  const keys = here.map(({ material }) => material);
  await saysWhatCame(ctx, key, { keys, words: words ?? formatRef('D', found) });
}
