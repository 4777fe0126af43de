// SPDX-License-Identifier: Apache-2.0

import type { enterCase } from '@lilong/contracts/case-work';
import type { Receipt, reportCase } from '@lilong/contracts/cases';
import { dangerIn } from '@lilong/contracts/danger';
import { dangerWords } from '@lilong/contracts/danger-words';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import { rememberCommittee } from '../identity/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { type PlaceCard, placeCard, pointInCity, toWgs84 } from '../places/index.ts';
import { caseRef, iso, reportRef } from './keys.ts';
import { makeMove } from './move.ts';
import { casePolicy } from './policy.ts';
import { insertOpened, type Opening } from './queries.ts';
import { lockOutsideNo } from './queries-office.ts';
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
  const receipt = await openReport(ctx, input, {
    channel: 'home',
    account: ctx.actor.account,
    contact: null,
    outsideNo: null,
    outsideSub: null,
    enteredBy: null,
  });
  await rememberCommittee(ctx, input.place);
  return receipt;
}

/** A worker enters what she saw, or what a caller without an account told her. */
export async function enter(ctx: Ctx, input: InputOf<typeof enterCase>): Promise<Receipt> {
  ctx.requireEver(casePolicy, 'enter');
  const inRange =
    ctx.actor.post?.ranges.some(({ first, last }) => first <= input.place && input.place <= last) ??
    false;
  if (!inRange) throw new Refusal('auth.denied', { action: 'enter' }, 'place');
  await checkOutsideNo(ctx, input);
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
  const { state } = await makeMove(ctx, {
    ref: receipt.caseRef,
    move: input.next,
    version: 1,
    ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(input.photosAfter === undefined ? {} : { photos: input.photosAfter }),
  });
  if (input.next === 'raise') return { ...receipt, state };
  return { ...receipt, state, answeredAt: iso(ctx.now), dueAt: null };
}

/** @throws {Refusal} cases.outside-no-known, naming the case that has the number */
async function checkOutsideNo(
  ctx: Ctx,
  { channel, outsideNo, outsideSub }: InputOf<typeof enterCase>,
): Promise<void> {
  if (outsideNo === undefined) return;
  const known = await lockOutsideNo(ctx, { channel, outsideNo, outsideSub: outsideSub ?? '' });
  if (known !== undefined)
    throw new Refusal(
      'cases.outside-no-known',
      { no: outsideNo, ref: caseRef(known) },
      'outsideNo',
    );
}

/** Opens a report with its case. Whoever calls it has settled that the actor may. */
export async function openReport(ctx: Ctx, input: Said, source: Source): Promise<Receipt> {
  const place = await exactPlace(ctx, input.place);
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
    state: 'reported',
    answerDue: iso(opening.answerDue),
    answeredAt: null,
    solveDue: null,
    dueAt: iso(opening.answerDue),
    pausedUntil: null,
    provisional: opening.provisional,
    late: false,
    placeName: place.name,
    committeePhone: place.phone,
  };
}

/**
 * A place that one committee or village answers for.
 *
 * @throws {Refusal} places.too-coarse, places.unknown, places.closed
 */
async function exactPlace(ctx: Ctx, no: number): Promise<PlaceCard> {
  const place = await placeCard(ctx, no);
  if (place.level !== 'committee' && place.level !== 'estate')
    throw new Refusal('places.too-coarse', { name: place.name }, 'place');
  return place;
}

/** What is stored of a report: checked, dated, with the first answer promised. */
async function openingOf(ctx: Ctx, input: Said, source: Source): Promise<Opening> {
  const { words, voice, photos } = input;
  const chosen = source.enteredBy !== null && input.category !== undefined;
  if (words === undefined && voice === undefined && photos.length === 0 && !chosen)
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
    title: titleOf(words),
    address: input.address,
    point,
    category: category?.key ?? null,
    categoryName: category?.name ?? null,
    answerDue: promise.at,
    provisional: promise.provisional,
    urgent: dangerIn(words ?? '', dangerWords) !== undefined,
    photos,
    words: words ?? null,
    voice: voice ?? null,
  };
}
