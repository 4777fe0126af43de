// SPDX-License-Identifier: Apache-2.0
// 一件事: which parts of a joint matter are needed, which office decides each, and what it sees of the whole.
import { isNeeded } from '@lilong/contracts/affair-items';
import type { ItemBody, ItemForm, ItemPart } from '@lilong/contracts/item-body';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { formOf, type Item, itemOfRow } from './items.ts';
import { deciderOf } from './offices.ts';
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

/** What the office of a part reads and decides by: its own item, with the form of the whole cut to its fields, papers and questions. */
export function itemAsPart(own: Item, { entry, body }: Item): Item {
  const part = body.parts?.find(({ item }) => item === own.entry.key);
  if (part === undefined) throw new Error(`${entry.key} has no part ${own.entry.key}`);
  const { parts: _, rule: __, ...rest } = own.body;
  const form = onlyFields(formOf(body), part.fields);
  const materials = body.materials.filter(({ key }) => part.materials.includes(key));
  const ours = asksOf([part], form, materials);
  const whole = asksOf(body.parts ?? [], formOf(body), body.materials);
  const questions = body.questions.filter(({ key }) => ours.has(key) || !whole.has(key));
  return { entry: own.entry, body: { ...rest, questions, form, materials } };
}

type Asking = { readonly when?: ItemPart['when'] };
/** The questions that these depend on. One that nothing depends on is about the whole, and every office reads it. */
const asksOf = (
  parts: readonly Asking[],
  { properties }: ItemForm,
  materials: readonly Asking[],
): ReadonlySet<string> =>
  new Set(
    [...parts, ...Object.values(properties), ...materials].flatMap(({ when }) =>
      when === undefined ? [] : [when.question],
    ),
  );

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

export interface PartOfOffice {
  /** The item as it is part of the whole: cut to what this office sees. */
  readonly part: Item;
  readonly decides: number;
}
/** The parts that are needed, each with who decides it where the whole is accepted. */
export async function officesOfParts(
  ctx: Ctx,
  joint: Item,
  told: Pick<Told, 'questions'>,
  { place, accept_org }: Pick<ApplicationRow, 'place' | 'accept_org'>,
): Promise<PartOfOffice[]> {
  const parts: PartOfOffice[] = [];
  for (const { item: key } of partsFor(joint, told)) {
    const own = key === joint.entry.key ? joint : await inForce(ctx, key);
    const part = itemAsPart(own, joint);
    const decider = await deciderOf(ctx, part.body, place);
    parts.push({ part, decides: decider?.organisation ?? accept_org });
  }
  return parts;
}

/** The part's own item as it is today; the joint matter names only what is there (checked at approval). */
async function inForce(ctx: Ctx, key: string): Promise<Item> {
  const entry = await ctx.catalogue.inForce(ctx.db, 'item', key, today(ctx), ctx.now);
  if (entry === undefined) throw new Error(`no item ${key} for a part`);
  return itemOfRow(ctx, entry.no);
}

/** Elements and materials of an item, by which a consent names what is taken. */
export const keysOf = ({ form, materials }: ItemBody): ReadonlySet<string> =>
  new Set([
    ...Object.values(form?.properties ?? {}).flatMap(({ element }) => element ?? []),
    ...materials.flatMap(({ key, element }) => [key, element ?? key]),
  ]);
