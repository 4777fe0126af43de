// SPDX-License-Identifier: Apache-2.0
import type { CrowdConditions } from '@lilong/contracts/registry-crowds';
import type { Ctx } from '../../kernel/ctx.ts';
import { anySupplier, countUse } from '../supply/uses.ts';

/** The labels that a list of people was asked by have been used, for whoever supplies them there. */
export async function countLabels(
  ctx: Ctx,
  conditions: CrowdConditions,
  use: { readonly act: 'crowd' | 'export'; readonly purpose: string; readonly people: number },
): Promise<void> {
  const { labels = [], without = [] } = conditions;
  const asked = [...labels, ...without].map((code) => ({ code, supplier: anySupplier }));
  await countUse(ctx, { ...use, labels: asked, about: `crowd ${JSON.stringify(conditions)}` });
}
