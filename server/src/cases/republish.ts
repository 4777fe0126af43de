// SPDX-License-Identifier: Apache-2.0
// A calendar year is published: what was promised over assumed days is counted again, and each change is shown.
import type { RowKey } from '@lilong/contracts/refs';
import { type Calendar, dueAt, parseLimit } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Heard } from '../kernel/events.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { dayOf, iso } from './keys.ts';
import { solveBy, withDue } from './promises.ts';
import { writeStep } from './queries.ts';
import { batch, lockProvisional, settleProvisional } from './queries-clocks.ts';
import type { CasePatch, CaseRow } from './tables.ts';
import { announceToAll } from './tell.ts';

/** More cases wait for the new calendar: the next batch, in a transaction of its own. */
export const recountEvent = 'calendar.recount';

/** Counts the provisional dates of open cases again. Hears `catalogue.approved` and its own `calendar.recount`. */
export async function republish(ctx: Ctx, { facts }: Pick<Heard, 'facts'>): Promise<void> {
  if (facts.kind !== 'calendar_year') return;
  ctx.catalogue.forget(); // the row may have been approved by another process
  const calendar = await calendarOf(ctx);
  const rows = await lockProvisional(ctx, afterOf(facts.after));
  for (const row of rows) await recount(ctx, row, calendar);
  const last = rows.at(-1);
  if (last === undefined || rows.length < batch) return;
  ctx.emit({
    name: recountEvent,
    street: last.street,
    subject: 'calendar',
    place: null,
    facts: { kind: 'calendar_year', after: { street: last.street, no: last.no } },
    audience: {},
  });
}

function afterOf(after: unknown): RowKey {
  return (after as RowKey | undefined) ?? { street: 0, no: 0 }; // written by this file only
}

async function recount(ctx: Ctx, row: CaseRow, calendar: Calendar): Promise<void> {
  const answer = await answerAgain(ctx, row, calendar);
  const fresh: CasePatch = { ...answer.patch, ...solveAgain(row, calendar) };
  const patch = withDue({ ...row, ...fresh }, fresh, ctx.now);
  if (answer.runs) patch.provisional = answer.provisional;
  const after = { ...row, ...patch };
  const moved =
    hasMoved(row.solve_due, after.solve_due) || hasMoved(row.answer_due, after.answer_due);
  if (!moved) return settleProvisional(ctx, row, after);
  const facts = {
    until: iso(after.due_at ?? after.solve_due),
    was: iso(row.due_at ?? row.solve_due),
  };
  await writeStep(ctx, row, patch, { move: 'promise_changed', kind: 'note', facts });
  await announceToAll(ctx, after, 'promise_changed', facts);
}

const hasMoved = (before: Date | null, after: Date | null): boolean =>
  before?.getTime() !== after?.getTime();

interface Again {
  readonly patch: CasePatch;
  /** The first answer is the promise that runs now. */
  readonly runs: boolean;
  readonly provisional: boolean;
}
/** The first answer, by the limit that was in force when the case was reported. */
async function answerAgain(ctx: Ctx, row: CaseRow, calendar: Calendar): Promise<Again> {
  const none = { patch: {}, runs: false, provisional: false };
  if (row.answered_at !== null || row.round > 1 || !row.provisional) return none;
  const day = dayOf(row.reported_at, ctx.config.TIME_ZONE);
  const entry = await ctx.catalogue.inForce(ctx.db, 'limit', 'first_answer', day, ctx.now);
  if (entry === undefined) return none;
  const due = dueAt(calendar, row.reported_at, parseLimit(String(entry.body.limit)));
  return { patch: { answer_due: due.at }, runs: true, provisional: due.provisional };
}

/** The solve date, from the dispatch; before it, from the registration that promised it. */
function solveAgain(row: CaseRow, calendar: Calendar): CasePatch {
  const from = row.dispatched_at ?? row.registered_at;
  return row.solve_provisional && from !== null ? solveBy(calendar, from, row) : {};
}
