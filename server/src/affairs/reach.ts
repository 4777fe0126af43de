// SPDX-License-Identifier: Apache-2.0
// What row-level security lets this transaction see of applications. Unsaid is nothing.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { affairRoles, doorRoles } from './policy.ts';

/** States what the post acted as may see: its organisation's, and a manager's places. */
export const lookAtAffairs = (ctx: Pick<Ctx, 'db' | 'actor'>): Promise<void> =>
  runLater(ctx.db, affairsLookOf(ctx));

/** The same, for whoever asks several things together. */
export function affairsLookOf({ actor: { post } }: Pick<Ctx, 'actor'>) {
  const works = post !== null && [...affairRoles, ...doorRoles].includes(post.role);
  const office = works ? String(post.organisation) : '';
  const ranges = post?.role === 'centre_manager' ? post.ranges : [];
  return stated(office, ranges);
}

/** The program itself, by the clock: everywhere. */
export async function lookEverywhere({ db }: Pick<Ctx, 'db'>): Promise<void> {
  await runLater(db, stated('', [{ first: 0, last: Number.MAX_SAFE_INTEGER }]));
}

function stated(office: string, ranges: readonly PlaceRange[]) {
  const text = `{${ranges.map(({ first, last }) => `[${first},${last}]`).join()}}`;
  return sql`select set_config('lilong.office', ${office}, true), set_config('lilong.affairs', ${text}, true)`;
}
