// SPDX-License-Identifier: Apache-2.0
// A printed work order: its QR code lets a crew without accounts look at one case and report it done.
import { type CaseMove, moveOf } from '@lilong/contracts/case-flow';
import type { openOrder, printOrder, reportOrder } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { newToken, tokenHash } from '../kernel/keys.ts';
import { scannable } from '../kernel/qr.ts';
import { knownPlace, organisationNames } from '../places/index.ts';
import { englishNames } from './english.ts';
import { caseKey, caseRef, iso } from './keys.ts';
import { announce, insertPhotos, lockCase, writeStep } from './queries.ts';
import { findByOrder, insertOrder, lockByOrder, type Ordered } from './queries-office.ts';
import { momentOf } from './rules.ts';
import { wrongState } from './standing.ts';
import type { CaseRow } from './tables.ts';
import { announceToAll, changeFacts } from './tell.ts';
import { shownTitle } from './title.ts';
import { effectsOf } from './workflow.ts';

/** Makes a printed work order. The token is shown once; only its hash is kept. */
export async function print(
  ctx: Ctx,
  { ref }: InputOf<typeof printOrder>,
): Promise<ReplyOf<typeof printOrder>> {
  const row = await lockCase(ctx, 'print_order', caseKey(ref));
  if (!isInHand(row)) throw wrongState(row);
  const { token, hash } = newToken();
  const order = await insertOrder(ctx, row, hash);
  await writeStep(ctx, row, {}, { move: 'print_order', kind: 'note', facts: { order } });
  announce(ctx, row, 'print_order', { order });
  return scannable(ctx, `/order/${token}`);
}

/** With the organisation, and not yet reported done. */
const isInHand = (row: Pick<CaseRow, 'state'>): boolean =>
  row.state === 'pending_handle' || row.state === 'handling';

/** An order opens its case during the dispatch that it was printed for, not before and not after. */
const isOpen = ({ row, printedAt }: Ordered): boolean =>
  isInHand(row) && row.dispatched_at !== null && row.dispatched_at <= printedAt;

/** Whoever holds the sheet may send photos while it is open. */
export async function isOrderOpen(ctx: Ctx, token: string): Promise<boolean> {
  const found = await findByOrder(ctx, tokenHash(token));
  return found !== undefined && isOpen(found);
}

/** What the QR code shows. Once the work is reported, or the case went elsewhere, only that. */
export async function lookUpOrder(
  ctx: Ctx,
  { token }: InputOf<typeof openOrder>,
): Promise<ReplyOf<typeof openOrder>> {
  ctx.settled('the token is the permission');
  const found = await findByOrder(ctx, tokenHash(token));
  if (found === undefined) throw new Refusal('found.nothing', { what: 'order' });
  const { row } = found;
  const ref = caseRef(row);
  ctx.note({ act: 'case.order_opened', subject: ref, place: row.place });
  if (!isOpen(found)) return { ref, open: false, ...nothingMore };
  const names = await organisationNames(ctx, [found.by.organisation]);
  const place = await knownPlace(ctx, row.place);
  return {
    ref,
    open: true,
    title: shownTitle(ctx, row, await englishNames(ctx)),
    address: row.address,
    placeName: place.name,
    dueAt: iso(row.due_at),
    organisationName: names.get(found.by.organisation) ?? null,
    committeePhone: place.phone,
  };
}
const nothingMore = {
  title: '',
  address: '',
  placeName: '',
  dueAt: null,
  organisationName: null,
  committeePhone: null,
};

/** The crew reports the work done. On paper nobody is named: the flow log says crew, for the post that printed it. */
export async function reportByOrder(
  ctx: Ctx,
  { token, words, photos }: InputOf<typeof reportOrder>,
): Promise<ReplyOf<typeof reportOrder>> {
  ctx.settled('the token is the permission');
  const found = await lockByOrder(ctx, tokenHash(token));
  if (found === undefined) throw new Refusal('found.nothing', { what: 'order' });
  if (!isOpen(found)) throw wrongState(found.row);
  const paper = asCrew(ctx, found.by);
  const accepted =
    found.row.state === 'handling' ? found.row : await stepOnPaper(paper, found.row, 'accept');
  const done = await stepOnPaper(paper, accepted, 'crew_done', words);
  await attach(ctx, photos, caseRef(done));
  await insertPhotos(ctx, done, photos, 'after', null);
  await announceToAll(ctx, done, 'crew_done', changeFacts(found.row, done));
  return { done: true };
}

/** Somebody with the paper in hand acts as crew for the post that printed it. */
function asCrew(ctx: Ctx, by: Ordered['by']): Ctx {
  const post = { ...by, role: 'crew' as const, places: [], ranges: [] };
  return { ...ctx, actor: { ...ctx.actor, account: null, post } };
}

async function stepOnPaper(
  ctx: Ctx,
  row: CaseRow,
  name: CaseMove,
  words?: string,
): Promise<CaseRow> {
  const move = moveOf(row.state, name);
  if (move === undefined) throw wrongState(row);
  const input = { ref: caseRef(row), move: name, version: row.version };
  const patch = effectsOf(row, name, move, input, await momentOf(ctx));
  const step = { move: name, kind: move.kind, words, facts: { paper: true } };
  const version = await writeStep(ctx, row, patch, step);
  return { ...row, ...patch, version };
}
