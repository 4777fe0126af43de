// SPDX-License-Identifier: Apache-2.0
// When the program looks whose supplied labels are: after each supply, when somebody moves in, and every night.
import { systemActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Heard } from '../../kernel/events.ts';
import type { Host } from '../../kernel/host.ts';
import { asSystem } from '../../kernel/serve.ts';
import { today } from '../../kernel/today.ts';
import { dropOver } from '../case-labels/queries.ts';
import { lookOver } from '../reach.ts';
import { endLabelOf } from './end-label.ts';
import { CHUNK, endBatch, matchNew, matchPerson } from './match.ts';
import { claimOver, endLabels, refreshWaiting, spreadLabelsOf } from './match-queries.ts';
import { dropOverSaid } from './said.ts';
import { selectSuppliers } from './suppliers.ts';
import { suppliedEvent } from './supply.ts';
import { batchWithdrawnEvent, labelWithdrawnEvent } from './take-back.ts';
import { dropOldUses } from './uses.ts';

export function watchSupplied(host: Host): void {
  const { subscribers } = host;
  subscribers.on(suppliedEvent, 'registry.match-labels', async (ctx, heard) => {
    if (await matchNew(ctx, Number(heard.facts.organisation))) goOn(ctx, heard);
  });
  subscribers.on(batchWithdrawnEvent, 'registry.end-label-batch', async (ctx, heard) => {
    const { organisation, batch } = heard.facts;
    if (await endBatch(ctx, Number(organisation), Number(batch))) goOn(ctx, heard);
  });
  subscribers.on(labelWithdrawnEvent, 'registry.end-label', async (ctx, heard) => {
    const { organisation, batch, label, after } = heard.facts;
    const about = {
      organisation: Number(organisation),
      batch: Number(batch),
      label: String(label),
    };
    const last = await endLabelOf(ctx, { ...about, after: Number(after) });
    if (last !== undefined) goOn(ctx, { ...heard, facts: { ...heard.facts, after: last } });
  });
  for (const [event, name] of comes)
    subscribers.on(event, name, async (ctx, { subject }) => {
      await matchPerson(ctx, Number(subject.replace('person ', '')));
    });
  subscribers.every('7 0 * * *', 'registry.labels-nightly', labelsAtNight);
}

/** Somebody is known by a number since, and what waits for it is theirs. */
const comes = [
  ['registry.moved-in', 'registry.match-labels-of'],
  ['registry.numbered', 'registry.match-labels-of-number'],
] as const;

/** The next lines, in a transaction of their own. */
function goOn(ctx: Ctx, { name, street, subject, place, facts }: Heard): void {
  ctx.emit({ name, street, subject, place, facts, audience: {} });
}

/** Ends labels whose last day is over, and looks once more for those who had not come yet. */
export async function labelsAtNight(host: Host): Promise<void> {
  const inTurn = <R>(work: (ctx: Ctx) => Promise<R>) =>
    asSystem(host, 'registry.labels-nightly', systemActor, work);
  while (await inTurn(endOver));
  await inTurn(async (ctx) => {
    await lookOver(ctx, [], { suppliers: await selectSuppliers(ctx) });
    for (const organisation of await refreshWaiting(ctx, today(ctx)))
      ctx.emit({
        ...{ name: suppliedEvent, street: 0, subject: 'labels', place: null },
        ...{ facts: { organisation }, audience: {} },
      });
    await dropOldUses(ctx);
    await dropOverSaid(ctx);
    await dropOver(ctx);
  });
}

async function endOver(ctx: Ctx): Promise<boolean> {
  const suppliers = await selectSuppliers(ctx);
  await lookOver(ctx, [], { suppliers });
  const labels = await claimOver(ctx, today(ctx), CHUNK);
  const persons = [...new Set(labels.map(({ person }) => person))];
  await lookOver(ctx, [], { suppliers, persons });
  await endLabels(
    ctx,
    labels.map(({ no }) => ({ no, on: null, why: null, sealed: null })),
  );
  await spreadLabelsOf(ctx, persons);
  return labels.length === CHUNK;
}
