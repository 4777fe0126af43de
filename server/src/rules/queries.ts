// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Draft } from '../kernel/catalogue-queries.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

/** Open cases of a category. */
export async function countOpenOf(ctx: Ctx, category: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from cases.case where ended_at is null and category = ${category}`.execute(
    ctx.db,
  );
  return rows[0]?.open ?? 0;
}

/** Open cases with a promise that runs, which other days or hours would move: all, or what one organisation leads. */
export async function countRunning(ctx: Ctx, organisation: number | null): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from cases.case where ended_at is null and due_at is not null
      and (${organisation}::bigint is null or organisation = ${organisation}::bigint)`.execute(
    ctx.db,
  );
  return rows[0]?.open ?? 0;
}

/** Whether the item is the organisation's own, and stays in its department as the draft has it. */
export async function isOwnItem(
  ctx: Ctx,
  organisation: number,
  { key, body }: Pick<Draft, 'key'> & Partial<Pick<Draft, 'body'>>,
): Promise<boolean> {
  const department = body === undefined ? null : JSON.stringify(body.department ?? {});
  const { rows } = await sql<{ own: boolean }>`
    select kernel.owns_item(${organisation}::bigint, ${key}, ${department}::text::jsonb) as own`.execute(
    ctx.db,
  );
  return rows[0]?.own === true;
}

/** The organisation of this number, if it is there today. */
export async function organisationNamed(ctx: Ctx, no: number): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from places.organisation
    where no = ${no}::bigint and (valid_to is null or valid_to >= ${today(ctx)}::date)`.execute(
    ctx.db,
  );
  return rows[0]?.name;
}
