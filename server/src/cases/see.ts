// SPDX-License-Identifier: Apache-2.0
// Which photos and voice notes somebody may see: those of the cases that he may read, and his own.
import { parseRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { casePolicy } from './policy.ts';

/** A report's files: its own reporter, and staff who may read the case. A case's files: everybody who may read it. */
export async function maySeeFile(
  ctx: Ctx,
  file: { no: number; subject: string },
): Promise<boolean> {
  const report = parseRef('R', file.subject);
  if (report !== undefined) {
    const { rows } = await sql<{ yes: boolean }>`
      select (${ctx.may(casePolicy, 'read', 'c')} and (${ctx.actor.kind} = 'staff' or r.account = ${ctx.actor.account}::bigint))
        or (c.released_photos and c.others_may_see and c.photo = ${file.no}) as yes
      from cases.report r join cases.case c on c.street = r.street and c.no = r.case_no
      where r.street = ${report.street} and r.no = ${report.no}`.execute(ctx.db);
    return rows[0]?.yes === true;
  }
  const key = parseRef('C', file.subject);
  if (key === undefined) return false;
  const { rows } = await sql<{ yes: boolean }>`
    select ${ctx.may(casePolicy, 'read', 'c')} as yes from cases.case c where c.street = ${key.street} and c.no = ${key.no}`.execute(
    ctx.db,
  );
  return rows[0]?.yes === true;
}
