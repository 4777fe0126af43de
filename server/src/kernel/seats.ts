// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether somebody sits in an organisation in this role at a moment, as SQL: for lists, proposals and gates alike.
 *
 * @param organisation its number, or the column that holds it
 * @param account only this one, when given
 */
export function isSeated(
  role: Role,
  organisation: RawBuilder<unknown>,
  now: Date,
  account?: number,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from identity.post seat join identity.account sitter on sitter.no = seat.account and sitter.ended_at is null
    where seat.organisation = ${organisation} and seat.role = ${role} and seat.status = 'approved'
      and seat.valid_from <= ${now}::timestamptz and (seat.valid_to is null or seat.valid_to > ${now}::timestamptz)
      ${account === undefined ? sql`` : sql`and seat.account = ${account}::bigint`})`;
}
