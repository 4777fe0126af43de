// SPDX-License-Identifier: Apache-2.0
// A department supplies labels. Each line is put down by digest, whoever it is about, and whose it
// is is looked up afterwards (match.ts): so known and unknown numbers get the same reply for the same work.
import { daysAfter } from '@lilong/contracts/days';
import { tidyId } from '@lilong/contracts/id-number';
import type * as routes from '@lilong/contracts/registry-supply';
import type { SuppliedLine } from '@lilong/contracts/registry-supply';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { supplyPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { batchDigestOf, digestOf, sealValue, waitingKeyOf } from '../sealed.ts';
import { faultOf, lastDayOf, type Numbered, type Rules, rulesFor, sortLines } from './lines.ts';
import { insertBatch, putWaiting } from './queries.ts';
import { type Line, sayLines } from './said.ts';
import { waitingDays } from './suppliers.ts';

/** Somebody has to look whose the lines are. */
export const suppliedEvent = 'registry.labels-supplied';

export async function supply(
  ctx: Ctx,
  { name, lines }: InputOf<typeof routes.supplyLabels>,
): Promise<ReplyOf<typeof routes.supplyLabels>> {
  const organisation = await actingSupplier(ctx);
  return takeLines(ctx, { organisation, name, lines });
}

export interface Supplied {
  readonly organisation: number;
  readonly name: string | undefined;
  readonly lines: readonly SuppliedLine[];
}
/** Takes what is written as it should be. The caller has stated the organisation to row-level security. */
export async function takeLines(
  ctx: Ctx,
  { organisation, name, lines }: Supplied,
): Promise<ReplyOf<typeof routes.supplyLabels>> {
  const rules = await rulesFor(ctx, organisation);
  const { good, refused } = sortLines(ctx, lines, (line) => faultOf(line, rules));
  if (good.length === 0) return { batch: null, taken: 0, refused };
  const taken = Object.fromEntries(
    Map.groupBy(good, ({ label }) => label)
      .entries()
      .map(([label, of]) => [label, of.length]),
  );
  const batch = await insertBatch(ctx, { organisation, name, taken });
  const patience = daysAfter(rules.day, await waitingDays(ctx));
  const digest = batchDigestOf(ctx.keys, batch);
  const waiting = good.map((line) =>
    asWaiting(ctx, line, { organisation, rules, patience, digest }),
  );
  await putWaiting(ctx, waiting);
  await sayLines(ctx, batch, waiting);
  ctx.note({ act: 'registry.supplied', subject: `batch ${batch}`, facts: taken });
  lookWhose(ctx, suppliedEvent, { organisation });
  return { batch, taken: good.length, refused };
}

interface Taking {
  readonly organisation: number;
  readonly rules: Rules;
  /** The last day on which a line waits for its person. */
  readonly patience: string;
  readonly digest: Buffer;
}
function asWaiting(ctx: Ctx, line: SuppliedLine, taking: Taking): Line {
  const { organisation, rules, patience, digest: batch } = taking;
  const until = line.until ?? lastDayOf(rules.own.get(line.label), line.from) ?? null;
  return {
    ...addressed(ctx, line, organisation, line.note),
    ...{ act: 'supply', batch, from_on: line.from, until },
    expires_on: until === null || until > patience ? patience : until,
  };
}

/** Whom and what a line is about, as it is kept: never the number. */
export function addressed(
  ctx: Ctx,
  line: Numbered,
  organisation: number,
  words: string | undefined,
) {
  const digest = digestOf(ctx.keys, 'id', tidyId(line.number));
  const said = words === undefined ? { code: line.label } : { code: line.label, words };
  return {
    digest,
    organisation,
    label: line.label,
    key: waitingKeyOf(ctx.keys, { digest, code: line.label, organisation }),
    sealed: sealValue(ctx.keys, JSON.stringify(said)),
  };
}

/** The organisation acted for; all that its acts may touch is its own. */
export async function actingSupplier(ctx: Ctx): Promise<number> {
  ctx.requireEver(supplyPolicy, 'supply');
  const organisation = ctx.actor.post?.organisation ?? 0; // the policy asks for a post
  await lookAs(ctx, { suppliers: [organisation] });
  return organisation;
}

export function lookWhose(ctx: Ctx, name: string, facts: Record<string, unknown>): void {
  ctx.emit({ name, street: 0, subject: 'labels', place: null, facts, audience: {} });
}
