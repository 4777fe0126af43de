// SPDX-License-Identifier: Apache-2.0
// What row-level security lets this transaction see of applications. Unsaid is nothing.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { affairRoles } from './policy.ts';

/** States what the post acted as may see: its organisation's, and a manager's places. */
export async function lookAtAffairs({
  db,
  actor: { post },
}: Pick<Ctx, 'db' | 'actor'>): Promise<void> {
  const works = post !== null && affairRoles.includes(post.role);
  const office = works ? String(post.organisation) : '';
  const ranges = post?.role === 'centre_manager' ? post.ranges : [];
  await state(db, office, ranges);
}

/** The program itself, by the clock: everywhere. */
export async function lookEverywhere({ db }: Pick<Ctx, 'db'>): Promise<void> {
  await state(db, '', [{ first: 0, last: Number.MAX_SAFE_INTEGER }]);
}

async function state(db: Ctx['db'], office: string, ranges: readonly PlaceRange[]): Promise<void> {
  const text = `{${ranges.map(({ first, last }) => `[${first},${last}]`).join()}}`;
  await runLater(
    db,
    sql`select set_config('lilong.office', ${office}, true), set_config('lilong.affairs', ${text}, true)`,
  );
}
