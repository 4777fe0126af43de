// SPDX-License-Identifier: Apache-2.0
// Slips as they are read: by the committee, at the counter, by whose papers they are.
import type {
  CollectedPaper,
  Collection,
  getCollection,
  listCollections,
  myCollections,
} from '@lilong/contracts/doorstep';
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import {
  isUncounted,
  lookAtAffairs,
  mayMove,
  type PaperFound,
  selectOfDoor,
} from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { logAccess, lookAs, stateMyself, stateMyselfStill } from '../registry/index.ts';
import { carriers, collectionPolicy } from './policy.ts';
import {
  type CollectionFound,
  isOpenFor,
  isThat,
  lockCollection,
  selectCollections,
} from './queries.ts';

const page = 50;

export async function showList(
  ctx: Ctx,
  { tab = 'open' }: InputOf<typeof listCollections>,
): Promise<ReplyOf<typeof listCollections>> {
  ctx.requireEver(collectionPolicy, 'list');
  await lookAtAffairs(ctx);
  const office = ctx.actor.post?.organisation ?? 0;
  const open = tab === 'open' ? isOpenFor(office) : sql<SqlBool>`true`;
  const which = sql<SqlBool>`(c.organisation = ${office} or c.centre = ${office}) and ${open}`;
  const rows = await selectCollections(ctx, which, page + 1);
  return {
    collections: await shownAll(ctx, rows.slice(0, page)),
    more: rows.length > page,
  };
}

/** The person reads that the counter, or the committee, looked at what was collected. */
export async function showOne(
  ctx: Ctx,
  { ref }: InputOf<typeof getCollection>,
): Promise<ReplyOf<typeof getCollection>> {
  const found = await lockCollection(ctx, 'read', ref);
  const shown = await shownOf(ctx, found);
  await logLook(ctx, found, 'collection-read');
  ctx.note({ act: 'doorstep.read', subject: ref, place: found.place });
  return shown;
}

/** What the person reads in 谁看过. */
export async function logLook(
  ctx: Ctx,
  { person }: Pick<CollectionFound, 'person'>,
  element: 'collection-read' | 'collection-counted',
): Promise<void> {
  await lookAs(ctx, { persons: [person] });
  await logAccess(ctx, { person, act: 'card', purpose: 'collect', elements: [element] });
}

const mostMine = 100;

export async function showMine(ctx: Ctx): Promise<ReplyOf<typeof myCollections>> {
  await stateMyself(ctx);
  const mine = sql<SqlBool>`c.person = any(registry.persons())`;
  return { collections: await shownAll(ctx, await selectCollections(ctx, mine, mostMine)) };
}

async function shownAll(ctx: Ctx, rows: readonly CollectionFound[]): Promise<Collection[]> {
  const shown: Collection[] = [];
  for (const row of rows) shown.push(await shownOf(ctx, row));
  return shown;
}

/** Which pictures somebody may see: those of a slip that they may read. */
export async function maySeePicture(
  ctx: Ctx,
  { subject }: { readonly subject: string },
): Promise<boolean> {
  const key = parseRef('D', subject);
  if (key === undefined || ctx.actor.account === null) return false;
  if (ctx.actor.kind === 'resident') await stateMyselfStill(ctx);
  else await lookAtAffairs(ctx);
  return (await selectCollections(ctx, isThat(key), 1)).length > 0;
}

/** As it stands after an act. */
export async function collectionOf(ctx: Ctx, key: RowKey): Promise<Collection> {
  const [found] = await selectCollections(ctx, isThat(key), 1);
  if (found === undefined) throw new Error(`no collection ${formatRef('D', key)}`);
  return shownOf(ctx, found);
}

export async function shownOf(ctx: Ctx, row: CollectionFound): Promise<Collection> {
  const papers = await selectOfDoor(ctx, row);
  const joined = papers.find(({ application }) => application !== null);
  return {
    ...{ ref: formatRef('D', row), name: row.name, person: row.person, item: row.item },
    matter:
      joined?.application == null
        ? null
        : formatRef('A', { street: joined.street, no: joined.application }),
    ...{ itemName: row.item_name, itemNameEn: row.item_name_en, agreed: row.agreed },
    committee: { organisation: row.organisation, name: row.organisationName },
    centre: { organisation: row.centre, name: row.centreName },
    ...{ workerName: row.worker_name, collectedAt: row.collected_at.toISOString() },
    ...{ checkedAt: row.checked_at?.toISOString() ?? null },
    ...{ differs: row.differs, words: row.words },
    papers: papers.map((paper) => paperOf(ctx, paper)),
  };
}

function paperOf({ actor: { post } }: Ctx, row: PaperFound): CollectedPaper {
  const door = post !== null && carriers.includes(post.role);
  const comes = mayMove(row, 'receive');
  return {
    ...{ key: row.material, name: row.name ?? row.material, nameEn: row.name_en },
    ...{ form: row.form ?? 'original', count: row.count ?? 0, counted: row.counted },
    ...{ files: row.files, state: row.state, at: row.at.toISOString() },
    ...{ holderName: row.holderName, goingToName: row.goingToName },
    can: {
      send: mayMove(row, 'send') && row.others.length > 0,
      count: comes && !door && isUncounted(row),
      receive: comes && (door || !isUncounted(row)),
      find: mayMove(row, 'find'),
      return: mayMove(row, 'give_back', 'return'),
    },
  };
}
