// SPDX-License-Identifier: Apache-2.0
// Several cases about one thing become one (并案), undoably, so that one answer reaches all reporters.
import type { mergeCases, unmergeCase } from '@lilong/contracts/case-work';
import type { RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { keptOf, takenBack } from './before.ts';
import { caseKey, caseRef } from './keys.ts';
import { withDue } from './promises.ts';
import { announce, lockCase, selectReporters, writeStep } from './queries.ts';
import { countLive, moveReports, selectHead, selectLastStep } from './queries-acts.ts';
import { changedMeanwhile, lockInOrder, mustBeOpen, wrongState } from './standing.ts';
import type { CasePatch, CaseRow } from './tables.ts';
import { changeFacts, tellReporters } from './tell.ts';

/** Reports of the same thing join this case. The others end as merged; their reports hang on this one. */
export async function merge(
  ctx: Ctx,
  { ref, others }: InputOf<typeof mergeCases>,
): Promise<ReplyOf<typeof mergeCases>> {
  const into = caseKey(ref);
  const nos = otherNos(into, others);
  const rows = await lockInOrder(ctx, 'merge', into.street, [into.no, ...nos]);
  const taken = nos.flatMap((no) => rows.get(no) ?? []);
  const kept = rows.get(into.no);
  if (kept === undefined) throw new Refusal('found.nothing', { what: 'case' }, 'ref');
  for (const row of [kept, ...taken]) mustBeOpen(row);
  const accounts = await selectReporters(ctx, kept);
  for (const row of taken) {
    accounts.push(...(await selectReporters(ctx, row)));
    await takeIn(ctx, row, kept);
  }
  const over = takenOver(kept, taken);
  const patch = {
    ...withDue({ ...kept, ...over }, over, ctx.now),
    reports: await countLive(ctx, kept),
  };
  const merged = taken.map(caseRef);
  await writeStep(ctx, kept, patch, { move: 'merge', kind: 'note', facts: { merged } });
  announce(ctx, { ...kept, ...patch }, 'merge', { merged });
  tellReporters(ctx, kept, [...new Set(accounts)]);
  return { done: true };
}

/** @throws {Refusal} cases.not-same-street; input.invalid when only the case itself was named */
function otherNos(into: RowKey, others: readonly string[]): number[] {
  const keys = others.map(caseKey);
  const far = keys.find((key) => key.street !== into.street);
  if (far !== undefined)
    throw new Refusal('cases.not-same-street', { ref: caseRef(far) }, 'others');
  const nos = [...new Set(keys.map((key) => key.no))].filter((no) => no !== into.no);
  if (nos.length === 0)
    throw new Refusal('input.invalid', { field: 'others', rule: 'minItems' }, 'others');
  return nos;
}

/** Ends one case as merged. Its flow log keeps what unmerging restores. */
async function takeIn(ctx: Ctx, row: CaseRow, kept: CaseRow): Promise<void> {
  const end: CasePatch = {
    state: 'not_accepted',
    ended_at: ctx.now,
    merged_into: kept.no,
    outcome: caseRef(kept),
  };
  const patch = withDue({ ...row, ...end }, end, ctx.now);
  const after = { ...row, ...patch };
  await moveReports(ctx, row, kept.no);
  await writeStep(ctx, row, patch, {
    move: 'merge',
    kind: 'cancel',
    facts: { into: caseRef(kept) },
    before: keptOf(row, patch),
  });
  announce(ctx, after, 'merge', { ...changeFacts(row, after), into: caseRef(kept) });
}

/** What the kept case takes over: the earliest first answer that was promised, and danger. */
function takenOver(kept: CaseRow, taken: readonly CaseRow[]): CasePatch {
  const urgent = kept.urgent || taken.some((row) => row.urgent);
  if (kept.answered_at !== null) return { urgent };
  const promised = [kept, ...taken].filter((row) => row.answered_at === null);
  const earliest = Math.min(...promised.map((row) => row.answer_due.getTime()));
  return { urgent, answer_due: new Date(earliest) };
}

/** Takes a merged case out again as it was, with the reports that were born in it. */
export async function unmerge(
  ctx: Ctx,
  { ref }: InputOf<typeof unmergeCase>,
): Promise<ReplyOf<typeof unmergeCase>> {
  const key = caseKey(ref);
  const head = await selectHead(ctx, key);
  if (head === undefined || head === key.no) throw wrongState(await lockCase(ctx, 'unmerge', key));
  const rows = await lockInOrder(ctx, 'unmerge', key.street, [key.no, head]);
  const [row, from] = [rows.get(key.no), rows.get(head)];
  const step = await selectLastStep(ctx, key, 'merge');
  if (row === undefined || from === undefined || !step?.before)
    throw new Refusal('found.nothing', { what: 'case' }, 'ref');
  if ((await selectHead(ctx, key)) !== head) throw await changedMeanwhile(ctx, row);
  const accounts = await selectReporters(ctx, from);
  await moveReports(ctx, row, row.no);
  const patch = { ...takenBack(row, step.before, ctx.now), reports: await countLive(ctx, row) };
  await settleApart(ctx, row, patch, caseRef(from));
  await settleApart(ctx, from, { reports: await countLive(ctx, from) }, caseRef(row));
  tellReporters(ctx, row, accounts);
  return { done: true };
}

async function settleApart(ctx: Ctx, row: CaseRow, patch: CasePatch, apart: string): Promise<void> {
  const kind = patch.state === undefined ? 'note' : 'revoke';
  const after = { ...row, ...patch };
  await writeStep(ctx, row, patch, { move: 'unmerge', kind, facts: { apart } });
  announce(ctx, after, 'unmerge', { ...changeFacts(row, after), apart });
}
