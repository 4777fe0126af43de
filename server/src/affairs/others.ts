// SPDX-License-Identifier: Apache-2.0
// What another module does with an application that it works on: it asks by its own policy first, and moves are those of the table.
import type { AffairMoveName } from '@lilong/contracts/affair-flow';
import type { RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { openKept } from './kept.ts';
import { lockApplication } from './queries.ts';
import { lookAtAffairs, lookEverywhere } from './reach.ts';
import { clockFacts } from './settings.ts';
import type { ApplicationRow } from './tables.ts';
import { moved, settle, standing } from './walk.ts';
import type { Given } from './workflow.ts';

/** The application as it is, locked, with what was told in it. */
export interface Handled {
  readonly row: ApplicationRow;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Document number as it is shown. */
  readonly idSays: string | null;
}

/** Whoever acts has been asked about by the caller's policy; what the transaction sees afterwards is what their post sees. */
export async function handleAffair(ctx: Ctx, key: RowKey): Promise<Handled> {
  await lookEverywhere(ctx);
  const row = await lockApplication(ctx, key);
  await lookAtAffairs(ctx);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  const { fields, held } = openKept(ctx, row);
  return { row, fields, idSays: held['person.id']?.says ?? null };
}

/**
 * One move of the table, told like any other.
 *
 * @throws {Refusal} affairs.wrong-state, affairs.need
 */
export async function moveAffairOf(
  ctx: Ctx,
  key: RowKey,
  name: AffairMoveName,
  given: Given,
): Promise<ApplicationRow> {
  const { row } = await handleAffair(ctx, key);
  await lookEverywhere(ctx);
  const left = await settle(ctx, row, moved(standing(row), name, given, await clockFacts(ctx)));
  await lookAtAffairs(ctx);
  return left;
}
