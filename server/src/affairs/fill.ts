// SPDX-License-Identifier: Apache-2.0
// An item as it stands for one person: what the city knows already, what is asked, the promised day.

import type { HeldElement } from '@lilong/contracts/affair-items';
import type { AffairForm, FilledField, FilledMaterial } from '@lilong/contracts/affairs';
import type { ItemBody } from '@lilong/contracts/item-body';
import { maskName } from '@lilong/contracts/mask';
import { formatRef } from '@lilong/contracts/refs';
import { dueAt, parseLimit } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import type { HeldPerson, HeldValue } from '../registry/index.ts';
import type { EarlierPaper } from './earlier.ts';
import { type Has, hasFor } from './has.ts';
import { cardOf, fieldsOf, type Item, itemsToday, materialsOf } from './items.ts';
import { shownHas } from './masked.ts';
import { type Offices, officesOf } from './offices.ts';
import { selectRunning } from './queries.ts';
import { takesOf } from './takes.ts';

type Values = ReadonlyMap<HeldElement, HeldValue>;

/** `has`: of an application that was handed in; none: what its person has today. */
export async function formFor(
  ctx: Ctx,
  item: Item,
  held: HeldPerson,
  before?: Has,
): Promise<AffairForm> {
  const offices = await officesOf(ctx, item.body, held);
  const running = await selectRunning(ctx, item.entry.key);
  const has = shownHas(held, before ?? (await hasFor(ctx, item, held)));
  return {
    item: cardOf(item, await itemsToday(ctx)),
    personName: maskName(held.name), // others look at the same screen
    fields: filledFields(item.body, has.values),
    materials: filledMaterials(item.body, has),
    takes: takesOf(item.body, has),
    promise: await promisedOf(ctx, item.body),
    ...namesOf(offices),
    running: running === undefined ? null : formatRef('A', running),
    draft: null,
    collected: [],
  };
}
const namesOf = (offices: Offices | undefined) => ({
  acceptName: offices?.acceptName ?? null,
  decideName: offices?.decideName ?? null,
});

export function filledFields(body: ItemBody, values: Values): FilledField[] {
  return fieldsOf(body).map((field) => {
    const known = field.element === null ? undefined : values.get(field.element);
    if (known === undefined) return { ...field, held: null };
    const { says, source, day } = known;
    return { ...field, held: { says, source, day } };
  });
}

/**
 * What the registry says stands in for a paper that only says the same; then a valid certificate; then the same paper that
 * an earlier matter brought, if it is chosen.
 */
export function filledMaterials(body: ItemBody, has: Has): FilledMaterial[] {
  return materialsOf(body).map((material, at) => ({
    ...material,
    held: heldOf(body.materials[at]?.element, material.key, has),
    earlier: earlierOf(has.earlier.get(material.key)),
  }));
}

function heldOf(
  element: HeldElement | undefined,
  key: string,
  { values, certificates }: Has,
): FilledMaterial['held'] {
  const known = element === undefined ? undefined : values.get(element);
  if (known !== undefined)
    return { from: 'registry', says: known.says, source: known.source, ref: null, to: null };
  const certificate = certificates.get(key);
  if (certificate === undefined) return null;
  const { ref, name, issuerName, to } = certificate;
  return { from: 'certificate', says: name, source: issuerName, ref, to };
}

function earlierOf(paper: EarlierPaper | undefined): FilledMaterial['earlier'] {
  if (paper === undefined) return null;
  const { files, hash: _, ...said } = paper;
  return { ...said, pictures: files.length };
}

async function promisedOf(ctx: Ctx, { promised, legal }: ItemBody): Promise<AffairForm['promise']> {
  const due = dueAt(await calendarOf(ctx), ctx.now, parseLimit(promised));
  return {
    ...{ promised, legal: legal ?? null, provisional: due.provisional },
    dueAt: due.at.toISOString(),
  };
}
