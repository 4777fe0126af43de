// SPDX-License-Identifier: Apache-2.0
// For whom somebody applies: for oneself, or as a helper (帮办) for the one person and the matters that a mandate names.
import { assistanceItems } from '@lilong/contracts/assistance-items';
import type { giveMandate, recordMandate } from '@lilong/contracts/mandates';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import {
  type HeldPerson,
  type Helped,
  heldByMandate,
  heldOfMyself,
  letHelp,
  logHelped,
  type MandateFound,
  type MandateScope,
  mandateCard,
  openForWorker,
  stateActing,
  stateMyself,
} from '../registry/index.ts';
import { itemToday } from './items.ts';
import { affairKey, lockFor } from './standing.ts';
import type { ApplicationRow } from './tables.ts';

/** Whoever applies, with what the registry holds of them. */
export const whoApplies = (ctx: Ctx, mandate: number | undefined): Promise<HeldPerson> =>
  mandate === undefined ? heldOfMyself(ctx) : heldByMandate(ctx, mandate);

/** The same where nothing of the registry is asked. */
export async function stateApplicant(
  ctx: Ctx,
  mandate: number | undefined,
): Promise<MandateFound | undefined> {
  if (mandate !== undefined) return stateActing(ctx, mandate);
  await stateMyself(ctx);
  return undefined;
}

/** The person reads that a helper did it. Of what they do themselves nothing is written here. */
export async function tellHelped(
  ctx: Ctx,
  mandate: MandateFound | undefined,
  did: Helped,
  item?: string,
): Promise<void> {
  if (mandate !== undefined) await logHelped(ctx, mandate, did, item);
}

/** @throws {Refusal} registry.mandate-scope: a new application of an item that the mandate does not name */
export function checkScope(mandate: MandateFound | undefined, item: string): void {
  if (mandate === undefined) return;
  if (mandate.matter_no === null && mandate.items.includes(item)) return;
  throw new Refusal('registry.mandate-scope', {}, 'item');
}

/** Who signs, as the application keeps it. */
export const signer = ({
  mandate,
}: Pick<HeldPerson, 'mandate'>): Pick<ApplicationRow, 'helper' | 'helper_name'> => ({
  helper: mandate?.account ?? null,
  helper_name: mandate?.helper_name ?? null,
});
/** The same on a step. */
export const stepBy = ({ mandate }: Pick<HeldPerson, 'mandate'>) =>
  mandate === undefined ? {} : { helper: mandate.helper_name };

type Scope = Pick<InputOf<typeof giveMandate>, 'items' | 'matter' | 'certificates' | 'until'>;

export async function give(
  ctx: Ctx,
  { code, ...scope }: InputOf<typeof giveMandate>,
): Promise<ReplyOf<typeof giveMandate>> {
  const person = await stateMyself(ctx);
  return letting(ctx, person, code, scope);
}

/** Said to a clerk whose window the person came to, or to a worker of their committee. */
export async function record(
  ctx: Ctx,
  { person, code, ...scope }: InputOf<typeof recordMandate>,
): Promise<ReplyOf<typeof recordMandate>> {
  await openForWorker(ctx, person);
  return letting(ctx, person, code, scope);
}

async function letting(ctx: Ctx, person: number, code: string, scope: Scope) {
  const made = await letHelp(ctx, person, code, await scopeOf(ctx, scope));
  return mandateCard(ctx, made, 'helper_name');
}

/** The transaction states the person. */
async function scopeOf(
  ctx: Ctx,
  { items, matter, certificates, until }: Scope,
): Promise<MandateScope> {
  if (matter !== undefined) {
    const row = await lockFor(ctx, 'own', affairKey(matter));
    checkItem(row.item, row.item_name);
    return { items: [row.item], matter: row, certificates, until };
  }
  if (items === undefined) throw new Refusal('registry.mandate-what', {}, 'items');
  for (const key of items) {
    const { entry, body } = await itemToday(ctx, key);
    if (!body.fromHome) throw new Refusal('affairs.not-online', { name: entry.name }, 'items');
    checkItem(key, entry.name);
  }
  return { items: [...new Set(items)], matter: undefined, certificates, until };
}

/** What asks everybody of a household for their own consent is not done by somebody else. */
function checkItem(item: string, name: string): void {
  if (assistanceItems.includes(item)) throw new Refusal('registry.mandate-item', { name }, 'items');
}
