// SPDX-License-Identifier: Apache-2.0
// Which certificate of one item stands in for a material of others, and which paper is the same in several: laid over the
// items, from data/service-materials.csv. 示例 until a city replaces them.
import type { ItemBody } from '@lilong/contracts/item-body';

/** Columns of data/service-materials.csv; lists are apart by `|`, `S139:certificate` names a material of an item. */
export type Link = Readonly<
  Record<'what' | 'key' | 'name' | 'name_en' | 'issued_by' | 'days' | 'asked_by' | 'source', string>
>;

const listOf = (text: string): string[] => text.split('|').filter((one) => one !== '');

/** What an item of its own says goes before what a link says of it. */
export function linked(item: string, body: ItemBody, links: readonly Link[]): ItemBody {
  return links.reduce((made, link) => asking(item, issuing(item, made, link), link), body);
}

function issuing(item: string, body: ItemBody, { key, name, name_en, issued_by }: Link): ItemBody {
  const { result, form } = body;
  if (!listOf(issued_by).includes(item) || result.certificate !== undefined) return body;
  if (result.kind === 'certificate' && form !== undefined)
    return { ...body, result: { ...result, certificate: key } };
  if (form !== undefined) return body; // what it brings is its own
  const named = { kind: 'certificate' as const, name, nameEn: name_en, certificate: key };
  return { ...body, result: { ...result, ...named } };
}

type Material = ItemBody['materials'][number];

function asking(item: string, body: ItemBody, link: Link): ItemBody {
  for (const asked of listOf(link.asked_by)) {
    const [who, material] = asked.split(':');
    if (who !== item) continue;
    if (material === undefined)
      return body.form === undefined
        ? { ...body, materials: [...body.materials, newMaterial(link)] }
        : body; // what it asks for is its own
    const materials = body.materials.map((one) =>
      one.key === material ? { ...kindOf(link), ...one } : one,
    );
    return { ...body, materials };
  }
  return body;
}

/** By what it is found. */
const kindOf = ({ what, key, days }: Link): Partial<Material> =>
  what === 'certificate' ? { certificate: key } : { paper: key, freshDays: Number(days) };

/** Taken by consent where there is one; otherwise it may follow. */
const newMaterial = ({ key, name, name_en, ...link }: Link): Material => ({
  ...{ key, name, nameEn: name_en, source: 'certificate', kind: 'electronic', copies: 1 },
  need: 'later',
  ...kindOf({ key, name, name_en, ...link }),
});
