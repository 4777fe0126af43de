// SPDX-License-Identifier: Apache-2.0
// Crowds are kept as conditions under a name, by an organisation: others of it see, change and throw them away.
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  changeCrowd,
  dropCrowd,
  keepCrowd,
  listCrowds,
} from '@lilong/contracts/registry-crowds';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type Entry, holds } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { crowdPolicy } from '../policy.ts';
import { askableGroups, askableLabels, checkConditions, seesNames } from './check.ts';
import { deleteCrowd, insertCrowd, type Kept, selectCrowds, updateCrowd } from './queries.ts';

const usualDays = 183; // 示例: half a year, then somebody asks whether it is still needed
const mostDays = 366;

export async function showCrowds(ctx: Ctx): Promise<ReplyOf<typeof listCrowds>> {
  ctx.requireEver(crowdPolicy, 'ask');
  const day = today(ctx);
  const purposes = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  return {
    crowds: (await selectCrowds(ctx)).map(({ no, columns, ...kept }) => ({
      ...{ crowd: no, ...kept, columns: [...columns] },
      due: kept.lookAgain <= day,
    })),
    labels: (await askableLabels(ctx)).map(named),
    groups: await askableGroups(ctx),
    purposes: purposes.filter((row) => holds(row, day) && row.body.chosen === true).map(named),
    names: seesNames(ctx),
  };
}

const named = ({ key, name, nameEn }: Entry) => ({ key, name, nameEn });

export async function keep(
  ctx: Ctx,
  input: InputOf<typeof keepCrowd>,
): Promise<ReplyOf<typeof keepCrowd>> {
  ctx.requireEver(crowdPolicy, 'ask');
  const crowd = await insertCrowd(ctx, await keptOf(ctx, input));
  if (crowd === undefined)
    throw new Refusal('registry.crowd-name', { name: input.name.trim() }, 'name');
  ctx.note({ act: 'registry.crowd-kept', subject: `crowd ${crowd}`, facts: input });
  return { crowd };
}

export async function change(
  ctx: Ctx,
  input: InputOf<typeof changeCrowd>,
): Promise<ReplyOf<typeof changeCrowd>> {
  const { crowd } = input;
  await ctx.require(crowdPolicy, 'use', { no: crowd });
  if (!(await updateCrowd(ctx, crowd, await keptOf(ctx, input))))
    throw new Refusal('registry.crowd-name', { name: input.name.trim() }, 'name');
  ctx.note({ act: 'registry.crowd-changed', subject: `crowd ${crowd}`, facts: input });
  return { done: true };
}

export async function drop(
  ctx: Ctx,
  { crowd }: InputOf<typeof dropCrowd>,
): Promise<ReplyOf<typeof dropCrowd>> {
  await ctx.require(crowdPolicy, 'use', { no: crowd });
  await deleteCrowd(ctx, crowd);
  ctx.note({ act: 'registry.crowd-dropped', subject: `crowd ${crowd}` });
  return { done: true };
}

async function keptOf(ctx: Ctx, input: InputOf<typeof keepCrowd>): Promise<Kept> {
  const { name, conditions, columns, lookAgain } = input;
  if (name.trim() === '')
    throw new Refusal('input.invalid', { field: 'name', rule: 'minLength' }, 'name');
  await checkConditions(ctx, conditions);
  const [day, latest] = [today(ctx), daysAfter(today(ctx), mostDays)];
  if (lookAgain !== undefined && (lookAgain <= day || lookAgain > latest))
    throw new Refusal('registry.look-again', { day: latest }, 'lookAgain');
  return {
    ...{ name: name.trim(), conditions, columns },
    lookAgain: lookAgain ?? daysAfter(day, usualDays),
  };
}
