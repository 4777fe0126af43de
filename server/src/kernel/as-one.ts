// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';

/**
 * Insertions as one statement, which costs less than each by itself: the rows that the last one returns. None sees what the
 * others write; keys between them are checked when all is written.
 */
export function asOne<R>(last: RawBuilder<R>, ...others: readonly RawBuilder<unknown>[]) {
  if (others.length === 0) return last;
  const named = others.map((one, at) => sql`${sql.raw(`w${at}`)} as (${one})`);
  return sql<R>`with ${sql.join(named)} ${last}`;
}
