// SPDX-License-Identifier: Apache-2.0

import type { enterCase } from '@lilong/contracts/case-work';
import type { meToo, Receipt, reportCase } from '@lilong/contracts/cases';
import { dangerIn } from '@lilong/contracts/danger';
import { dangerWords } from '@lilong/contracts/danger-words';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { placeCard, pointInCity, toWgs84 } from '../places/index.ts';
import { caseKey, caseRef, iso, reportRef } from './keys.ts';
import { makeMove } from './move.ts';
import { mayBeJoined } from './nearby.ts';
import { casePolicy } from './policy.ts';
import {
  announce,
  insertMeToo,
  insertOpened,
  insertPhotos,
  isEnded,
  lockJoinable,
  type Opening,
  writeStep,
} from './queries.ts';
import { categoryInForce, promiseOf } from './rules.ts';
import type { Channel } from './tables.ts';
import { titleOf } from './title.ts';

type Said = InputOf<typeof reportCase>;
interface Source {
  readonly channel: Channel;
  readonly account: number | null;
  readonly contact: string | null;
  readonly outsideNo: string | null;
  readonly outsideSub: string | null;
  readonly enteredBy: number | null;
}

/** A resident reports a problem. The receipt promises the first answer. */
export async function report(ctx: Ctx, input: Said): Promise<Receipt> {
  ctx.requireEver(casePolicy, 'report');
  return openReport(ctx, input, {
    channel: 'home',
    account: ctx.actor.account,
    contact: null,
    outsideNo: null,
    outsideSub: null,
    enteredBy: null,
  });
}

/** A worker enters what she saw, or what a caller without an account told her. */
export async function enter(ctx: Ctx, input: InputOf<typeof enterCase>): Promise<Receipt> {
  ctx.requireEver(casePolicy, 'enter');
  const inRange =
    ctx.actor.post?.ranges.some(({ first, last }) => first <= input.place && input.place <= last) ??
    false;
  if (!inRange) throw new Refusal('auth.denied', { action: 'enter' }, 'place');
  const contact =
    input.contactName === undefined && input.contactPhone === undefined
      ? null
      : ctx.keys.seal(
          JSON.stringify({ name: input.contactName ?? null, phone: input.contactPhone ?? null }),
        );
  const receipt = await openReport(ctx, input, {
    channel: input.channel,
    account: null,
    contact,
    outsideNo: input.outsideNo ?? null,
    outsideSub: input.outsideSub ?? null,
    enteredBy: ctx.actor.account,
  });
  if (input.next === 'keep') return receipt;
  const move = input.next === 'raise' ? 'raise' : 'self_handle';
  await makeMove(ctx, {
    ref: receipt.caseRef,
    move,
    version: 1,
    ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(input.photosAfter === undefined ? {} : { photos: input.photosAfter }),
  });
  return receipt;
}

/** Opens a report with its case. Whoever calls it has settled that the actor may. */
export async function openReport(ctx: Ctx, input: Said, source: Source): Promise<Receipt> {
  const place = await placeCard(ctx, input.place);
  const opening = await openingOf(ctx, input, source);
  const { street } = opening;
  const { caseNo, reportNo } = await insertOpened(ctx, opening);
  const ref = reportRef({ street, no: reportNo });
  const opened = caseRef({ street, no: caseNo });
  await attach(ctx, input.voice === undefined ? input.photos : [...input.photos, input.voice], ref);
  const accounts = source.account === null ? [] : [source.account];
  const facts = { street, no: caseNo };
  ctx.emit({
    name: 'case.opened',
    street,
    subject: opened,
    place: input.place,
    facts,
    audience: { accounts },
  });
  ctx.note({ act: 'case.opened', subject: opened, place: input.place, facts: { ref, ...source } });
  return {
    ref,
    caseRef: opened,
    answerDue: iso(opening.answerDue),
    provisional: opening.provisional,
    placeName: place.name,
    committeePhone: place.phone,
  };
}

/** What is stored of a report: checked, dated, with the first answer promised. */
async function openingOf(ctx: Ctx, input: Said, source: Source): Promise<Opening> {
  const { words, voice } = input;
  if (words === undefined && voice === undefined)
    throw new Refusal('cases.say-something', {}, 'words');
  const point = input.point === undefined ? null : toWgs84(input.point);
  if (point !== null && !(await pointInCity(ctx, point)))
    throw new Refusal('places.outside', {}, 'point');
  const category = input.category === undefined ? null : await categoryInForce(ctx, input.category);
  const promise = await promiseOf(ctx, 'first_answer');
  return {
    ...source,
    street: streetOf(input.place),
    place: input.place,
    title: titleOf(words, category?.name),
    address: input.address,
    point,
    category: category?.key ?? null,
    categoryName: category?.name ?? null,
    answerDue: promise.at,
    provisional: promise.provisional,
    urgent: dangerIn(words ?? '', dangerWords) !== undefined,
    photos: input.photos,
    words: words ?? null,
    voice: voice ?? null,
  };
}

/** "This one, me too": joins an open case that others may see, or that similar-report hints showed. */
export async function joinCase(ctx: Ctx, input: InputOf<typeof meToo>): Promise<Receipt> {
  ctx.requireEver(casePolicy, 'report');
  const key = caseKey(input.caseRef);
  const row = await lockJoinable(ctx, key);
  if (row === undefined || isEnded(row.state) || !(await mayBeJoined(ctx, row)))
    throw new Refusal('found.nothing', { what: 'case' }, 'caseRef');
  const reportNo = await insertMeToo(ctx, row, input.words ?? null);
  const ref = reportRef({ street: key.street, no: reportNo });
  await attach(ctx, input.photos, ref);
  await insertPhotos(ctx, row, input.photos, 'near', reportNo);
  await writeStep(ctx, row, { reports: row.reports + 1 }, { move: 'me_too', kind: 'note' });
  announce(ctx, row, 'joined', { report: reportNo });
  const place = await placeCard(ctx, row.place);
  return {
    ref,
    caseRef: input.caseRef,
    answerDue: iso(row.answer_due),
    provisional: false,
    placeName: place.name,
    committeePhone: place.phone,
  };
}
