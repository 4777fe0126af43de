// SPDX-License-Identifier: Apache-2.0
// How a case stands: locks, and the refusals that acts begin with.
import type { RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { caseRef, reportKey } from './keys.ts';
import type { casePolicy } from './policy.ts';
import { lockCase } from './queries.ts';
import { type SaidRow, selectLastStep, selectReport } from './queries-acts.ts';
import type { CaseRow } from './tables.ts';

export type Action = (typeof casePolicy.actions)[number];
type Standing = Pick<CaseRow, 'street' | 'no' | 'state' | 'ended_at'>;

export function wrongState(row: Standing): Refusal {
  return new Refusal('cases.wrong-state', { ref: caseRef(row), state: row.state });
}
/** With the state it is in now, and the role of whoever changed it last; never a name. */
export async function changedMeanwhile(ctx: Ctx, row: Standing): Promise<Refusal> {
  const last = await selectLastStep(ctx, row);
  const who = last?.by_role ?? 'system';
  return new Refusal('cases.changed', { ref: caseRef(row), state: row.state, who });
}

/** @throws {Refusal} cases.changed */
export async function checkVersion(
  ctx: Ctx,
  row: Standing & Pick<CaseRow, 'version'>,
  version: number,
): Promise<void> {
  if (row.version !== version) throw await changedMeanwhile(ctx, row);
}

/** @throws {Refusal} cases.wrong-state when the case has ended */
export function mustBeOpen(row: Standing): void {
  if (row.ended_at !== null) throw wrongState(row);
}

/**
 * Locks a case of which only open ones may be acted on.
 *
 * @throws {Refusal} found.nothing, auth.denied, cases.wrong-state
 */
export async function lockOpen(ctx: Ctx, action: Action, key: RowKey): Promise<CaseRow> {
  const row = await lockCase(ctx, action, key);
  mustBeOpen(row);
  return row;
}

/** Locks several cases of one street in the order of their numbers, so that no two requests wait in a ring. */
export async function lockInOrder(
  ctx: Ctx,
  action: Action,
  street: number,
  nos: readonly number[],
): Promise<Map<number, CaseRow>> {
  const rows = new Map<number, CaseRow>();
  for (const no of nos.toSorted((a, b) => a - b))
    rows.set(no, await lockCase(ctx, action, { street, no }));
  return rows;
}

/** One of the actor's own reports, and the case it hangs on now, locked. */
export interface OwnReport {
  readonly said: SaidRow;
  readonly row: CaseRow;
}

/**
 * @throws {Refusal} found.nothing, also for somebody else's report and one that was withdrawn;
 *   cases.changed when the report was merged into another case meanwhile
 */
export async function lockOwnReport(ctx: Ctx, action: Action, ref: string): Promise<OwnReport> {
  const key = reportKey(ref);
  const said = await selectReport(ctx, key);
  const own = said !== undefined && said.account !== null && said.account === ctx.actor.account;
  if (!own || said.withdrawn) throw new Refusal('found.nothing', { what: 'report' }, 'ref');
  const row = await lockCase(ctx, action, { street: key.street, no: said.case_no });
  const again = await selectReport(ctx, key);
  if (again?.case_no !== row.no) throw await changedMeanwhile(ctx, row);
  return { said: again, row };
}
