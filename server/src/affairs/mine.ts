// SPDX-License-Identifier: Apache-2.0
// Whoever applies, at home: begin, go on, hand in, follow, bring what is missing, withdraw.

import type { Delivery } from '@lilong/contracts/affair-items';
import type {
  discardDraft,
  getMine,
  listMine,
  myForm,
  saveDraft,
  startDraft,
  submitDraft,
  supplementMine,
  withdrawMine,
} from '@lilong/contracts/affairs';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson } from '../registry/index.ts';
import { checkScope, signer, stateApplicant, stepBy, tellHelped, whoApplies } from './acting.ts';
import { attachNew, checkDelivery, draftOf, needOffices } from './begin.ts';
import { agree, newSalt } from './consent.ts';
import { formFor } from './fill.ts';
import { hasFor } from './has.ts';
import { type Item, itemToday, needOffered } from './items.ts';
import { keptMaterials, openKept, sealKept, snapshotOf, toldOf } from './kept.ts';
import { lineFor } from './masked.ts';
import { officesOf } from './offices.ts';
import { pageOf } from './page.ts';
import { itemOf, partsFor } from './parts.ts';
import { affairPolicy } from './policy.ts';
import {
  deleteApplication,
  holdItem,
  insertApplication,
  insertStep,
  selectOfPerson,
  selectRunning,
  updateApplication,
} from './queries.ts';
import { isGrantedAtOnce } from './rule.ts';
import { clockFacts } from './settings.ts';
import { affairKey, checkVersion, lockFor } from './standing.ts';
import { supplemented } from './supplement.ts';
import type { ApplicationRow } from './tables.ts';
import { checkTold, nothingTold, type Told } from './told.ts';
import { moved, settle, standing, tell, tellAsked, type Walked } from './walk.ts';

/** What comes with a save: what is left out stays as it was. */
type Typed = Pick<InputOf<typeof saveDraft>, 'questions' | 'fields' | 'materials' | 'deliverBy'>;

const merged = (before: Told, { questions, fields, materials }: Typed): Told => ({
  questions: questions ?? before.questions,
  fields: fields ?? before.fields,
  materials: materials ?? before.materials,
});

export async function showForm(
  ctx: Ctx,
  { item, mandate }: InputOf<typeof myForm>,
): Promise<ReplyOf<typeof myForm>> {
  const held = await whoApplies(ctx, mandate);
  checkScope(held.mandate, item);
  await tellHelped(ctx, held.mandate, 'form', item);
  ctx.note({ act: 'affairs.form', subject: `item ${item}` });
  return formFor(ctx, await itemToday(ctx, item), held);
}

export async function start(
  ctx: Ctx,
  { item: key, mandate, deliverBy, ...typed }: InputOf<typeof startDraft>,
): Promise<ReplyOf<typeof startDraft>> {
  const held = await whoApplies(ctx, mandate);
  checkScope(held.mandate, key);
  const item = await itemToday(ctx, key);
  if (!item.body.fromHome) throw new Refusal('affairs.not-online', { name: item.entry.name });
  const offices = needOffices(await officesOf(ctx, item.body, held), item);
  await refuseSecond(ctx, key);
  const has = await hasFor(ctx, item, held);
  const told = checkTold(item.body, has, onlyFiles(merged(nothingTold, typed)), 'draft');
  const draft = await draftOf(ctx, { item, held, offices, told, kept: {}, deliverBy });
  const { no: _, version: __, ...fresh } = draft;
  const row = await insertApplication(ctx, fresh);
  const ref = formatRef('A', row);
  await attachNew(ctx, ref, told, []);
  await insertStep(ctx, row, { did: 'started', ...stepBy(held) });
  await tellHelped(ctx, held.mandate, 'start', key);
  ctx.note({ act: 'affairs.started', subject: ref, place: row.place });
  tell(ctx, row);
  return pageOf(ctx, row, held);
}

/** @throws {Refusal} affairs.there, with the one to go on with */
async function refuseSecond(ctx: Ctx, item: string): Promise<void> {
  await holdItem(ctx, item);
  const running = await selectRunning(ctx, item);
  if (running !== undefined) throw alreadyThere(running);
}
export const alreadyThere = (running: RowKey): Refusal =>
  new Refusal('affairs.there', { ref: formatRef('A', running) }, 'item');

/** Nobody can take a paper over at home. */
const onlyFiles = (told: Told): Told => ({
  ...told,
  materials: told.materials.filter(({ how }) => how !== 'paper'),
});

interface Mine {
  readonly row: ApplicationRow;
  readonly item: Item;
  readonly held: HeldPerson;
}

/** An application of whoever applies, locked. */
async function goTo(
  ctx: Ctx,
  { ref, version, mandate }: { ref: string; version: number; mandate?: number | undefined },
): Promise<Mine> {
  const held = await whoApplies(ctx, mandate);
  const row = await lockFor(ctx, 'own', affairKey(ref));
  checkVersion(row, version);
  return { row, item: await itemOf(ctx, row), held };
}

/** @throws {Refusal} affairs.wrong-state */
function needDraft(row: ApplicationRow): void {
  if (row.state === 'draft') return;
  throw new Refusal('affairs.wrong-state', { ref: formatRef('A', row), state: row.state });
}

async function typedInto(ctx: Ctx, { row, item }: Mine, told: Told, by: Delivery | undefined) {
  await attachNew(ctx, formatRef('A', row), told, row.materials);
  return {
    materials: keptMaterials(told),
    deliver_by: by === undefined ? row.deliver_by : checkDelivery(item, by),
  };
}

export async function save(
  ctx: Ctx,
  { ref, version, mandate, deliverBy, ...typed }: InputOf<typeof saveDraft>,
): Promise<ReplyOf<typeof saveDraft>> {
  const mine = await goTo(ctx, { ref, version, mandate });
  const { row, item, held } = mine;
  needDraft(row);
  const before = toldOf(openKept(ctx, row), row.materials);
  const has = await hasFor(ctx, item, held);
  const told = checkTold(item.body, has, onlyFiles(merged(before, typed)), 'draft');
  const sealed = sealKept(ctx, { ...told, held: {} });
  await updateApplication(ctx, row, {
    ...(await typedInto(ctx, mine, told, deliverBy)),
    ...{ sealed, changed_at: ctx.now },
  });
  ctx.note({ act: 'affairs.saved', subject: ref, place: row.place });
  tell(ctx, row, row);
  return pageOf(ctx, row, held);
}

export async function submit(
  ctx: Ctx,
  { ref, version, mandate, deliverBy, ...typed }: InputOf<typeof submitDraft>,
): Promise<ReplyOf<typeof submitDraft>> {
  const mine = await goTo(ctx, { ref, version, mandate });
  const { row, item, held } = mine;
  needDraft(row);
  await needOffered(ctx, item);
  const before = toldOf(openKept(ctx, row), row.materials);
  const has = await hasFor(ctx, item, held);
  const told = checkTold(item.body, has, onlyFiles(merged(before, typed)), 'all');
  const kept = snapshotOf(item.body, held.values, told);
  const salt = newSalt();
  const filled: ApplicationRow = {
    ...row,
    ...(await typedInto(ctx, mine, told, deliverBy)),
    ...signer(held),
    parts: partsFor(item, told).length,
    sealed: sealKept(ctx, { questions: told.questions, fields: told.fields, held: kept, salt }),
  };
  const facts = await clockFacts(ctx);
  const handedIn = moved(standing(filled), 'submit', {}, facts, stepBy(held));
  const walked = isGrantedAtOnce(item.body, held.values, told)
    ? grantedAtOnce(handedIn, facts)
    : handedIn;
  const how = held.mandate === undefined ? 'signed' : 'helper';
  await agree(ctx, filled, { how, item, has, told, salt });
  const left = await settle(ctx, row, walked);
  await tellHelped(ctx, held.mandate, 'submit', row.item);
  tellAsked(ctx, left, item);
  ctx.note({
    act: 'affairs.submitted',
    subject: ref,
    place: row.place,
    facts: { state: left.state },
  });
  return pageOf(ctx, left, held);
}

/** By rule: accepted and granted in the same moment; what is read on the phone is delivered with it. */
export function grantedAtOnce(walked: Walked, facts: Parameters<typeof moved>[3]): Walked {
  const itself = { bySystem: true } as const;
  const accepted =
    walked.row.state === 'accepted' ? walked : moved(walked, 'accept', {}, facts, itself);
  const granted = moved(accepted, 'grant', {}, facts, itself);
  if (granted.row.deliver_by !== 'phone') return granted;
  return moved(granted, 'deliver', { by: 'phone' }, facts, itself);
}

export async function discard(
  ctx: Ctx,
  { ref, version, mandate }: InputOf<typeof discardDraft>,
): Promise<ReplyOf<typeof discardDraft>> {
  const by = await stateApplicant(ctx, mandate);
  const row = await lockFor(ctx, 'own', affairKey(ref));
  checkVersion(row, version);
  needDraft(row);
  await deleteApplication(ctx, row);
  await tellHelped(ctx, by, 'discard', row.item);
  ctx.note({ act: 'affairs.discarded', subject: ref, place: row.place });
  tell(ctx, row);
  return { done: true };
}

const mostMine = 200;

export async function showMine(
  ctx: Ctx,
  { mandate }: InputOf<typeof listMine>,
): Promise<ReplyOf<typeof listMine>> {
  const by = await stateApplicant(ctx, mandate);
  await tellHelped(ctx, by, 'list');
  const rows = await selectOfPerson(ctx, mostMine);
  return { affairs: rows.map((row) => lineFor(row, ctx.now, { mandate: by })) };
}

export async function showOne(
  ctx: Ctx,
  { ref, mandate }: InputOf<typeof getMine>,
): Promise<ReplyOf<typeof getMine>> {
  const held = await whoApplies(ctx, mandate);
  const key = affairKey(ref);
  await ctx.require(affairPolicy, 'own', key).catch(() => {
    throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  });
  const page = await pageOf(ctx, key, held);
  await tellHelped(ctx, held.mandate, 'read', page.item);
  return page;
}

export async function supplement(
  ctx: Ctx,
  { fields, materials, ...which }: InputOf<typeof supplementMine>,
): Promise<ReplyOf<typeof supplementMine>> {
  const { row, item, held } = await goTo(ctx, which);
  const given = (materials ?? []).filter(({ how }) => how !== 'paper');
  const filled = await supplemented(ctx, item, row, { fields, materials: given });
  const facts = await clockFacts(ctx);
  const walked = moved(standing(filled), 'supplement', {}, facts, stepBy(held));
  const left = await settle(ctx, row, walked);
  await tellHelped(ctx, held.mandate, 'supplement', row.item);
  ctx.note({ act: 'affairs.supplemented', subject: which.ref, place: row.place });
  return pageOf(ctx, left, held);
}

export async function withdraw(
  ctx: Ctx,
  { reason, ...which }: InputOf<typeof withdrawMine>,
): Promise<ReplyOf<typeof withdrawMine>> {
  const { row, held } = await goTo(ctx, which);
  const facts = await clockFacts(ctx);
  const walked = moved(standing(row), 'withdraw', { reason }, facts, stepBy(held));
  const left = await settle(ctx, row, walked);
  await tellHelped(ctx, held.mandate, 'withdraw', row.item);
  ctx.note({ act: 'affairs.withdrawn', subject: which.ref, place: row.place });
  return pageOf(ctx, left, held);
}
