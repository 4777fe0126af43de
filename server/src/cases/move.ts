// SPDX-License-Identifier: Apache-2.0
import { type CaseMove, moveOf } from '@lilong/contracts/case-flow';
import type { MoveInput, moveCase, moveMany } from '@lilong/contracts/case-work';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { sayRefusal } from '../kernel/problem.ts';
import { organisationCard } from '../places/index.ts';
import { keptOf } from './before.ts';
import { caseKey, caseRef, iso } from './keys.ts';
import { proposalsFor } from './proposals.ts';
import {
  announce,
  insertPhotos,
  insertRuling,
  lockCase,
  selectReporters,
  writeStep,
} from './queries.ts';
import { calendarOf, conditionFor } from './rules.ts';
import { checkVersion } from './standing.ts';
import type { CasePatch, CaseRow } from './tables.ts';
import { tellReporters } from './tell.ts';
import { checkNeeds, effectsOf, type MoveFacts, permitted } from './workflow.ts';

export const undoSeconds = 60;
type Moved = ReplyOf<typeof moveCase>;

/** One move of the workflow table. Of two people acting at once one succeeds, the other is shown what changed. */
export async function makeMove(ctx: Ctx, input: MoveInput): Promise<Moved> {
  const key = caseKey(input.ref);
  const row = await lockCase(ctx, input.move, key);
  await checkVersion(ctx, row, input.version);
  const move = permitted(row, input.move, input.ref);
  // What a reporter does has a route of its own, which looks at the other reporters too.
  if ((move.who as readonly string[]).includes('reporter'))
    throw new Refusal('auth.denied', { action: input.move });
  checkNeeds(move.needs ?? [], input);
  const facts = await factsFor(ctx, row, input);
  const patch = effectsOf(row, input.move, move, input, facts.move);
  if (patch.solve_due instanceof Date) facts.shown.dueAfter = iso(patch.solve_due);
  const version = await writeStep(ctx, row, patch, {
    move: input.move,
    kind: move.kind,
    words: input.words ?? input.outcome ?? input.reason,
    facts: facts.shown,
    before: move.undo === true ? keptOf(row, patch) : undefined,
  });
  await afterMove(ctx, row, patch, input);
  return {
    state: move.to,
    version,
    solveDue: iso(patch.solve_due === undefined ? row.solve_due : patch.solve_due),
    undoUntil: move.undo === true ? iso(new Date(ctx.now.getTime() + undoSeconds * 1000)) : null,
  };
}

async function factsFor(
  ctx: Ctx,
  row: CaseRow,
  input: MoveInput,
): Promise<{ move: MoveFacts; shown: Record<string, unknown> }> {
  const calendar = await calendarOf(ctx);
  const shown: Record<string, unknown> = {};
  const register =
    input.move === 'register' && input.category !== undefined && input.condition !== undefined;
  const condition = register
    ? await conditionFor(ctx, input.category ?? '', input.condition ?? 0)
    : undefined;
  if (condition !== undefined)
    Object.assign(shown, { category: condition.categoryName, limit: condition.limit });
  const sent =
    input.organisation !== undefined && (input.move === 'dispatch' || input.move === 'rule');
  if (sent) shown.organisation = (await organisationCard(ctx, input.organisation ?? 0)).name;
  for (const name of ['reasonCode', 'ground', 'closing', 'reason'] as const)
    if (input[name] !== undefined) shown[name] = input[name];
  if (row.solve_due !== null) shown.dueBefore = iso(row.solve_due);
  return { move: { calendar, now: ctx.now, condition, organisation: input.organisation }, shown };
}

/** Photos, the ruling that is remembered, and everybody who should look. */
async function afterMove(
  ctx: Ctx,
  row: CaseRow,
  patch: CasePatch,
  input: MoveInput,
): Promise<void> {
  const photos = input.photos ?? [];
  await attach(ctx, photos, caseRef(row));
  await insertPhotos(ctx, row, photos, 'after', null);
  if (input.move === 'rule' && row.category !== null)
    await insertRuling(ctx, row, input.organisation ?? 0, input.reason ?? '');
  const after = { ...row, ...patch };
  announceMove(ctx, after, input.move, await selectReporters(ctx, row), row.organisation);
}

function announceMove(
  ctx: Ctx,
  row: CaseRow,
  move: CaseMove,
  accounts: readonly number[],
  organisationBefore: number | null,
): void {
  announce(
    ctx,
    row,
    move,
    { state: row.state, category: row.category, place: row.place, ended: row.ended_at !== null },
    organisationBefore === null ? [] : [organisationBefore],
  );
  tellReporters(ctx, row, accounts);
}

/** The same move for several cases; each succeeds or is refused by itself. */
export async function makeMoves(
  ctx: Ctx,
  input: InputOf<typeof moveMany>,
): Promise<ReplyOf<typeof moveMany>> {
  const { cases, proposed, ...shared } = input;
  const done: string[] = [];
  let undoUntil: string | null = null;
  const refused: { ref: string; code: string; detail: string }[] = [];
  // In one order everywhere, so that two dispatchers acting on the same cases never wait for each other in a ring.
  const noOf = (ref: string): number => parseRef('C', ref)?.no ?? 0;
  for (const { ref, version } of cases.toSorted((a, b) => noOf(a.ref) - noOf(b.ref))) {
    await sql`savepoint one`.execute(ctx.db);
    try {
      const moved = await makeMove(ctx, {
        ...shared,
        ...(proposed === true ? { organisation: await onlyProposal(ctx, ref) } : {}),
        ref,
        version,
      });
      done.push(ref);
      undoUntil = moved.undoUntil;
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      await sql`rollback to savepoint one`.execute(ctx.db);
      refused.push({
        ref,
        code: fault.code,
        detail: sayRefusal(ctx.actor.language, fault.code, fault.facts),
      });
    }
  }
  return { done, undoUntil, refused };
}

/** @throws {Refusal} cases.need when the responsibility list names nobody, or more than one */
async function onlyProposal(ctx: Ctx, ref: string): Promise<number> {
  const row = await lockCase(ctx, 'dispatch', caseKey(ref));
  const proposals = await proposalsFor(ctx, row);
  const [first] = proposals;
  if (first === undefined || proposals.length > 1)
    throw new Refusal('cases.need', { need: 'organisation' }, 'organisation');
  return first.organisation;
}

/** True when the state permits the move at all. */
export const isPermitted = (row: Pick<CaseRow, 'state'>, move: CaseMove): boolean =>
  moveOf(row.state, move) !== undefined;
