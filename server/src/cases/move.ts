// SPDX-License-Identifier: Apache-2.0
import { type CaseMove, needsOf } from '@lilong/contracts/case-flow';
import type { MoveInput, moveCase, moveMany } from '@lilong/contracts/case-work';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { sayRefusal } from '../kernel/problem.ts';
import { dutiesFor, organisationNames } from '../places/index.ts';
import { keptOf } from './before.ts';
import { checkChoices } from './choices.ts';
import { caseKey, caseRef, iso, today } from './keys.ts';
import { proposalsFor } from './proposals.ts';
import {
  announce,
  insertPhotos,
  insertRuling,
  lockCase,
  selectReporters,
  writeStep,
} from './queries.ts';
import { conditionFor, momentOf } from './rules.ts';
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
  const needs = needsOf({ state: row.state, handedBack: row.handed_back }, input.move);
  checkNeeds(needs, input);
  await checkChoices(ctx, row, needs, input);
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
  const shown: Record<string, unknown> = {};
  const { category, condition: order, organisation } = input;
  const register = input.move === 'register' && category !== undefined && order !== undefined;
  const condition = register ? await conditionFor(ctx, category, order) : undefined;
  if (condition !== undefined)
    Object.assign(shown, { category: condition.categoryName, limit: condition.limit });
  const sent = organisation !== undefined && ['dispatch', 'rule'].includes(input.move);
  const assisting = sent ? (input.assisting ?? (await listedBeside(ctx, row, organisation))) : [];
  if (sent) Object.assign(shown, await namesOf(ctx, organisation, assisting));
  for (const name of ['reasonCode', 'ground', 'closing', 'reason'] as const)
    if (input[name] !== undefined) shown[name] = input[name];
  if (input.move === 'arrive') shown.arriveDue = iso(row.arrive_due);
  if (row.solve_due !== null) shown.dueBefore = iso(row.solve_due);
  return { move: { ...(await momentOf(ctx)), condition, organisation, assisting }, shown };
}

/** Who helps this lead, as the responsibility list has it. */
async function listedBeside(ctx: Ctx, row: CaseRow, lead: number): Promise<readonly number[]> {
  const duties = await dutiesFor(ctx, row.category ?? '', row.place, today(ctx));
  return duties.find(({ organisation }) => organisation === lead)?.assisting ?? [];
}

/** Named, so that a timeline can name them for ever. */
async function namesOf(ctx: Ctx, lead: number, assisting: readonly number[]) {
  const names = await organisationNames(ctx, [lead, ...assisting]);
  const helpers = assisting.map((no) => names.get(no) ?? '');
  return {
    organisation: names.get(lead) ?? '',
    ...(helpers.length === 0 ? {} : { assisting: helpers }),
  };
}

/** Pictures of these moves show the work done; all others show how somebody found the place. */
const showsResult: readonly CaseMove[] = ['crew_done', 'finish', 'self_handle', 'pass'];

/** Photos, the ruling that is remembered, and everybody who should look. */
async function afterMove(
  ctx: Ctx,
  row: CaseRow,
  patch: CasePatch,
  input: MoveInput,
): Promise<void> {
  const photos = input.photos ?? [];
  await attach(ctx, photos, caseRef(row));
  const kind = showsResult.includes(input.move) ? 'after' : 'reference';
  await insertPhotos(ctx, row, photos, kind, null);
  const after = { ...row, ...patch };
  if (input.move === 'rule') await remember(ctx, after, input.reason ?? '');
  announceMove(ctx, after, input.move, await selectReporters(ctx, row), row);
}

/** A ruling is proposed for the next case of its kind, and `case.ruled` tells whoever keeps the list. */
async function remember(ctx: Ctx, row: CaseRow, reason: string): Promise<void> {
  const { street, no, category, place, organisation, assisting } = row;
  if (category === null || organisation === null) return;
  await insertRuling(ctx, row, organisation, reason);
  ctx.emit({
    name: 'case.ruled',
    street,
    subject: caseRef(row),
    place,
    facts: { street, no, category, place, organisation, assisting, reason },
    audience: {},
  });
}

function announceMove(
  ctx: Ctx,
  row: CaseRow,
  move: CaseMove,
  accounts: readonly number[],
  before: CaseRow,
): void {
  announce(
    ctx,
    row,
    move,
    { state: row.state, category: row.category, place: row.place, ended: row.ended_at !== null },
    [...before.assisting, ...(before.organisation === null ? [] : [before.organisation])],
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
