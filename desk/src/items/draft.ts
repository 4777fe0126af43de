// SPDX-License-Identifier: Apache-2.0
// A matter (事项) while it is edited: the row in force, what was changed of it, and what it would ask of people. Pure.
import type { FormField, ItemBurden } from '@lilong/contracts/affair-items';
import type { CatalogueRow } from '@lilong/contracts/catalogue';
import { generalForm } from '@lilong/contracts/general-form';
import type { FormProperty, ItemBody, ItemForm } from '@lilong/contracts/item-body';
import { burdenOf } from '@lilong/contracts/item-burden';
import { fieldsOfForm } from '@lilong/contracts/item-fields';

export interface ItemDraft {
  readonly name: string;
  readonly nameEn: string;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly body: ItemBody;
}
export const draftOf = (row: CatalogueRow, effectiveFrom: string): ItemDraft => ({
  ...{ name: row.name, nameEn: row.nameEn ?? '', source: row.source, effectiveFrom },
  body: row.body as unknown as ItemBody, // checked when it was approved
});

/** What is typed into is kept in this browser until it was sent or thrown away. */
const nameOf = (key: string) => `lilong.item.${key}`;
export function keptDraft(key: string): ItemDraft | undefined {
  const text = localStorage.getItem(nameOf(key));
  return text === null ? undefined : (JSON.parse(text) as ItemDraft); // written below
}
export const keepDraft = (key: string, draft: ItemDraft): void =>
  localStorage.setItem(nameOf(key), JSON.stringify(draft));
export const forgetDraft = (key: string): void => localStorage.removeItem(nameOf(key));

/** A field of the form being edited. */
export interface FieldDraft {
  readonly key: string;
  readonly required: boolean;
  readonly property: FormProperty;
}
export const formOf = ({ form }: ItemBody): ItemForm => form ?? generalForm;

export function fieldDrafts(body: ItemBody): FieldDraft[] {
  const form = formOf(body);
  return fieldsOfForm(form).flatMap(({ key, required }) => {
    const property = form.properties[key];
    return property === undefined ? [] : [{ key, required, property }];
  });
}
export const formFrom = (fields: readonly FieldDraft[]): ItemForm => ({
  type: 'object',
  properties: Object.fromEntries(fields.map(({ key, property }) => [key, property])),
  required: fields.filter(({ required }) => required).map(({ key }) => key),
  order: fields.map(({ key }) => key),
});

export const fieldsOf = (body: ItemBody): FormField[] => fieldsOfForm(formOf(body));

export const burdenOfDraft = (body: ItemBody): ItemBurden =>
  burdenOf({
    questions: body.questions.map(({ key, choices }) => ({
      key,
      choices: choices.map((one) => ({ ...one, saysEn: one.saysEn ?? null })),
    })),
    fields: fieldsOf(body),
    materials: body.materials.map((one) => ({ ...one, when: one.when ?? null })),
    visits: body.visits,
  });

/** A key that nothing has yet: `q3`. */
export function freshKey(before: readonly string[], letter: string): string {
  let no = before.length + 1;
  while (before.includes(`${letter}${no}`)) no += 1;
  return `${letter}${no}`;
}

/** The list with one of it moved up (-1) or down (1). */
export function movedBy<T extends object>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const one = list[at];
  const other = list[at + by];
  if (one === undefined || other === undefined) return [...list];
  return list.with(at, other).with(at + by, one);
}

/** Without what is empty: the shape wants text or nothing. */
export function without<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(([, one]) => one !== '' && one !== undefined);
  return Object.fromEntries(kept) as T;
}
