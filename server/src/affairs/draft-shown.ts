// SPDX-License-Identifier: Apache-2.0
// What was begun at home, as the window sees it that serves its person: answers in words, numbers masked.
import type { DraftShown } from '@lilong/contracts/affair-consent';
import { isNeeded } from '@lilong/contracts/affair-items';
import { maskRuns } from '@lilong/contracts/mask';
import { formatRef } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson } from '../registry/index.ts';
import { filledFields } from './fill.ts';
import type { Item } from './items.ts';
import { openKept } from './kept.ts';
import { selectRunning } from './queries.ts';
import { inLanguage, sayAnswer } from './say.ts';

/** None when there is no draft of it. The transaction states the person, by a live grant. */
export async function draftShown(
  ctx: Ctx,
  { entry, body }: Item,
  { values }: HeldPerson,
): Promise<DraftShown | null> {
  const row = await selectRunning(ctx, entry.key);
  if (row?.state !== 'draft') return null;
  const { questions, fields } = openKept(ctx, row);
  return {
    ...{ ref: formatRef('A', row), changedAt: row.changed_at.toISOString(), questions },
    fields: filledFields(body, values).flatMap((field) => {
      const answer = fields[field.key];
      const open = field.held === null && isNeeded(field.when, questions);
      if (!open || answer === undefined) return [];
      const title = inLanguage(ctx.actor.language, field.title, field.titleEn);
      return [{ key: field.key, title, says: maskRuns(sayAnswer(ctx, field, answer)) }];
    }),
    materials: row.materials.map(({ key, files }) => ({ key, pictures: files.length })),
    deliverBy: row.deliver_by,
  };
}
