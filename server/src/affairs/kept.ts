// SPDX-License-Identifier: Apache-2.0
// What an application keeps sealed: the answers, and the registry's values as they were when it was handed in.
import { type HeldElement, isNeeded } from '@lilong/contracts/affair-items';
import type { ItemBody } from '@lilong/contracts/item-body';
import type { Ctx } from '../kernel/ctx.ts';
import type { Sealed } from '../kernel/reseal.ts';
import { type HeldPerson, type HeldValue, registrySealer } from '../registry/index.ts';
import { fieldsOf } from './items.ts';
import type { ApplicationRow, KeptMaterial } from './tables.ts';
import type { Told } from './told.ts';

/** Written into `sealed`. */
export interface Kept {
  readonly questions: Told['questions'];
  readonly fields: Told['fields'];
  /** None while it is a draft: then the registry is asked. */
  readonly held: Readonly<Partial<Record<HeldElement, HeldValue>>>;
  /** With which the hashes of the consent are made. */
  readonly salt?: string;
}

export const affairsSealed: readonly Sealed[] = [
  { table: 'affairs.application', key: ['street', 'no'], column: 'sealed', form: 'bytes' },
];

/** What was sealed just now is shown without being opened again. */
const sealedNow = new WeakMap<Buffer, Kept>();

export function sealKept({ keys }: Pick<Ctx, 'keys'>, kept: Kept): Buffer {
  const sealed = registrySealer.seal(keys, JSON.stringify(kept)) as Buffer; // bytes
  sealedNow.set(sealed, kept);
  return sealed;
}

export const openKept = (
  { keys }: Pick<Ctx, 'keys'>,
  { sealed }: Pick<ApplicationRow, 'sealed'>,
): Kept => sealedNow.get(sealed) ?? (JSON.parse(registrySealer.open(keys, sealed)) as Kept); // written by sealKept

export function toldOf({ questions, fields }: Kept, materials: readonly KeptMaterial[]): Told {
  return {
    ...{ questions, fields },
    materials: materials.map(({ files, ...one }) => ({ ...one, files: [...files] })),
  };
}

export const keptMaterials = (told: Told): KeptMaterial[] =>
  told.materials.map(({ key, how, files = [], from }) => ({
    ...{ key, how, files },
    ...(from === undefined ? {} : { from }),
  }));

export const valuesOf = ({ held }: Kept): HeldPerson['values'] =>
  new Map(Object.entries(held) as [HeldElement, HeldValue][]); // keys as they were written

/** Only what the item needs of the registry is taken along. */
export function snapshotOf(body: ItemBody, values: HeldPerson['values'], told: Told): Kept['held'] {
  const asked = [
    ...fieldsOf(body)
      .filter(({ when }) => isNeeded(when, told.questions))
      .map(({ element }) => element),
    ...body.materials.map(({ element }) => element ?? null),
    ...(body.rule ?? []).map(({ element }) => element ?? null),
  ];
  const found = asked.flatMap((element) => {
    const value = element === null ? undefined : values.get(element);
    return element === null || value === undefined ? [] : [[element, value] as const];
  });
  return Object.fromEntries(found);
}
