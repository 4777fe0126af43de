// SPDX-License-Identifier: Apache-2.0
// One case with everything that hangs on it, in one statement.
import type { CasePage } from '@lilong/contracts/case-shapes';
import type { HotlineReply } from '@lilong/contracts/hotline';
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { gridNamesAt } from '../places/index.ts';
import { casePolicy } from './policy.ts';
import { type Besides, besides, lineJoins } from './queries-list.ts';
import type { CaseRow } from './tables.ts';

export interface ReportPart {
  no: number;
  channel: CaseRow['channel'];
  at: string;
  words: string | null;
  voice: number | null;
  transcript: string | null;
  contact: string | null;
  outside_no: string | null;
  outside_sub: string | null;
  account: number | null;
  me_too: boolean;
}
export interface FlowPart {
  step: number;
  at: string;
  move: string;
  kind: string;
  state: CaseRow['state'];
  round: number;
  by_account: number | null;
  by_role: string;
  by_organisation: string | null;
  by_name: string | null;
  words: string | null;
  facts: Record<string, unknown>;
  undoable: boolean;
}
export interface PageRow extends CaseRow, Besides {
  mayContact: boolean;
  reportRows: ReportPart[];
  photoRows: {
    file: number;
    kind: 'near' | 'far' | 'reference' | 'before' | 'after' | 'voice';
    at: string;
    report_no: number | null;
  }[];
  flowRows: FlowPart[];
  delayRows: {
    no: number;
    kind: 'extension' | 'suspension';
    until: string;
    reason: string;
    status: 'asked' | 'granted' | 'refused';
    asked_at: string;
    decided_reason: string | null;
  }[];
  appeal: (NonNullable<CasePage['appeal']> & { readonly reviewers: readonly number[] }) | null;
  mergedRows: Pick<CaseRow, 'no' | 'title' | 'category' | 'category_name'>[];
  grade: number | null;
  crewName: string | null;
  hotline: Partial<HotlineReply> | null;
  gridNames: string[];
}

/** Rows of `table` that hang on the case `c`. */
const own = (table: string, alias: string): string =>
  `from cases.${table} ${alias} where ${alias}.street = c.street and ${alias}.case_no = c.no`;

/** What hangs on the case, the same for every reader: one text, put together once. */
const hanging = sql.raw(`
  (select coalesce(jsonb_agg(to_jsonb(r) - 'street' order by r.no), '[]') ${own('report', 'r')} and not r.withdrawn) as "reportRows",
  (select coalesce(jsonb_agg(jsonb_build_object('file', f.file, 'kind', f.kind, 'at', f.at, 'report_no', f.report_no) order by f.no), '[]') ${own('photo', 'f')}) as "photoRows",
  (select coalesce(jsonb_agg(jsonb_build_object('step', s.step, 'at', s.at, 'move', s.move, 'kind', s.kind, 'state', s.state, 'round', s.round,
      'by_account', s.by_account, 'by_role', s.by_role, 'words', s.words, 'facts', s.facts, 'undoable', s.before is not null,
      'by_organisation', (select name from places.organisation where no = s.by_organisation),
      'by_name', (select name from identity.account where no = s.by_account and kind = 'staff')) order by s.step), '[]') ${own('flow', 's')}) as "flowRows",
  (select coalesce(jsonb_agg(to_jsonb(d) - 'street' order by d.no), '[]') ${own('delay', 'd')}) as "delayRows",
  (select jsonb_build_object('no', e.no, 'reason', e.reason, 'askedAt', e.asked_at, 'status', e.status, 'reviews', e.reviews, 'reviewers', e.reviewers) ${own('appeal', 'e')}) as appeal,
  (select coalesce(jsonb_agg(jsonb_build_object('no', m.no, 'title', m.title, 'category', m.category, 'category_name', m.category_name) order by m.no), '[]') from cases.case m where m.street = c.street and m.merged_into = c.no) as "mergedRows",
  (select g.grade ${own('rating', 'g')} order by g.no desc limit 1) as grade,
  (select name from identity.account where no = c.crew) as "crewName",
  (select reply from cases.hotline h where h.street = c.street and h.no = c.no) as hotline`);

/** A case with reports, photos, flow log and requests; nothing when the actor may not read it. */
export async function selectPage(ctx: Ctx, key: RowKey): Promise<PageRow | undefined> {
  const { rows } = await sql<PageRow>`
    select c.*, ${besides(ctx)}, ${ctx.may(casePolicy, 'contact', 'c')} as "mayContact", ${hanging},
      ${gridNamesAt(ctx, sql.ref('c.point'))} as "gridNames"
    from cases.case c ${lineJoins}
    where c.street = ${key.street} and c.no = ${key.no} and ${ctx.may(casePolicy, 'open', 'c')}`.execute(
    ctx.db,
  );
  return rows[0];
}
