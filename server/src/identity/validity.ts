// SPDX-License-Identifier: Apache-2.0
// When a post counts. From its first moment on, up to but not including its last.
import { type Expression, type SqlBool, sql } from 'kysely';

/** The post may be acted as now. */
export function holdsNow(alias: string, now: Date): Expression<SqlBool> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<SqlBool>`(${of('status')} = 'approved' and ${of('valid_from')} <= ${now}::timestamptz
    and (${of('valid_to')} is null or ${of('valid_to')} > ${now}::timestamptz))`;
}

/** The post gives a right, or may yet give one: it is approved or proposed, and not over. */
export function isLive(alias: string, now: Date): Expression<SqlBool> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<SqlBool>`(${of('status')} in ('proposed', 'approved')
    and (${of('valid_to')} is null or ${of('valid_to')} > ${now}::timestamptz))`;
}

/** The same of a row that was read. */
export function isOver(
  { status, valid_to: to }: { readonly status: string; readonly valid_to: Date | null },
  now: Date,
): boolean {
  return (status !== 'proposed' && status !== 'approved') || (to !== null && to <= now);
}
