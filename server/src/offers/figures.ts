// SPDX-License-Identifier: Apache-2.0
// How many were offered what, and what came of it: for the city and a district, and for the department whose item it is.
import type { offerFigures } from '@lilong/contracts/offers';
import type { ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { type Item, itemsOfPost, unaskedItems } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { offerPolicy } from './policy.ts';

interface FigureFound {
  readonly item: string;
  readonly district: number;
  readonly districtName: string;
  readonly offered: number | null;
  readonly waits: number | null;
  readonly accepted: number | null;
  readonly refused: number | null;
  readonly lapsed: number | null;
  readonly over: number | null;
}

export async function showFigures(ctx: Ctx): Promise<ReplyOf<typeof offerFigures>> {
  ctx.requireEver(offerPolicy, 'figures');
  const items = await itemsOfPost(ctx, await unaskedItems(ctx));
  const keys = items.map(({ entry }) => entry.key);
  const { rows } = await sql<FigureFound>`
    select f.*, l.name as "districtName" from offers.figures(${keys}::text[], ${rangesOf(ctx)}::int8multirange) f
    join places.place l on l.no = f.district order by f.item, f.district`.execute(ctx.db);
  const byKey = new Map(items.map((item) => [item.entry.key, item]));
  return {
    figures: rows.map((row) => ({ ...row, ...namesOf(byKey.get(row.item)) })),
    nights: await nightsOf(ctx, keys),
  };
}

const namesOf = (item: Item | undefined) => ({
  itemName: item?.entry.name ?? '',
  itemNameEn: item?.entry.nameEn ?? null,
  departmentName: item?.body.department.name ?? '',
});

const rangesOf = ({ actor: { post } }: Ctx): string =>
  `{${(post?.ranges ?? []).map(({ first, last }) => `[${first},${last}]`).join()}}`;

/** How the last night went. */
async function nightsOf(
  ctx: Ctx,
  items: readonly string[],
): Promise<ReplyOf<typeof offerFigures>['nights']> {
  const { rows } = await sql<{ item: string; ended_at: Date | null }>`
    select distinct on (r.item) r.item, r.ended_at from offers.run r where r.item = any(${[...items]}::text[])
    order by r.item, r.no desc`.execute(ctx.db);
  return rows.map(({ item, ended_at }) => ({ item, endedAt: ended_at?.toISOString() ?? null }));
}
