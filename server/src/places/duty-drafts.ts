// SPDX-License-Identifier: Apache-2.0
// The responsibility list is drafted by one administrator and decided by another; drafts have no effect.
import type * as routes from '@lilong/contracts/duties';
import { dutiesAtOnce } from '@lilong/contracts/duties';
import { placeRange } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { type ServerKey, sayServer } from '../kernel/voice.ts';
import { changesBetween } from '../rules/index.ts';
import { categoryNames, organisationCard } from './duties.ts';
import {
  approveDay,
  type BatchRow,
  countOpenUnder,
  type DutyShown,
  insertDrafts,
  lockDuties,
  refuseBatch,
  selectBatch,
  selectBatchDays,
  selectBatches,
  selectChanged,
  selectOvertaken,
} from './duty-draft-queries.ts';
import { placeCard } from './places.ts';
import { placePolicy } from './policy.ts';

/** Drafts one row of the list. Nothing changes until somebody else approves it. */
export async function draftOne(
  ctx: Ctx,
  input: InputOf<typeof routes.draftDuty>,
): Promise<ReplyOf<typeof routes.draftDuty>> {
  const place = await placeCard(ctx, input.place);
  await ctx.require(placePolicy, 'draftDuty', { no: place.no });
  const names = await categoryNames(ctx);
  if (!names.has(input.category)) throw invalid('category', 'unknown');
  if (input.validFrom < today(ctx)) throw invalid('validFrom', 'past');
  if (input.assisting.includes(input.lead)) throw invalid('assisting', 'lead');
  for (const no of new Set([input.lead, ...input.assisting])) await organisationCard(ctx, no);
  const assisting = [...new Set(input.assisting)];
  const batch = await insertDrafts(ctx, [{ ...input, assisting }]);
  ctx.note({ act: 'duty.draft', subject: `duties ${batch}`, place: place.no, facts: input });
  return { batch };
}

function invalid(field: string, rule: string): Refusal {
  return new Refusal('input.invalid', { field, rule }, field);
}

/** Batches that wait, as far as the actor looks after all of their places. */
export async function showBatches(ctx: Ctx): Promise<ReplyOf<typeof routes.listDutyDrafts>> {
  ctx.requireEver(placePolicy, 'readDrafts');
  const batches = await selectBatches(ctx);
  return {
    batches: batches.map(({ author: _, at, ...one }) => ({ ...one, at: at.toISOString() })),
  };
}

/** What a batch changes against the list in force on the day from which each row would hold. */
export async function diffBatch(
  ctx: Ctx,
  { batch, from = 0 }: InputOf<typeof routes.diffDuties>,
): Promise<ReplyOf<typeof routes.diffDuties>> {
  ctx.requireEver(placePolicy, 'readDrafts');
  await waitingBatch(ctx, batch);
  const changed = await selectChanged(ctx, batch);
  const names = await categoryNames(ctx);
  const rows = changed.slice(from, from + dutiesAtOnce).map((row) => ({
    category: row.category,
    categoryName: names.get(row.category) ?? row.category,
    placeName: row.placeName,
    validFrom: row.validFrom,
    changes: changesBetween(shownOf(row.before), shownOf(row.after)),
  }));
  const held = changed.map(({ category, place }) => ({ category, ...placeRange(place) }));
  return { rows, total: changed.length, openCases: await countOpenUnder(ctx, held) };
}

/** Rows of one category and place together: two leads are two who claim it. */
function shownOf(rows: readonly DutyShown[]) {
  if (rows.length === 0) return undefined;
  const joined = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null && value !== ''))].join(' / ') || undefined;
  return {
    lead: joined(rows.map(({ lead }) => lead)),
    assisting: joined(rows.map(({ assisting }) => assisting)),
    validFrom: joined(rows.map(({ validFrom }) => validFrom)),
    source: joined(rows.map(({ source }) => source)),
  };
}

/** Approves a batch as a whole, or refuses it. Never one's own. */
export async function decideBatch(
  ctx: Ctx,
  { batch, approve }: InputOf<typeof routes.decideDuties>,
): Promise<ReplyOf<typeof routes.decideDuties>> {
  ctx.requireEver(placePolicy, 'decideDuty');
  await lockDuties(ctx.db);
  const { author, mayDecide } = await waitingBatch(ctx, batch);
  if (author !== null && author === ctx.actor.account) throw new Refusal('catalogue.own-draft', {});
  if (!mayDecide) throw new Refusal('auth.denied', { action: 'decideDuty' });
  if (approve) await putInForce(ctx, batch);
  else await refuseBatch(ctx, batch);
  const act = approve ? 'duty.approve' : 'duty.refuse';
  ctx.note({ act, subject: `duties ${batch}`, place: ctx.actor.post?.places[0] });
  return { done: true };
}

/** Each row from its day, or from today when that has passed: nothing is written into the past. */
async function putInForce(ctx: Ctx, batch: number): Promise<void> {
  const [overtaken] = await selectOvertaken(ctx, batch);
  if (overtaken !== undefined) throw broken(ctx, overtaken);
  for (const day of await selectBatchDays(ctx, batch)) await approveDay(ctx, batch, day);
}

function broken(
  ctx: Ctx,
  { category, why, name }: { category: string; why: string; name: string },
) {
  const key = `broken.duty.${why}` as ServerKey; // the query gives no others
  const words = sayServer(ctx.actor.language, key, { name });
  return new Refusal('catalogue.broken', { key: category, why: words });
}

/** @throws {Refusal} found.nothing when it is not one of the actor's, catalogue.decided when it waits no more */
async function waitingBatch(ctx: Ctx, batch: number): Promise<BatchRow> {
  const found = await selectBatch(ctx, batch);
  if (found === undefined) throw new Refusal('found.nothing', { what: 'draft' });
  if (found.waiting === 0) throw new Refusal('catalogue.decided', { key: String(batch) });
  return found;
}
