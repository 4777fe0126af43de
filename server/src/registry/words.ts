// SPDX-License-Identifier: Apache-2.0
import type { registryWords } from '@lilong/contracts/registry-labels';
import type { ReplyOf } from '@lilong/contracts/route';
import { holds } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { ownLabels } from './labels.ts';
import { personPolicy } from './policy.ts';

/** What the forms offer: purposes of the purpose registry, labels that the committee keeps itself. */
export async function showWords(ctx: Ctx): Promise<ReplyOf<typeof registryWords>> {
  ctx.requireEver(personPolicy, 'words');
  const knowsPeople = personPolicy.mayEver('find', ctx.actor);
  const purposes = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  const day = today(ctx);
  return {
    cases: ctx.config.CASE_LABELS,
    purposes: purposes
      .filter((row) => holds(row, day) && row.body.chosen === true)
      .map(({ key, name, nameEn }) => ({ key, name, nameEn })),
    labels: (knowsPeople ? await ownLabels(ctx) : []).map(({ key, name, nameEn, body }) => ({
      code: key,
      name,
      nameEn,
      lookAgainDays: Number(body.lookAgainDays),
    })),
  };
}
