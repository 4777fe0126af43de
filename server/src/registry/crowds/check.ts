// SPDX-License-Identifier: Apache-2.0
// What may be asked of people: labels below the post's ceiling, and nothing that does not fit together.
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { CrowdConditions } from '@lilong/contracts/registry-crowds';
import { sql } from 'kysely';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { openLabels } from '../labels.ts';
import { groupPolicy, registryReaders } from '../policy.ts';

/** Committee workers read names; whoever stands above is told counts. */
export const seesNames = ({ actor }: Ctx): boolean =>
  actor.post !== null && registryReaders.includes(actor.post.role);

/** Labels that stand beside people and may be asked for: those computed from the day of birth are asked as an age. */
export async function askableLabels(ctx: Ctx): Promise<readonly Entry[]> {
  return (await openLabels(ctx)).filter(({ body }) => body.kind !== 'computed');
}

/**
 * Lets conditions through that this post may ask.
 *
 * @throws {Refusal} `registry.crowd-label` above its ceiling or in no dictionary, `registry.crowd-ends`,
 * `registry.crowd-household`, `registry.crowd-group` when it is not of the committee, or no more
 */
export async function checkConditions(ctx: Ctx, asked: CrowdConditions): Promise<void> {
  const { ageFrom = 0, ageTo = ageFrom, sizeFrom = 1, sizeTo = sizeFrom } = asked;
  if (ageTo < ageFrom) throw new Refusal('registry.crowd-ends', {}, 'ageTo');
  if (sizeTo < sizeFrom) throw new Refusal('registry.crowd-ends', {}, 'sizeTo');
  if (asked.role !== 'lives' && asksHousehold(asked))
    throw new Refusal('registry.crowd-household', {}, 'role');
  await checkGroups(ctx, asked.groups ?? []);
  const codes = [...(asked.labels ?? []), ...(asked.without ?? [])];
  if (codes.length === 0) return;
  const known = new Set((await askableLabels(ctx)).map(({ key }) => key));
  if (codes.some((code) => !known.has(code)))
    throw new Refusal('registry.crowd-label', {}, 'labels');
}

/** Only those of one's own committees that are there today: above the committee a group would tell apart whom a count hides. */
async function checkGroups(ctx: Ctx, groups: readonly string[]): Promise<void> {
  if (groups.length === 0) return;
  const known = new Set((await askableGroups(ctx)).map(({ group }) => group));
  if (groups.some((group) => !known.has(group)))
    throw new Refusal('registry.crowd-group', {}, 'groups');
}

/** 楼组 of the post's committees; none for whoever keeps them in a whole street, and is told counts alone. */
export async function askableGroups(ctx: Ctx): Promise<{ group: string; name: string }[]> {
  if (!seesNames(ctx) || !groupPolicy.mayEver('change', ctx.actor)) return [];
  const { rows } = await sql<RowKey & { name: string }>`
    select g.street, g.no, g.name from registry.building_group g
    where g.to_on is null and ${ctx.may(groupPolicy, 'change', 'g')} order by g.place, length(g.name), g.name`.execute(
    ctx.db,
  );
  return rows.map(({ name, ...key }) => ({ group: formatRef('G', key), name }));
}

const asksHousehold = ({ alone, childUnder, sizeFrom, sizeTo }: CrowdConditions): boolean =>
  alone !== undefined || childUnder !== undefined || sizeFrom !== undefined || sizeTo !== undefined;
