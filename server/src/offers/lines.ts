// SPDX-License-Identifier: Apache-2.0
// An offer as it is told: by the item's version whose conditions were so, and by what is held of the person now.
import type { OfferCondition, OfferLine, OfferWhole } from '@lilong/contracts/offers';
import { type Item, itemOfRow, type UnaskedFor, unaskedFor } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { dayIn } from '../kernel/today.ts';
import type { HeldPerson } from '../registry/index.ts';
import type { OfferRow } from './tables.ts';

export async function lineOf(ctx: Ctx, row: OfferRow): Promise<OfferLine> {
  const { entry, body } = await itemOfRow(ctx, row.item_row);
  return {
    ...{ offer: row.no, item: row.item, itemName: entry.name, itemNameEn: entry.nameEn },
    ...{ gets: body.result.name, getsEn: body.result.nameEn ?? null },
    getsMore: body.result.valid ?? null,
    ...{ why: body.unasked?.why ?? '', whyEn: body.unasked?.whyEn ?? null },
    ...{ state: row.state, offeredOn: dayIn(ctx, row.offered_at), lapsesOn: row.lapses_on },
    ...{ reminded: row.reminded_at !== null, reason: row.reason, matter: row.matter },
    answeredOn: row.answered_at === null ? null : dayIn(ctx, row.answered_at),
  };
}

/** With what a yes would do, for whoever holds the registry's values of the person. */
export async function wholeOf(ctx: Ctx, row: OfferRow, held: HeldPerson): Promise<OfferWhole> {
  const item = await itemOfRow(ctx, row.item_row);
  const { form, conditions, whole, atOnce } = await unaskedFor(ctx, item, held);
  return {
    ...(await lineOf(ctx, row)),
    conditions: conditionsOf(conditions),
    ...{ form, whole, atOnce, fills: fillsOf(item) },
  };
}

export function conditionsOf(conditions: UnaskedFor['conditions']): OfferCondition[] {
  return conditions.flatMap(({ condition, so, held }): OfferCondition[] => {
    const { element, says = null, saysEn = null } = condition;
    if (element === undefined) return [];
    const known =
      held === undefined ? null : { says: held.says, source: held.source, day: held.day };
    return [{ element, says, saysEn, so, held: known }];
  });
}

function fillsOf({ body }: Item): OfferWhole['fills'] {
  const { questions = {}, fields = {}, deliverBy = null } = body.unasked?.fills ?? {};
  return { questions, fields, deliverBy };
}
