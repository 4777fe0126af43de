// SPDX-License-Identifier: Apache-2.0
// A department takes back what it has said: of one person, of a batch, or a label from everybody. What is ended is looked
// up afterwards (match.ts, end-label.ts): the reply tells nothing of it.
import { Refusal } from '@lilong/contracts/refusals';
import type * as routes from '@lilong/contracts/registry-supply';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { faultOfNumbered, rulesFor, sortLines } from './lines.ts';
import { putWaiting, takeBackLabel, withdrawBatchRow } from './queries.ts';
import { type Line, unsayBatch, unsayLabel, unsayLines } from './said.ts';
import { actingSupplier, addressed, lookWhose, suppliedEvent } from './supply.ts';

export const batchWithdrawnEvent = 'registry.label-batch-withdrawn';
export const labelWithdrawnEvent = 'registry.label-withdrawn';

export async function withdraw(
  ctx: Ctx,
  { on, reason, lines }: InputOf<typeof routes.withdrawLabels>,
): Promise<ReplyOf<typeof routes.withdrawLabels>> {
  const organisation = await actingSupplier(ctx);
  checkWhy(on, reason, (await rulesFor(ctx, organisation)).day);
  return takeBackLines(ctx, organisation, { on, reason, lines });
}

/** The caller has stated the organisation to row-level security. */
export async function takeBackLines(
  ctx: Ctx,
  organisation: number,
  { on, reason, lines }: InputOf<typeof routes.withdrawLabels>,
): Promise<ReplyOf<typeof routes.withdrawLabels>> {
  const rules = await rulesFor(ctx, organisation);
  const { good, refused } = sortLines(ctx, lines, (line) => faultOfNumbered(line, rules));
  const waiting = good.map(
    (line): Line => ({
      ...addressed(ctx, line, organisation, reason),
      ...{ act: 'withdraw', batch: null, from_on: on, until: null, expires_on: rules.day },
    }),
  );
  await putWaiting(ctx, waiting);
  await unsayLines(ctx, waiting);
  ctx.note({ act: 'registry.withdrew', facts: { on, lines: good.length } });
  lookWhose(ctx, suppliedEvent, { organisation });
  return { taken: good.length, refused };
}

export async function withdrawWhole(
  ctx: Ctx,
  { batch, on, reason }: InputOf<typeof routes.withdrawBatch>,
): Promise<ReplyOf<typeof routes.withdrawBatch>> {
  const organisation = await actingSupplier(ctx);
  checkWhy(on, reason, (await rulesFor(ctx, organisation)).day);
  const fresh = await withdrawBatchRow(ctx, { batch, organisation, on, reason });
  if (fresh === undefined) throw new Refusal('found.nothing', { what: 'batch' }, 'batch');
  if (!fresh) throw new Refusal('registry.withdrawn', {}, 'batch');
  await unsayBatch(ctx, batch);
  ctx.note({ act: 'registry.withdrew', subject: `batch ${batch}`, facts: { on } });
  lookWhose(ctx, batchWithdrawnEvent, { organisation, batch });
  return { done: true };
}

/** From everybody of whom the organisation said it until now; said again afterwards, it holds again. */
export async function withdrawWholeLabel(
  ctx: Ctx,
  { label, on, reason }: InputOf<typeof routes.withdrawLabel>,
): Promise<ReplyOf<typeof routes.withdrawLabel>> {
  const organisation = await actingSupplier(ctx);
  checkWhy(on, reason, (await rulesFor(ctx, organisation)).day);
  const batches = await takeBackLabel(ctx, { organisation, label, on, reason });
  if (batches.length === 0) throw new Refusal('found.nothing', { what: 'label' }, 'label');
  await unsayLabel(ctx, organisation, label);
  ctx.note({ act: 'registry.withdrew', subject: `label ${label}`, facts: { on } });
  for (const batch of batches)
    lookWhose(ctx, labelWithdrawnEvent, { organisation, label, batch, after: 0 });
  return { done: true };
}

/** @throws {Refusal} `registry.not-yet`, `input.invalid`: people read the reason */
function checkWhy(on: string, reason: string, day: string): void {
  if (on > day) throw new Refusal('registry.not-yet', { day }, 'on');
  if (reason.trim() === '')
    throw new Refusal('input.invalid', { field: 'reason', rule: 'minLength' }, 'reason');
}
