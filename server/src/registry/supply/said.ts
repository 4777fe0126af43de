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

/** Said once more, a line is still one line. */
export async function sayLines(ctx: Ctx, batch: number, lines: readonly Line[]): Promise<void> {
  const last = new Map(lines.map((line) => [keyOf(ctx, line), line]));
  const rows = [...last].map(([key, { organisation, label: code, until }]) => ({
    ...{ key, organisation, code, until, batch },
  }));
  await sql`
    insert into registry.label_said (key, organisation, code, until, batch)
    select key, organisation, code, until, batch
    from json_populate_recordset(null::registry.label_said, ${JSON.stringify(rows)}::text::json)
    on conflict (key) do update set until = excluded.until, batch = excluded.batch`.execute(ctx.db);
}

export async function unsayLines(ctx: Ctx, lines: readonly Line[]): Promise<void> {
  const keys = JSON.stringify(lines.map((line) => ({ key: keyOf(ctx, line) })));
  await sql`
    delete from registry.label_said s
    using json_populate_recordset(null::registry.label_said, ${keys}::text::json) as gone
    where s.key = gone.key`.execute(ctx.db);
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
