// SPDX-License-Identifier: Apache-2.0
// 上门收件, at the door: a worker takes papers with her, and brings them back. The person says yes to each list.
import type {
  Agreed,
  collectPapers,
  doorItem,
  doorMatters,
  returnPapers,
} from '@lilong/contracts/doorstep';
import { streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import {
  type CollectedFor,
  centreOf,
  forItem,
  forMatter,
  itemToday,
  keepPapers,
  lackingFor,
  lookAtAffairs,
  mattersAtDoor,
  movePaper,
  paperOf,
} from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { heldOfOpened, lookAs, openAtDoor, redeemShown } from '../registry/index.ts';
import { collectionOf } from './lines.ts';
import { collectionPolicy } from './policy.ts';
import { insertCollection, lockCollection, nameOfAccount } from './queries.ts';

/** The worker, of which committee. */
function carrier({ actor: { post, account } }: Ctx) {
  const place = post?.places[0];
  if (post === null || account === null || place === undefined)
    throw new Refusal('auth.denied', { action: 'collect' });
  return { organisation: post.organisation, worker: account, place };
}

/** The person is opened to the worker for the visit; they read why. */
async function opened(ctx: Ctx, person: number, matter = 'collection') {
  ctx.requireEver(collectionPolicy, 'collect');
  await openAtDoor(ctx, { person, purpose: 'collect', matter, element: 'collected-for' });
  return heldOfOpened(ctx, person);
}

export async function showMatters(
  ctx: Ctx,
  { person }: InputOf<typeof doorMatters>,
): Promise<ReplyOf<typeof doorMatters>> {
  const held = await opened(ctx, person);
  const matters = await mattersAtDoor(ctx);
  return {
    ...{ name: held.name, hasAccount: held.account !== null },
    matters: matters.map(({ row, lacking }) => ({
      ...{ ref: formatRef('A', row), item: row.item, itemName: row.item_name },
      ...{ itemNameEn: row.item_name_en, state: row.state, lacking: [...lacking] },
      centreName: row.receiveName ?? row.acceptName,
    })),
  };
}

export async function showItem(
  ctx: Ctx,
  { person, item }: InputOf<typeof doorItem>,
): Promise<ReplyOf<typeof doorItem>> {
  const held = await opened(ctx, person);
  const centre = await centreOf(ctx, carrier(ctx).place);
  const lacking = await lackingFor(ctx, await itemToday(ctx, item), held);
  return { centreName: centre?.name ?? null, lacking };
}

export async function collect(
  ctx: Ctx,
  { person, papers, agreed, ...about }: InputOf<typeof collectPapers>,
): Promise<ReplyOf<typeof collectPapers>> {
  ctx.requireEver(collectionPolicy, 'collect');
  await confirmed(ctx, person, agreed);
  const { name } = await openAtDoor(ctx, {
    ...{ person, purpose: 'collect', matter: about.matter ?? 'collection', element: 'collected' },
  });
  const { account } = await heldOfOpened(ctx, person);
  const who = carrier(ctx);
  const what = await whatFor(ctx, about, who.place);
  await lookAtAffairs(ctx);
  const door = await insertCollection(ctx, {
    ...{ street: streetOf(who.place), person, name, account, ...who, centre: what.centre },
    worker_name: await nameOfAccount(ctx, who.worker),
    ...{ item: what.item, item_name: what.itemName, item_name_en: what.itemNameEn },
    ...{ agreed: agreed.by, collected_at: ctx.now },
  });
  const ref = formatRef('D', door);
  for (const { files = [] } of papers) await attach(ctx, files, ref);
  await keepPapers(
    ctx,
    { door, application: what.application },
    papers.map((paper) => listedOf(what, paper)),
  );
  const { application } = what;
  const facts = {
    ...{ papers: papers.length, centre: what.centre },
    matter: application === null ? null : formatRef('A', application),
  };
  ctx.note({ act: 'doorstep.collected', subject: ref, place: who.place, facts });
  tellCollection(ctx, ref, { ...who, centre: what.centre, account });
  return collectionOf(ctx, door);
}

/** What is one of the materials is called as the item calls it. */
function listedOf(
  { names }: CollectedFor,
  { key, name, form, count, files = [] }: InputOf<typeof collectPapers>['papers'][number],
) {
  const material = key === undefined ? undefined : names.get(key);
  return {
    ...{ key: material === undefined ? undefined : key, form, count, files, counted: null },
    ...{ name: material?.name ?? name, name_en: material?.nameEn ?? null },
  };
}

/** @throws {Refusal} doorstep.what when neither is said */
async function whatFor(
  ctx: Ctx,
  { matter, item }: Pick<InputOf<typeof collectPapers>, 'matter' | 'item'>,
  place: number,
): Promise<CollectedFor> {
  if (matter !== undefined) return forMatter(ctx, matter);
  if (item === undefined) throw new Refusal('doorstep.what', {}, 'item');
  return forItem(ctx, item, place);
}

/**
 * Aloud, or with a code that says who stands at the door.
 *
 * @throws {Refusal} registry.shown-code when it is wrong, used, over, or somebody else's
 */
async function confirmed(ctx: Ctx, person: number, agreed: Agreed): Promise<void> {
  if (agreed.by === 'told') return;
  const { organisation } = carrier(ctx);
  const shown = await redeemShown(ctx, agreed.code, { organisation });
  if (shown.person !== person) throw new Refusal('registry.shown-code', {}, 'agreed.code');
}

/** Papers are with their person again. */
export async function bringBack(
  ctx: Ctx,
  { ref, papers, agreed }: InputOf<typeof returnPapers>,
): Promise<ReplyOf<typeof returnPapers>> {
  const found = await lockCollection(ctx, 'return', ref);
  await confirmed(ctx, found.person, agreed);
  await openAtDoor(ctx, {
    ...{ person: found.person, purpose: 'collect', matter: ref, element: 'paper-returned' },
  });
  await lookAtAffairs(ctx);
  for (const key of papers) {
    const paper = await paperOf(ctx, { of: 'D', key: found }, key);
    await movePaper(ctx, 'give_back', paper, { side: 'return' });
  }
  await lookAs(ctx);
  const facts = { papers: papers.length, by: agreed.by };
  ctx.note({ act: 'doorstep.returned', subject: ref, place: found.place, facts });
  return collectionOf(ctx, found);
}

/** The committee, the centre, and whose papers they are look again. */
export function tellCollection(
  ctx: Ctx,
  ref: string,
  {
    organisation,
    centre,
    account,
  }: Record<'organisation' | 'centre', number> & { account: number | null },
): void {
  ctx.emit({
    ...{ name: 'affair.paper', street: 0, subject: ref, place: null, facts: {} },
    audience: {
      organisations: [organisation, centre],
      accounts: account === null ? [] : [account],
    },
  });
}
