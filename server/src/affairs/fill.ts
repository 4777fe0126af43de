// SPDX-License-Identifier: Apache-2.0
// An item as it stands for one person: what the city knows already, what is asked, the promised day.

import type { HeldElement } from '@lilong/contracts/affair-items';
import type { AffairForm, FilledField, FilledMaterial } from '@lilong/contracts/affairs';
import type { ItemBody } from '@lilong/contracts/item-body';
import { formatRef } from '@lilong/contracts/refs';
import { dueAt, parseLimit } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import type { HeldPerson, HeldValue } from '../registry/index.ts';
import { cardOf, fieldsOf, type Item, itemsToday, materialsOf } from './items.ts';
import { type Offices, officesOf } from './offices.ts';
import { selectRunning } from './queries.ts';

type Values = ReadonlyMap<HeldElement, HeldValue>;

export async function formFor(ctx: Ctx, item: Item, held: HeldPerson): Promise<AffairForm> {
  const offices = await officesOf(ctx, item.body, held);
  const running = await selectRunning(ctx, item.entry.key);
  return {
    item: cardOf(item, await itemsToday(ctx)),
    personName: maskName(held.name),
    fields: filledFields(item.body, held.values),
    materials: filledMaterials(item.body, held.values),
    promise: await promisedOf(ctx, item.body),
    ...namesOf(offices),
    running: running === undefined ? null : formatRef('A', running),
  };
}
const namesOf = (offices: Offices | undefined) => ({
  acceptName: offices?.acceptName ?? null,
  decideName: offices?.decideName ?? null,
});

/** `王*`: whose form it is, beside others who look at the same screen. */
const maskName = (name: string): string =>
  `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`;

export function filledFields(body: ItemBody, values: Values): FilledField[] {
  return fieldsOf(body).map((field) => {
    const known = field.element === null ? undefined : values.get(field.element);
    if (known === undefined) return { ...field, held: null };
    const { says, source, day } = known;
    return { ...field, held: { says, source, day } };
  });
}

/** What the registry says stands in for a paper that only says the same. */
export function filledMaterials(body: ItemBody, values: Values): FilledMaterial[] {
  return materialsOf(body).map((material, at) => {
    const element = body.materials[at]?.element;
    const known = element === undefined ? undefined : values.get(element);
    if (known === undefined) return { ...material, held: null };
    return { ...material, held: { says: known.says, source: known.source } };
  });
}

async function promisedOf(ctx: Ctx, { promised, legal }: ItemBody): Promise<AffairForm['promise']> {
  const due = dueAt(await calendarOf(ctx), ctx.now, parseLimit(promised));
  return {
    ...{ promised, legal: legal ?? null, provisional: due.provisional },
    dueAt: due.at.toISOString(),
  };
}
