// SPDX-License-Identifier: Apache-2.0
// What may be asked of people: labels below the post's ceiling, and nothing that does not fit together.
import { Refusal } from '@lilong/contracts/refusals';
import type { CrowdConditions } from '@lilong/contracts/registry-crowds';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { openLabels } from '../labels.ts';

/** Labels that stand beside people and may be asked for: those computed from the day of birth are asked as an age. */
export async function askableLabels(ctx: Ctx): Promise<readonly Entry[]> {
  return (await openLabels(ctx)).filter(({ body }) => body.kind !== 'computed');
}

/**
 * Lets conditions through that this post may ask.
 *
 * @throws {Refusal} `registry.crowd-label` above its ceiling or in no dictionary, `registry.crowd-ends`,
 * `registry.crowd-household`
 */
export async function checkConditions(ctx: Ctx, asked: CrowdConditions): Promise<void> {
  const { ageFrom = 0, ageTo = ageFrom, sizeFrom = 1, sizeTo = sizeFrom } = asked;
  if (ageTo < ageFrom) throw new Refusal('registry.crowd-ends', {}, 'ageTo');
  if (sizeTo < sizeFrom) throw new Refusal('registry.crowd-ends', {}, 'sizeTo');
  if (asked.role !== 'lives' && asksHousehold(asked))
    throw new Refusal('registry.crowd-household', {}, 'role');
  const codes = [...(asked.labels ?? []), ...(asked.without ?? [])];
  if (codes.length === 0) return;
  const known = new Set((await askableLabels(ctx)).map(({ key }) => key));
  if (codes.some((code) => !known.has(code)))
    throw new Refusal('registry.crowd-label', {}, 'labels');
}

const asksHousehold = ({ alone, childUnder, sizeFrom, sizeTo }: CrowdConditions): boolean =>
  alone !== undefined || childUnder !== undefined || sizeFrom !== undefined || sizeTo !== undefined;
