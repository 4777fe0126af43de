// SPDX-License-Identifier: Apache-2.0
// The dictionary of labels (标签): who supplies each, how sensitive it is, when it must be looked at again.
import type { LabelMark } from '@lilong/contracts/registry';
import type { Entry } from '../kernel/catalogue.ts';
import { holds } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

/**
 * From this level on (domain 6.6: health, disability, children in need) a label is sealed, stands in no list and on no
 * card: no post's ceiling reaches it. The person it is about sees it.
 */
export const sealedFrom = 4;

const isOpen = ({ body }: Entry): boolean => Number(body.sensitivity) < sealedFrom;

/** Labels by code, with the newest name of each: a label that ended is still named. */
export async function labelNames(ctx: Ctx): Promise<ReadonlyMap<string, Entry>> {
  const rows = await ctx.catalogue.rows(ctx.db, 'label', ctx.now);
  const known = named.get(rows) ?? new Map(rows.map((row) => [row.key, row]));
  named.set(rows, known);
  return known;
}
/** Made once from what the catalogue keeps: every list of people asks for it. */
const named = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

/** As a list shows it; nothing for a code that no dictionary ever had, or that has become too sensitive since. */
export function markOf(
  names: ReadonlyMap<string, Entry>,
  code: string,
  due: readonly string[],
): LabelMark[] | undefined {
  const entry = names.get(code);
  if (entry === undefined || !isOpen(entry)) return undefined;
  return [{ code, name: entry.name, nameEn: entry.nameEn, due: due.includes(code) }];
}

/** Labels in force today that a list may show. */
export async function openLabels(ctx: Ctx): Promise<readonly Entry[]> {
  const day = today(ctx);
  const rows = await ctx.catalogue.rows(ctx.db, 'label', ctx.now);
  return rows.filter((row) => holds(row, day) && isOpen(row));
}

/** What the grass roots keep themselves (kind `collected`, by the committee), in force today. */
export async function ownLabels(ctx: Ctx): Promise<readonly Entry[]> {
  return (await openLabels(ctx)).filter(
    ({ body }) => body.kind === 'collected' && body.supplier === 'committee',
  );
}
