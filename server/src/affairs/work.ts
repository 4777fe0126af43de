// SPDX-License-Identifier: Apache-2.0
// What the office does with an application: each act is one move of the table.
import type { AffairMoveName } from '@lilong/contracts/affair-flow';
import type * as routes from '@lilong/contracts/affair-work';
import type { AffairPage } from '@lilong/contracts/affairs';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { logAccess, lookAs, standAside } from '../registry/index.ts';
import { isAssistance, mayAskLonger } from './buttons.ts';
import { filledMaterials } from './fill.ts';
import { hasOf } from './has.ts';
import type { Item } from './items.ts';
import { openKept } from './kept.ts';
import { pageOf } from './page.ts';
import { itemOf } from './parts.ts';
import type { AffairAction } from './policy.ts';
import { insertStep, updateApplication } from './queries.ts';
import { lookAtAffairs } from './reach.ts';
import { clockFacts } from './settings.ts';
import { affairKey, checkVersion, lockFor } from './standing.ts';
import { brought, supplemented } from './supplement.ts';
import type { ApplicationRow } from './tables.ts';
import { moved, settle, standing, tell } from './walk.ts';
import { type Given, refuseJoint } from './workflow.ts';

interface At {
  readonly ref: string;
  readonly version: number;
}

/** The application, locked for an act, as it was shown. Matters of one's own household are somebody else's. */
export async function goTo(
  ctx: Ctx,
  action: AffairAction,
  { ref, version }: At,
): Promise<ApplicationRow> {
  await lookAtAffairs(ctx);
  const row = await lockFor(ctx, action, affairKey(ref));
  await standAside(ctx, row.person);
  checkVersion(row, version);
  return row;
}

/** Makes a move, and shows what came of it. */
async function act(
  ctx: Ctx,
  before: ApplicationRow,
  name: AffairMoveName,
  given: Given = {},
  filled: ApplicationRow = before,
): Promise<AffairPage> {
  if (isAssistance(before, name)) throw new Refusal('affairs.elsewhere', {});
  const walked = moved(standing(filled), name, given, await clockFacts(ctx));
  const row = await settle(ctx, before, walked);
  return shown(ctx, row, name);
}

async function shown(ctx: Ctx, row: ApplicationRow, did: string): Promise<AffairPage> {
  const page = await pageOf(ctx, row);
  const facts = { did, state: row.state };
  ctx.note({ act: 'affairs.moved', subject: page.ref, place: row.place, facts });
  await lookAs(ctx, { persons: [row.person] });
  await logAccess(ctx, {
    person: row.person,
    act: 'card',
    purpose: 'affair',
    elements: ['affairs', ...page.materials.flatMap(({ from }) => from?.name ?? [])],
  });
  return page;
}

const actionOf: Record<(typeof routes.plainAffairMoves)[number], AffairAction> = {
  check: 'accept',
  receive: 'accept',
  accept: 'accept',
  begin: 'decide',
  archive: 'decide',
};
export async function moveOne(
  ctx: Ctx,
  { move, ...at }: InputOf<typeof routes.moveAffair>,
): Promise<AffairPage> {
  return act(ctx, await goTo(ctx, actionOf[move], at), move);
}

export async function ask(
  ctx: Ctx,
  { missing, words, ...at }: InputOf<typeof routes.askCorrection>,
): Promise<AffairPage> {
  const row = await goTo(ctx, 'accept', at);
  await refuseHeld(await itemOf(ctx, row), ctx, row, missing);
  return act(ctx, row, 'ask', { missing, words });
}

/** What the city holds, and what the item does not know, is not asked for. */
async function refuseHeld(
  { body }: Item,
  ctx: Ctx,
  row: ApplicationRow,
  missing: readonly string[],
): Promise<void> {
  const all = filledMaterials(body, await hasOf(ctx, row, openKept(ctx, row)));
  const wrong = missing.find((key) => all.find((one) => one.key === key)?.held !== null);
  if (wrong === undefined) return;
  const name = all.find(({ key }) => key === wrong)?.name ?? wrong;
  throw new Refusal('affairs.not-missing', { name }, 'missing');
}

export async function supplementAt(
  ctx: Ctx,
  { fields, materials, ...at }: InputOf<typeof routes.supplementFor>,
): Promise<AffairPage> {
  const row = await goTo(ctx, 'accept', at);
  const filled = await supplemented(ctx, await itemOf(ctx, row), row, {
    ...{ fields, materials },
  });
  return act(ctx, row, 'supplement', {}, filled);
}

export async function give(
  ctx: Ctx,
  { materials, ...at }: InputOf<typeof routes.giveMaterial>,
): Promise<AffairPage> {
  const row = await goTo(ctx, 'read', at);
  refuseGiven(row, materials);
  const filled = await brought(ctx, await itemOf(ctx, row), row, { materials });
  const left = await updateApplication(ctx, row, {
    ...{ materials: filled.materials, custodian_org: filled.custodian_org, changed_at: ctx.now },
  });
  await insertStep(ctx, left, { did: 'given' });
  tell(ctx, left, row);
  return shown(ctx, left, 'given');
}

/**
 * Only what is awaited is taken, while something is still to be done.
 *
 * @throws {Refusal} affairs.wrong-state, affairs.not-missing
 */
function refuseGiven(row: ApplicationRow, materials: readonly { readonly key: string }[]): void {
  if (row.turn_org === null)
    throw new Refusal('affairs.wrong-state', { ref: formatRef('A', row), state: row.state });
  const awaited = row.materials.filter(({ how }) => how === 'later').map(({ key }) => key);
  const wrong = materials.find(({ key }) => !awaited.includes(key));
  if (wrong !== undefined)
    throw new Refusal('affairs.not-missing', { name: wrong.key }, 'materials');
}

export async function refuseReceiptOf(
  ctx: Ctx,
  { reason, remedy, ...at }: InputOf<typeof routes.refuseReceipt>,
): Promise<AffairPage> {
  return act(ctx, await goTo(ctx, 'accept', at), 'refuse_receipt', { reason, remedy });
}

export async function special(
  ctx: Ctx,
  { procedure, reason, ...at }: InputOf<typeof routes.beginSpecial>,
): Promise<AffairPage> {
  return act(ctx, await goTo(ctx, 'decide', at), 'special', { procedure, reason });
}

export async function suspend(
  ctx: Ctx,
  { reason, ...at }: InputOf<typeof routes.suspendAffair>,
): Promise<AffairPage> {
  return act(ctx, await goTo(ctx, 'decide', at), 'suspend', { reason });
}

export async function resume(
  ctx: Ctx,
  { reason, ...at }: InputOf<typeof routes.resumeAffair>,
): Promise<AffairPage> {
  return act(ctx, await goTo(ctx, 'decide', at), 'resume', { reason });
}

export async function askLonger(
  ctx: Ctx,
  { reason, ...at }: InputOf<typeof routes.askExtension>,
): Promise<AffairPage> {
  const row = await goTo(ctx, 'decide', at);
  if (row.longer_state !== null) throw new Refusal('affairs.extended', {});
  if (!mayAskLonger(row))
    throw new Refusal('affairs.wrong-state', { ref: at.ref, state: row.state });
  const { limits } = await clockFacts(ctx);
  const left = await updateApplication(ctx, row, {
    ...{ longer_state: 'asked', longer_at: ctx.now, longer_by: ctx.actor.account },
    ...{ longer_days: limits.extension, longer_reason: reason, changed_at: ctx.now },
  });
  await insertStep(ctx, left, { did: 'ask_extension', words: reason });
  tell(ctx, left, row);
  return shown(ctx, left, 'ask_extension');
}

export async function decideLonger(
  ctx: Ctx,
  { approve, reason, ...at }: InputOf<typeof routes.decideAffairExtension>,
): Promise<AffairPage> {
  const row = await goTo(ctx, 'head', at);
  if (row.longer_by === ctx.actor.account) throw new Refusal('affairs.own-request', {});
  const words = reason ?? row.longer_reason ?? undefined;
  if (approve) return act(ctx, row, 'extend', { words });
  if (row.longer_state !== 'asked')
    throw new Refusal('affairs.wrong-state', { ref: at.ref, state: row.state });
  const left = await updateApplication(ctx, row, { longer_state: 'refused', changed_at: ctx.now });
  await insertStep(ctx, left, { did: 'refuse_extension', words: reason ?? null });
  tell(ctx, left, row);
  return shown(ctx, left, 'refuse_extension');
}

export async function decide(
  ctx: Ctx,
  { decision, reason, remedy, ...at }: InputOf<typeof routes.decideAffair>,
): Promise<AffairPage> {
  // Before it is accepted, whoever accepts gives back or voids.
  const row = await goTo(ctx, 'read', at);
  const action = row.turn_org === row.decide_org && row.accepted_at !== null ? 'decide' : 'accept';
  await lockFor(ctx, action, row);
  refuseJoint(row, decision);
  const owed = row.materials.find(({ how }) => how === 'later');
  if (decision === 'grant' && owed !== undefined) {
    const { body } = await itemOf(ctx, row);
    const name = body.materials.find(({ key }) => key === owed.key)?.name ?? owed.key;
    throw new Refusal('affairs.later', { name });
  }
  return act(ctx, row, decision, { reason, remedy });
}

export async function deliver(
  ctx: Ctx,
  { by, words, ...at }: InputOf<typeof routes.deliverAffair>,
): Promise<AffairPage> {
  return act(ctx, await goTo(ctx, 'deliver', at), 'deliver', { by, words });
}

/** The whole of it, for an organisation that works on it. The person can read that it was looked at. */
export async function showAffair(
  ctx: Ctx,
  { ref }: InputOf<typeof routes.getAffair>,
): Promise<ReplyOf<typeof routes.getAffair>> {
  await lookAtAffairs(ctx);
  const row = await lockFor(ctx, 'read', affairKey(ref));
  await standAside(ctx, row.person);
  const page = await pageOf(ctx, row);
  ctx.note({ act: 'affairs.read', subject: ref, place: row.place });
  await lookAs(ctx, { persons: [row.person] });
  await logAccess(ctx, {
    person: row.person,
    act: 'card',
    purpose: 'affair',
    elements: ['affairs', ...page.materials.flatMap(({ from }) => from?.name ?? [])],
  });
  return page;
}
