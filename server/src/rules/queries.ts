// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';

/** Open cases of a category. */
export async function countOpenOf(ctx: Ctx, category: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from cases.case where ended_at is null and category = ${category}`.execute(
    ctx.db,
  );
  return rows[0]?.open ?? 0;
}

/** Open cases with a promise that runs, which other days or hours would move. */
export async function countRunning(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from cases.case where ended_at is null and due_at is not null`.execute(
    ctx.db,
  );
  return rows[0]?.open ?? 0;
}
