// SPDX-License-Identifier: Apache-2.0
// What other modules keep of somebody: applications, certificates. They put it into the host.
import type { OwnGroup } from '@lilong/contracts/registry-own';
import type { Ctx } from '../../kernel/ctx.ts';
import type { TellOwn } from '../../kernel/own-told.ts';
import type { PersonRow } from '../tables.ts';
import { ownGroupsOf, type Showing } from './values.ts';

/** The registry's own values, and what others keep. */
export const allOf = async (
  ctx: Ctx,
  person: PersonRow,
  showing: Showing,
  tells: readonly TellOwn[],
): Promise<OwnGroup[]> => [
  ...(await ownGroupsOf(ctx, person, showing)),
  ...(await toldElsewhere(ctx, tells, showing)),
];

/**
 * For whoever may know all: oneself, and a parent or guardian, who has no page of the single ones. Whoever was merely
 * allowed to read is not told.
 */
async function toldElsewhere(
  ctx: Ctx,
  tells: readonly TellOwn[],
  { numbers, sealed }: Showing,
): Promise<OwnGroup[]> {
  if (!sealed) return [];
  const groups: OwnGroup[] = [];
  for (const tell of tells) groups.push(await tell(ctx, { whole: numbers === 'whole' }));
  if (numbers !== 'shut') return groups;
  return groups.map(({ group, values }) => ({
    group,
    values: values.map((one) => ({ ...one, ref: null })),
  }));
}
