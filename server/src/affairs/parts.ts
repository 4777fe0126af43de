// SPDX-License-Identifier: Apache-2.0
// 一件事: which parts of a joint matter are needed, and what each office sees of it.
import { isNeeded } from '@lilong/contracts/affair-items';
import type { ItemBody, ItemForm, ItemPart } from '@lilong/contracts/item-body';
import type { Ctx } from '../kernel/ctx.ts';
import { formOf, type Item, itemOfRow } from './items.ts';
import type { ApplicationRow } from './tables.ts';
import type { Told } from './told.ts';

/** What an application is read and decided by: the version that it began with; of a part, cut to its office. */
export async function itemOf(
  ctx: Ctx,
  { item_row, joint_row }: Pick<ApplicationRow, 'item_row' | 'joint_row'>,
): Promise<Item> {
  const own = await itemOfRow(ctx, item_row);
  return joint_row === null ? own : itemAsPart(own, await itemOfRow(ctx, joint_row));
}

/** The parts that the answers make needed. None: it is one matter, decided by whoever decides the item. */
export function partsFor(
  { entry, body }: Item,
  { questions }: Pick<Told, 'questions'>,
): ItemPart[] {
  const needed = (body.parts ?? []).filter(({ when = null }) => isNeeded(when, questions));
  return needed.length === 1 && needed[0]?.item === entry.key ? [] : needed;
}

/** What the office of a part reads and decides by: its own item, with the form of the whole cut to its fields. */
export function itemAsPart(own: Item, { entry, body }: Item): Item {
  const part = body.parts?.find(({ item }) => item === own.entry.key);
  if (part === undefined) throw new Error(`${entry.key} has no part ${own.entry.key}`);
  const { parts: _, rule: __, ...rest } = own.body;
  const cut: ItemBody = {
    ...rest,
    questions: body.questions,
    form: onlyFields(formOf(body), part.fields),
    materials: body.materials.filter(({ key }) => part.materials.includes(key)),
  };
  return { entry: own.entry, body: cut };
}

function onlyFields(
  { properties, required, order = [], type }: ItemForm,
  keys: readonly string[],
): ItemForm {
  const ours = (key: string) => keys.includes(key);
  return {
    type,
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => ours(key))),
    ...{ required: required.filter(ours), order: order.filter(ours) },
  };
}
