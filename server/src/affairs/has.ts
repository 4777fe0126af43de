// SPDX-License-Identifier: Apache-2.0
// What need not be brought: values of the registry, certificates, and papers of earlier matters, by the key of the material.
import type { ItemBody } from '@lilong/contracts/item-body';
import { type HeldCertificate, standingOf, validCertificates } from '../certificates/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson } from '../registry/index.ts';
import { type EarlierPaper, earlierPapers } from './earlier.ts';
import type { Item } from './items.ts';
import { type Kept, valuesOf } from './kept.ts';
import type { ApplicationRow, KeptMaterial } from './tables.ts';

export interface Has {
  readonly values: HeldPerson['values'];
  readonly certificates: ReadonlyMap<string, HeldCertificate>;
  readonly earlier: ReadonlyMap<string, EarlierPaper>;
}

export const onlyValues = (values: HeldPerson['values']): Has => ({
  ...{ values, certificates: new Map(), earlier: new Map() },
});

/** Of somebody whom the transaction states, for an item, today; asked by a helper as far as the mandate goes. */
export async function hasFor(ctx: Ctx, item: Item, { values, mandate }: HeldPerson): Promise<Has> {
  const wanted = mandate?.certificates === false ? new Map() : certificatesOf(item.body);
  const valid = await validCertificates(ctx, [...wanted.values()]);
  const certificates = [...wanted].flatMap(([key, kind]) => {
    const found = valid.get(kind);
    return found === undefined ? [] : [[key, found] as const];
  });
  return {
    ...{ values, certificates: new Map(certificates) },
    earlier: await earlierPapers(ctx, item),
  };
}

const certificatesOf = ({ materials }: ItemBody): Map<string, string> =>
  new Map(
    materials.flatMap(({ key, certificate }) =>
      certificate === undefined ? [] : [[key, certificate] as const],
    ),
  );

/** Of an application that was handed in: what it took then, less certificates that were revoked since. */
export async function hasOf(
  ctx: Ctx,
  { materials }: Pick<ApplicationRow, 'materials'>,
  kept: Kept,
): Promise<Has> {
  const taken = materials.flatMap(({ key, how, from }) =>
    how === 'certificate' && from !== undefined ? [{ key, from }] : [],
  );
  const standing = await standingOf(
    ctx,
    taken.map(({ from }) => from),
  );
  const good = taken.filter(({ from }) => standing.get(from.ref) !== 'revoked');
  return {
    values: valuesOf(kept),
    certificates: new Map(good.map(({ key, from }) => [key, { ...from, issuerName: from.source }])),
    earlier: new Map(materials.flatMap(earlierOf)),
  };
}

function earlierOf({ key, how, from, files }: KeptMaterial): [string, EarlierPaper][] {
  if (how !== 'earlier' || from === undefined) return [];
  const { ref, name, nameEn, on, hash, source } = from;
  const at = source === '' ? null : source;
  return [[key, { ref, itemName: name, itemNameEn: nameEn, on, hash, files, at }]];
}
