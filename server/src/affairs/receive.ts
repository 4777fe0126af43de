// SPDX-License-Identifier: Apache-2.0
// At a counter: for the person whose visit is open, any item of any department.
import type { counterForm, personAffairs, receiveApplication } from '@lilong/contracts/affair-work';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater, type Statements } from '../kernel/pipelined.ts';
import {
  accessOf,
  cameFor,
  heldByGrant,
  heldByGrantWith,
  logAccess,
  redeemShown,
  stateByGrant,
} from '../registry/index.ts';
import { attachNew, type Beginning, draftOf, needOffices } from './begin.ts';
import { agreement, consentOver, newSalt } from './consent.ts';
import { collectedFor } from './doors.ts';
import { draftShown } from './draft-shown.ts';
import { formFor } from './fill.ts';
import { type Has, hasFor } from './has.ts';
import { itemToday } from './items.ts';
import { openKept, snapshotOf, toldOf } from './kept.ts';
import { lineOfRow } from './lines.ts';
import { alreadyThere, grantedAtOnce } from './mine.ts';
import { type Found, type Offices, officesOf, ownCentre } from './offices.ts';
import { pageFrom, pageOf, type Whole } from './page.ts';
import { affairPolicy } from './policy.ts';
import {
  type Besides,
  type Can,
  deleteApplication,
  holdWithNumber,
  insertionWith,
  type Numbered,
  type Running,
  runningOf,
  selectOfPerson,
  stepInsertion,
  stepOf,
} from './queries.ts';
import { lookAtAffairs } from './reach.ts';
import { issueResult } from './result.ts';
import { isGrantedAtOnce } from './rule.ts';
import { clockFacts } from './settings.ts';
import type { ApplicationRow, ConsentRow } from './tables.ts';
import { checkTold, missingOf, nothingTold, type Told } from './told.ts';
import { usedOf } from './used.ts';
import { isOver, moved, standing, stepsOf, tell, tellAsked, type Walked } from './walk.ts';

export async function showCounterForm(
  ctx: Ctx,
  { person, item }: InputOf<typeof counterForm>,
): Promise<ReplyOf<typeof counterForm>> {
  ctx.requireEver(affairPolicy, 'receive');
  const held = await heldByGrant(ctx, person);
  ctx.note({ act: 'affairs.form', subject: `person ${person}` });
  const found = await itemToday(ctx, item);
  const form = await formFor(ctx, found, held);
  return {
    ...form,
    draft: await draftShown(ctx, found, held),
    collected: await collectedFor(ctx, item),
  };
}

const mostOfPerson = 100;

export async function showPersonAffairs(
  ctx: Ctx,
  { person }: InputOf<typeof personAffairs>,
): Promise<ReplyOf<typeof personAffairs>> {
  ctx.requireEver(affairPolicy, 'receive');
  await stateByGrant(ctx, person);
  await logAccess(ctx, { person, act: 'card', purpose: 'affair', elements: ['affairs'] });
  const rows = await selectOfPerson(ctx, mostOfPerson);
  return { affairs: rows.map((row) => lineOfRow(row, ctx.now)) };
}

export async function receive(
  ctx: Ctx,
  input: InputOf<typeof receiveApplication>,
): Promise<ReplyOf<typeof receiveApplication>> {
  ctx.requireEver(affairPolicy, 'receive');
  const how = await confirmed(ctx, input);
  const item = await itemToday(ctx, input.item);
  const { held, rows } = await heldByGrantWith<Wanted>(ctx, input.person, ...wantedFor(input.item));
  const [[number], [running]] = rows;
  await lookAtAffairs(ctx);
  const before = await takeDraft(ctx, running);
  const has = await hasFor(ctx, item, held);
  const here = await arrived(ctx, { input, how, item, held, before, has, number });
  const { row, told, beside, lent } = here;
  const found = await insertionWith(ctx, row, beside).execute(ctx.db);
  for (const one of lent) await runLater(ctx.db, one);
  await attachNew(ctx, formatRef('A', row), told, filesOf(before));
  if (row.outcome !== null) await issueResult(ctx, row);
  if (isOver(row)) await consentOver(ctx, row);
  noteReceived(ctx, here, input);
  const isKnown = row.outcome === null && number?.fromDoor === false;
  return isKnown ? pageFrom(ctx, whole(here, found.rows)) : pageOf(ctx, row);
}

/** The number that the new one will have; what they have for the item already. */
export type Wanted = [Numbered, Running];
export const wantedFor = (item: string): Statements<Wanted> => [
  holdWithNumber(item),
  runningOf(item),
];

export function noteReceived(
  ctx: Ctx,
  { row, item }: Pick<Arrived, 'row' | 'item'>,
  { ticket }: InputOf<typeof receiveApplication>,
): void {
  const facts = { item: row.item, state: row.state, ticket: ticket ?? null };
  ctx.note({ act: 'affairs.received', subject: formatRef('A', row), place: row.place, facts });
  tell(ctx, row);
  tellAsked(ctx, row, item);
}

/** As it is found once it is written. */
export const whole = ({ row, names, consent, steps }: Arrived, [found]: readonly Can[]): Whole => ({
  ...{ consent, steps, isNew: true },
  row: { ...row, ...names, can: found?.can ?? {} },
});

/** What is known of somebody at a window when their application is written. */
export interface Arriving extends Pick<Beginning, 'item' | 'held'> {
  readonly input: InputOf<typeof receiveApplication>;
  readonly how: ConsentRow['how'];
  readonly before: Told;
  readonly has: Has;
  readonly number: Numbered | undefined;
}
export type Arrived = Awaited<ReturnType<typeof arrived>>;

/** The application as it stands when it has been received, and what is written beside it. Nothing is written yet. */
export async function arrived(ctx: Ctx, arriving: Arriving) {
  const { input, how, item, held, before, has, number } = arriving;
  const centre = await ownCentre(ctx);
  if (centre === undefined) throw new Refusal('auth.denied', { action: 'receive' });
  const offices = needOffices(await officesOf(ctx, item.body, held, centre), item);
  const told = checkTold(item.body, has, withTold(before, input), 'but_papers');
  const [kept, salt] = [snapshotOf(item.body, held.values, told), newSalt()];
  const counter = centre.organisation;
  const { deliverBy } = input;
  const draft = await draftOf(ctx, { item, held, offices, told, kept, salt, deliverBy, counter });
  const walked = await received(ctx, draft, { item, has, told, only: input.onlyReceive === true });
  if (number === undefined) throw new Error('an application has a number');
  const row: ApplicationRow = { ...walked.row, no: number.no };
  const agreed = { how, item, has, told, salt };
  const { consent, written, lent } = await agreement(ctx, row, agreed);
  const steps = stepsOf(row, walked.steps).map((one) => stepOf(ctx, one));
  return {
    ...{ item, row, told, consent, lent, names: namesOf(offices, centre, row) },
    beside: [...written, usedBy(ctx, row, told), stepInsertion(steps)],
    steps: steps.map((step) => ({ ...step, organisationName: centre.name })),
  };
}

/** The counter's centre receives, keeps the paper and delivers. */
const namesOf = (
  { accept, acceptName, decideName }: Offices,
  { name }: Found,
  { custodian_org, decide_org }: ApplicationRow,
): Omit<Besides, 'can'> => ({
  ...{ acceptName, receiveName: name, deliverName: name },
  decideName: decide_org === accept ? acceptName : decideName,
  custodianName: custodian_org === null ? null : name,
});

const filesOf = ({ materials }: Told) => materials.map(({ files = [] }) => ({ files }));

/** What was said here goes before what was begun at home; what was not, holds. */
function withTold(before: Told, { questions, fields, materials = [] }: Partial<Told>): Told {
  return {
    questions: { ...before.questions, ...questions },
    fields: { ...before.fields, ...fields },
    materials: [
      ...before.materials.filter(({ key }) => !materials.some((one) => one.key === key)),
      ...materials,
    ],
  };
}

/**
 * How the person said yes: with a code of theirs (or of the parent or guardian who came for them), or to the clerk who read
 * it aloud.
 *
 * @throws {Refusal} registry.shown-code when it is wrong, used, over, or somebody else's
 */
async function confirmed(
  ctx: Ctx,
  { person, consent }: InputOf<typeof receiveApplication>,
): Promise<'code' | 'told'> {
  if (consent.by === 'told') return 'told';
  const organisation = ctx.actor.post?.organisation ?? 0;
  const shown = await redeemShown(ctx, consent.code, { organisation });
  if (shown.person === person) return 'code';
  await stateByGrant(ctx, person);
  if (await cameFor(ctx, { person, guardian: shown.person })) return 'code';
  throw new Refusal('registry.shown-code', {}, 'consent.code');
}

/** Its person reads that they were looked at, that it was agreed to here, and what was taken. */
function usedBy(ctx: Ctx, { person }: ApplicationRow, told: Told) {
  const looked = { person, act: 'card', purpose: 'affair' } as const;
  return accessOf(ctx, looked, { ...looked, elements: ['agreed', ...usedOf(told)] });
}

/**
 * What was begun at home is gone on with here: its answers are taken over, and the draft is no more.
 *
 * @throws {Refusal} affairs.there when one runs already
 */
async function takeDraft(ctx: Ctx, found: Running | undefined): Promise<Told> {
  if (found === undefined) return nothingTold;
  if (found.state !== 'draft') throw alreadyThere(found);
  await deleteApplication(ctx, found);
  return toldOf(openKept(ctx, found), found.materials);
}

interface HandedIn extends Pick<Beginning, 'item' | 'told'> {
  readonly has: Has;
  /** Leave it at received. */
  readonly only: boolean;
}

/** Handed in and received; accepted at once where this centre accepts it and nothing is missing. */
async function received(ctx: Ctx, draft: ApplicationRow, handedIn: HandedIn): Promise<Walked> {
  const { item, has, told, only } = handedIn;
  const facts = await clockFacts(ctx);
  const here = moved(moved(standing(draft), 'submit', {}, facts), 'receive', {}, facts);
  const whole = missingOf(item.body, has, told).length === 0;
  if (only || !whole || here.row.accept_org !== here.row.receive_org) return here;
  const accepted = moved(here, 'accept', {}, facts);
  return isGrantedAtOnce(item.body, has.values, told) ? grantedAtOnce(accepted, facts) : accepted;
}
