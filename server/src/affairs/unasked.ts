// SPDX-License-Identifier: Apache-2.0
// 免申即享, as far as it is an application: what a yes would hand in, and handing it in. Who is offered what: server/src/offers.
import type { Delivery } from '@lilong/contracts/affair-items';
import type { AffairForm, AffairPage } from '@lilong/contracts/affairs';
import type { Condition, ItemBody } from '@lilong/contracts/item-body';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson, HeldValue } from '../registry/index.ts';
import { formFor } from './fill.ts';
import { type Has, hasFor } from './has.ts';
import { type Item, itemsToday } from './items.ts';
import { start, submit } from './mine.ts';
import { insertStep, selectApplication } from './queries.ts';
import { receive } from './receive.ts';
import { isGrantedAtOnce, isSo } from './rule.ts';
import { affairKey } from './standing.ts';
import { checkTold, type Told } from './told.ts';

/** What is offered unasked today. */
export async function unaskedItems(ctx: Ctx): Promise<Item[]> {
  return (await itemsToday(ctx)).filter(({ body }) => body.unasked !== undefined);
}

/** What somebody says with a yes where they want it otherwise than the item proposes. */
export interface Chosen {
  readonly fields?: Told['fields'] | undefined;
  readonly deliverBy?: Delivery | undefined;
}
export interface UnaskedFor {
  readonly form: AffairForm;
  /** Each condition of the offer with what the registry says of it. */
  readonly conditions: readonly {
    readonly condition: Condition;
    readonly so: boolean;
    readonly held: HeldValue | undefined;
  }[];
  /** A yes can be handed in at once; and is decided in the same moment. */
  readonly whole: boolean;
  readonly atOnce: boolean;
}

export async function unaskedFor(ctx: Ctx, item: Item, held: HeldPerson): Promise<UnaskedFor> {
  const told = toldWith(item.body, {});
  const whole = isWhole(item.body, await hasFor(ctx, item, held), told);
  return {
    form: await formFor(ctx, item, held),
    conditions: entitled(item.body).map((condition) => ({
      condition,
      so: isSo(condition, held.values, { questions: {} }),
      held: condition.element === undefined ? undefined : held.values.get(condition.element),
    })),
    whole,
    atOnce: whole && isGrantedAtOnce(item.body, held.values, told),
  };
}

const entitled = ({ unasked }: ItemBody): readonly Condition[] => unasked?.entitled ?? [];

function toldWith({ unasked }: ItemBody, { fields = {} }: Chosen): Told {
  const { questions = {}, fields: proposed = {} } = unasked?.fills ?? {};
  return { questions, fields: { ...proposed, ...fields }, materials: [] };
}

function isWhole(body: ItemBody, has: Has, told: Told): boolean {
  try {
    checkTold(body, has, openOnly(has, body, told), 'all');
    return true;
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}

/** What the registry holds is not said again. */
function openOnly(held: Pick<Has, 'values'>, { form }: ItemBody, told: Told): Told {
  const isOpen = (key: string) => {
    const element = form?.properties[key]?.element;
    return element === undefined || !held.values.has(element);
  };
  const fields = Object.entries(told.fields).filter(([key]) => isOpen(key));
  return { ...told, fields: Object.fromEntries(fields) };
}

/** @throws {Refusal} offers.no-longer when one of the conditions is not so any more */
function checkEntitled({ entry, body }: Item, held: HeldPerson): void {
  const still = entitled(body).every((one) => isSo(one, held.values, { questions: {} }));
  if (!still || body.unasked === undefined)
    throw new Refusal('offers.no-longer', { name: entry.name });
}

/**
 * Whoever asks says yes at home: begun with what is known, and handed in when that is all.
 *
 * @throws {Refusal} offers.no-longer, affairs.there, affairs.no-centre
 */
export async function applyUnasked(
  ctx: Ctx,
  item: Item,
  held: HeldPerson,
  chosen: Chosen,
): Promise<AffairPage> {
  checkEntitled(item, held);
  const told = openOnly(held, item.body, toldWith(item.body, chosen));
  const deliverBy = chosen.deliverBy ?? item.body.unasked?.fills?.deliverBy;
  const { questions, fields } = told;
  const draft = await start(ctx, {
    ...{ item: item.entry.key, questions, fields },
    ...(deliverBy !== undefined && { deliverBy }),
  });
  await tellUnasked(ctx, draft);
  if (!isWhole(item.body, await hasFor(ctx, item, held), told)) return draft;
  return submit(ctx, { ref: draft.ref, version: draft.version });
}

/**
 * The same at a window, for whoever stands there.
 *
 * @throws {Refusal} offers.no-longer, affairs.there, affairs.no-grant, affairs.no-centre
 */
export async function receiveUnasked(
  ctx: Ctx,
  item: Item,
  held: HeldPerson,
  chosen: Chosen & { readonly ticket?: string | undefined },
): Promise<AffairPage> {
  checkEntitled(item, held);
  const { questions, fields } = openOnly(held, item.body, toldWith(item.body, chosen));
  const deliverBy = chosen.deliverBy ?? item.body.unasked?.fills?.deliverBy;
  const page = await receive(ctx, {
    ...{ person: held.person, item: item.entry.key, questions, fields, consent: { by: 'told' } },
    ...(deliverBy !== undefined && { deliverBy }),
    ...(chosen.ticket !== undefined && { ticket: chosen.ticket }),
  });
  await tellUnasked(ctx, page);
  return page;
}

/** The steps say that it was offered. */
async function tellUnasked(ctx: Ctx, { ref }: AffairPage): Promise<void> {
  const row = await selectApplication(ctx, affairKey(ref));
  if (row !== undefined) await insertStep(ctx, row, { did: 'unasked' });
}
