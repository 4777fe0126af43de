// SPDX-License-Identifier: Apache-2.0
// What was chosen must have been on offer: from the catalogue in force, from the case itself, from who is there.
import type { Need } from '@lilong/contracts/case-flow';
import type { MoveInput } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { isSeated } from '../kernel/seats.ts';
import { organisationCard } from '../places/index.ts';
import { today } from './keys.ts';
import { keptCondition } from './rules.ts';
import type { CaseRow } from './tables.ts';

/**
 * Refuses what was not on offer, naming the field.
 *
 * @throws {Refusal} cases.not-offered, cases.nobody-accepts, found.nothing
 */
export async function checkChoices(
  ctx: Ctx,
  row: CaseRow,
  needs: readonly Need[],
  input: MoveInput,
): Promise<void> {
  if (needs.includes('reason_code') && !(await isListed(ctx, 'decline_reason', input.reasonCode)))
    throw notOffered('reason_code', 'reasonCode');
  if (needs.includes('ground') && !(await isListed(ctx, 'return_ground', input.ground)))
    throw notOffered('ground', 'ground');
  if (needs.includes('closing') && !(await closes(ctx, row, input.closing ?? '')))
    throw notOffered('closing', 'closing');
  if (needs.includes('organisation')) await checkAccepts(ctx, input.organisation ?? 0);
  if (input.move === 'assign' && input.crew !== undefined && !(await isOwnCrew(ctx, row, input)))
    throw notOffered('crew', 'crew');
}

function notOffered(need: string, field: string): Refusal {
  return new Refusal('cases.not-offered', { need }, field);
}

async function isListed(
  ctx: Ctx,
  kind: 'decline_reason' | 'return_ground',
  key = '',
): Promise<boolean> {
  return (await ctx.catalogue.inForce(ctx.db, kind, key, today(ctx), ctx.now)) !== undefined;
}

/** A case is closed by the condition that it was registered by, in the version that it keeps. */
async function closes(ctx: Ctx, row: CaseRow, closing: string): Promise<boolean> {
  return (await keptCondition(ctx, row))?.closeWhen === closing;
}

/** The clock of a case runs from the dispatch: it goes nowhere where nobody could accept it. */
async function checkAccepts(ctx: Ctx, organisation: number): Promise<void> {
  const { name } = await organisationCard(ctx, organisation);
  const officer = isSeated('department_officer', sql`${organisation}::bigint`, ctx.now);
  if (!(await isTrue(ctx, officer)))
    throw new Refusal('cases.nobody-accepts', { name }, 'organisation');
}

async function isOwnCrew(ctx: Ctx, row: CaseRow, { crew }: MoveInput): Promise<boolean> {
  return isTrue(ctx, isSeated('crew', sql`${row.organisation}::bigint`, ctx.now, crew));
}

async function isTrue(ctx: Ctx, what: ReturnType<typeof isSeated>): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select ${what} as yes`.execute(ctx.db);
  return rows[0]?.yes === true;
}
