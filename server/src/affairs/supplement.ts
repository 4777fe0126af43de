// SPDX-License-Identifier: Apache-2.0
// What was asked for is brought: everything at once, or it is said what is still missing.
import type { FieldAnswers, GivenMaterial } from '@lilong/contracts/affairs';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Static } from 'typebox';
import type { Ctx } from '../kernel/ctx.ts';
import { attachNew } from './begin.ts';
import { hasOf } from './has.ts';
import type { Item } from './items.ts';
import { keptMaterials, openKept, sealKept, toldOf } from './kept.ts';
import type { ApplicationRow } from './tables.ts';
import { checkTold, type Told } from './told.ts';

export interface Brought {
  readonly fields?: Static<typeof FieldAnswers> | undefined;
  readonly materials: readonly GivenMaterial[];
}

/** The row with what was brought in it. The values of the registry stay as they were when it was handed in. */
export async function supplemented(
  ctx: Ctx,
  item: Item,
  row: ApplicationRow,
  { fields, materials }: Brought,
): Promise<ApplicationRow> {
  const lacks = row.asked_keys.find((key) => !materials.some((one) => one.key === key));
  if (lacks !== undefined) {
    const { name } = item.body.materials.find(({ key }) => key === lacks) ?? { name: lacks };
    throw new Refusal('affairs.material', { name }, `materials.${lacks}`);
  }
  return brought(ctx, item, row, { fields, materials });
}

/** The same for what is brought by itself. */
export async function brought(
  ctx: Ctx,
  { body }: Item,
  row: ApplicationRow,
  { fields, materials }: Brought,
): Promise<ApplicationRow> {
  const kept = openKept(ctx, row);
  const before = toldOf(kept, row.materials);
  const told: Told = {
    questions: before.questions,
    fields: { ...before.fields, ...fields },
    materials: [
      ...before.materials.filter(({ key }) => !materials.some((one) => one.key === key)),
      ...materials,
    ],
  };
  const checked = checkTold(body, await hasOf(ctx, row, kept), told, 'but_papers');
  await attachNew(ctx, formatRef('A', row), checked, row.materials);
  const onPaper = materials.some(({ how }) => how === 'paper');
  return {
    ...row,
    materials: keptMaterials(checked),
    sealed: sealKept(ctx, { ...kept, fields: checked.fields }),
    custodian_org: onPaper
      ? (ctx.actor.post?.organisation ?? row.custodian_org)
      : row.custodian_org,
  };
}
