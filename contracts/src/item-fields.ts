// SPDX-License-Identifier: Apache-2.0
// A form as its fields, in the order in which they are asked. Pure: the server reads items with it, the desk a draft.
import type { FormField, When } from './affair-items.ts';
import type { FormProperty, ItemForm } from './item-body.ts';

export function fieldsOfForm({ properties, required, order = [] }: ItemForm): FormField[] {
  const rankOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(properties).sort(([one], [other]) => rankOf(one) - rankOf(other));
  return entries.map(([key, property]) => ({
    key,
    ...{ title: property.title, titleEn: property.titleEn ?? null, type: fieldTypeOf(property) },
    required: required.includes(key),
    help: property.description ?? null,
    max: property.maxLength ?? property.maximum ?? null,
    min: property.minimum ?? null,
    choices: (property.enum ?? []).map((code, at) => ({
      key: code,
      says: property.enumTitles?.[at] ?? code,
      saysEn: property.enumTitlesEn?.[at] ?? null,
    })),
    element: property.element ?? null,
    when: (property.when as When | undefined) ?? null,
  }));
}

const longText = 100; // characters from which a text is written on several lines

export function fieldTypeOf(property: FormProperty): FormField['type'] {
  if (property.enum !== undefined) return 'choice';
  if (property.type === 'boolean') return 'yes_no';
  if (property.type !== 'string') return property.type;
  if (property.format === 'date') return 'date';
  return (property.maxLength ?? 0) > longText ? 'long_text' : 'text';
}
