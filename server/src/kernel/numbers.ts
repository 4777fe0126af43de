// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from './ctx.ts';
import type { DB } from './tables.ts';

const atOnce = 50;

/**
 * Numbers for new rows of a table, from its own sequence, so that a row's name is known before it is written
 * and nobody waits to hear it. Each program takes fifty at a time; those left over when it ends are never used.
 */
export function numbersOf(table: keyof DB & string): (ctx: Ctx) => Promise<number> {
  const programs = new WeakMap<object, number[]>();
  return async (ctx) => {
    const left = programs.get(ctx.catalogue) ?? []; // each program has one catalogue
    programs.set(ctx.catalogue, left);
    const next = left.pop();
    if (next !== undefined) return next;
    const { rows } = await sql<{ no: number }>`
      select nextval(pg_get_serial_sequence(${table}, 'no')) as no from generate_series(1, ${atOnce})`.execute(
      ctx.db,
    );
    const [first, ...others] = rows.map(({ no }) => no);
    if (first === undefined) throw new Error(`${table} gives no numbers`);
    left.unshift(...others.reverse());
    return first;
  };
}
