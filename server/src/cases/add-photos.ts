// SPDX-License-Identifier: Apache-2.0
import type { addPhotos } from '@lilong/contracts/cases';
import { photoLimit } from '@lilong/contracts/files';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { reportRef } from './keys.ts';
import { insertPhotos, writeStep } from './queries.ts';
import { countPhotos } from './queries-acts.ts';
import { lockOwnReport, mustBeOpen } from './standing.ts';
import { announceToAll } from './tell.ts';

/** Adds photos to my report, nine of them in all. */
export async function addToReport(
  ctx: Ctx,
  { ref, photos }: InputOf<typeof addPhotos>,
): Promise<ReplyOf<typeof addPhotos>> {
  const { said, row } = await lockOwnReport(ctx, 'add_photo', ref);
  mustBeOpen(row);
  if ((await countPhotos(ctx, said)) + photos.length > photoLimit)
    throw new Refusal('input.invalid', { field: 'photos', rule: 'maxItems' }, 'photos');
  await attach(ctx, photos, reportRef(said));
  await insertPhotos(ctx, row, photos, 'near', said.no);
  await writeStep(
    ctx,
    row,
    row.photo === null ? { photo: photos[0] ?? null, released_photos: false } : {},
    {
      move: 'add_photo',
      kind: 'note',
      facts: { report: reportRef(said), count: photos.length },
    },
  );
  await announceToAll(ctx, row, 'add_photo', { report: said.no, count: photos.length });
  return { done: true };
}
