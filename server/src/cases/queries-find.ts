// SPDX-License-Identifier: Apache-2.0
// The cases that a number names: what a caller reads out from a receipt, or 12345 from its own order.
import { channels } from '@lilong/contracts/case-shapes';
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { casePolicy } from './policy.ts';

const mostNamed = 20; // one outside number may have come in parts

/** Cases that `q` names as a whole (C…, R… or an outside number), if the actor may read them. */
export async function selectNamed(ctx: Ctx, q: string): Promise<RowKey[]> {
  const named = nameIn(q.trim());
  if (named === undefined) return [];
  const { rows } = await sql<RowKey>`
    select distinct c.street, c.no from cases.case c ${named}
    and ${ctx.may(casePolicy, 'read', 'c')} limit ${mostNamed}`.execute(ctx.db);
  return rows;
}

/** Join and condition by which the number finds its case; a report's is the case it hangs on now. */
function nameIn(q: string) {
  const ofCase = parseRef('C', q);
  if (ofCase !== undefined)
    return sql<SqlBool>`where c.street = ${ofCase.street} and c.no = ${ofCase.no}`;
  const said = sql`join cases.report r on r.street = c.street and r.case_no = c.no`;
  const ofReport = parseRef('R', q);
  if (ofReport !== undefined)
    return sql`${said} where r.street = ${ofReport.street} and r.no = ${ofReport.no}`;
  if (!/\d/.test(q)) return undefined;
  // Every channel is named, so that the index over channel and number answers.
  return sql`${said} where r.channel = any(${[...channels]}::text[]) and r.outside_no = ${q}`;
}
