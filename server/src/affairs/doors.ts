// SPDX-License-Identifier: Apache-2.0
// 上门收件: what the matters of somebody at the door lack, and the papers of a slip. The slip is the doorstep module's.
import type { AffairForm, GivenMaterial } from '@lilong/contracts/affairs';
import type { Lacking } from '@lilong/contracts/doorstep';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson } from '../registry/index.ts';
import { filledMaterials } from './fill.ts';
import { hasFor, hasOf } from './has.ts';
import { type Item, itemToday } from './items.ts';
import { openKept, toldOf } from './kept.ts';
import { centreOf } from './offices.ts';
import {
  type DoorOf,
  insertDoorPaper,
  type PaperListed,
  selectWaiting,
  takenKeys,
} from './paper-queries.ts';
import { itemOf } from './parts.ts';
import {
  type ApplicationFound,
  insertStep,
  lockApplication,
  selectOfPerson,
  updateApplication,
} from './queries.ts';
import { affairKey } from './standing.ts';
import { brought } from './supplement.ts';
import type { ApplicationRow } from './tables.ts';
import { missingOf } from './told.ts';
import { tell } from './walk.ts';

const mostMatters = 50;

export interface AtDoor {
  readonly row: ApplicationFound;
  readonly lacking: readonly Lacking[];
}
/** What the stated person has under way with an office. A draft is nobody's but the person's. */
export async function mattersAtDoor(ctx: Ctx): Promise<AtDoor[]> {
  const rows = await selectOfPerson(ctx, mostMatters);
  const matters: AtDoor[] = [];
  for (const row of rows.filter(({ turn_org }) => turn_org !== null))
    matters.push({ row, lacking: await lackingOf(ctx, row) });
  return matters;
}

async function lackingOf(ctx: Ctx, row: ApplicationRow): Promise<Lacking[]> {
  const { body } = await itemOf(ctx, row);
  const kept = openKept(ctx, row);
  const [has, told] = [await hasOf(ctx, row, kept), toldOf(kept, row.materials)];
  const asked = [
    ...(row.state === 'correction' ? row.asked_keys : []),
    ...row.materials.filter(({ how }) => how === 'later').map(({ key }) => key),
  ];
  const missing = missingOf(body, has, told).map(({ key }) => key);
  return filledMaterials(body, has)
    .filter(({ key, held }) => held === null && (asked.includes(key) || missing.includes(key)))
    .map(({ key, name, nameEn }) => ({ key, name, nameEn, asked: asked.includes(key) }));
}

/** What an item asks of somebody whom the act has opened, which the city does not have. */
export async function lackingFor(ctx: Ctx, item: Item, held: HeldPerson): Promise<Lacking[]> {
  return filledMaterials(item.body, await hasFor(ctx, item, held))
    .filter((one) => one.held === null)
    .map(({ key, name, nameEn }) => ({ key, name, nameEn, asked: false }));
}

/** What papers are collected for, and to which centre they are carried. */
export interface CollectedFor {
  readonly application: RowKey | null;
  readonly item: string;
  readonly itemName: string;
  readonly itemNameEn: string | null;
  readonly centre: number;
  /** Names of the materials, by key. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly nameEn: string | null }>;
}

/**
 * An application of the stated person that runs.
 *
 * @throws {Refusal} found.nothing; affairs.wrong-state
 */
export async function forMatter(ctx: Ctx, ref: string): Promise<CollectedFor> {
  const row = await lockApplication(ctx, affairKey(ref));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'matter');
  if (row.turn_org === null) throw new Refusal('affairs.wrong-state', { ref, state: row.state });
  return {
    ...{ application: row, item: row.item, itemName: row.item_name, itemNameEn: row.item_name_en },
    ...{ centre: row.receive_org ?? row.accept_org, names: namesOf(await itemOf(ctx, row)) },
  };
}

/**
 * What is not applied for yet, carried to the centre of the street; where the person has it under way, that.
 *
 * @throws {Refusal} affairs.no-centre
 */
export async function forItem(ctx: Ctx, key: string, place: number): Promise<CollectedFor> {
  const running = (await selectOfPerson(ctx, mostMatters)).find(
    (one) => one.item === key && one.turn_org !== null,
  );
  if (running !== undefined) return forMatter(ctx, formatRef('A', running));
  const item = await itemToday(ctx, key);
  const { name, nameEn } = item.entry;
  const centre = await centreOf(ctx, place);
  if (centre === undefined) throw new Refusal('affairs.no-centre', { name }, 'item');
  return {
    ...{ application: null, item: key, itemName: name, itemNameEn: nameEn },
    ...{ centre: centre.organisation, names: namesOf(item) },
  };
}

const namesOf = ({ body }: Item): CollectedFor['names'] =>
  new Map(body.materials.map(({ key, name, nameEn = null }) => [key, { name, nameEn }]));

/** One of the slip: a material that it is has its key, if no other paper has it. */
export type Collecting = Omit<PaperListed, 'material'> & { readonly key: string | undefined };

/** Whoever acts has them from now on. */
export async function keepPapers(
  ctx: Ctx,
  of: DoorOf,
  papers: readonly Collecting[],
): Promise<void> {
  const taken = await takenKeys(ctx, of);
  let nth = 0;
  for (const { key, ...listed } of papers) {
    let material = key ?? '';
    while (key === undefined || taken.has(material)) {
      nth += 1;
      material = `door-${of.door.no}-${nth}`;
      if (!taken.has(material)) break;
    }
    taken.add(material);
    await insertDoorPaper(ctx, of, { ...listed, material });
  }
}

/** What was collected before it was applied for belongs to the application that runs by now, if there is one. */
export async function joinMatter(
  ctx: Ctx,
  { person, item }: { readonly person: number; readonly item: string },
): Promise<void> {
  const { rows } = await sql<RowKey>`
    select street, no from affairs.application a
    where a.person = ${person} and a.item = ${item} and a.turn_org is not null and a.joint is null limit 1`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row === undefined) return;
  await sql`select affairs.take_papers(array[${person}::bigint], ${item}, ${row.street}::int, ${row.no}::bigint)`.execute(
    ctx.db,
  );
}

/** Materials came on paper: the application says so, with what the counter says of it. Over, or there already: it stays. */
export async function saysWhatCame(
  ctx: Ctx,
  key: RowKey,
  { keys, words }: { readonly keys: readonly string[]; readonly words: string | undefined },
): Promise<void> {
  const row = await lockApplication(ctx, key);
  if (row === undefined || row.turn_org === null) return;
  const item = await itemOf(ctx, row);
  const came = keys.filter(
    (one) =>
      item.body.materials.some((material) => material.key === one) &&
      !row.materials.some((there) => there.key === one && there.how === 'paper'),
  );
  const materials = came.map((one): Static<typeof GivenMaterial> => ({ key: one, how: 'paper' }));
  const filled = await brought(ctx, item, row, { materials });
  const left = await updateApplication(ctx, row, {
    ...{ materials: filled.materials, custodian_org: filled.custodian_org, changed_at: ctx.now },
  });
  await insertStep(ctx, left, { did: 'given', words: words ?? null });
  tell(ctx, left, row);
}

/** What was collected for an item of the stated person, and waits for the application. */
export async function collectedFor(ctx: Ctx, item: string): Promise<AffairForm['collected']> {
  return (await selectWaiting(ctx, item)).map((one) => ({
    ...{ key: one.material, name: one.name ?? one.material, nameEn: one.name_en },
    ...{ count: one.counted ?? one.count ?? 0, state: one.state, holderName: one.holderName },
    door: formatRef('D', { street: one.door_street ?? 0, no: one.door ?? 0 }),
  }));
}
