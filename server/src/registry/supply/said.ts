// SPDX-License-Identifier: Apache-2.0
// A department's own account: which lines it has said and not taken back. It follows from what was sent alone, so that
// counting it does not tell whom the city knows.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { saidKeyOf } from '../sealed.ts';
import { hexOf } from '../seed-queries.ts';
import type { Waiting } from './queries.ts';

/** A line as it is put down, and its label beside it. */
export interface Line extends Waiting {
  readonly label: string;
}
const keyOf = (ctx: Ctx, { digest, label, organisation }: Line): string =>
  hexOf(saidKeyOf(ctx.keys, { digest, code: label, organisation }));

/**
 * Of lines that were said under an earlier key nobody knows whom they are about: as many of a label as are said again, or
 * taken back, are no longer counted. Follows a CTE `said`.
 */
const dropCarried = sql`
  delete from registry.label_said d using said,
    lateral (select s.key from registry.label_said s where s.carried and s.organisation = said.organisation and s.code = said.code
      order by s.batch, s.key limit said.lines) old
  where d.key = old.key`;

/** Said once more, a line is still one line. */
export async function sayLines(ctx: Ctx, batch: number, lines: readonly Line[]): Promise<void> {
  const last = new Map(lines.map((line) => [keyOf(ctx, line), line]));
  const rows = [...last].map(([key, { organisation, label: code, until }]) => ({
    ...{ key, organisation, code, until, batch },
  }));
  await sql`
    with put as (
      insert into registry.label_said (key, organisation, code, until, batch)
      select key, organisation, code, until, batch
      from json_populate_recordset(null::registry.label_said, ${JSON.stringify(rows)}::text::json)
      on conflict (key) do update set until = excluded.until, batch = excluded.batch
      returning organisation, code, xmax = 0 as added),
    said as (select organisation, code, count(*) as lines from put where added group by organisation, code)
    ${dropCarried}`.execute(ctx.db);
}

export async function unsayLines(ctx: Ctx, lines: readonly Line[]): Promise<void> {
  const keys = lines.map((line) => ({
    ...{ key: keyOf(ctx, line), organisation: line.organisation, code: line.label },
  }));
  await sql`
    with asked as materialized (
      select key, organisation, code from json_populate_recordset(null::registry.label_said, ${JSON.stringify(keys)}::text::json)),
    gone as (delete from registry.label_said s using asked a where s.key = a.key returning s.key),
    said as (select organisation, code, count(*) as lines from asked a
      where not exists (select from gone g where g.key = a.key) group by organisation, code)
    ${dropCarried}`.execute(ctx.db);
}

export async function unsayBatch(ctx: Ctx, batch: number): Promise<void> {
  await sql`delete from registry.label_said where batch = ${batch}`.execute(ctx.db);
}

export async function unsayLabel(ctx: Ctx, organisation: number, code: string): Promise<void> {
  await sql`delete from registry.label_said where organisation = ${organisation} and code = ${code}`.execute(
    ctx.db,
  );
}

/** What is over is no longer said. */
export async function dropOverSaid(ctx: Ctx): Promise<void> {
  await sql`delete from registry.label_said where until < ${today(ctx)}::date`.execute(ctx.db);
}

/** Lines in force today, by label. */
export async function countSaid(
  ctx: Ctx,
  organisation: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; lines: number }>`
    select code, count(*)::int as lines from registry.label_said
    where organisation = ${organisation} and (until is null or until >= ${today(ctx)}::date)
    group by code`.execute(ctx.db);
  return new Map(rows.map(({ code, lines }) => [code, lines]));
}
